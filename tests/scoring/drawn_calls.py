"""Calls with a criterion of each kind, drawn by chance: what the properties of a call are tried on."""

from decimal import Decimal

from hypothesis import strategies as st

from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.limit import MANY
from tests.scoring import scenario as the
from tests.scoring.scenario import Scenario

EVERYTHING = Scenario(
    name="A criterion of each kind.",
    criteria=[
        {"id": "tourism", "kind": "yes_no", "fact": "tourism", "points": 2},
        {
            "id": "jobs",
            "kind": "bands",
            "fact": "jobs",
            "weight": 2,
            "bands": [{"from": 1, "points": 1}, {"from": 2, "points": 3}],
        },
        {"id": "cost", "kind": "relative", "fact": "total", "best": "lowest", "points": 7}
        | {"all_equal": 0, "when": {"fact": "jobs", "above": 0}},
        {"id": "idea", "kind": "judged", "range": [0, 3]},
        {
            "id": "own",
            "kind": "ratio",
            "fact": "total",
            "minus": "requested",
            "of": "total",
            "bands": [{"from": 10, "points": 3}],
            "applies_to": {"fact": "tourism", "is": "tak"},
            "when_not_applicable": "shrink_maximum",
        },
    ],
    minimum={"percent": 30, "raise_to_step": 1},
    ties=[{"fact": "jobs", "prefer": "higher"}, {"criterion": "idea", "prefer": "higher"}],
    conditions=[{"id": "jobs", "require": {"fact": "jobs", "at_most": 4}}],
    rounding={"places": 2},
    combine={"combine": "mean", "at_least": 2},
)
BY_SCORE = Scenario(
    name="Points as they are given.",
    criteria=[{"id": "score", "kind": "per_unit", "fact": "score", "points": 1, "cap": 100}],
)

GROSZE = st.integers(1, 12).map(lambda thousands: thousands * 100_000)
POLICIES = st.sampled_from(["stop", "skip", "partial"])


def known(**facts: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional=facts)


FACTS = known(
    tourism=st.booleans(),
    jobs=st.integers(0, 5),
    total=GROSZE,
    requested=GROSZE,
    accepts_partial=st.booleans(),
    withdrawn=st.sampled_from([False, False, False, True]),
)
FULL = st.fixed_dictionaries(
    {
        "score": st.integers(0, 4).map(Decimal),
        "requested": GROSZE,
        "accepts_partial": st.booleans(),
        "jobs": st.integers(0, 2),
    }
)
MOMENT = the.facts({})["submitted_at"]


def numbered(rows: list[dict[str, object]]) -> list[Application]:
    return [
        Application(str(place), {"submitted_at": MOMENT} | row) for place, row in enumerate(rows)
    ]


APPLICATIONS = st.lists(FACTS, max_size=7).map(numbered)
CONTENDERS = st.lists(FULL, max_size=MANY + 2).map(numbered)


@st.composite
def cards_of(draw: st.DrawFn, applications: list[Application]) -> list[Card]:
    return [
        Card(
            member,
            one.number,
            {"idea": points} if (points := draw(st.integers(-1, 3))) >= 0 else {},
            excluded=draw(st.sampled_from([False, False, True])),
        )
        for one in applications
        for member in ("Anna", "Bogdan", "Celina")
    ]


@st.composite
def everything(draw: st.DrawFn) -> tuple[Call, list[Application], list[Card]]:
    applications = draw(APPLICATIONS)
    return call(draw(GROSZE), draw(POLICIES)), applications, draw(cards_of(applications))


def call(grosze: int, policy: str, scenario: Scenario = EVERYTHING) -> Call:
    limit = {"pln": Decimal(grosze) / 100, "policy": policy}
    return the.call(scenario.model_copy(update={"limit": limit}))[0]
