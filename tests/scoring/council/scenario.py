"""The format of tests/scenarios/council: a council in a few letters, one vote, and what it is worth.

Members are called P1, P2 … (public), E (economic), S (social) and R (residents).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reading.models import read_model
from reading.yaml_file import read_yaml
from scoring.call import Regime
from scoring.council.attendance import Form, Part, Presence
from scoring.council.counting import CheckedVote
from scoring.council.member import Member, Represented, Seat, Sector
from scoring.council.rules import CouncilRules
from scoring.council.sitting import Council, Sitting, held
from scoring.council.ties import ExclusionDecision
from scoring.council.vote import About, Tally, Vote
from scoring.value import Value

FOLDER = Path(__file__).parents[2] / "scenarios" / "council"
LETTERS: dict[str, Sector] = {"P": "public", "E": "economic", "S": "social", "R": "residents"}
DAY = "2022-06-01"

Way = int | str | list[str]


class Seated(Value):
    """What is said of one member beside the sector."""

    since: date | None = None
    until: date | None = None
    also_sits_in: Seat | None = None
    represented: Represented = "in_person"
    natural_person: bool | None = None


class Taken(Value):
    """A vote: ``all`` are the entitled, ``rest`` those not named in the other ways."""

    about: About = "selection"
    application: str | None = "A"
    concerns: tuple[str, ...] = ()
    at: str = "10:30"
    on: date = date.fromisoformat(DAY)
    for_: Way = "rest"
    against: Way = 0
    abstained: Way = 0
    left_out: tuple[str, ...] = ()
    led_by: str | None = None


class Expected(Value):
    """What must be found; only what is written is compared. Findings are compared by verdict."""

    valid: bool | None = None
    passed: bool | str | None = None
    entitled: int | None = None
    composition: int | None = None
    voters_known: bool | None = None
    quorum: str | None = None
    votes: str | None = None
    groups: str | None = None
    half: str | None = None
    control: str | None = None
    form: str | None = None
    lot: str | None = None
    chair: str | None = None
    by_name: str | None = None
    excluded: list[str] | None = None
    says: list[str] | None = None
    missing: int | None = None
    absent: list[str] | None = None
    ways: list[dict[str, int]] | None = None
    out_of_reach: bool | None = None


class Given(Value):
    """The council and what happened; a file gives it once, a scenario replaces any key."""

    council: str
    groups: dict[str, list[str]] = {}
    about_members: dict[str, Seated] = {}
    regime: Regime = "2019"
    rules: dict[str, Any] = {}
    parts: list[tuple[datetime, datetime, Form]] = [
        (
            datetime.fromisoformat(f"{DAY}T10:00"),
            datetime.fromisoformat(f"{DAY}T15:00"),
            "in_person",
        )
    ]
    attendance: dict[str, list[str]] = {}
    unsigned: list[str] = []
    excluded: dict[str, list[str]] = {}
    consents: list[str] | None = None
    chair: str | None = None
    seed: str | None = None
    vote: Taken = Taken()


class Scenario(Given):
    """One sentence."""

    name: str
    expect: Expected
    council: str = ""


def every() -> Iterator[tuple[str, Scenario]]:
    """Read every scenario of the folder, each with what its file gives."""
    for file in sorted(FOLDER.glob("*.yaml")):
        yaml = read_yaml(file)
        given = yaml.value.get("given", {})
        for place, one in enumerate(yaml.value["scenarios"]):
            whole = _with_for({**given, **one})
            yield one["name"], read_model(yaml, Scenario, whole, ("scenarios", place))


def _with_for(one: dict[str, Any]) -> dict[str, Any]:
    """``for`` is a word of Python."""
    if "for" in one.get("vote", {}):
        one["vote"] = {("for_" if key == "for" else key): way for key, way in one["vote"].items()}
    return one


def members_of(one: Given) -> tuple[Member, ...]:
    """Seat the council: „3P 2E” are P1, P2, P3, E1, E2."""
    found = []
    for word in one.council.split():
        count, letter = int(word[:-1]), word[-1]
        for number in range(1, count + 1):
            name = f"{letter}{number}"
            groups = tuple(group for group, names in one.groups.items() if name in names)
            said = one.about_members.get(name, Seated()).model_dump()
            found.append(Member(name=name, sector=LETTERS[letter], groups=groups, **said))
    return tuple(found)


def counted(one: Given) -> CheckedVote:
    """Hold the vote of a scenario."""
    members = members_of(one)
    names = [member.name for member in members]
    rules = {"quorum": {"percent": 50, "source": "regulamin Rady, § 5"}, **one.rules}
    council = Council(
        members,
        CouncilRules.model_validate(rules),
        signed=frozenset(names) - frozenset(one.unsigned),
    )
    parts = tuple(Part(start, end, "Sala", form) for start, end, form in one.parts)
    sitting = Sitting(
        "1/2022",
        parts,
        one.chair or names[0],
        presences=tuple(
            presence for name in names for presence in presences_of(name, one.attendance, parts)
        ),
        exclusions=tuple(
            ExclusionDecision(member=name, application=number, excluded=True, reason="powiązanie")
            for number, some in one.excluded.items()
            for name in some
        ),
        consents=frozenset(names if one.consents is None else one.consents),
        seed=one.seed,
    )
    (found,) = held(council, _with_vote(council, sitting, one), one.regime).votes
    return found


def presences_of(
    name: str, attendance: dict[str, list[str]], parts: Sequence[Part]
) -> Iterator[Presence]:
    """„10:00-10:30” is an hour on the first day; „-” alone: never there."""
    if name not in attendance:
        yield Presence(name, parts[0].opened_at)
        return
    for stretch in attendance[name]:
        came, _, left = stretch.partition("-")
        if came:
            end = datetime.fromisoformat(f"{DAY}T{left}") if left else None
            yield Presence(name, datetime.fromisoformat(f"{DAY}T{came}"), end)


def _with_vote(council: Council, sitting: Sitting, one: Given) -> Sitting:

    taken = one.vote
    bare = Vote(
        taken.about,
        "uchwała",
        datetime.fromisoformat(f"{taken.on}T{taken.at}"),
        Tally(0),
        Tally(0),
        Tally(0),
        application=taken.application,
        concerns=taken.concerns,
        left_out=taken.left_out,
        led_by=taken.led_by,
    )
    (empty,) = held(council, replace(sitting, votes=(bare,)), one.regime).votes
    ways = (taken.for_, taken.against, taken.abstained)
    named = {name for way in ways if isinstance(way, list) for name in way}
    rest = [name for name in empty.entitled if name not in named]
    tallies = [_tally(way, rest) for way in ways]
    vote = replace(bare, in_favour=tallies[0], against=tallies[1], abstained=tallies[2])
    return replace(sitting, votes=(vote,))


def _tally(way: Way, rest: list[str]) -> Tally:
    if isinstance(way, int):
        return Tally(way)
    return Tally.of(rest if isinstance(way, str) else way)
