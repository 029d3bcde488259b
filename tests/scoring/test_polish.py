"""Amounts, numbers, dates, plurals and the alphabet as Poles write them."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from scoring import polish


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 wniosków"),
        (1, "1 wniosek"),
        (2, "2 wnioski"),
        (3, "3 wnioski"),
        (4, "4 wnioski"),
        (5, "5 wniosków"),
        (11, "11 wniosków"),
        (12, "12 wniosków"),
        (14, "14 wniosków"),
        (21, "21 wniosków"),
        (22, "22 wnioski"),
        (25, "25 wniosków"),
        (101, "101 wniosków"),
        (102, "102 wnioski"),
        (112, "112 wniosków"),
        (1001, "1\N{NO-BREAK SPACE}001 wniosków"),
    ],
)
def test_plural_takes_the_form_of_the_count(count: int, said: str):
    head, noun = said.rsplit(" ", 1)
    found = polish.plural(count, "wniosek", "wnioski", "wniosków")
    assert found == f"{head}\N{NO-BREAK SPACE}{noun}"


@pytest.mark.parametrize(
    ("grosze", "said"),
    [
        (0, "0,00_zł"),
        (1, "0,01_zł"),
        (123456, "1_234,56_zł"),
        (-123456, "-1_234,56_zł"),
        (63149736, "631_497,36_zł"),
        (10**32, "1_000_000_000_000_000_000_000_000_000_000,00_zł"),
    ],
)
def test_money_is_told_to_the_grosz_with_spaces_that_do_not_break(grosze: int, said: str):
    assert polish.money(grosze) == said.replace("_", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (0, "0"),
        (17, "17"),
        (-3, "-3"),
        (Fraction(5339, 100), "53,39"),
        (Fraction(1, 2), "0,5"),
        (Fraction(26996, 1000), "26,996"),
        (Fraction(1, 10000), "0,0001"),
        (Fraction(13, 3), "≈_4,33"),
        (Fraction(14, 3), "≈_4,67"),
        (Fraction(1, 300), "mniej niż 0,01"),
        (Fraction(-1, 300), "więcej niż -0,01"),
        (Fraction(1001, 1000), "1,001"),
        (Fraction(9999999, 100000), "≈_100,00"),
    ],
)
def test_points_are_told_exactly_or_as_nearly(points: int | Fraction, said: str):
    assert polish.points(points) == said.replace("_", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Fraction(700, 19), "36,84_%"),
        (Fraction(-3684, 100), "-36,84_%"),
        (Decimal(5), "5_%"),
        (Decimal("0.005"), "0,01_%"),
        (Decimal("0.0049"), "0_%"),
        (Decimal("1234.5"), "1_234,5_%"),
    ],
)
def test_percent_has_at_most_two_digits_after_the_comma(share: Decimal | Fraction, said: str):
    assert polish.percent(share) == said.replace("_", "\N{NO-BREAK SPACE}")


def test_a_number_has_as_many_places_as_asked_for():
    assert polish.number(Decimal("1234.5")) == "1\N{NO-BREAK SPACE}234,5"
    assert polish.number(Decimal("1234.5"), 2) == "1\N{NO-BREAK SPACE}234,50"
    assert polish.number(1234, 0) == "1\N{NO-BREAK SPACE}234"


def test_days_and_moments():
    assert polish.day(date(2022, 5, 5)) == "5 maja 2022 r."
    assert polish.moment(datetime.fromisoformat("2022-05-05T09:05")) == "5.05.2022, 09:05"
    assert polish.moment(datetime.fromisoformat("2022-05-05T12:00:01")) == "5.05.2022, 12:00:01"


def test_the_alphabet_puts_polish_letters_after_their_plain_ones():
    ordered = ["Lublin", "Łomża", "Suwałki", "Szczuczyn", "Świdnica", "Zambrów", "Źrebki", "Żednia"]
    assert sorted(set(ordered), key=polish.alphabetical) == ordered


def test_the_alphabet_does_not_look_at_case_or_at_how_a_letter_is_composed():
    assert polish.alphabetical("ŁOMŻA") == polish.alphabetical("łomz\u0307a")


def test_the_alphabet_puts_a_foreign_letter_with_its_plain_one():
    ordered = ["Mazur", "Müller", "Mur", "Sas", "Šliaužys", "Suwałki", "Świt"]
    assert sorted(set(ordered), key=polish.alphabetical) == ordered


def test_digits_come_before_letters():
    assert sorted(["Adam", "2 Koła"], key=polish.alphabetical) == ["2 Koła", "Adam"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("w domu", "w_domu"),
        ("W domu i w lesie", "W_domu i_w_lesie"),
        ("art. 21 ust. 5", "art._21 ust._5"),
        ("27 pkt", "27_pkt"),
        ("27 punktów", "27 punktów"),
        ("nad rzeką", "nad rzeką"),
        ("100 000,00 zł", "100_000,00_zł"),
        ("w tym 1 200 300 osób", "w_tym 1_200_300 osób"),
        ("w 2022 1234", "w_2022 1234"),
        ("8 z 16 głosów", "8_z_16 głosów"),
        ("5 z urzędu", "5 z_urzędu"),
        ("od 1 do 20, co 5", "od_1 do_20, co_5"),
        ("kod 5, pod 5", "kod 5, pod 5"),
        ("str. 4, pkt 3, § 5, 60 %", "str._4, pkt_3, §_5, 60_%"),
        ("1 czerwca 2022 r.", "1_czerwca 2022_r."),
        ("20.05.2022, 15:00", "20.05.2022,_15:00"),
        ("1.06.2022, godz. 10:05", "1.06.2022,_godz._10:05"),
        ("w latach 2021, 2022", "w_latach 2021, 2022"),
    ],
)
def test_tied_keeps_together_what_a_line_must_not_part(text: str, said: str):
    assert polish.tied(text) == said.replace("_", "\N{NO-BREAK SPACE}")


def test_case_numbers_stand_in_natural_order():
    ordered = ["", "1/2", "1/2a", "1/10", "2/1", "10/1", "PD/9/2", "PD/10", "PD/10/1"]
    assert sorted(sorted(ordered), key=polish.natural) == ordered
    assert min(["a" + "9" * 5000, "a2"], key=polish.natural) == "a2"
    assert polish.natural("1/2") != polish.natural("1/02")


def test_quotation_marks_inside_others_are_of_another_kind():
    assert polish.quoted("Młyn") == "„Młyn”"
    assert polish.quoted("Projekt „Żywe tradycje”") == "„Projekt »Żywe tradycje«”"


def test_number_of_a_case_and_a_letter_of_an_article_stay_with_their_word():
    assert polish.tied("nr ZP/IN/05, lit. b, nr bez") == "nr\xa0ZP/IN/05, lit.\xa0b, nr bez"
