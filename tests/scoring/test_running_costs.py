"""Running costs (19.4): every sentence of its scenarios holds, and what must hold of every LGD."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rule_ids import run_by
from scoring.running_costs.assess import assess
from scoring.running_costs.given import (
    Agreement,
    Area,
    Gmina,
    NextTranche,
    Paid,
    PaidTranche,
    RunningCosts,
)
from scoring.running_costs.tranche import HIGHEST_RATE, base_of, rate_of
from tests.scoring import running_costs as the

SCENARIOS = list(the.every())
TWO_SIDED = ("L1", "L2", "L3", "L4", "L5")


def test_every_name_is_a_sentence_and_stands_once():
    names = [name for name, _, _ in SCENARIOS]
    assert [name for name in names if not name.endswith(".")] == []
    assert len(set(names)) == len(names) > 40


@pytest.mark.parametrize(
    ("path", "place"), [pytest.param(path, place, id=name) for name, path, place in SCENARIOS]
)
def test_scenario(path: Path, place: int):
    file = the.read(path)
    scenario = file.scenarios[place]
    assessment = the.assessed(file.given, scenario.change)
    of_rules = the.verdicts(assessment, of_rules=True)
    of_limits = the.verdicts(assessment, of_rules=False)
    assert {rule: of_rules[rule] for rule in scenario.shows} == scenario.shows
    assert {limit: of_limits[limit] for limit in scenario.answers} == scenario.answers
    said = the.sentences(assessment)
    assert {rule: said[rule] for rule in scenario.says} == scenario.says
    assert the.found(assessment, scenario.expect) == the.wanted(scenario.expect)


@pytest.mark.parametrize("rule", TWO_SIDED)
def test_every_rule_is_run_and_shown_met_not_met_and_unknown(rule: str):
    shown = {the.read(path).scenarios[place].shows.get(rule) for _, path, place in SCENARIOS} - {
        None
    }
    assert {"met", "not_met", "unknown"} <= shown
    assert run_by(rule)


grosze = st.integers(min_value=0, max_value=10**11)
funds = st.integers(min_value=1, max_value=10**11)
agreements = st.builds(Agreement, funds_19_2=funds, funds_19_4=grosze)


def lgd(agreement: Agreement, paid: Paid, tranches: tuple[PaidTranche, ...] = ()) -> RunningCosts:
    return RunningCosts.model_validate(
        {"lgd": "LGD", "as_of": "2018-06-30"}
        | {"agreement": agreement, "paid": paid, "tranches": tranches}
    )


@given(agreements, st.lists(st.tuples(grosze, grosze), min_size=1, max_size=6))
def test_tranches_never_exceed_the_funds_nor_rate_times_base(agreement, steps):
    """An LGD that always takes all that is due, while the aid grows from tranche to tranche."""
    rate = rate_of(agreement)
    assert rate is not None
    tranches: tuple[PaidTranche, ...] = ()
    non_public = public = 0
    costs = lgd(agreement, Paid())
    for more, more_public in steps:
        non_public, public = non_public + more, public + more_public
        costs = lgd(agreement, Paid(non_public=non_public, public=public), tranches)
        due = assess(costs).next.due
        assert due is not None
        assert due >= 0
        one = PaidTranche(amount=due, non_public=non_public, public=public)
        tranches = (*tranches, one)
        total = sum(tranche.amount or 0 for tranche in tranches)
        base = base_of(non_public, public)
        assert base is not None
        assert total <= (agreement.funds_19_4 or 0)
        assert total <= base * rate.applied / 100
        # Nothing that fits is withheld either, but for less than a grosz.
        left = min(Fraction(agreement.funds_19_4 or 0), base * rate.applied / 100) - total
        assert left < 1
    by_rule = {one.id: one.verdict for one in assess(costs).answers}
    assert by_rule["funds"] == "met"


@given(agreements, st.tuples(grosze, grosze), st.tuples(grosze, grosze), grosze)
def test_a_greater_base_never_makes_a_smaller_tranche(agreement, paid, more, before):
    earlier = (PaidTranche(amount=before),)
    small = lgd(agreement, Paid(non_public=paid[0], public=paid[1]), earlier)
    great = Paid(non_public=paid[0] + more[0], public=paid[1] + more[1])
    due, more_due = assess(small).next.due, assess(lgd(agreement, great, earlier)).next.due
    assert due is not None
    assert more_due is not None
    assert due <= more_due


@given(agreements)
def test_the_rate_is_the_least_full_per_cent_that_is_not_below_the_quotient(agreement):
    rate = rate_of(agreement)
    assert rate is not None
    assert rate.exact <= rate.raised < rate.exact + 1
    assert rate.applied == min(rate.raised, HIGHEST_RATE)


parts = st.none() | grosze


@given(
    st.builds(Agreement, funds_19_2=st.none() | funds, funds_19_4=parts),
    st.builds(Paid, non_public=parts, public=parts),
    st.none() | st.lists(st.builds(PaidTranche, amount=parts), max_size=5).map(tuple),
)
def test_a_tranche_is_known_exactly_where_all_its_parts_are(agreement, paid, tranches):
    costs = lgd(agreement, paid).model_copy(update={"tranches": tranches})
    needed = [agreement.funds_19_2, agreement.funds_19_4, paid.non_public, paid.public, tranches]
    needed += [one.amount for one in tranches or ()]
    assessment = assess(costs)
    assert (assessment.next.due is None) is (None in needed)
    if None in needed:
        assert assessment.missing


@given(st.permutations(range(4)))
def test_the_order_of_gminas_never_matters(order):
    gminas = [Gmina(name=str(one), inhabitants=9_000 * (one + 1)) for one in range(4)]
    gminas = [one.model_copy(update={"towns": ()}) for one in gminas]
    costs = lgd(Agreement(), Paid())
    area = Area.model_validate({"state_on": "2013-12-31", "gminas": [gminas[one] for one in order]})
    assessment = assess(costs.model_copy(update={"area": area}))
    assert assessment.counted == 90_000


def test_the_fingerprint_follows_what_went_in():
    costs = lgd(Agreement(), Paid())
    other = costs.model_copy(update={"next": NextTranche(requested=1)})
    assert assess(costs).fingerprint == assess(costs).fingerprint
    assert assess(costs).fingerprint != assess(other).fingerprint
