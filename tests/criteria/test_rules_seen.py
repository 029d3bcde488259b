"""Rules seen in real criteria of LGDs, each expressible as a few lines of a file."""

from fractions import Fraction
from pathlib import Path

import pytest

from criteria.places import SETS
from criteria.read import read_ruleset
from scoring.decision import Outcome
from scoring.facts import FactValue
from tests.criteria.deciding import assessed, points
from tests.criteria.writing import ruleset


@pytest.mark.parametrize(("jobs", "expected"), [("1", 0), ("1.49", 0), ("1.5", 5), ("2", 5)])
def test_more_than_one_job_where_the_second_is_at_least_half_a_post(
    tmp_path: Path, jobs: str, expected: int
):
    rules = ruleset(
        tmp_path,
        """
- id: jobs
  name: Więcej niż jedno miejsce pracy, drugie co najmniej pół etatu
  kind: bands
  fact: jobs_created
  bands: [{from: 1.5, points: 5}]
  source: Wzgórza Dalkowskie
""",
    )

    assert points(rules, jobs_created=Fraction(jobs)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stage", "aid", "own", "expected"),
    [
        ("start", 9_000, 10_000, 5),
        ("start", 9_000, 9_999, 0),
        ("start", 10_000, 11_000, 5),
        ("start", 10_000, 10_999, 0),
        ("growth", 20_000, 30_000, 5),
        ("growth", 20_000, 29_999, 0),
    ],
)
def test_own_money_a_tenth_above_the_aid_and_at_least_an_amount_by_stage(
    tmp_path: Path, stage: str, aid: int, own: int, expected: int
):
    rules = ruleset(
        tmp_path,
        """
- id: own_money
  name: Wkład własny
  kind: ratio
  fact: own_contribution
  of: requested
  bands: [{from: 110, points: 5}]
  when:
    any:
      - all: [{fact: business_stage, is: start}, {fact: own_contribution, at_least: 10000}]
      - all: [{fact: business_stage, is: growth}, {fact: own_contribution, at_least: 30000}]
  source: Wzgórza Dalkowskie
""",
    )

    found = points(rules, business_stage=stage, requested=aid * 100, own_contribution=own * 100)

    assert found == expected


@pytest.mark.parametrize(("share", "expected"), [(499, 0), (500, 5), (501, 5)])
def test_environment_counts_only_if_five_per_cent_of_the_costs_serve_it(
    tmp_path: Path, share: int, expected: int
):
    rules = ruleset(
        tmp_path,
        """
- id: environment
  name: Środowisko
  kind: ratio
  fact: environment_cost
  of: total_cost
  bands: [{from: 5, points: 5}]
  source: docplayer 125050572
""",
    )

    assert points(rules, environment_cost=share, total_cost=10_000) == expected


@pytest.mark.parametrize(("answer", "expected"), [(True, 5), (False, 0)])
def test_innovation_is_all_or_nothing(tmp_path: Path, answer: bool, expected: int):
    rules = ruleset(
        tmp_path,
        "- {id: a, name: Innowacja, kind: yes_no, fact: innovative, points: 5, source: docplayer}",
    )

    assert points(rules, innovative=answer) == expected


@pytest.mark.parametrize(("requested", "expected"), [(7_001, 0), (7_000, 3), (6_999, 3)])
def test_own_contribution_is_what_the_aid_leaves_of_the_total(
    tmp_path: Path, requested: int, expected: int
):
    rules = ruleset(
        tmp_path,
        """
- id: own_share
  name: Udział wkładu własnego
  kind: ratio
  fact: total_cost
  minus: requested
  of: total_cost
  bands: [{from: 30, points: 3}]
  source: Zalew Wiślany
""",
    )

    assert points(rules, total_cost=10_000, requested=requested) == expected


@pytest.mark.parametrize(
    ("created", "kept", "expected"),
    [(0, 0, 0), (1, 0, 5), (2, 0, 10), (3, 0, 10), (0, 1, 1), (0, 2, 2), (2, 2, 12)],
)
def test_several_parts_of_one_criterion_add_up(
    tmp_path: Path, created: int, kept: int, expected: int
):
    rules = ruleset(
        tmp_path,
        """
- id: jobs
  name: Miejsca pracy
  kind: parts
  parts:
    - id: created
      name: Utworzone
      kind: bands
      fact: jobs_created
      bands: [{from: 1, points: 5}, {from: 2, points: 10}]
    - id: kept
      name: Utrzymane
      kind: bands
      fact: jobs_kept
      bands: [{from: 1, points: 1}, {from: 2, points: 2}]
  source: Zalew Wiślany
""",
    )

    assert points(rules, jobs_created=created, jobs_kept=kept) == expected


def test_parts_of_one_criterion_exclude_each_other(tmp_path: Path):
    rules = ruleset(
        tmp_path,
        """
- id: local
  name: Lokalność
  kind: parts
  combine: highest
  parts:
    - {id: product, name: Produkt, kind: yes_no, fact: local_product, points: 4}
    - {id: heritage, name: Dziedzictwo, kind: yes_no, fact: uses_local_heritage, points: 3}
  source: LSR
""",
    )

    assert points(rules, local_product=True, uses_local_heritage=True) == 4
    assert points(rules, local_product=False, uses_local_heritage=True) == 3


@pytest.mark.parametrize(
    ("code", "expected"), [("55.20.Z", 5), ("10.13.z", 4), ("25.62.Z", 3), ("69.20.Z", 1)]
)
def test_the_branch_is_read_from_the_pkd_code(tmp_path: Path, code: str, expected: int):
    rules = ruleset(
        tmp_path,
        """
- id: branch
  name: Branża
  kind: lookup
  by: [pkd_code]
  rows:
    - {for: 55.20.Z, points: 5}
    - {for: 10.13.Z, points: 4}
    - {for: 25.62.Z, points: 3}
  otherwise: 1
  highest_points: 5
  source: Kraina św. Anny
""",
    )

    assert points(rules, pkd_code=code) == expected


WEIGHED = """
- id: consultation
  name: Konsultacja
  kind: yes_no
  fact: office_consultation
  points: 16
  source: Dolina Raby
- id: jobs
  name: Miejsca pracy
  kind: bands
  fact: jobs_created
  bands: [{from: 1, points: 0.5}, {from: 2, points: 8.5}]
  weight: 2
  source: Dolina Raby
"""


@pytest.mark.parametrize(
    ("consulted", "jobs", "expected", "outcome"),
    [
        (True, 0, 16, Outcome.BELOW_MINIMUM),
        (True, 1, 17, Outcome.SELECTED),
        (False, 2, 17, Outcome.SELECTED),
        (True, 2, 33, Outcome.SELECTED),
    ],
)
def test_points_are_weighed_and_half_of_33_is_raised_to_17(
    tmp_path: Path, consulted: bool, jobs: int, expected: int, outcome: Outcome
):
    rules = ruleset(tmp_path, WEIGHED, minimum="{percent: 50, raise_to_step: 1}", maximum="33")

    found = assessed(rules, office_consultation=consulted, jobs_created=jobs)

    assert (found.points, found.minimum, found.outcome) == (expected, 17, outcome)


@pytest.mark.parametrize(
    ("jobs", "outcome"), [(1, Outcome.BELOW_MINIMUM), (2, Outcome.SELECTED), (3, Outcome.SELECTED)]
)
def test_a_minimum_within_one_criterion_must_be_reached_too(
    tmp_path: Path, jobs: int, outcome: Outcome
):
    rules = ruleset(
        tmp_path,
        """
- id: jobs
  name: Miejsca pracy
  kind: per_unit
  fact: jobs_created
  points: 5
  cap: 15
  minimum: 10
  source: LSR
""",
    )

    assert assessed(rules, jobs_created=jobs).outcome is outcome


@pytest.mark.parametrize(
    ("then", "maximum", "minimum"), [("shrink_maximum", 10, 5), ("keep_maximum", 20, 10)]
)
def test_a_criterion_that_does_not_concern_an_application_shrinks_its_maximum_or_not(
    tmp_path: Path, then: str, maximum: int, minimum: int
):
    rules = ruleset(
        tmp_path,
        f"""
- {{id: a, name: A, kind: yes_no, fact: innovative, points: 10, source: LSR}}
- id: b
  name: B
  kind: yes_no
  fact: local_product
  points: 10
  applies_to: {{fact: business_stage, is: growth}}
  when_not_applicable: {then}
  source: LSR
""",
        minimum="{percent: 50}",
    )

    found = assessed(rules, innovative=True, business_stage="start")

    assert (found.points, found.maximum, found.minimum) == (10, maximum, minimum)
    assert not found.scores[1].applies


"""Eleven cards of 53 and seven of 54: the mean is 961/18, about 53,39."""


NOTHING: dict[str, FactValue] = {
    "matches_several_goals": False,
    "innovative": False,
    "jobs_created": 0,
    "similar_projects": 0,
    "rational_budget": False,
    "foreign_partners": 0,
    "project_form": "other",
}
"""A cooperation project that gets no points."""


@pytest.mark.parametrize(
    ("facts", "expected", "outcome"),
    [
        (
            {
                "matches_several_goals": True,
                "innovative": True,
                "jobs_created": 1,
                "project_form": "integrated",
            },
            20,
            Outcome.BELOW_MINIMUM,
        ),
        (
            {
                "innovative": True,
                "similar_projects": 3,
                "rational_budget": True,
                "foreign_partners": 1,
            },
            21,
            Outcome.SELECTED,
        ),
        (
            {
                "matches_several_goals": True,
                "innovative": True,
                "jobs_created": 1,
                "similar_projects": 3,
                "project_form": "symmetric",
            },
            22,
            Outcome.SELECTED,
        ),
    ],
)
def test_a_cooperation_project_needs_21_of_35(
    facts: dict[str, FactValue], expected: int, outcome: Outcome
):
    rules, _ = read_ruleset(SETS / "krajowe/cooperation/2015-01-01.yaml")

    found = assessed(rules, **{**NOTHING, **facts})

    assert (found.points, found.maximum, found.outcome) == (expected, 35, outcome)


def test_an_unknown_minimum_leaves_a_scored_application_undecided():
    rules, _ = read_ruleset(SETS / "zalacznik-2a/diversification/2007-01-01.yaml")

    found = assessed(rules, kind_of_activity="tourism", membership="lgd_member", jobs_created=4)

    assert (found.points, found.outcome) == (10, Outcome.UNDECIDED)
    assert [one.why for one in found.missing] == ["minimum"]
