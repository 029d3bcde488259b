"""Every sentence of tests/scenarios/sittings holds, in the decision and on paper."""

import pytest

from tests.scoring import scenario as calls
from tests.templates import sitting_scenario as the
from tests.templates.sitting_scenario import Scenario
from tests.templates.test_printing import printed, text_of

SCENARIOS = list(the.every())


def test_there_are_scenarios_and_every_name_is_a_sentence_that_stands_once() -> None:
    names = [one.name for one in SCENARIOS]
    assert len(names) >= 10
    assert [name for name in names if not name.endswith(".")] == []
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("one", [pytest.param(one, id=one.name) for one in SCENARIOS])
def test_the_sentence_holds(one: Scenario) -> None:
    decision = the.decided(one)
    wanted = calls.expected(one)
    assert set(wanted) == {each.application.number for each in decision.assessments}
    for number, expected in wanted.items():
        assert calls.plain_spaces(calls.found(decision, number, expected)) == calls.written(
            expected
        )
    assert the.resolutions(decision) == one.resolutions
    assert one.prints
    for name, sentences in one.prints.items():
        text = text_of(printed(decision, name))
        assert [said for said in sentences if said not in text] == [], name
