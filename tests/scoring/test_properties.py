"""What must hold of every call, whatever comes in."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import limit, polish
from scoring.application import Application
from scoring.canonical import canonical
from scoring.cards import CardRule, combine
from scoring.deciding import decide
from scoring.decision import Decision, Outcome
from scoring.export import results
from scoring.numbers import exact, plain, raised_to_step, rounded
from tests.scoring import scenario as the
from tests.scoring.drawn_calls import (
    APPLICATIONS,
    BY_SCORE,
    CONTENDERS,
    EVERYTHING,
    FACTS,
    FULL,
    GROSZE,
    MOMENT,
    POLICIES,
    call,
    everything,
    numbered,
)

RULES, _ = the.ruleset(EVERYTHING)
SCORES, _ = the.ruleset(BY_SCORE)


@given(everything(), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_cards_never_matters(given_call, chance):
    made, applications, cards = given_call
    first = decide(made, RULES, applications, cards)
    shuffled, turned = list(applications), list(cards)
    chance.shuffle(shuffled)
    chance.shuffle(turned)
    second = decide(made, RULES, shuffled, turned)
    assert second == first
    assert second.fingerprint == first.fingerprint
    assert results(second) == results(first)


@given(everything())
def test_every_application_goes_out_once(given_call):
    made, applications, cards = given_call
    decision = decide(made, RULES, applications, cards)
    out = [one.application for one in decision.assessments]
    assert sorted(out, key=lambda one: one.number) == applications
    assert [row["number"] for row in results(decision)["applications"]] == [
        one.number for one in out
    ]


@given(everything())
def test_the_limit_is_never_exceeded(given_call):
    made, applications, cards = given_call
    keeps_the_limit(decide(made, RULES, applications, cards))


@given(CONTENDERS, GROSZE, POLICIES)
def test_the_limit_is_never_exceeded_among_contenders(applications, money, policy):
    keeps_the_limit(decide(call(money, policy, BY_SCORE), SCORES, applications))


def keeps_the_limit(decision: Decision) -> None:
    assert 0 <= decision.granted <= decision.call.limit.grosze
    for one in decision.assessments:
        requested = one.application.requested or 0
        match one.outcome:
            case Outcome.SELECTED if one.fit is not None and one.fit.why == "partial":
                assert 0 < (one.granted or 0) < requested
                assert decision.left == 0
            case Outcome.SELECTED:
                assert one.granted == requested
            case Outcome.SELECTED_OUTSIDE_LIMIT:
                assert one.granted == 0
            case _:
                assert one.granted is None


@given(CONTENDERS, GROSZE, POLICIES, st.randoms(use_true_random=False))
def test_a_tie_across_the_line_is_never_broken_by_number(applications, money, policy, chance):
    """Whoever else gets which number, each operation ends the same."""
    made = call(money, policy, BY_SCORE)
    numbers = [one.number for one in applications]
    chance.shuffle(numbers)
    renamed = [
        Application(number, one.facts) for number, one in zip(numbers, applications, strict=True)
    ]
    first, second = decide(made, SCORES, applications), decide(made, SCORES, renamed)
    for one, number in zip(applications, numbers, strict=True):
        was, now = first.find(one.number), second.find(number)
        assert was is not None
        assert now is not None
        assert (was.outcome, was.rank, was.granted) == (now.outcome, now.rank, now.granted)


@given(st.lists(FULL, max_size=6).map(numbered), GROSZE, POLICIES, st.randoms())
def test_what_is_decided_holds_however_the_ties_are_resolved(applications, money, policy, chance):
    decision = decide(call(money, policy, BY_SCORE), SCORES, applications)
    lots = list(range(len(applications)))
    chance.shuffle(lots)
    resolved = [
        Application(one.number, dict(one.facts) | {"posts": Decimal(lot)})
        for one, lot in zip(applications, lots, strict=True)
    ]
    lottery = BY_SCORE.model_copy(update={"ties": [{"fact": "posts", "prefer": "higher"}]})
    drawn = decide(call(money, policy, BY_SCORE), the.ruleset(lottery)[0], resolved)
    for one in decision.assessments:
        if one.outcome is not Outcome.UNDECIDED:
            then = drawn.find(one.application.number)
            assert then is not None
            assert (then.outcome, then.granted) == (one.outcome, one.granted)


@given(CONTENDERS, GROSZE)
def test_a_tie_too_long_to_go_through_decides_less_and_never_otherwise(applications, money):
    made = call(money, "skip", BY_SCORE)
    whole = decide(made, SCORES, applications)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(limit, "MANY", 0)
        vague = decide(made, SCORES, applications)
    keeps_the_limit(vague)
    for one in vague.assessments:
        other = whole.find(one.application.number)
        assert other is not None
        if one.outcome is not Outcome.UNDECIDED:
            assert (other.outcome, other.granted) == (one.outcome, one.granted)


@given(everything())
def test_what_is_not_known_is_never_points_and_never_selected(given_call):
    made, applications, cards = given_call
    for one in decide(made, RULES, applications, cards).assessments:
        for score in one.scores:
            assert (score.points is None) == (bool(score.missing) or not score.applies)
        if one.missing:
            assert one.outcome is Outcome.UNDECIDED
            assert one.rank is None
            assert one.granted is None
        if any(score.missing for score in one.scores):
            assert one.points is None


@given(everything())
def test_points_stay_within_the_maximum(given_call):
    made, applications, cards = given_call
    for one in decide(made, RULES, applications, cards).assessments:
        for score in one.scores:
            assert score.points is None or 0 <= score.points <= score.maximum
        if one.points is not None:
            assert 0 <= one.points <= (one.maximum or 0)


@given(everything())
def test_a_decision_goes_through_json_unchanged(given_call):
    decision = decide(given_call[0], RULES, *given_call[1:])
    for found in (results(decision), canonical(decision)):
        assert json.loads(json.dumps(found, ensure_ascii=False)) == found


@given(APPLICATIONS, FACTS)
def test_equal_facts_get_equal_points(applications, facts):
    twins = [Application(name, {"submitted_at": MOMENT} | facts) for name in ("x", "y")]
    decision = decide(call(10**6, "stop"), RULES, [*applications, *twins])
    one, other = (decision.find(name) for name in ("x", "y"))
    assert one is not None
    assert other is not None
    assert [score.points for score in one.scores] == [score.points for score in other.scores]
    assert (one.outcome, one.points, one.rank) == (other.outcome, other.points, other.rank)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8, unique=True), st.data())
def test_more_points_never_lower_a_rank(points, data):
    def ranks(scores: list[int]) -> list[int | None]:
        rows = [{"score": Decimal(score), "requested": 100} for score in scores]
        decision = decide(call(10**6, "stop", BY_SCORE), SCORES, numbered(rows))
        found = [decision.find(str(place)) for place in range(len(scores))]
        return [one.rank for one in found if one is not None]

    place = data.draw(st.integers(0, len(points) - 1))
    raised = list(points)
    raised[place] += data.draw(st.integers(1, 40))
    before, after = ranks(points)[place], ranks(raised)[place]
    assert before is not None
    assert after is not None
    assert after <= before


@given(APPLICATIONS)
def test_withdrawing_is_as_never_having_applied(applications):
    made = call(10**6, "skip")
    stay = [one for one in applications if not one.withdrawn]
    whole, without = (decide(made, RULES, some) for some in (applications, stay))
    assert [one for one in whole.assessments if one.outcome is not Outcome.WITHDRAWN] == list(
        without.assessments
    )


POINTS = st.fractions(-1000, 1000, max_denominator=500).map(exact)
MODES = st.sampled_from(["half_up", "down", "up"])


@given(POINTS, st.integers(0, 4), MODES)
def test_rounding_twice_is_rounding_once(points, places, mode):
    once = rounded(points, places, mode)
    assert rounded(once, places, mode) == once
    assert abs(Fraction(once) - Fraction(points)) < Fraction(1, 10**places)


@given(POINTS, POINTS, st.integers(0, 4), MODES)
def test_rounding_keeps_the_order(one, other, places, mode):
    low, high = sorted((one, other))
    assert rounded(low, places, mode) <= rounded(high, places, mode)


@given(POINTS, st.fractions("0.01", 10, max_denominator=100).map(exact))
def test_raising_to_a_step_reaches_the_next_multiple(points, step):
    raised = raised_to_step(points, step)
    assert points <= raised < Fraction(points) + Fraction(step)
    assert Fraction(raised) % Fraction(step) == 0


@given(
    st.sampled_from(["mean", "median", "consensus", "majority"]),
    st.lists(st.integers(0, 4) | st.just(Fraction(1, 2)), max_size=7),
    st.randoms(use_true_random=False),
)
def test_combining_cards_is_free_of_order(how, given_points, chance):
    rule = CardRule(combine=how, source="regulamin")
    turned = list(given_points)
    chance.shuffle(turned)
    found = combine(rule, given_points)
    assert combine(rule, turned) == found
    assert found is None or min(given_points) <= found <= max(given_points)


@given(POINTS)
def test_plain_points_are_exact(points):
    assert Fraction(plain(points)) == points


def read(text: str) -> Fraction:
    return Fraction(text.replace("\N{NO-BREAK SPACE}", "").replace(",", "."))


@given(st.integers(-(10**15), 10**15))
def test_money_is_read_back(grosze):
    assert read(polish.money(grosze).removesuffix("zł")) * 100 == grosze


@given(st.decimals(-(10**9), 10**9, places=6))
def test_numbers_are_read_back(value):
    assert read(polish.number(value)) == Fraction(value)


@given(POINTS)
def test_points_are_read_back_as_nearly_as_they_say(points):
    said = polish.points(points)
    if said.startswith("≈"):
        assert abs(read(said[1:]) - points) <= Fraction(1, 200)
    elif said[0] not in "mw":
        assert read(said) == points


@given(st.lists(st.text(st.sampled_from("aąłĆ źż-2éX"), max_size=5)), st.randoms())
def test_the_alphabet_orders_texts_whatever_their_order(texts, chance):
    turned = list(texts)
    chance.shuffle(turned)
    found = sorted(turned, key=polish.alphabetical)
    keys = [polish.alphabetical(text) for text in found]
    assert keys == [polish.alphabetical(text) for text in sorted(texts, key=polish.alphabetical)]
