"""What would change an outcome: cases counted by hand, and what must hold of every answer."""

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings

from scoring.deciding import decide
from scoring.decision import Assessment, Decision, Outcome
from scoring.flips.cards import card_changes
from scoring.flips.change import Change, PointsChange
from scoring.flips.facts import fact_changes
from scoring.flips.find import Flip, Flips, flipped, flips_of
from scoring.flips.limit import limit_changes
from scoring.flips.points import points_changes
from tests.scoring import scenario as the
from tests.scoring.drawn_calls import everything
from tests.scoring.scenario import Scenario
from tests.scoring.test_properties import RULES

JOBS = {
    "id": "jobs",
    "kind": "bands",
    "fact": "jobs",
    "bands": [{"from": 1, "points": 4}, {"from": 3, "points": 10}],
}
TOURISM = {"id": "tourism", "kind": "yes_no", "fact": "tourism", "points": 5}
IDEA = {"id": "idea", "kind": "judged", "range": [0, 10]}


def found(scenario: Scenario, number: str) -> tuple[Decision, Flips]:
    decision = the.decided(scenario)
    one = decision.find(number)
    assert one is not None
    return decision, flips_of(decision, one)


def told(scenario: Scenario, number: str) -> list[str]:
    decision, flips = found(scenario, number)
    return [said.replace("\N{NO-BREAK SPACE}", " ") for said in flips.sentences(decision)]


NO_FACT = (
    "Fakty: żadna zmiana jednego faktu, który czytają kryteria, warunki naboru albo reguły remisu, "
    "nie zmieniłaby wyniku."
)

BELOW = Scenario(
    name="1 job and no tourism give 4 points of the 9 asked for.",
    criteria=[JOBS, TOURISM],
    minimum={"points": 9},
    applications={"1": {"jobs": 1, "tourism": "nie"}},
)


def test_below_the_minimum_each_fact_that_alone_reaches_it_is_named():
    # 4 + 5 = 9 with tourism; 10 + 0 = 10 with a third job; 9 - 4 = 5 points are lacking.
    assert told(BELOW, "1") == [
        "Punkty: o 5 pkt więcej (9 zamiast 4) – wybrana, mieści się w limicie.",
        "Turystyka: tak (teraz: nie) – wybrana, mieści się w limicie.",
        "Tworzone miejsca pracy: 3 (teraz: 1) – wybrana, mieści się w limicie.",
        "Limit: żadna jego zmiana nie zmieniłaby wyniku.",
    ]


AT_THE_LINE = Scenario(
    name="Two with 10 and 4 points; there is money for one and a half.",
    criteria=[JOBS, TOURISM],
    limit={"pln": 15000, "policy": "stop"},
    applications={
        "1": {"jobs": 3, "tourism": "nie"},
        "2": {"jobs": 1, "tourism": "nie"},
    },
)


def test_outside_the_limit_the_money_and_the_request_that_would_do_are_told():
    # 20 000 zł are needed for both; of 15 000 zł there are 5 000 zł left for the second; or it
    # must be ahead of the 10 points of the first, which alone then has the limit: 11 - 4 = 7.
    assert told(AT_THE_LINE, "2") == [
        "Punkty: o 7 pkt więcej (11 zamiast 4) – wybrana, mieści się w limicie.",
        "Wnioskowana kwota: 5 000,00 zł (teraz: 10 000,00 zł) – wybrana, mieści się w limicie.",
        "Limit: 20 000,00 zł, czyli o 5 000,00 zł więcej – wybrana, mieści się w limicie.",
    ]


def test_of_a_selected_operation_it_is_told_what_it_could_not_bear():
    decision, flips = found(AT_THE_LINE, "1")
    assert flips.limit is not None
    assert flips.limit.change.plain(decision) == {"before": "15000.00", "after": "9999.99"}
    assert flips.points is not None
    assert flips.points.change.plain(decision) == {"before": "10", "after": "3"}
    requested = {"fact": "requested", "before": "10000.00", "after": "15000.01"}
    assert requested in [flip.change.plain(decision) for flip in flips.facts]


JUDGED = Scenario(
    name="Two members gave 3 and 4: 3,5 of the 4 asked for.",
    criteria=[IDEA],
    minimum={"points": 4},
    members=["Anna", "Bogdan"],
    combine={"combine": "mean", "at_least": 2},
    applications={"1": {}},
    cards={"1": {"Anna": {"idea": 3}, "Bogdan": {"idea": 4}}},
)


def test_one_card_that_would_have_been_enough_is_named():
    # (4 + 4) / 2 = 4 is reached by one more point of either; Anna stands first.
    assert "Karta: Anna, „Idea”: 4 pkt zamiast 3 pkt – wybrana, mieści się w limicie." in told(
        JUDGED, "1"
    )


def test_where_no_single_change_flips_the_outcome_it_is_said():
    # 3 members, 30 points asked for, at most 10 each: not even all points would do.
    hopeless = JUDGED.model_copy(update={"minimum": {"points": 11}})
    assert told(hopeless, "1") == [
        "Punkty: żadna inna ich suma nie zmieniłaby wyniku.",
        NO_FACT,
        "Karty: żadna zmiana jednej oceny na jednej karcie nie zmieniłaby wyniku.",
        "Limit: żadna jego zmiana nie zmieniłaby wyniku.",
    ]


def test_a_total_is_rounded_before_it_is_compared():
    # 4 - 1/2 rounds half up to 4 with no places: at 3,5 the minimum of 4 is reached already.
    rounded = JUDGED.model_copy(update={"rounding": {"places": 0}})
    decision, flips = found(rounded, "1")
    assert decision.assessments[0].outcome is Outcome.SELECTED
    assert flips.points is not None
    assert flips.points.change.plain(decision) == {"before": "3.5", "after": "3"}


def test_a_fact_that_is_not_known_is_asked_for_with_the_answers_that_decide():
    unknown = BELOW.model_copy(update={"applications": {"1": {"jobs": 3, "tourism": None}}})
    assert "Turystyka: nie (teraz: nieznane) – wybrana, mieści się w limicie." in told(unknown, "1")


def test_points_of_a_share_are_solved_for_each_of_its_facts():
    # 10 % of 20 000 zł are 2 000 zł; 1 000 zł of own money are 10 % of 10 000 zł.
    own = {"id": "own", "kind": "ratio", "fact": "eco_cost", "of": "total"}
    share = Scenario(
        name="1 000 zł of 20 000 zł are 5 %; from 10 % on there are 5 points.",
        criteria=[own | {"bands": [{"from": 10, "points": 5}]}],
        minimum={"points": 5},
        applications={"1": {"eco_cost": 1000, "total": 20000}},
    )
    decision, flips = found(share, "1")
    assert {
        flip.change.plain(decision)["fact"]: flip.change.plain(decision)["after"]
        for flip in flips.facts
    } == {
        "eco_cost": "2000.00",
        "total": "10000.00",
    }


def test_the_change_of_a_limit_in_euros_is_told_in_zlote():
    euros = AT_THE_LINE.model_copy(update={"limit": {"eur": 3750, "rate": 4, "policy": "stop"}})
    decision, flips = found(euros, "2")
    assert flips.limit is not None
    assert flips.limit.change.plain(decision)["after"] == "20000.00"


def questions(decision: Decision, one: Assessment) -> Mapping[str, Sequence[Change]]:
    """Every candidate of every question, in the order in which they are tried."""
    return {
        "points": list(points_changes(decision, one)),
        "card": list(card_changes(decision, one)),
        "limit": list(limit_changes(decision, one)),
        **fact_changes(decision, one),
    }


def answers(decision: Decision, flips: Flips) -> dict[str, Flip | None]:
    of_facts = {flip.change.plain(decision)["fact"]: flip for flip in flips.facts}
    return {"points": flips.points, "card": flips.card, "limit": flips.limit, **of_facts}


@settings(max_examples=25)
@given(everything())
def test_the_change_named_flips_the_outcome_and_no_nearer_candidate_does(given_call):
    made, applications, cards = given_call
    decision = decide(made, RULES, applications, cards)
    for one in decision.assessments[:2]:
        if one.outcome is Outcome.WITHDRAWN:
            continue
        named = answers(decision, flips_of(decision, one))
        for question, candidates in questions(decision, one).items():
            distances = [candidate.distance for candidate in candidates]
            assert distances == sorted(distances)
            flip = named.get(question)
            turning = [
                candidate.distance
                for candidate in candidates
                if (after := candidate.decided(decision).find(one.application.number))
                and flipped(one, after)
            ]
            assert (flip.change.distance if flip else None) == min(turning, default=None)
            if flip is not None:
                assert flip.change.decided(decision).find(one.application.number) == flip.after


@settings(max_examples=25)
@given(everything())
def test_no_total_of_the_call_flips_an_outcome_nearer_than_the_one_named(given_call):
    """Every step of the grid is tried here, not only those beside a threshold."""
    made, applications, cards = given_call
    decision = decide(made, RULES, applications, cards)
    for one in decision.assessments[:1]:
        if one.exact_points is None or one.maximum is None:
            continue
        flip = flips_of(decision, one).points
        known = [
            each.exact_points for each in decision.assessments if each.exact_points is not None
        ]
        grid = Fraction(1, math.lcm(*(Fraction(points).denominator for points in known)))
        if flip is None:
            continue
        for count in range(1, min(60, int(flip.change.distance / grid))):
            for total in (one.exact_points - count * grid, one.exact_points + count * grid):
                if 0 <= total <= one.maximum:
                    change = PointsChange(one.application.number, one.exact_points, total)
                    after = change.decided(decision).find(one.application.number)
                    assert after is not None
                    assert not flipped(one, after)


def test_nothing_is_left_of_a_change_that_is_not_made():
    decision, flips = found(BELOW, "1")
    assert flips.points is not None
    assert flips.points.change.decided(decision) != decision
    assert the.decided(BELOW) == decision
    assert decision.call.limit.pln == Decimal(1000000)
