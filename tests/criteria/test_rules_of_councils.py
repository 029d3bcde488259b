"""How councils decide, as seen in real procedures: cards, rounding, consensus, ties."""

from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from scoring.call import GateCondition
from scoring.cards import CardRule
from scoring.deciding import decide
from scoring.decision import Outcome
from scoring.fact_condition import Compare
from scoring.facts import FactValue
from scoring.numbers import Points, Rounding
from tests.criteria.deciding import application, call, judged
from tests.criteria.writing import ruleset

MEAN = CardRule(combine="mean", source="procedura")


JUDGED = """
- {id: quality, name: Jakość, kind: judged, range: [0, 100], source: procedura}
"""


@pytest.mark.parametrize(
    ("checked", "outcome"),
    [({}, Outcome.UNDECIDED), ({"card_checked_by_two": True}, Outcome.SELECTED)],
)
def test_a_card_that_two_persons_have_not_checked_leaves_the_application_undecided(
    tmp_path: Path, checked: dict[str, FactValue], outcome: Outcome
):
    rules = ruleset(
        tmp_path,
        facts="[{id: card_checked_by_two, name: Kartę sprawdziły dwie osoby, type: yes_no}]",
    )
    condition = GateCondition(
        id="two_persons",
        name="Sprawdzenie karty przez dwie osoby",
        require=Compare(fact="card_checked_by_two", is_=True),
        source="procedura",
    )
    around, _ = call(conditions=(condition,)).bound(rules.catalogue)

    found = decide(around, rules, [application("1", innovative=True, **checked)])

    assert found.assessments[0].outcome is outcome


MEMBERS = {f"Członek {place}": {"quality": 53 if place < 11 else 54} for place in range(18)}


@pytest.mark.parametrize(
    ("threshold", "outcome"), [("after", Outcome.SELECTED), ("before", Outcome.BELOW_MINIMUM)]
)
def test_members_sums_are_averaged_and_the_threshold_is_tested_before_or_after_rounding(
    tmp_path: Path, threshold: str, outcome: Outcome
):
    rules = ruleset(tmp_path, JUDGED, minimum="{points: 53.39}")
    rounding = Rounding.model_validate({"places": 2, "threshold": threshold, "source": "procedura"})

    found = judged(rules, MEAN, MEMBERS, rounding=rounding).assessments[0]

    assert found.exact_points == Fraction(961, 18)
    assert found.points == Fraction("53.39")
    assert found.outcome is outcome


@pytest.mark.parametrize(
    ("combine", "given", "expected"),
    [
        ("consensus", (5, 5, 5), 5),
        ("consensus", (5, 5, 4), None),
        ("majority", (5, 5, 4), 5),
        ("majority", (5, 4, 3), None),
    ],
)
def test_the_council_decides_by_consensus_or_majority_for_each_criterion(
    tmp_path: Path, combine: str, given: tuple[int, ...], expected: Points | None
):
    rules = ruleset(tmp_path, JUDGED)
    rule = CardRule.model_validate({"combine": combine, "source": "procedura"})
    members = {f"Członek {place}": {"quality": value} for place, value in enumerate(given)}

    assert judged(rules, rule, members).assessments[0].points == expected


@pytest.mark.parametrize(
    ("count", "outcome"), [(2, Outcome.UNDECIDED), (3, Outcome.SELECTED), (4, Outcome.SELECTED)]
)
def test_three_members_assess_an_operation(tmp_path: Path, count: int, outcome: Outcome):
    rules = ruleset(tmp_path, JUDGED)
    rule = CardRule(combine="mean", at_least=3, source="procedura")
    members = {f"Członek {place}": {"quality": 50} for place in range(count)}

    assert judged(rules, rule, members).assessments[0].outcome is outcome


def test_ties_go_by_an_ordered_list_of_criteria_and_last_by_the_hour_of_receipt(tmp_path: Path):
    rules = ruleset(
        tmp_path,
        """
- {id: a, name: A, kind: yes_no, fact: innovative, points: 5, source: LSR}
- {id: b, name: B, kind: yes_no, fact: local_product, points: 5, source: LSR}
""",
        ties="[{criterion: a, prefer: higher}, {fact: submitted_at, prefer: earlier}]",
        still_tied=None,
    )
    early, late = (datetime(2030, 5, 5, hour) for hour in (9, 11))  # noqa: DTZ001 - Polish time
    decision = decide(
        call(),
        rules,
        [
            application("1", innovative=False, local_product=True, submitted_at=early),
            application("2", innovative=True, local_product=False, submitted_at=late),
            application("3", innovative=True, local_product=False, submitted_at=early),
        ],
    )

    assert [(one.rank, one.application.number) for one in decision.assessments] == [
        (1, "3"),
        (2, "2"),
        (3, "1"),
    ]


def test_what_the_ladder_leaves_equal_is_shown_equal_until_the_council_votes(tmp_path: Path):
    rules = ruleset(tmp_path, still_tied="council_vote")

    decision = decide(
        call(), rules, [application("1", innovative=True), application("2", innovative=True)]
    )

    assert [one.rank for one in decision.assessments] == [1, 1]
