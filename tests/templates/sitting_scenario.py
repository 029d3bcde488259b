"""The format of tests/scenarios/sittings: a call, its sitting, what becomes of it, and what is printed.

The call is written as in tests/scenarios, the council as in tests/scenarios/council.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from reading.models import read_model
from reading.yaml_file import read_yaml
from scoring.council.attendance import Form, Part
from scoring.council.motion import Fate, Motion
from scoring.council.rules import CouncilRules
from scoring.council.sitting import Council, HeldSitting, Sitting, TieOrder, chamber_of, held
from scoring.council.ties import ExclusionDecision
from scoring.council.vote import About, Tally, Vote
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.resolutions import Resolution, resolutions_of
from scoring.value import Value
from tests.scoring import scenario as the
from tests.scoring.council.scenario import DAY, members_of, presences_of
from tests.scoring.council.scenario import Given as Seats

FOLDER = Path(__file__).parents[1] / "scenarios" / "sittings"
RULES = {"quorum": {"percent": 50, "source": "regulamin Rady, § 5"}}


class Voted(Value):
    """A vote by all who are entitled; those named are against. ``order`` is that of equals."""

    about: About
    at: str
    on: str = DAY
    application: str | None = None
    subject: str = "głosowanie"
    against: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    led_by: str | None = None


class Moved(Value):
    """A formal motion; ``vote`` is the number of the vote on it, from 1."""

    by: str
    text: str
    at: str | None = None
    vote: int | None = None
    fate: Fate | None = None


class Scenario(the.Scenario):
    """A sentence: the call and the sitting, the resolutions, and sentences of the documents.

    ``resolutions`` are written „wybranie A”, „niewybranie B”, „listy”; ``prints`` gives sentences
    by the name of the document, without its ending.
    """

    council: str = ""
    parts: list[tuple[str, str, Form]] = [(f"{DAY}T10:00", f"{DAY}T15:00", "in_person")]
    attendance: dict[str, list[str]] = {}
    excluded: dict[str, list[str]] = {}
    rules: dict[str, Any] = {}
    votes: list[Voted] = []
    motions: list[Moved] = []
    resolutions: list[str] = []
    prints: dict[str, list[str]]


def every() -> Iterator[Scenario]:
    """Go through all scenarios, each with what its file gives."""
    for file in sorted(FOLDER.glob("*.yaml")):
        yaml = read_yaml(file)
        for place, one in enumerate(yaml.value["scenarios"]):
            yield read_model(yaml, Scenario, {**yaml.value["given"], **one}, ("scenarios", place))


def decided(one: Scenario) -> Decision:
    """Hold the sitting and decide the call by it."""
    call, _ = the.call(one)
    ruleset, flaws = the.ruleset(one)
    assert [flaw.what for flaw in flaws if flaw.level == "error"] == []
    return decide(call, ruleset, the.applications(one), sitting=_held(one))


def _held(one: Scenario) -> HeldSitting:
    members = members_of(Seats(council=one.council))
    names = [member.name for member in members]
    rules = CouncilRules.model_validate({**RULES, **one.rules})
    council = Council(members, rules, signed=frozenset(names))
    parts = tuple(
        Part(datetime.fromisoformat(start), datetime.fromisoformat(end), "Zmyślin", form)
        for start, end, form in one.parts
    )
    told = Sitting(
        "1/2022",
        parts,
        names[0],
        presences=tuple(
            each for name in names for each in presences_of(name, one.attendance, parts)
        ),
        exclusions=tuple(
            ExclusionDecision(member=name, application=number, excluded=True, reason="powiązanie")
            for number, some in one.excluded.items()
            for name in some
        ),
        motions=tuple(_moved(moved) for moved in one.motions),
        tie_orders=tuple(
            TieOrder(place, vote.order) for place, vote in enumerate(one.votes) if vote.order
        ),
    )
    chamber = chamber_of(council, told, "2019")
    taken = []
    for vote in one.votes:
        bare = _bare(vote)
        may = [member.name for member in chamber.entitled(bare)]
        in_favour = Tally.of(name for name in may if name not in vote.against)
        taken.append(replace(bare, in_favour=in_favour, against=Tally.of(vote.against)))
    return held(council, replace(told, votes=tuple(taken)), "2019")


def _moved(one: Moved) -> Motion:
    at = None if one.at is None else datetime.fromisoformat(f"{DAY}T{one.at}")
    vote = None if one.vote is None else one.vote - 1
    return Motion(one.by, one.text, at, vote=vote, fate=one.fate)


def _bare(one: Voted) -> Vote:
    return Vote(
        one.about,
        one.subject,
        datetime.fromisoformat(f"{one.on}T{one.at}"),
        Tally(0),
        Tally(0),
        Tally(0),
        application=one.application,
        concerns=one.order,
        led_by=one.led_by,
    )


def resolutions(decision: Decision) -> list[str]:
    """Tell the resolutions as a scenario writes them."""
    return [_written(one) for one in resolutions_of(decision)]


def _written(one: Resolution) -> str:
    if one.one is None:
        return "listy"
    return f"{'wybranie' if one.selects else 'niewybranie'} {one.one.application.number}"
