"""What is found in a call before it is announced."""

from pathlib import Path

import pytest

from rounds.check_call import check_call
from scoring.rule_ids import run_by
from tests.rounds.call_scenario import Given, Scenario, checked, every, found

ROOT = Path(__file__).parents[2]


def test_there_are_scenarios_on_both_sides_of_every_rule():
    shown = {(number, said) for _, _, one in every() for number, said in one.shows.items()}
    for number in ("S1", "S2", "S3", "S4", "S5"):
        assert {(number, "met"), (number, "not_met")} <= shown
        assert run_by(number)


@pytest.mark.parametrize(
    ("given", "scenario"),
    [(given, one) for _, given, one in every()],
    ids=[name for name, _, _ in every()],
)
def test_the_scenario_holds(tmp_path: Path, given: Given, scenario: Scenario):
    check = checked(tmp_path, given, scenario)
    if scenario.finds is not None:
        assert found(check, tmp_path) == scenario.finds
    answers = {one.number: one.verdict for one in check.answers}
    assert {number: answers.get(number) for number in scenario.shows} == scenario.shows


def test_every_problem_says_what_to_write(tmp_path: Path):
    for place, (_, given, scenario) in enumerate(every()):
        folder = tmp_path / str(place)
        folder.mkdir()
        assert all(one.write.strip() for one in checked(folder, given, scenario).problems)


@pytest.mark.parametrize("folder", sorted((ROOT / "examples").glob("*/call.yaml")), ids=str)
def test_every_example_can_be_checked_and_has_no_error(folder: Path):
    check = check_call(folder.parent)
    assert [str(one) for one in check.problems if one.level == "error"] == []
    assert [one.number for one in check.answers] == ["S1", "S2", "S3", "S4", "S5"]


def test_a_call_that_cannot_be_read_is_told_whole(tmp_path: Path):
    (tmp_path / "call.yaml").write_text("number: 1\nnieznany: 2\n", "utf-8")
    check = check_call(tmp_path)
    assert not check.ready
    assert check.answers == ()
    assert "nieznany klucz „nieznany”" in [one.what for one in check.problems]


def test_a_call_whose_criteria_are_not_there_is_checked_for_the_rest(tmp_path: Path):
    _, given, _ = every()[0]
    check = checked(tmp_path, given, Scenario(name="", call={"criteria": "by_date"}))
    assert [one.what for one in check.problems] == [
        "nie ma kryteriów dla LGD „przyklad” i zakresu „zakres”"
    ]
