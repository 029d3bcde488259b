"""The register against the LGD's area and the call's file of inhabitants."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from intake.localities import Localities, read_localities
from intake.places import Places
from intake.register import Register, read_register
from scoring.area import Area
from scoring.call import Call
from scoring.facts import Fact, FactType
from scoring.population import FACT, Population
from scoring.ruleset import Ruleset
from tests.intake.office import (
    CALL_1,
    HEADINGS,
    catalogue,
    row,
    ruleset,
    table,
    warnings_of,
    write_csv,
    write_xlsx,
)

AREA = Area("kraina", "LGD Kraina", ("Gmina Wólka", "Gmina Dąb", "Miasto Dąb"))
OTHER = Area("inna", "LGD Inna", ("Gmina Grab", "Gmina Wólka"))
INHABITANTS = "Liczba mieszkańców miejscowości"
PLACE = (*HEADINGS, "Gmina", "Miejscowość", INHABITANTS)
OLD, NEW = date(2013, 12, 31), date(2020, 12, 31)


def rules() -> Ruleset:
    """The usual criteria, with a fact for the number of inhabitants."""
    fact = Fact(id=FACT, name=INHABITANTS, type=FactType.WHOLE, unit="os.", columns=(INHABITANTS,))
    bound, flaws = ruleset().bound(catalogue(fact))
    assert flaws == []
    return bound


def localities(folder: Path, *rows: tuple[str, str, int, str, str]) -> Localities:
    headings = ["Gmina", "Miejscowość", "Liczba mieszkańców", "Stan na dzień", "Źródło"]
    return read_localities(write_csv(folder / "localities.csv", [headings, *map(list, rows)]))


def read(
    folder: Path,
    places: Places,
    *rows: dict[str, Any],
    headings: tuple[str, ...] = PLACE,
    call: Call = CALL_1,
) -> tuple[Register, list[str]]:
    """Read a register of these rows; return it with what is said of its places."""
    file = write_xlsx(folder / "rejestr.xlsx", table(*rows, headings=headings), names=("Wnioski",))
    register = read_register(file, call, rules(), places=places)
    return register, warnings_of(register.warnings, file)


def told(folder: Path, places: Places, *rows: dict[str, Any], **other: Any) -> list[str]:
    return read(folder, places, *rows, **other)[1]


def at(
    gmina: str = "Gmina Wólka", locality: str = "Nowa Wólka", people: Any = ""
) -> dict[str, Any]:
    return row(Gmina=gmina, Miejscowość=locality, Liczba_mieszkańców_miejscowości=people)


@pytest.mark.parametrize("gmina", ["Gmina Wólka", "gm. wólka", "Wolka", "Dąb", "Miasto Dąb, Wólka"])
def test_nothing_is_said_of_a_gmina_in_the_area(tmp_path, gmina):
    assert told(tmp_path, Places(AREA, (AREA,)), at(gmina)) == []


def test_a_gmina_outside_the_area_is_a_warning_with_its_place(tmp_path):
    assert told(tmp_path, Places(AREA, (AREA, OTHER)), at("Gmina Nigdzie")) == [
        (
            "plik, arkusz „Wnioski”, wiersz 2, kolumna „Gmina”: gmina „Gmina Nigdzie” leży poza obszarem "
            "LGD (LGD Kraina) → popraw gminę albo sprawdź, czy operacja będzie na obszarze LSR"
        )
    ]


def test_a_gmina_of_a_neighbour_is_said_to_be_his(tmp_path):
    (said,) = told(tmp_path, Places(AREA, (AREA, OTHER)), at("Grab"))
    assert "leży poza obszarem LGD (LGD Kraina); ma ją na obszarze LGD Inna" in said


def test_a_town_beside_a_gmina_of_the_area_is_told_with_what_may_be_meant(tmp_path):
    (said,) = told(tmp_path, Places(AREA, (AREA,)), at("Miasto Wólka"))
    assert "leży poza obszarem LGD (LGD Kraina); na obszarze jest „Gmina Wólka”" in said


def test_each_gmina_outside_is_told(tmp_path):
    assert len(told(tmp_path, Places(AREA, (AREA,)), at("Wólka, Tu i Tam"))) == 2


def test_a_gmina_that_two_lgds_have_is_a_warning(tmp_path):
    assert told(tmp_path, Places(AREA, (AREA, OTHER)), at("Wólka")) == [
        (
            "plik, arkusz „Wnioski”, wiersz 2, kolumna „Gmina”: gminę „Wólka” ma na swoim obszarze więcej "
            "niż jedna LGD: LGD Kraina i LGD Inna → sprawdź w LSR, do której LGD należy miejsce operacji"
        )
    ]


def test_where_no_area_is_known_nothing_is_said(tmp_path):
    assert told(tmp_path, Places(None, (OTHER,)), at("Gmina Nigdzie")) == []
    assert told(tmp_path, Places(), at("")) == []


def test_a_blank_gmina_and_a_register_without_gminas_are_told(tmp_path):
    (blank,) = told(tmp_path, Places(AREA, (AREA,)), at(""))
    assert "kolumna „Gmina”: brak gminy, więc nie sprawdzono" in blank
    (absent,) = told(tmp_path, Places(AREA, (AREA,)), row(), headings=HEADINGS)
    assert "wiersz 1: brak kolumny „Gmina”, więc nie sprawdzono" in absent


def test_the_number_of_the_reference_day_is_taken_and_all_are_kept(tmp_path):
    places = Places(
        localities=localities(
            tmp_path,
            ("Gmina Wólka", "Nowa Wólka", 5104, "31.12.2013", "GUS"),
            ("Gmina Wólka", "Nowa Wólka", 4980, "31.12.2020", "GUS"),
        )
    )
    kept = (Population(5104, OLD, "GUS"), Population(4980, NEW, "GUS"))
    for call, taken in (
        (CALL_1, 5104),
        (CALL_1.model_copy(update={"regime": "2023"}), 4980),
        (CALL_1.model_copy(update={"population_on": NEW}), 4980),
    ):
        register, said = read(tmp_path, places, at(), call=call)
        (one,) = register.applications
        assert (one.facts[FACT], one.populations, said) == (taken, kept, [])


def test_without_its_day_the_number_stays_unknown_and_is_kept(tmp_path):
    one_row = ("Gmina Wólka", "Nowa Wólka", 4980, "31.12.2020", "GUS")
    register, said = read(tmp_path, Places(localities=localities(tmp_path, one_row)), at())
    (one,) = register.applications
    assert FACT not in one.facts
    assert one.populations == (Population(4980, NEW, "GUS"),)
    assert (
        "to 31 grudnia 2013 r., a w pliku nie ma liczby na ten dzień (4\N{NO-BREAK SPACE}980"
        in said[0]
    )


def test_two_numbers_of_one_day_leave_it_unknown(tmp_path):
    rows = [
        ("Gmina Wólka", "Nowa Wólka", n, "31.12.2013", s)
        for n, s in ((5104, "GUS"), (4900, "gmina"))
    ]
    register, said = read(tmp_path, Places(localities=localities(tmp_path, *rows)), at())
    assert FACT not in register.applications[0].facts
    assert "a w pliku podano na ten dzień różne liczby" in said[0]


def test_a_register_that_contradicts_the_file_is_a_warning_with_both(tmp_path):
    one_row = ("Gmina Wólka", "Nowa Wólka", 5104, "31.12.2013", "GUS")
    places = Places(localities=localities(tmp_path, one_row))
    assert told(tmp_path, places, at(people=5104)) == []
    register, said = read(tmp_path, places, at(people=4900))
    assert register.applications[0].facts[FACT] == 4900
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in said] == [
        (
            "plik, arkusz „Wnioski”, wiersz 2, kolumna „Liczba mieszkańców miejscowości”: „Nowa Wólka”: "
            "rejestr podaje 4 900, a plik 5 104 mieszkańców (31.12.2013, GUS); przyjęto liczbę z rejestru "
            "→ popraw rejestr albo plik"
        )
    ]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ("", "liczba mieszkańców pozostaje nieznana"),
        (70, "liczba z rejestru nie ma więc dnia ani źródła"),
    ],
)
def test_a_locality_that_is_not_in_the_file_is_a_warning(tmp_path, people, said):
    one_row = ("Gmina Wólka", "Stara Wólka", 5104, "31.12.2013", "GUS")
    places = Places(localities=localities(tmp_path, one_row))
    register, found = read(tmp_path, places, at(people=people))
    assert "miejscowości „Nowa Wólka” nie ma w pliku localities.csv" in found[0]
    assert said in found[0]
    assert register.applications[0].facts.get(FACT) == (people or None)


def test_a_locality_is_not_its_gmina(tmp_path):
    one_row = ("Gmina Wólka", "Wólka", 5104, "31.12.2013", "GUS")
    places = Places(localities=localities(tmp_path, one_row))
    register, said = read(tmp_path, places, at(locality="Nowa Wólka"))
    assert FACT not in register.applications[0].facts
    assert len(said) == 1


def test_a_name_in_two_gminas_needs_the_gmina(tmp_path):
    rows = [
        (g, "Nowa Wólka", n, "31.12.2013", "GUS")
        for g, n in (("Gmina Wólka", 10), ("Gmina Dąb", 20))
    ]
    places = Places(localities=localities(tmp_path, *rows))
    register, said = read(tmp_path, places, at(gmina="Gmina Dąb"))
    assert (register.applications[0].facts[FACT], said) == (20, [])
    register, (told_of,) = read(tmp_path, places, at(gmina=""))
    assert FACT not in register.applications[0].facts
    assert "jest w kilku gminach: „Gmina Wólka”, „Gmina Dąb”; nie wiadomo, w której" in told_of
    without = tuple(one for one in PLACE if one != "Gmina")
    assert len(told(tmp_path, places, at(), headings=without)) == 1


def test_a_blank_locality_and_a_register_without_localities_are_told(tmp_path):
    one_row = ("Gmina Wólka", "Nowa Wólka", 5104, "31.12.2013", "GUS")
    places = Places(localities=localities(tmp_path, one_row))
    (blank,) = told(tmp_path, places, at(locality=""))
    assert "kolumna „Miejscowość”: brak miejscowości" in blank
    (absent,) = told(tmp_path, places, row(), headings=HEADINGS)
    assert "wiersz 1: brak kolumny „Miejscowość”" in absent


def test_an_unreadable_number_of_the_register_is_not_replaced(tmp_path):
    one_row = ("Gmina Wólka", "Nowa Wólka", 5104, "31.12.2013", "GUS")
    places = Places(localities=localities(tmp_path, one_row))
    with pytest.raises(Exception, match="nie można odczytać liczby „dużo”"):
        read(tmp_path, places, at(people="dużo"))
