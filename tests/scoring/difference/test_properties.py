"""What must hold of every difference, whatever changed between two decisions."""

import json
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.difference import Difference, difference
from scoring.difference.cause import OfCriterion
from scoring.difference.export import as_json
from scoring.ruleset import Ruleset
from tests.scoring import scenario as the
from tests.scoring.drawn_calls import (
    EVERYTHING,
    FACTS,
    GROSZE,
    POLICIES,
    call,
    cards_of,
    everything,
    numbered,
)

CRITERIA = list(EVERYTHING.criteria or [])
OTHERWISE = [
    CRITERIA,
    CRITERIA[1:],
    [*CRITERIA[:1], {**CRITERIA[1], "weight": 3}, *CRITERIA[2:]],
    [*CRITERIA[:2], {**CRITERIA[2], "points": 11, "round_to": 1}, *CRITERIA[3:]],
    [*CRITERIA, {"id": "new", "kind": "yes_no", "fact": "tourism", "points": 4}],
    [*CRITERIA, {"id": "unread", "kind": "yes_no", "fact": "crafts", "points": 4}],
]
SETS: list[Ruleset] = [
    the.ruleset(EVERYTHING.model_copy(update={"criteria": criteria, "minimum": minimum}))[0]
    for criteria in OTHERWISE
    for minimum in ({"percent": 30, "raise_to_step": 1}, {"points": 9})
]


WHOLE: st.SearchStrategy[dict[str, object]] = st.fixed_dictionaries(
    {
        "tourism": st.booleans(),
        "jobs": st.integers(0, 5),
        "total": GROSZE,
        "requested": GROSZE,
        "accepts_partial": st.booleans(),
    },
    optional={"withdrawn": st.sampled_from([False, False, True])},
)
ROWS = st.lists(st.one_of(WHOLE, WHOLE, FACTS), min_size=1, max_size=6)


@st.composite
def two_decisions(draw: st.DrawFn) -> tuple[Decision, Decision]:
    """Draw two decisions of one call, of which any input may have changed."""
    made, applications = call(draw(GROSZE), draw(POLICIES)), numbered(draw(ROWS))
    cards = draw(cards_of(applications))
    before = decide(made, draw(st.sampled_from(SETS)), applications, cards)
    again, changed, dealt = _changed(draw, made, applications, cards)
    return before, decide(again, draw(st.sampled_from(SETS)), changed, dealt)


def _changed(
    draw: st.DrawFn, made: Call, applications: list[Application], cards: list[Card]
) -> tuple[Call, list[Application], list[Card]]:
    update: dict[str, object] = {}
    if draw(st.booleans()):
        money = {"pln": Decimal(draw(GROSZE)) / 100, "policy": draw(POLICIES)}
        update["limit"] = made.limit.model_copy(update=money)
    if made.rounding is not None and draw(st.booleans()):
        update["rounding"] = made.rounding.model_copy(update={"places": draw(st.integers(0, 1))})
    if draw(st.booleans()):
        others = numbered(draw(ROWS))
        kept = draw(st.sets(st.sampled_from([one.number for one in applications])))
        applications = [one for one in applications if one.number in kept]
        applications += [one for one in others if one.number not in kept]
    if draw(st.booleans()):
        cards = draw(cards_of(applications))
    return made.model_copy(update=update), applications, cards


def numbers(found: Difference) -> list[str]:
    known = (*found.unchanged, *found.only_before, *found.only_after)
    return sorted(
        [*(one.number for one in found.moved), *(one.application.number for one in known)]
    )


@given(two_decisions())
def test_the_causes_of_a_change_of_points_add_up_to_it_exactly(two):
    for one in difference(*two).moved:
        if one.change is not None:
            assert sum(Fraction(cause.change or 0) for cause in one.causes) == one.change
            assert None not in [cause.change for cause in one.causes]


@given(two_decisions())
def test_a_change_that_is_not_known_is_never_told_as_a_number(two):
    for one in difference(*two).moved:
        known = one.was.points is not None and one.now.points is not None
        assert (one.change is not None) == known
        for cause in one.causes:
            if isinstance(cause, OfCriterion):
                sides = [side for side in (cause.was, cause.now) if side is not None]
                open_ = any(side.score.missing for side in sides)
                assert (cause.change is None) == open_


@given(two_decisions())
def test_whatever_moved_has_a_cause_or_a_reason_with_a_sentence(two):
    for one in difference(*two).moved:
        assert one.causes or one.reasons
        assert "call" not in [reason.kind for reason in one.reasons]
        for said in (*one.causes, *one.reasons):
            assert said.sentence.endswith((".", ")"))
        for cause in one.causes:
            if isinstance(cause, OfCriterion):
                assert cause.through
                assert "call" not in [through.what for through in cause.through]


@given(everything(), st.sampled_from(SETS))
def test_re_scoring_with_the_same_criteria_moves_nothing(given_call, criteria):
    made, applications, cards = given_call
    one = decide(made, criteria, applications, cards)
    again = decide(made, criteria, list(reversed(applications)), list(reversed(cards)))
    found = difference(one, again)
    assert found.empty
    assert len(found.unchanged) == len(applications)
    assert (found.granted_change, found.given, found.taken) == (0, 0, 0)


@given(two_decisions())
def test_nobody_is_lost_between_two_decisions(two):
    before, after = two
    everybody = {one.application.number for decision in two for one in decision.assessments}
    assert numbers(difference(before, after)) == sorted(everybody)


@given(two_decisions())
def test_the_way_back_has_the_same_figures_with_the_other_sign(two):
    there, back = difference(*two), difference(*reversed(two))
    assert back.granted_change == -there.granted_change
    assert (back.given, back.taken) == (there.taken, there.given)
    assert {one.number for one in back.moved} == {one.number for one in there.moved}
    for one in there.moved:
        other = back.find(one.number)
        assert other is not None
        assert _negated(other.change) == one.change
        assert _negated(other.granted_change) == one.granted_change
        assert (other.funded, other.entered_limit) == (one.unfunded, one.left_limit)
        assert other.rose_to_minimum == one.fell_below_minimum
        turned = {_name(cause): _negated(cause.change) for cause in other.causes}
        assert turned == {_name(cause): cause.change for cause in one.causes}


def _negated(number: int | Fraction | None) -> int | Fraction | None:
    return None if number is None else -number


def _name(cause: object) -> str:
    return cause.criterion.id if isinstance(cause, OfCriterion) else "rounding"


@given(two_decisions())
def test_the_money_that_moves_is_the_change_of_what_was_granted(two):
    found = difference(*two)
    assert found.given - found.taken == found.granted_change
    assert found.granted_change == found.after.granted - found.before.granted


@given(two_decisions())
def test_a_difference_goes_through_json_unchanged_and_its_public_form_names_no_member(two):
    found = difference(*two)
    whole, public = as_json(found), as_json(found, public=True)
    for one in (whole, public):
        assert json.loads(json.dumps(one, ensure_ascii=False)) == one
    text = json.dumps(public, ensure_ascii=False)
    assert not any(member in text for member in ("Anna", "Bogdan", "Celina"))
