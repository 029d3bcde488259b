"""Deliveries and protests: what a clerk may write, and what is answered to the rest."""

from datetime import date
from typing import Any

import pytest

from intake.call import read_call
from intake.deliveries import read_deliveries
from reading.problems import Refused
from scoring.deliveries import Delivery
from tests.intake.office import CALL, CALL_1, problems_of, warnings_of, write_csv, write_xlsx

HEADINGS = ("Znak sprawy", "Dzień doręczenia", "Dzień wniesienia protestu", "Dzień wpływu protestu")
NUMBERS = ("PD/1/2022", "PD/2/2022")


def read(folder, *rows, headings=HEADINGS, numbers=NUMBERS):
    file = write_csv(folder / "deliveries.csv", [list(headings), *map(list, rows)])
    return read_deliveries(file, CALL_1, numbers)


def refusal(folder, *rows, headings=HEADINGS, numbers=NUMBERS):
    with pytest.raises(Refused) as refused:
        read(folder, *rows, headings=headings, numbers=numbers)
    return problems_of(refused.value, folder / "deliveries.csv")


def test_rows_are_read_as_the_office_writes_them(tmp_path):
    found = read(
        tmp_path,
        ("pd/1/2022", "9 czerwca 2022 r.", "2022-06-17", ""),
        ("", "", "", ""),
        ("PD/2/2022", "-", "", ""),
    )
    assert found.rows == (
        Delivery(number="PD/1/2022", delivered_on=date(2022, 6, 9), protested_on=date(2022, 6, 17)),
        Delivery(number="PD/2/2022"),
    )
    assert found.warnings == ()


def test_a_workbook_reads_the_same(tmp_path):
    cells: list[list[Any]] = [
        ["Doręczenia – nabór 1/2022"],
        list(HEADINGS),
        ["PD/1/2022", date(2022, 6, 9), date(2022, 6, 17), ""],
    ]
    file = write_xlsx(tmp_path / "deliveries.xlsx", cells)
    (one,) = read_deliveries(file, CALL_1, NUMBERS).rows
    assert one.days == {
        "delivered_on": date(2022, 6, 9),
        "protested_on": date(2022, 6, 17),
        "received_on": date(2022, 6, 17),
    }


def test_a_second_delivery_on_another_day_is_another_row(tmp_path):
    found = read(tmp_path, ("PD/1/2022", "9.06.2022", "", ""), ("PD/1/2022", "1.07.2022", "", ""))
    assert len(found.rows) == 2


def test_without_a_register_every_number_is_taken(tmp_path):
    assert read(tmp_path, ("X/9", "9.06.2022", "", ""), numbers=None).rows[0].number == "X/9"


def test_every_mistake_is_told_at_once(tmp_path):
    assert refusal(
        tmp_path,
        ("PD/9/2022", "9.06.2022", "", ""),
        ("", "9.06.2022", "", ""),
        ("PD/1/2022", "31.06.2022", "", ""),
        ("PD/1/2022", "9.06.2202", "", ""),
        ("PD/1/2022", "15.05.2022", "", ""),
        ("PD/1/2022", "", "17.06.2022", ""),
        ("PD/1/2022", "17.06.2022", "16.06.2022", ""),
        ("PD/2/2022", "9.06.2022", "", ""),
        ("PD/2/2022", "9.06.2022", "", ""),
    ) == [
        "plik, wiersz 2, kolumna „Znak sprawy”: nie ma w rejestrze wniosku „PD/9/2022” → wpisz jedno z: „PD/1/2022”, „PD/2/2022”",
        "plik, wiersz 3, kolumna „Znak sprawy”: brak znaku sprawy → wpisz znak sprawy",
        "plik, wiersz 4, kolumna „Dzień doręczenia”: nie ma takiego dnia: „31.06.2022” → wpisz datę, np. 5.05.2022",
        "plik, wiersz 5, kolumna „Dzień doręczenia”: rok 2202 to pomyłka → popraw rok",
        "plik, wiersz 5, kolumna „Znak sprawy”: to samo doręczenie w sprawie PD/1/2022 stoi już w wierszu 4 → zostaw jeden wiersz albo popraw dzień doręczenia",
        "plik, wiersz 6, kolumna „Dzień doręczenia”: pismo doręczono przed zakończeniem naboru (16 maja 2022 r.) → popraw datę",
        "plik, wiersz 7, kolumna „Dzień wniesienia protestu”: jest dzień wniesienia protestu, a nie ma: dzień doręczenia pisma o wyniku → wpisz dzień doręczenia pisma o wyniku",
        "plik, wiersz 7, kolumna „Znak sprawy”: to samo doręczenie w sprawie PD/1/2022 stoi już w wierszu 4 → zostaw jeden wiersz albo popraw dzień doręczenia",
        "plik, wiersz 8, kolumna „Dzień wniesienia protestu”: dzień wniesienia protestu jest wcześniejszy niż dzień doręczenia pisma o wyniku (17 czerwca 2022 r.) → popraw jedną z dat",
        "plik, wiersz 10, kolumna „Znak sprawy”: to samo doręczenie w sprawie PD/2/2022 stoi już w wierszu 9 → zostaw jeden wiersz albo popraw dzień doręczenia",
    ]


def test_an_unknown_column_is_only_warned_of(tmp_path):
    found = read(
        tmp_path,
        ("PD/1/2022", "9.06.2022", "tak"),
        headings=("Znak sprawy", "Dzień doręczenia", "Listonosz"),
    )
    assert warnings_of(found.warnings, tmp_path / "deliveries.csv") == [
        "plik, wiersz 1, kolumna „Listonosz”: nieznana kolumna; jej treść pominięto → popraw nagłówek, jeśli program ma ją czytać"
    ]


def test_a_table_that_is_no_table_of_deliveries_is_told_what_to_write(tmp_path):
    (said,) = refusal(tmp_path, ("1", "2"), headings=("Imię", "Nazwisko"))
    assert "Znak sprawy, Dzień doręczenia, Dzień wniesienia protestu" in said


@pytest.mark.parametrize(
    ("events", "line", "what"),
    [
        (
            "{published_on: 2022-05-15}",
            15,
            "ten dzień (15 maja 2022 r.) jest przed zakończeniem naboru",
        ),
        (
            "{selected_on: 2022-06-02, published_on: 2022-06-01}",
            15,
            "ten dzień (1 czerwca 2022 r.) jest przed wyborem operacji (selected_on)",
        ),
        ("{agreed_with_board_on: 0202-03-01}", 15, "rok 202 to pomyłka"),
        ("{ogloszono: 2022-03-01}", 15, "nieznany klucz „ogloszono”"),
    ],
)
def test_events_that_cannot_be_are_told(tmp_path, events, line, what):
    (tmp_path / "call.yaml").write_text(f"{CALL}criteria: by_date\nevents: {events}\n", "utf-8")
    with pytest.raises(Refused) as refused:
        read_call(tmp_path)
    assert [(one.line, one.what) for one in refused.value.problems] == [(line, what)]


def test_a_file_that_is_probably_the_deliveries_is_told(tmp_path):
    (tmp_path / "call.yaml").write_text(CALL + "criteria: by_date\n", "utf-8")
    (tmp_path / "doręczenia.csv").write_text("x", "utf-8")
    assert [one.what for one in read_call(tmp_path).warnings] == [
        "nie ma pliku deliveries.xlsx, a jest tu podobny plik: doręczenia.csv"
    ]
