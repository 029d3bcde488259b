from decimal import Decimal

import pytest

from intake.amounts import Unreadable
from intake.columns import facts_read, facts_to_ask, splitter_of
from tests.intake.office import CALL, CALL_1, RULESET, call


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("856-734-62-15", {"nip": "8567346215"}),
        ("123456785", {"regon": "123456785"}),
        (44051401359.0, {"pesel": "44051401359"}),
    ],
)
def test_the_number_of_digits_tells_which_number_it_is(cell, parts):
    assert splitter_of(("nip", "regon", "pesel"))(cell) == parts


def test_a_number_of_no_known_length_is_refused():
    with pytest.raises(Unreadable) as wrong:
        splitter_of(("regon", "pesel"))("1234567890")
    assert wrong.value.write == "sprawdź go: REGON ma 9 albo 14 cyfr, PESEL ma 11 cyfr"


@pytest.mark.parametrize("cell", ["Łomża, Wólka", "Łomża / Wólka", "Łomża; Wólka", "Łomża,Wólka"])
def test_gmina_and_locality_are_taken_apart(cell):
    assert splitter_of(("gmina", "locality"))(cell) == {"gmina": "Łomża", "locality": "Wólka"}


@pytest.mark.parametrize("cell", ["Łomża", "Łomża,", ", Wólka"])
def test_a_place_of_one_part_is_not_guessed(cell):
    with pytest.raises(Unreadable):
        splitter_of(("gmina", "locality"))(cell)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("Liczba miejsc pracy: 2", "2"),
        ("Liczba miejsc pracy – 1,5 szt.", "1.5"),
        ("Liczba miejsc pracy 10", "10"),
    ],
)
def test_an_indicator_ends_with_its_value(cell, value):
    parts = splitter_of(("indicator", "indicator_value"))(cell)
    assert parts == {"indicator": "Liczba miejsc pracy", "indicator_value": Decimal(value)}


def test_an_indicator_without_a_value_is_refused():
    with pytest.raises(Unreadable):
        splitter_of(("indicator", "indicator_value"))("Liczba miejsc pracy")


CONDITION = """
conditions:
  - {id: small, name: Mała miejscowość, require: {fact: population, below: 5000}, source: § 3}
"""


def test_the_facts_that_decide_are_those_of_criteria_ties_conditions_and_the_limit():
    assert facts_read(call(CALL + CONDITION), RULESET) == [
        "jobs_created",
        "applicant_kind",
        "innovative",
        "submitted_at",
        "population",
        "accepts_partial",
    ]


def test_a_blank_register_asks_for_nothing_that_decides_nothing():
    assert [fact.id for fact in facts_to_ask(CALL_1, RULESET)] == [
        "submitted_at",
        "applicant",
        "applicant_kind",
        "nip",
        "title",
        "total_cost",
        "requested",
        "jobs_created",
        "innovative",
        "withdrawn",
        "accepts_partial",
    ]
