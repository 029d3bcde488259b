"""Every rule of the programme text is run by some function and shown on each side of its limit."""

import pytest

from scoring.rule_ids import RULES
from tests.docs import rules_table

OTHER_SIDE = {
    # The list of costs either does not bind (a lump sum) or the rule has nothing to say.
    "C5": "not_applicable",
    # Costs that are not listed and criteria that are not set cannot be failed.
    "L2": "not_applicable",
    "L4": "not_applicable",
}
"""What may stand for ``not_met`` where a rule allows and forbids nothing."""


def test_the_page_is_what_the_program_says():
    written = rules_table.FILE.read_text("utf-8")
    assert written == rules_table.table(), "run `make rules`"


@pytest.mark.parametrize("number", list(RULES))
def test_a_rule_is_run_and_shown_on_each_side(number: str):
    sides = {side for side, _, _ in rules_table.shown()[number]}
    assert rules_table.functions(number)
    assert "met" in sides
    assert sides & {"not_met", OTHER_SIDE.get(number, "not_met")}


def test_every_side_that_a_scenario_shows_has_a_name():
    sides = {side for some in rules_table.shown().values() for side, _, _ in some}
    assert sides <= set(rules_table.SIDES)


def test_every_function_that_runs_a_rule_says_what_it_does():
    functions = [one for number in RULES for one in rules_table.functions(number)]
    assert [rules_table.name_of(one) for one in functions if not one.__doc__] == []
