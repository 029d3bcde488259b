"""What decide refuses, what it keeps, and what leaves the house."""

import json
from decimal import Decimal

import pytest

from scoring.application import Application
from scoring.canonical import canonical, inputs
from scoring.cards import Card
from scoring.deciding import decide
from scoring.decision import Decision, Outcome
from scoring.export import results
from scoring.points.missing import Missing
from tests.scoring import scenario as the
from tests.scoring.scenario import Scenario

SCENARIO = Scenario(
    name="One criterion on a fact and one on cards.",
    criteria=[
        {"id": "jobs", "kind": "bands", "fact": "jobs", "bands": [{"from": 1, "points": 10}]},
        {"id": "idea", "kind": "judged", "range": [0, 5]},
    ],
    combine={"combine": "mean", "at_least": 1},
    members=["Anna", "Łucja", "Lech"],
)
CALL, _ = the.call(SCENARIO)
RULESET, _ = the.ruleset(SCENARIO)


def application(number: str = "1", **facts: object) -> Application:
    return Application(number, the.facts({"jobs": 1}) | facts)


def decided(*applications: Application, cards: list[Card] | None = None) -> Decision:
    some = [Card("Anna", one.number, {"idea": 5}) for one in applications]
    return decide(CALL, RULESET, applications, some if cards is None else cards)


def test_two_applications_with_one_number_are_refused():
    with pytest.raises(ValueError, match="two applications have the number 1"):
        decided(application("1"), application("1"), cards=[])


def test_two_cards_of_one_member_for_one_application_are_refused():
    with pytest.raises(ValueError, match="Anna has two cards for 1"):
        decided(application(), cards=[Card("Anna", "1", {"idea": 5}), Card("Anna", "1", {})])


def test_a_request_below_zero_is_refused():
    with pytest.raises(ValueError, match="1 requests less than nothing"):
        decided(application(requested=-1))


def test_a_fact_that_says_nothing_is_not_known():
    (one,) = decided(application(jobs=None)).assessments
    assert one.application == Application("1", the.facts({}))
    assert (one.outcome, one.points) == (Outcome.UNDECIDED, None)
    assert one.missing == (Missing("fact", "jobs"),)


def test_a_fact_outside_the_catalogue_is_kept_inside_and_never_published():
    decision = decided(application(shoe_size=43))
    (kept,) = inputs(decision)["applications"]
    (published,) = inputs(decision, public=True)["applications"]
    assert kept["facts"]["shoe_size"] == 43
    assert "shoe_size" not in published["facts"]


def test_personal_facts_and_cards_are_never_published():
    decision = decided(application())
    published = inputs(decision, public=True)
    assert published["cards"] == []
    assert "Kowalski" not in json.dumps(published, ensure_ascii=False)
    assert "Kowalski" in json.dumps(inputs(decision), ensure_ascii=False)


def test_a_fact_outside_the_catalogue_is_missed_by_its_id():
    assert Missing("fact", "shoe_size").sentence(RULESET.catalogue) == "brak danych: shoe_size"


def test_the_same_number_written_otherwise_is_the_same_fact():
    one, other = (decided(application(posts=value)) for value in map(Decimal, ("1.5", "1.50")))
    assert one.fingerprint == other.fingerprint


@pytest.mark.parametrize("facts", [{"jobs": 2}, {"requested": 1}, {"title": "Inny"}])
def test_another_fact_is_another_fingerprint(facts):
    assert decided(application()).fingerprint != decided(application(**facts)).fingerprint


def test_another_card_is_another_fingerprint():
    one = decided(application(), cards=[Card("Anna", "1", {"idea": 5})])
    excluded = decided(application(), cards=[Card("Anna", "1", {"idea": 5}, excluded=True)])
    justified = decided(application(), cards=[Card("Anna", "1", {"idea": 5}, {"idea": "bo tak"})])
    assert len({one.fingerprint, excluded.fingerprint, justified.fingerprint}) == 3


def test_a_decision_finds_its_applications_and_cards():
    cards = [Card(member, "1", {"idea": 5}) for member in ("Łucja", "Lech", "Anna")]
    decision = decided(application(), cards=cards)
    assert [card.member for card in decision.cards_of("1")] == ["Anna", "Lech", "Łucja"]
    assert decision.cards_of("2") == []
    assert decision.find("2") is None
    assert decision.of(Outcome.SELECTED) == [decision.find("1")]


def test_a_condition_that_is_unknown_says_what_is_missing():
    condition = {"id": "Miejsce pracy", "require": {"fact": "jobs", "at_least": 1}}
    call, _ = the.call(SCENARIO.model_copy(update={"conditions": [condition]}))
    (one,) = decide(call, RULESET, [application(jobs=None)]).assessments
    assert one.findings[1].sentence == (
        "Nie wiadomo: Tworzone miejsca pracy: co najmniej 1. "
        "Brak danych: Tworzone miejsca pracy (kolumna „Miejsca pracy”)."
    )


def test_amounts_and_points_leave_as_texts():
    (one,) = results(decided(application(requested=1234567)))["applications"]
    assert (one["requested"], one["granted"], one["points"]) == ("12345.67", "12345.67", "15")


def test_the_canonical_form_is_json():
    found = canonical(decided(application()))
    assert json.loads(json.dumps(found)) == found


def test_equals_are_shown_in_the_natural_order_of_their_numbers():
    numbers = ["1/10", "1/2", "1/1"]
    shown = [one.application.number for one in decided(*map(application, numbers)).assessments]
    assert shown == ["1/1", "1/2", "1/10"]
