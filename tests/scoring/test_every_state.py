"""Every kind of criterion speaks in every state it can be in, and never raises."""

import re
from decimal import Decimal
from itertools import product

import pytest

from scoring.deciding import decide
from scoring.explain import distances, next_steps, reasons
from scoring.export import results
from tests.scoring import scenario as the
from tests.scoring.scenario import Row, Scenario

KINDS: dict[str, Row] = {
    "yes_no of a fact": {"kind": "yes_no", "fact": "tourism", "points": 5},
    "yes_no of a condition": {
        "kind": "yes_no",
        "condition": {"not": {"any": [{"fact": "jobs", "below": 1}, {"fact": "own", "above": 9}]}},
        "points": 5,
    },
    "bands of a count": {"kind": "bands", "fact": "jobs", "bands": [{"from": 1, "points": 5}]},
    "bands of money": {
        "kind": "bands",
        "fact": "total",
        "otherwise": 5,
        "bands": [{"from": 1, "to": 5, "points": 4}, {"above": 6, "points": 1}],
    },
    "bands of a date": {
        "kind": "bands",
        "fact": "started",
        "bands": [{"to": "2022-04-30", "points": 5}, {"from": "2022-05-01", "points": 1}],
    },
    "choice": {
        "kind": "choice",
        "fact": "branch",
        "options": [{"is": "tourism", "points": 5}, {"is": "other", "points": 0}],
    },
    "per_unit": {"kind": "per_unit", "fact": "posts", "each": "0.5", "points": 2, "cap": 5},
    "per_unit of a share": {
        "kind": "per_unit",
        "fact": "own",
        "each": "2.5",
        "points": 2,
        "cap": 5,
    },
    "ratio": {
        "kind": "ratio",
        "fact": "total",
        "minus": "requested",
        "of": "total",
        "bands": [{"from": 10, "to": 50, "points": 3}, {"from": 60, "points": 5}],
    },
    "ratio with zero": {
        "kind": "ratio",
        "fact": "eco_cost",
        "of": "total",
        "if_zero": 1,
        "bands": [{"from": 10, "points": 5}],
    },
    "lookup": {
        "kind": "lookup",
        "by": ["commune", "town"],
        "highest_points": 5,
        "rows": [{"for": ["Sejny", "Sejny"], "points": 5}],
    },
    "lookup in a table of the call": {
        "kind": "lookup",
        "by": ["branch"],
        "highest_points": 5,
        "table": "table",
    },
    "lookup without a table": {
        "kind": "lookup",
        "by": ["town"],
        "highest_points": 5,
        "table": "none",
    },
    "relative": {"kind": "relative", "fact": "total", "best": "lowest", "points": 5},
    "relative of money by a count": {
        "kind": "relative",
        "fact": "total",
        "per": "jobs",
        "best": "highest",
        "points": 5,
        "all_equal": 5,
        "if_zero": 0,
    },
    "relative of a count by money": {
        "kind": "relative",
        "fact": "jobs",
        "per": "total",
        "best": "highest",
        "points": 5,
        "all_equal": 5,
    },
    "judged on a scale": {
        "kind": "judged",
        "scale": [{"points": 0, "means": "nie"}, {"points": 5, "means": "tak"}],
    },
    "judged in a range": {"kind": "judged", "range": [0, 5, "0.5"]},
}

APPLIES: Row = {"applies_to": {"fact": "craft", "is": "tak"}}
MODIFIERS: dict[str, Row] = {
    "plain": {},
    "weighted": {"weight": "1.5"},
    "with a minimum": {"minimum": 5},
    "weighted with a minimum": {"weight": 2, "minimum": 10},
    "that shrinks": APPLIES | {"when_not_applicable": "shrink_maximum"},
    "that keeps": APPLIES | {"when_not_applicable": "keep_maximum", "minimum": 5},
    "with a condition": {"when": {"fact": "craft", "is": "tak"}},
}

APPLICATIONS: dict[str, Row] = {
    "empty": {},
    "says nothing of itself": {"requested": None, "submitted_at": None},
    "craft": {"craft": "tak"},
    "no craft": {"craft": "nie"},
    "full": {
        "craft": "tak",
        "tourism": "tak",
        "jobs": 2,
        "total": 50000,
        "eco_cost": 10000,
        "started": "2022-06-01",
        "branch": "tourism",
        "posts": "1.25",
        "own": "33.3333",
        "commune": "Sejny",
        "town": "sejny",
    },
    "low": {
        "craft": "tak",
        "tourism": "nie",
        "jobs": 0,
        "total": 0,
        "eco_cost": 0,
        "started": "2022-04-30",
        "branch": "other",
        "posts": 0,
        "own": 0,
        "commune": "Sejny",
        "town": "Wizna",
    },
    "odd": {
        "craft": "tak",
        "tourism": "nie",
        "jobs": 1,
        "total": "5.50",
        "eco_cost": 5,
        "started": "2022-05-01",
        "branch": "craft",
        "posts": "0.49",
        "own": "0.01",
        "commune": "Wizna",
        "town": "Wizna",
    },
    "late": {"submitted_at": "2023-01-01T00:00"},
    "withdrawn": {"withdrawn": "tak"},
}

CARDS: dict[str, dict[str, Row]] = {
    "full": {"Anna": {"one": 5}, "Bogdan": {"one": 5}},
    "low": {"Anna": {"one": 0}, "Bogdan": {"one": 0}},
    "odd": {"Anna": {"one": 5}, "Bogdan": {"one": 0}},
    "craft": {"Anna": {"one": Decimal("4.4")}, "Bogdan": {"one": 99}},
    "empty": {"Anna": {"one": 5}, "Bogdan": {"excluded": True}},
}

RULES = ("mean", "median", "consensus", "majority")
SAID = re.compile(r"[A-ZŁŚŻĆŹ0-9(].*\.", re.DOTALL)


def scenario(criterion: Row, combine: str | None, numbers: list[str]) -> Scenario:
    return Scenario(
        name="A criterion in some state.",
        criteria=[{"id": "one", "name": "Kryterium"} | criterion],
        combine={"combine": combine, "at_least": 2} if combine is not None else None,
        tables={"table": [{"for": "tourism", "points": 5}, {"for": "craft", "points": 6}]},
        minimum={"percent": 60},
        applications={number: APPLICATIONS[number] for number in numbers},
        cards={number: card for number, card in CARDS.items() if number in numbers},
    )


def check(one: Scenario) -> None:
    decision = the.decided(one)
    criteria = decision.ruleset.criteria
    for row in results(decision)["applications"]:
        for said in (*(criterion["reason"] for criterion in row["criteria"]), *row["reasons"]):
            assert SAID.fullmatch(said), said
            assert not re.search(r"None|Fraction|Decimal|\bTrue\b|\bFalse\b|\.\.|  ", said), said
    for assessment in decision.assessments:
        assert reasons(decision, assessment)
        for said in (*next_steps(decision, assessment), *distances(decision, assessment)):
            assert SAID.fullmatch(said), said
            assert not re.search(r"None|Fraction|Decimal|/\d", said), said
        for criterion, score in zip(criteria, assessment.scores, strict=bool(assessment.scores)):
            assert (score.points is None) == (bool(score.missing) or not score.applies)
            assert score.points is None or 0 <= score.points <= score.maximum
            assert score.maximum <= criterion.maximum
    assert [row.text for criterion in criteria for row in criterion.rows(the.CATALOGUE)]


@pytest.mark.parametrize(("kind", "modifier"), list(product(KINDS, MODIFIERS)))
def test_a_criterion(kind: str, modifier: str):
    criterion = KINDS[kind] | MODIFIERS[modifier]
    rules = (*RULES, None) if criterion["kind"] == "judged" else ("mean",)
    for combine in rules:
        check(scenario(criterion, combine, list(APPLICATIONS)))
        check(scenario(criterion, combine, ["full", "low", "odd"]))
        for alone in APPLICATIONS:
            check(scenario(criterion, combine, [alone]))


@pytest.mark.parametrize(("kind", "modifier"), list(product(KINDS, MODIFIERS)))
@pytest.mark.parametrize("combine", ["sum", "highest"])
def test_a_part(kind: str, modifier: str, combine: str):
    part = {"id": "one"} | KINDS[kind] | MODIFIERS[modifier]
    other = {"id": "other", "kind": "yes_no", "fact": "tourism", "points": 3}
    for name in ("plain", "weighted", "that shrinks", "with a condition"):
        criterion = {"kind": "parts", "combine": combine, "cap": 6, "parts": [part, other]}
        criterion |= MODIFIERS[name]
        check(scenario(criterion, "mean", list(APPLICATIONS)))


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_call(kind: str):
    one = scenario(KINDS[kind], "mean", [])
    made, _ = the.call(one)
    rules, _ = the.ruleset(one)
    assert decide(made, rules, []).assessments == ()
