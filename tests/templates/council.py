"""Sittings held for the papers: a council in a few letters, operations, and votes by all entitled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from scoring.application import Application
from scoring.call import Regime
from scoring.council.attendance import Part, Presence
from scoring.council.member import Member
from scoring.council.rules import CouncilRules
from scoring.council.sitting import Council, HeldSitting, Sitting, TieOrder, chamber_of, held
from scoring.council.ties import ExclusionDecision
from scoring.council.vote import About, Tally, Vote
from scoring.deciding import decide
from scoring.decision import Decision
from tests.scoring.council.scenario import Given, members_of
from tests.templates.decisions import application, call, cards, ruleset

RULES = {
    "quorum": {"percent": 50, "source": "regulamin Rady, § 5"},
    "groups": {"percent": 49, "source": "regulamin Rady, § 6"},
    "by_name": True,
}
GENDERS: dict[str, Literal["f", "m"]] = {"P1": "f", "P2": "m", "S1": "f", "S2": "f"}
"""Of all others nobody knows."""


def at(hour: str, day: str = "2022-06-01") -> datetime:
    return datetime.fromisoformat(f"{day}T{hour}")


@dataclass(frozen=True)
class On:
    """A vote by all who are entitled; ``against`` are against."""

    about: About
    application: str | None
    at: datetime
    against: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    led_by: str | None = None
    subject: str = "Głosowanie próbne"


def steps(number: str, hour: int, *, to: About = "selection") -> list[On]:
    """Vote on one operation: conformity, points, and selection where it comes to it."""
    every: tuple[About, ...] = ("conformity", "points", "selection")
    some = every[: every.index(to) + 1]
    return [On(about, number, at(f"{hour:02d}:{10 * n:02d}")) for n, about in enumerate(some)]


def sat(
    council: str,
    applications: Sequence[Application],
    votes: Sequence[On],
    *,
    parts: Sequence[Part] = (Part(at("09:00"), at("15:00"), "Zmyślin", "in_person"),),
    presences: Mapping[str, tuple[datetime, datetime | None] | None] | None = None,
    excluded: Mapping[str, Sequence[str]] | None = None,
    chair: str = "P1",
    order: tuple[str, ...] = (),
    regime: Regime = "2019",
    unsigned: Sequence[str] = (),
    discussion: Mapping[str, str] | None = None,
    **changes: Any,
) -> Decision:
    """Hold a sitting and decide the call by it."""
    members = tuple(_with_gender(one) for one in members_of(Given(council=council)))
    names = [one.name for one in members]
    there = presences or {}
    given = {name: there.get(name, (parts[0].opened_at, None)) for name in names}
    sitting = Sitting(
        "3/2022",
        tuple(parts),
        chair,
        secretary="S1",
        committee=("S1", "S2"),
        presences=tuple(Presence(name, *when) for name, when in given.items() if when),
        exclusions=tuple(
            ExclusionDecision(member=name, application=number, excluded=True, reason="powiązanie")
            for number, some in (excluded or {}).items()
            for name in some
        ),
        discussion=discussion or {},
    )
    body = Council(members, CouncilRules.model_validate(RULES), (), frozenset(names) - {*unsigned})
    sitting = _voted(body, sitting, regime, votes)
    if order:
        place = next(count for count, one in enumerate(votes) if one.about == "tie")
        sitting = replace(sitting, tie_orders=(TieOrder(place, order),))
    of_call = call(regime=regime, **changes)
    of_call = of_call.model_copy(
        update={"council": of_call.council.model_copy(update={"members": tuple(names)})}
    )
    some = cards(list(applications), tuple(names[:4]))
    done = held(body, sitting, regime)
    return decide(of_call, ruleset(), applications, some, sitting=done)


def held_in(decision: Decision) -> HeldSitting:
    assert decision.sitting is not None
    return decision.sitting


def some(count: int, **facts: object) -> list[Application]:
    """As many applications, all good enough unless facts say otherwise."""
    return [application(number, **facts) for number in range(1, count + 1)]  # type: ignore[arg-type]


def _with_gender(one: Member) -> Member:
    return one.model_copy(update={"gender": GENDERS.get(one.name)})


def _voted(council: Council, sitting: Sitting, regime: Regime, votes: Sequence[On]) -> Sitting:
    chamber = chamber_of(council, sitting, regime)
    taken = []
    for one in votes:
        vote = Vote(
            one.about,
            one.subject,
            one.at,
            Tally(0),
            Tally(0),
            Tally(0),
            application=one.application,
            concerns=one.concerns,
            led_by=one.led_by,
        )
        may = [member.name for member in chamber.entitled(vote)]
        in_favour = Tally.of(name for name in may if name not in one.against)
        taken.append(replace(vote, in_favour=in_favour, against=Tally.of(one.against)))
    return replace(sitting, votes=tuple(taken))
