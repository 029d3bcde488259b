"""Every sentence of tests/scenarios/programme holds."""

import pytest

from tests.scoring import scenario as the
from tests.scoring.programme import scenario as of_programme
from tests.scoring.programme.scenario import Expected, Scenario

SCENARIOS = list(of_programme.every())


def test_there_are_scenarios():
    assert len(of_programme.files()) > 5
    assert len(SCENARIOS) > 150


def test_every_name_is_a_sentence_and_stands_once():
    names = [name for name, _ in SCENARIOS]
    assert [name for name in names if not name.endswith(".")] == []
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("scenario", [pytest.param(one, id=name) for name, one in SCENARIOS])
def test_scenario(scenario: Scenario):
    decision = of_programme.decided(scenario)
    of_each, of_call = the.expected(scenario), the.expected_of_call(scenario)
    findings = {one.id: one for one in decision.findings}
    assert of_each or of_call or scenario.verdicts_of_call, "the scenario expects nothing"
    for number, wanted in of_each.items():
        whole = Expected(**{key: getattr(wanted, key) for key in wanted.model_fields_set})
        found = of_programme.found(decision, number, whole)
        assert {key: the.plain_spaces(one) for key, one in found.items()} == the.written(whole)
    assert the.found_of_call(decision, of_call) == of_call
    verdicts = {rule: findings[rule].verdict for rule in scenario.verdicts_of_call}
    sentences = {rule: findings[rule].sentence for rule in scenario.sentences_of_call}
    assert verdicts == scenario.verdicts_of_call
    assert the.plain_spaces(sentences) == scenario.sentences_of_call
    assert set(scenario.shows.items()) <= of_programme.sides(decision)
