"""A card that was begun and not finished is told by name, with what it lacks."""

from scoring.application import Application
from scoring.cards import Card
from scoring.council.assessing import unjudged
from scoring.facts import Facts
from scoring.ruleset import Ruleset
from tests.intake.office import CRITERIA, RULESET, ruleset

FIRMS: Facts = {"applicant_kind": "legal_person", "innovative": True}
PERSONS: Facts = {"applicant_kind": "natural_person", "innovative": True}
OF_FIRMS = "{fact: applicant_kind, is: legal_person}"


def lacking(card: Card, facts: Facts = FIRMS, criteria: Ruleset = RULESET) -> list[str]:
    application = Application("A", dict(facts))
    return [name for _, names in unjudged([card], [application], criteria) for name in names]


def asked(old: str, more: str) -> Ruleset:
    assert old in CRITERIA
    return ruleset(CRITERIA.replace(old, f"{old}, {more}"))


def test_of_two_judged_criteria_the_one_left_blank_is_told():
    assert lacking(Card("P1", "A", {"innovation": 5})) == ["Spójność budżetu"]
    assert lacking(Card("P1", "A", {"innovation": 0, "budget": 0})) == []


def test_a_justification_without_points_is_a_card_begun():
    said = {"budget": "Budżet zawyżony"}
    assert lacking(Card("P1", "A", {}, said)) == ["Innowacyjność", "Spójność budżetu"]
    assert lacking(Card("P1", "A", {"innovation": 5}, said)) == ["Spójność budżetu"]


def test_a_blank_card_and_one_of_the_excluded_are_no_cards_begun():
    assert lacking(Card("P1", "A")) == []
    assert lacking(Card("P1", "A", {}, {"budget": ""})) == []
    assert lacking(Card("P1", "A", {}, {"budget": "siostra"}, excluded=True)) == []


def test_what_does_not_apply_to_an_application_is_not_asked_of_its_cards():
    criteria = asked(
        "{id: innovation, name: Innowacyjność",
        f"applies_to: {OF_FIRMS}, when_not_applicable: shrink_maximum",
    )
    card = Card("P1", "A", {"budget": 1})
    assert lacking(card, FIRMS, criteria) == ["Innowacyjność"]
    assert lacking(card, PERSONS, criteria) == []


def test_a_part_is_asked_only_where_it_and_its_whole_give_points():
    of_part = asked("{id: budget, name: Spójność budżetu", f"when: {OF_FIRMS}")
    of_whole = ruleset(
        CRITERIA.replace("  - id: quality\n", f"  - id: quality\n    when: {OF_FIRMS}\n")
    )
    for criteria in (of_part, of_whole):
        card = Card("P1", "A", {"innovation": 5})
        assert lacking(card, FIRMS, criteria) == ["Spójność budżetu"]
        assert lacking(card, PERSONS, criteria) == []


def test_nothing_is_asked_of_a_card_of_a_withdrawn_application():
    gone = Application("A", {**FIRMS, "withdrawn": True})
    assert unjudged([Card("P1", "A", {"innovation": 5})], [gone], RULESET) == []
