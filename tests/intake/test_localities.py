"""The call's file of inhabitants: what is read, and every mistake with its row and column."""

from datetime import date
from typing import Any

import pytest

from intake.localities import read_localities
from reading.problems import Refused
from scoring.population import Population
from tests.intake.office import problems_of, warnings_of, write_csv, write_xlsx

HEADINGS = ["Gmina", "Miejscowość", "Liczba mieszkańców", "Stan na dzień", "Źródło"]
GOOD: list[Any] = ["Gmina Wólka", "Nowa Wólka", "5 104", "31.12.2013", "GUS"]


def table(*rows: list[Any], headings: list[str] = HEADINGS) -> list[list[Any]]:
    return [headings, *rows]


def good(**other: Any) -> list[Any]:
    """A good row with some cells otherwise, by the first word of the heading."""
    words = ["gmina", "miejscowosc", "liczba", "dzien", "zrodlo"]
    return [other.get(word, cell) for word, cell in zip(words, GOOD, strict=True)]


def told(folder, *rows: list[Any], headings: list[str] = HEADINGS) -> list[str]:
    file = write_csv(folder / "localities.csv", table(*rows, headings=headings))
    with pytest.raises(Refused) as refused:
        read_localities(file)
    return problems_of(refused.value, file)


@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_csv_file_is_read(tmp_path, delimiter):
    cells = table(GOOD, good(liczba="4 980 os.", dzien="2020-12-31"), good(gmina="Miasto Dąb"))
    file = write_csv(tmp_path / "localities.csv", cells, "cp1250", delimiter)
    found = read_localities(file).found("gm. wolka", "NOWA WÓLKA")
    assert [[one.population for one in rows] for rows in found] == [
        [
            Population(5104, date(2013, 12, 31), "GUS"),
            Population(4980, date(2020, 12, 31), "GUS"),
        ]
    ]


def test_a_workbook_is_read_with_its_numbers_and_dates(tmp_path):
    cells = [["Mieszkańcy gmin"], [], *table(good(liczba=5104, dzien=date(2013, 12, 31)), [])]
    file = write_xlsx(tmp_path / "localities.xlsx", cells)
    ((one,),) = read_localities(file).found("Wólka", "Nowa Wólka")
    assert (one.row, one.population) == (4, Population(5104, date(2013, 12, 31), "GUS"))


def test_a_name_alone_may_be_in_two_gminas(tmp_path):
    cells = table(GOOD, good(gmina="Gmina Dąb", liczba="12"))
    localities = read_localities(write_csv(tmp_path / "localities.csv", cells))
    assert len(localities.found(None, "Nowa Wólka")) == 2
    assert len(localities.found("Dąb", "Nowa Wólka")) == 1
    assert localities.found("Grab", "Nowa Wólka") == []
    assert localities.found(None, "Stara Wólka") == []


def test_a_town_and_the_gmina_around_it_are_two_gminas(tmp_path):
    cells = table(
        good(gmina="Miasto Dąb"), good(gmina="Gmina Dąb"), good(gmina="Dąb", dzien="1.1.2020")
    )
    localities = read_localities(write_csv(tmp_path / "localities.csv", cells))
    assert len(localities.found("Dąb", "Nowa Wólka")) == 2
    ((first, second),) = localities.found("Gmina Dąb", "Nowa Wólka")
    assert (first.row, second.row) == (3, 4)


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        ({"liczba": "-5"}, "Liczba mieszkańców", "liczba „-5” jest ujemna"),
        ({"liczba": "12,5"}, "Liczba mieszkańców", "„12,5” nie jest liczbą całkowitą"),
        ({"liczba": "wielu"}, "Liczba mieszkańców", "nie można odczytać liczby „wielu”"),
        ({"liczba": "10 000 001"}, "Liczba mieszkańców", "liczba „10 000 001” jest za duża"),
        ({"liczba": ""}, "Liczba mieszkańców", "brak wartości"),
        ({"dzien": "31.02.2013"}, "Stan na dzień", "nie ma takiego dnia: „31.02.2013”"),
        ({"dzien": "2013"}, "Stan na dzień", "nie można odczytać daty „2013”"),
        ({"dzien": ""}, "Stan na dzień", "brak wartości"),
        ({"gmina": "-"}, "Gmina", "brak wartości"),
        ({"miejscowosc": ""}, "Miejscowość", "brak wartości"),
        ({"zrodlo": " "}, "Źródło", "brak wartości"),
    ],
)
def test_a_cell_that_cannot_be_used_is_told_with_its_place(tmp_path, cells, column, what):
    (found,) = told(tmp_path, GOOD, good(**cells))
    assert found.startswith(f"plik, wiersz 3, kolumna „{column}”: {what}")
    assert " → wpisz" in found


def test_all_mistakes_are_told_at_once(tmp_path):
    assert len(told(tmp_path, good(liczba="x", dzien="y"), good(gmina=""))) == 3


def test_one_source_cannot_say_two_numbers_of_one_day(tmp_path):
    rows = (GOOD, good(liczba="5 000", gmina="gm. Wólka", zrodlo="gus"))
    assert told(tmp_path, *rows) == [
        (
            "plik, wiersz 3, kolumna „Liczba mieszkańców”: „Nowa Wólka”: to samo źródło na ten sam dzień "
            "podaje 5\N{NO-BREAK SPACE}000, a w wierszu 2 5\N{NO-BREAK SPACE}104 → popraw jeden z wierszy albo źródło"
        )
    ]


def test_a_row_that_says_the_same_again_is_a_warning(tmp_path):
    file = write_csv(tmp_path / "localities.csv", table(GOOD, GOOD))
    localities = read_localities(file)
    assert warnings_of(localities.warnings, file) == [
        "plik, wiersz 3, kolumna „Miejscowość”: ten wiersz powtarza wiersz 2 → usuń jeden z nich"
    ]
    ((one,),) = localities.found(None, "Nowa Wólka")
    assert one.row == 2


def test_an_unknown_column_is_a_warning(tmp_path):
    cells = table([*GOOD, "x"], headings=[*HEADINGS, "Sołtys"])
    file = write_csv(tmp_path / "localities.csv", cells)
    assert warnings_of(read_localities(file).warnings, file) == [
        (
            "plik, wiersz 1, kolumna „Sołtys”: nieznana kolumna; jej treść pominięto → popraw nagłówek, "
            "jeśli program ma ją czytać"
        )
    ]


def test_a_column_that_is_not_there_is_an_error(tmp_path):
    assert told(tmp_path, GOOD[:4], headings=HEADINGS[:4]) == [
        "plik, wiersz 1: brak kolumny „Źródło” → dodaj ją do tabeli"
    ]


def test_a_file_without_headings_is_refused(tmp_path):
    (found,) = told(tmp_path, headings=["a", "b"])
    assert "nie ma nagłówka tabeli" in found


def test_a_file_without_rows_is_a_warning(tmp_path):
    file = write_csv(tmp_path / "localities.csv", table())
    (found,) = read_localities(file).warnings
    assert found.what == "w pliku nie ma żadnej miejscowości"
