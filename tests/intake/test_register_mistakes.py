"""A corpus of mistakes in a register with their exact answers."""

from datetime import datetime

import pytest

from reading.problems import Problem
from tests.intake.office import (
    GOOD,
    row,
)
from tests.intake.registers import refusal

BROKEN = {
    "an unreadable amount": (
        row(Koszt_całkowity="dużo"),
        (
            "Koszt całkowity",
            "nie można odczytać liczby „dużo”",
            "wpisz kwotę w złotych, np. 1 234,56",
        ),
    ),
    "a negative amount": (
        row(Wnioskowana_kwota="-1"),
        ("Wnioskowana kwota", "kwota „-1” jest ujemna", "wpisz kwotę równą co najmniej 0"),
    ),
    "fewer than no jobs": (
        row(Nowe_miejsca_pracy=-1.5),
        ("Nowe miejsca pracy", "liczba „-1,5” jest ujemna", "wpisz liczbę równą co najmniej 0"),
    ),
    "an amount below zero that Excel keeps as a number": (
        row(Koszt_całkowity=-5000.0),
        ("Koszt całkowity", "kwota „-5 000” jest ujemna", "wpisz kwotę równą co najmniej 0"),
    ),
    "nothing asked for": (
        row(Wnioskowana_kwota="0,00"),
        ("Wnioskowana kwota", "Wnioskowana kwota to zero", "wpisz kwotę większą od zera"),
    ),
    "a fraction of a grosz": (
        row(Wnioskowana_kwota="0,3333"),
        (
            "Wnioskowana kwota",
            "kwota „0,3333” ma ułamek grosza",
            "wpisz kwotę z dokładnością do grosza, np. 1 234,56",
        ),
    ),
    "more requested than it costs": (
        row(Wnioskowana_kwota="100 000,01"),
        (
            "Wnioskowana kwota",
            "Wnioskowana kwota (100 000,01 zł) to więcej niż Koszt całkowity (100 000,00 zł)",
            "sprawdź obie kwoty we wniosku i popraw",
        ),
    ),
    "a receipt without its hour": (
        row(Data_i_godzina_złożenia="5.05.2022"),
        (
            "Data i godzina złożenia",
            "przy dacie 5.05.2022 brak godziny",
            "wpisz np. 5.05.2022 10:15, a północ jako tekst 5.05.2022 00:00",
        ),
    ),
    "a required value that is not there": (
        row(Wnioskodawca=" "),
        ("Wnioskodawca", "brak wartości: Wnioskodawca", "wpisz tekst"),
    ),
    "no case number": (
        row(Znak_sprawy=""),
        ("Znak sprawy", "brak znaku sprawy", "wpisz znak sprawy"),
    ),
    "a case number that Excel made a date of": (
        row(Znak_sprawy=datetime.fromisoformat("2022-01-16T00:00")),
        (
            "Znak sprawy",
            "Excel zamienił ten wpis na datę",
            "sformatuj komórkę jako Tekst i wpisz jeszcze raz",
        ),
    ),
    "an unknown choice": (
        row(Rodzaj_wnioskodawcy="spółka"),
        (
            "Rodzaj wnioskodawcy",
            "nieznana możliwość „spółka”",
            "wpisz jedną z możliwości: osoba fizyczna (natural_person), osoba prawna (legal_person)",
        ),
    ),
    "neither yes nor no": (
        row(Innowacyjność="chyba"),
        ("Innowacyjność", "„chyba” nie znaczy ani tak, ani nie", "wpisz tak albo nie"),
    ),
    "a NIP with a wrong digit": (
        row(NIP="856-734-62-16"),
        (
            "NIP",
            "NIP „8567346216” ma złą cyfrę kontrolną",
            "sprawdź numer we wniosku i popraw",
        ),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_is_told_with_its_place_and_what_to_write(tmp_path, name):
    broken, (column, what, write) = BROKEN[name]
    problems = refusal(tmp_path, broken)
    said = [str(one).replace("\N{NO-BREAK SPACE}", " ") for one in problems]
    file = str(tmp_path / "rejestr.xlsx")
    expected = Problem(file, what, write, sheet="Sheet1", row=2, column=column)
    assert said == [str(expected)]
    assert problems[0].level == "error"


def test_every_mistake_of_the_file_is_told_at_once_and_nothing_is_taken_in(tmp_path):
    problems = refusal(
        tmp_path,
        GOOD,
        row(Znak_sprawy="PD/2/2022", Koszt_całkowity="?", Innowacyjność="?"),
        row(Znak_sprawy="PD/3/2022", NIP="1"),
        row(Znak_sprawy="pd/1/2022"),
    )
    assert [(one.row, one.column) for one in problems] == [
        (3, "Koszt całkowity"),
        (3, "Innowacyjność"),
        (4, "NIP"),
        (5, "Znak sprawy"),
    ]
    assert problems[3].what == "znak sprawy „pd/1/2022” stoi już w wierszu 2"
