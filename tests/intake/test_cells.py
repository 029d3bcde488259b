from datetime import date
from decimal import Decimal

import pytest

from intake.amounts import Unreadable
from intake.cells import is_blank, parser_of, plain_parser_of, text_of, yes_no_of
from scoring.facts import FactType
from tests.intake.office import catalogue

FACTS = catalogue()


@pytest.mark.parametrize("cell", [None, "", "  ", "\n", "-", "–", " — ", "\N{NO-BREAK SPACE}"])
def test_a_cell_with_nothing_or_a_dash_is_blank(cell):
    assert is_blank(cell)


@pytest.mark.parametrize("cell", [0, 0.0, False, "0", "brak", "x"])
def test_a_zero_is_not_blank(cell):
    assert not is_blank(cell)


@pytest.mark.parametrize(
    "cell", ["tak", "TAK", " Tak ", "T", "x", "X", "1", 1.0, 1, True, "☒", "PRAWDA"]
)
def test_yes_is_written_in_many_ways(cell):
    assert yes_no_of(cell) is True


@pytest.mark.parametrize("cell", ["nie", "NIE", "N", "0", 0.0, 0, False, "☐", "fałsz"])
def test_no_is_written_in_many_ways(cell):
    assert yes_no_of(cell) is False


@pytest.mark.parametrize("cell", ["może", "2", 2.0, "tak, ale", "nie dotyczy", date(2022, 5, 5)])
def test_what_is_neither_yes_nor_no_is_refused(cell):
    with pytest.raises(Unreadable):
        yes_no_of(cell)


@pytest.mark.parametrize(
    "cell", ["osoba fizyczna", "Osoba  Fizyczna", "natural_person", "OSOBA FIZYCZNA "]
)
def test_a_choice_is_known_by_its_name_or_its_id(cell):
    assert parser_of(FACTS["applicant_kind"])(cell) == "natural_person"


def test_an_unknown_choice_is_refused():
    with pytest.raises(Unreadable) as wrong:
        parser_of(FACTS["applicant_kind"])("spółka")
    assert wrong.value.what == "nieznana możliwość „spółka”"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Pracownia\nstolarska ", "Pracownia stolarska"),
        ("Koło\N{ZERO WIDTH SPACE} Gospodyń\N{SOFT HYPHEN}", "Koło Gospodyń"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}abc", "abc"),
        ("a\x07b", "ab"),
        ("<script>{{ x }}</script>", "<script>{{ x }}</script>"),
        ("=1+1", "=1+1"),
        (12.0, "12"),
        (12.5, "12,5"),
        (1234567890.0, "1234567890"),
    ],
)
def test_a_text_is_one_line_of_what_can_be_seen(cell, text):
    assert text_of(cell) == text


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        (date(2022, 1, 2), "Excel zamienił ten wpis na datę"),
        (True, "Excel zamienił ten wpis na wartość logiczną"),
        ("#REF!", "formuła w komórce ma błąd #REF!"),
        ("#ADR!", "formuła w komórce ma błąd #ADR!"),
        ("#N/D", "formuła w komórce ma błąd #N/D"),
    ],
)
def test_what_excel_made_of_a_text_is_told(cell, what):
    with pytest.raises(Unreadable) as wrong:
        text_of(cell)
    assert wrong.value.what == what


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("requested", 123_456),
        ("jobs_created", Decimal("1.5")),
        ("population", 1200),
        ("environment_share", Decimal("36.84")),
        ("applicant_kind", "legal_person"),
        ("innovative", False),
        ("title", "Pracownia"),
        ("starts_on", date(2022, 6, 1)),
    ],
)
def test_what_a_fact_writes_for_json_reads_back(fact, value):
    assert plain_parser_of(FACTS[fact])(FACTS[fact].plain(value)) == value


@pytest.mark.parametrize(
    "cell", [Decimal("1e999999"), "1e999999", "nan", True, "1 234,56", "-5", []]
)
def test_json_amounts_are_plain_and_modest(cell):
    with pytest.raises(Unreadable):
        plain_parser_of(FACTS["requested"])(cell)


def test_every_type_of_fact_has_a_reader():
    assert {fact.type for fact in FACTS.values()} == set(FactType)
    assert all(parser_of(fact) for fact in FACTS.values())
