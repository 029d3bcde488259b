"""Every date of a call, by scenarios, and what must always hold of a term."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rounds.calendar import day_off
from scoring.announcement import Events
from scoring.deadlines import deadlines, months_after, moved
from scoring.deliveries import EVENT_NAMES, NEEDS, Delivery
from scoring.terms import FROM, OF_CALL, OF_CASE
from tests.rounds.deadline_scenario import Scenario, call, every, found, said

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def test_there_are_scenarios():
    names = [name for name, _ in every()]
    assert len(names) > 20
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("scenario", [one for _, one in every()], ids=[name for name, _ in every()])
def test_the_scenario_holds(scenario: Scenario):
    terms = found(scenario)
    assert {name: said(terms[name], scenario.today) for name in scenario.expect} == scenario.expect
    if scenario.only is not None:
        assert list(terms) == scenario.only


@pytest.mark.parametrize("regime", ["2015", "2019", "2023"])
def test_every_event_of_a_term_is_known_by_its_name(regime):
    of_call = {"announced_on", "opens", "closes", *Events.model_fields}
    for term in OF_CALL[regime]:
        assert {term.after, term.done_by} <= of_call
        assert term.after in FROM
    for term in OF_CASE[regime]:
        assert {term.after, term.done_by or term.after} <= EVENT_NAMES.keys()
        assert term.after in FROM
        assert term.shown_by is None or term.shown_by in EVENT_NAMES
    assert NEEDS.keys() <= EVENT_NAMES.keys()


@given(DAYS)
def test_a_term_never_ends_on_a_day_off_and_is_moved_no_further_than_needed(day: date):
    end = moved(day, day_off)
    assert not day_off(end)
    assert all(day_off(day + timedelta(days=one)) for one in range((end - day).days))


@given(DAYS, st.integers(1, 24))
def test_months_keep_the_day_or_end_with_the_month(day: date, months: int):
    end = months_after(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == day.day or (end + timedelta(days=1)).day == 1


@given(st.permutations(["PD/10", "PD/2", "PD/1"]))
def test_the_order_of_rows_never_matters(numbers: list[str]):
    scenario = Scenario(name="", expect={})
    rows = [Delivery(number=one, delivered_on=date(2022, 6, 9)) for one in numbers]
    terms = deadlines(call(scenario), Events(), rows, day_off)
    assert [one.case for one in terms if one.case] == ["PD/1", "PD/2", "PD/10"]
