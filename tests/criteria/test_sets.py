from decimal import Decimal
from pathlib import Path

import pytest

from criteria.check import check
from criteria.places import FACTS, SETS
from criteria.read import read_ruleset
from reading.problems import Problem

FILES = sorted(file for file in SETS.rglob("*.yaml") if file.parent.name != "common")


def errors(problems: list[Problem]) -> list[str]:
    return [str(problem) for problem in problems if problem.level == "error"]


def test_there_are_sets():
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SETS).as_posix())
def test_every_set_can_be_read(file: Path):
    ruleset, warnings = read_ruleset(file)

    assert errors(warnings) == []
    assert ruleset.texts[0].name == file.relative_to(SETS).as_posix()
    assert ruleset.highest == ruleset.maximum


def test_the_checker_finds_no_error_in_the_sets_and_the_catalogue():
    assert errors(check([SETS.parent])) == []
    assert errors(check([FACTS])) == []


@pytest.mark.parametrize(
    ("name", "maximum", "minimum"),
    [
        ("kraina-nocy-i-dni/start-of-business/2022-01-01.yaml", 68, 27),
        ("trygon/micro-enterprises/2013-01-01.yaml", 100, 30),
        ("zalacznik-2a/diversification/2007-01-01.yaml", 10, None),
        ("krajowe/cooperation/2015-01-01.yaml", 35, 21),
    ],
)
def test_published_totals_are_those_of_the_source(name: str, maximum: int, minimum: int | None):
    ruleset, _ = read_ruleset(SETS / name)

    assert (ruleset.highest, ruleset.minimum.required(ruleset.highest)) == (maximum, minimum)


def test_published_points_of_kraina_nocy_i_dni_are_those_of_the_source():
    ruleset, _ = read_ruleset(SETS / "kraina-nocy-i-dni/start-of-business/2022-01-01.yaml")

    assert {one.id: one.maximum for one in ruleset.criteria} == {
        "innovation": 5,
        "environment": 5,
        "consultation": 2,
        "eligible_costs": 5,
        "promotion": 5,
        "disadvantaged_groups": 11,
        "jobs": 20,
        "processing": 5,
        "indicators": 5,
        "coherence": 5,
    }


def test_the_national_minimum_is_also_sixty_per_cent():
    minimum = read_ruleset(SETS / "krajowe/cooperation/2015-01-01.yaml")[0].minimum

    assert (minimum.points, minimum.percent) == (Decimal(21), Decimal(60))


@pytest.mark.parametrize("scope", ["business", "infrastructure"])
def test_the_model_for_podlasie_covers_every_premium_and_says_that_nobody_adopted_it(scope: str):
    ruleset, _ = read_ruleset(SETS / "podlaskie-model" / scope / "2023-01-01.yaml")

    assert {premium for one in ruleset.criteria for premium in one.serves} == {
        "innovation",
        "environment",
        "jobs",
        "local_products",
        "disadvantaged_groups",
        "small_locality",
    }
    assert "nieprzyjęty przez nikogo" in ruleset.title
    assert ruleset.notice == "Kryteria modelowe: nie przyjęła ich żadna LGD i nikogo nie wiążą."
