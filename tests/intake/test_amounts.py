from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.amounts import Unreadable, grosze_of, number_of, share_of, whole_of

SPACES = ["", " ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{THIN SPACE}"]


@st.composite
def written_amounts(draw):
    """An amount in grosze and one of the ways in which a Pole writes it."""
    grosze = draw(st.integers(0, 10**13))
    whole, rest = divmod(grosze, 100)
    group = draw(st.sampled_from([*SPACES, "."]))
    digits = f"{whole:,}".replace(",", group)
    unit = draw(st.sampled_from(["", " zł", "zł", "\N{NO-BREAK SPACE}zł", " PLN", " zł."]))
    ends = [f",{rest:02}"]
    if group != ".":
        ends += [f".{rest:02}"]
        ends += ["", ",-", ",00", ".00"] if rest == 0 else []
        ends += [f",{rest // 10}"] if rest % 10 == 0 else []
    end = draw(st.sampled_from(ends))
    around = draw(st.sampled_from(["", " ", "\N{NO-BREAK SPACE}", "\n"]))
    return grosze, f"{around}{digits}{end}{unit}{around}"


@given(written_amounts())
def test_any_amount_that_a_pole_writes_reads_back_exactly(amount):
    grosze, text = amount
    assert grosze_of(text) == grosze


@given(st.integers(0, 10**12))
def test_any_amount_of_a_spreadsheet_reads_back_exactly(grosze):
    assert grosze_of(grosze / 100) == grosze


@given(st.text(max_size=60))
def test_any_text_is_an_amount_or_a_polite_refusal(text):
    with suppress(Unreadable):
        assert grosze_of(text) >= 0


@pytest.mark.parametrize(
    ("cell", "grosze"),
    [
        ("1 234,56 zł", 123_456),
        ("1.234.567,89", 123_456_789),
        ("1,234.56", 123_456),
        ("1.234.567", 123_456_700),
        ("1'234'567.50", 123_456_750),
        ("25 000,- zł", 2_500_000),
        ("PLN 12,50", 1_250),
        ("0,125e", None),
        ("0", 0),
        (1234.5600000000001, 123_456),
        (100000.0, 10_000_000),
        (7, 700),
    ],
)
def test_an_amount_is_read_to_the_grosz(cell, grosze):
    if grosze is None:
        with pytest.raises(Unreadable):
            grosze_of(cell)
    else:
        assert grosze_of(cell) == grosze


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("1.234", "nie wiadomo, czy „1.234” to 1234, czy 1,234"),
        ("1,234", "nie wiadomo, czy „1,234” to 1234, czy 1,234"),
        ("25.000 zł", "nie wiadomo, czy „25.000” to 25000, czy 25,000"),
        ("-5", "kwota „-5” jest ujemna"),
        ("−5,00 zł", "kwota „−5,00” jest ujemna"),
        (-0.01, "kwota „-0,01” jest ujemna"),
        ("1,005", "nie wiadomo, czy „1,005” to 1005, czy 1,005"),
        ("1234,567", "kwota „1234,567” ma ułamek grosza"),
        (864.192, "kwota „864,192” ma ułamek grosza"),
        ("12 34,00", "nie można odczytać liczby „12 34,00”"),
        ("1.23.456", "nie można odczytać liczby „1.23.456”"),
        ("ok. 5000", "nie można odczytać liczby „ok. 5000”"),
        ("1e5", "nie można odczytać liczby „1e5”"),
        ("nie dotyczy", "nie można odczytać liczby „nie dotyczy”"),
        ("٣٤", "nie można odczytać liczby „٣٤”"),
        (True, "„PRAWDA” nie jest liczbą"),
        (float("nan"), "komórka nie ma wartości liczbowej"),
        (1e300, "liczba „1E+300” ma za dużo cyfr"),
        (-1e300, "liczba „-1E+300” ma za dużo cyfr"),
        (1e-300, "liczba „1E-300” ma za dużo cyfr"),
    ],
)
def test_what_is_no_amount_is_said(cell, what):
    with pytest.raises(Unreadable) as wrong:
        grosze_of(cell)
    assert wrong.value.what == what


def test_an_ambiguous_amount_is_told_both_ways():
    with pytest.raises(Unreadable) as wrong:
        grosze_of("25.000")
    assert wrong.value.write == "wpisz „25 000” albo „25,00”"


def test_a_comma_before_three_digits_is_a_fraction_in_any_other_number():
    assert number_of("1,125") == Decimal("1.125")
    with pytest.raises(Unreadable):
        number_of("1.125")
    assert number_of("0.125") == Decimal("0.125")


def test_a_number_may_carry_its_unit():
    assert whole_of("1 200 os.", "os.") == 1200
    assert number_of("0,5 etatu", unit="etatu") == Decimal("0.5")


@pytest.mark.parametrize("cell", ["2,5", 2.5, "5.000", "5,000", "dwa"])
def test_a_whole_number_has_no_fraction_and_no_doubt(cell):
    with pytest.raises(Unreadable):
        whole_of(cell)


def test_a_share_is_a_number_of_per_cent():
    assert share_of("36,84 %") == Decimal("36.84")
    assert share_of("36,84") == Decimal("36.84")
    assert share_of(36.84) == Decimal("36.84")
    assert share_of("0,5 %") == Decimal("0.5")


def test_a_cell_formatted_as_per_cent_is_not_guessed():
    with pytest.raises(Unreadable) as wrong:
        share_of(0.3684)
    assert wrong.value.what == "nie wiadomo, czy to 0,3684 %, czy 36,8400 %"
