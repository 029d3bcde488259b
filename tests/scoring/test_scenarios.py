"""Every sentence of tests/scenarios holds."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from reading.problems import Refused
from scoring.decision import Decision
from tests.scoring import scenario as the
from tests.scoring.scenario import Scenario

SCENARIOS = list(the.every())


def test_there_are_scenarios():
    assert len(the.files()) > 10
    assert len(SCENARIOS) > 200


def test_every_name_is_a_sentence_and_stands_once():
    names = [name for name, _, _ in SCENARIOS]
    assert [name for name in names if not name.endswith(".")] == []
    assert len(set(names)) == len(names)


def test_an_unknown_key_in_a_scenario_is_refused_with_its_line(tmp_path: Path):
    file = tmp_path / "wrong.yaml"
    file.write_text("subject: s\nscenarios:\n  - name: One.\n    expct: {points: 1}\n", "utf-8")
    with pytest.raises(Refused) as refused:
        the.read(file)
    assert [(one.line, one.what) for one in refused.value.problems] == [
        (4, "nieznany klucz „expct”")
    ]


@pytest.mark.parametrize(
    ("path", "place"),
    [pytest.param(path, place, id=name) for name, path, place in SCENARIOS],
)
def test_scenario(path: Path, place: int):
    scenario = the.whole(path, place)
    if scenario.refused:
        with pytest.raises(ValidationError):
            the.call(scenario)
    elif scenario.flaws:
        said = [*the.call(scenario)[1], *the.ruleset(scenario)[1]]
        assert [flaw.what for flaw in said if flaw.level == "error"] == scenario.flaws
    else:
        compare(scenario, the.decided(scenario))


def compare(scenario: Scenario, decision: Decision) -> None:
    of_each = the.expected(scenario)
    of_call = the.expected_of_call(scenario)
    assert of_each or of_call, "the scenario expects nothing"
    for number, wanted in of_each.items():
        found = the.found(decision, number, wanted)
        assert {key: the.plain_spaces(one) for key, one in found.items()} == the.written(wanted)
    assert the.found_of_call(decision, of_call) == of_call
