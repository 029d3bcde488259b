"""What decisions hang on, counted by hand."""

import json
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings

from rounds.open_call import open_call
from scoring.deciding import decide
from scoring.decision import Decision, Outcome
from scoring.flips.change import again
from scoring.sensitivity.agreement import CriterionSpread, MemberStand, agreement
from scoring.sensitivity.hinges import Hinge, Turned, hinges
from scoring.sensitivity.margins import FirstBelow, FromMinimum, margins
from scoring.sensitivity.near import cards_that_may_turn
from scoring.sensitivity.report import margin_sentences, plain, sensitivity, signed
from tests.scoring import scenario as the
from tests.scoring.drawn_calls import everything
from tests.scoring.scenario import Scenario
from tests.scoring.test_properties import RULES

IDEA = {"id": "idea", "kind": "judged", "range": [0, 10]}
EXAMPLES = Path(__file__).parents[3] / "examples"
THREE = ["Anna", "Bogdan", "Celina"]
JUDGED = Scenario(
    name="Means of three cards: 7, 5 and 3; money for one and a half.",
    criteria=[IDEA],
    minimum={"points": 4},
    limit={"pln": 15000, "policy": "stop"},
    members=THREE,
    combine={"combine": "mean", "at_least": 3},
    applications={"1": {}, "2": {}, "3": {}},
    cards={
        "1": {"Anna": {"idea": 9}, "Bogdan": {"idea": 6}, "Celina": {"idea": 6}},
        "2": {"Anna": {"idea": 8}, "Bogdan": {"idea": 5}, "Celina": {"idea": 2}},
        "3": {"Anna": {"idea": 4}, "Bogdan": {"idea": 3}, "Celina": {"idea": 2}},
    },
)


def test_a_decision_that_one_card_carries_is_named_with_what_it_would_be():
    # Without Celina's 2 the second has (8 + 5) / 2 = 6,5, still below the 7 of the first, and
    # without Anna's 8 it has 3,5, below the minimum of 4. Without any card of the first it has at
    # least 6, more than 5. The third would reach 3,5 at the most.
    assert hinges(the.decided(JUDGED)) == (
        Hinge(
            "card",
            "karta: Anna, wniosek 2",
            (Turned("2", Outcome.SELECTED_OUTSIDE_LIMIT, Outcome.BELOW_MINIMUM),),
        ),
    )


def test_a_decision_that_one_step_of_the_ladder_carries_is_named():
    tied = Scenario(
        name="Both have 5 points, and more jobs go first; money for one.",
        criteria=[{"id": "tourism", "kind": "yes_no", "fact": "tourism", "points": 5}],
        ties=[{"fact": "jobs", "prefer": "higher"}],
        limit={"pln": 10000, "policy": "stop"},
        applications={"1": {"tourism": True, "jobs": 1}, "2": {"tourism": True, "jobs": 2}},
    )
    [hinge] = hinges(the.decided(tied))
    assert hinge.what == "tie"
    assert hinge.turned == (
        Turned("2", Outcome.SELECTED, Outcome.UNDECIDED),
        Turned("1", Outcome.SELECTED_OUTSIDE_LIMIT, Outcome.UNDECIDED),
    )


def test_a_decision_that_the_rounding_carries_is_named():
    # 11/3 = 3,67 rounds to 4, which is the minimum; as it is it falls short of it.
    rounded = JUDGED.model_copy(
        update={
            "rounding": {"places": 0},
            "applications": {"1": {}},
            "cards": {"1": {"Anna": {"idea": 4}, "Bogdan": {"idea": 4}, "Celina": {"idea": 3}}},
        }
    )
    found = [one for one in hinges(the.decided(rounded)) if one.what == "rounding"]
    assert [one.turned for one in found] == [
        (Turned("1", Outcome.SELECTED, Outcome.BELOW_MINIMUM),)
    ]


def test_the_margins_are_told_in_money_and_in_points():
    found = margins(the.decided(JUDGED))
    # 10 000 zł after 10 000 zł of 15 000 zł: 5 000 zł short; 7 - 5 = 2 points behind.
    assert found.below_line == FirstBelow("2", 5_000_00, 2)
    assert found.above_minimum == FromMinimum("2", 1)
    assert found.below_minimum == FromMinimum("3", -1)
    assert [said.replace("\N{NO-BREAK SPACE}", " ") for said in margin_sentences(found)] == [
        "Pierwsza pod linią limitu (2): brakuje 5 000,00 zł / 2 pkt.",
        "Najbliżej nad minimum (2): 1 pkt zapasu.",
        "Najbliżej pod minimum (3): brakuje 1 pkt.",
    ]


def test_agreement_tells_the_spread_and_who_stands_always_on_one_side():
    found = agreement(the.decided(JUDGED))
    # Spreads 3, 6 and 2; their mean is 11/3.
    assert found.criteria == (CriterionSpread("idea", "Idea", 10, Fraction(11, 3), 6, "2"),)
    # Anna: 9 - 6, 8 - 3,5, 4 - 2,5, so 3 + 4,5 + 1,5 = 9 in three. Bogdan: 6 - 7,5 = -1,5,
    # 5 - 5 = 0, 3 - 3 = 0. Celina: -1,5, -4,5, -1,5.
    assert found.members == (
        MemberStand("Anna", 3, 3, "above"),
        MemberStand("Bogdan", 3, Fraction(-1, 2), None),
        MemberStand("Celina", 3, Fraction(-5, 2), "below"),
    )


def test_of_two_applications_nobody_is_said_to_stand_always_apart():
    fewer = JUDGED.model_copy(update={"applications": {"1": {}, "2": {}}})
    cards = {number: JUDGED.cards[number] for number in ("1", "2")}
    found = agreement(the.decided(fewer.model_copy(update={"cards": cards})))
    assert [one.always for one in found.members] == [None, None, None]


def test_a_call_without_cards_has_margins_and_no_agreement():
    plainly = Scenario(
        name="No cards.",
        criteria=[{"id": "tourism", "kind": "yes_no", "fact": "tourism", "points": 5}],
        applications={"1": {"tourism": True}},
    )
    found = sensitivity(the.decided(plainly))
    assert (found.hinges, found.agreement.criteria, found.agreement.members) == ((), (), ())


def test_a_difference_bears_its_sign_also_where_it_is_rounded():
    assert [signed(one).replace("\N{NO-BREAK SPACE}", " ") for one in (3, 0, Fraction(-1, 2))] == [
        "+3",
        "0",
        "–0,5",
    ]
    assert signed(Fraction(-4, 3)).replace("\N{NO-BREAK SPACE}", " ") == "≈ –1,33"


@settings(max_examples=30)
@given(everything())
def test_every_call_has_its_sensitivity_and_a_hinge_never_turns_nothing(given_call):
    made, applications, cards = given_call
    decision = decide(made, RULES, applications, cards)
    found = sensitivity(decision)
    assert json.loads(json.dumps(plain(decision, found)))["call"] == made.number
    for hinge in found.hinges:
        assert hinge.turned
        assert all(each.before is not each.after for each in hinge.turned)
    for one in found.agreement.given:
        assert one.totals[0] <= one.mean <= one.totals[-1] <= one.highest


def test_the_vote_of_the_council_on_equals_is_named_where_it_carries_a_decision():
    # Two have 13 points at the line; the council put PZ/1/6/2022 first, and there is money for it.
    decision = open_call(EXAMPLES / "posiedzenie-19").decide()
    [hinge] = [one for one in hinges(decision) if one.what == "tie"]
    assert hinge.name == "głosowanie Rady nad remisem"
    assert {one.number for one in hinge.turned} == {"PZ/1/5/2022", "PZ/1/6/2022"}
    assert {one.after for one in hinge.turned} == {Outcome.UNDECIDED}


@settings(max_examples=150)
@given(everything())
def test_no_card_that_turns_an_outcome_is_passed_over(given_call):
    """Only cards near to something are tried; all others are tried here, one by one."""
    made, applications, cards = given_call
    decision = decide(made, RULES, applications, cards)
    rule = made.council.cards
    assert rule is not None
    council = made.council.model_copy(update={"cards": rule.model_copy(update={"at_least": 1})})
    asked = again(decision, call=made.model_copy(update={"council": council}))
    tried = {(card.member, card.application) for card, _ in cards_that_may_turn(decision, asked)}
    for card in decision.cards:
        if card.excluded or not card.points or (card.member, card.application) in tried:
            continue
        others = [one for one in decision.cards if one is not card]
        without = again(decision, call=asked.call, cards=others)
        assert outcomes(without) == outcomes(asked)


def outcomes(decision: Decision) -> dict[str, Outcome]:
    return {one.application.number: one.outcome for one in decision.assessments}
