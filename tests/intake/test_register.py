"""The register: messy tables that are read, and what is warned of."""

import csv
from datetime import datetime

import pytest

from intake.register import Rows, read_register
from reading.problems import Refused
from tests.intake.office import (
    CALL,
    GOOD,
    HEADINGS,
    RULESET,
    call,
    row,
    table,
    write_csv,
    write_xlsx,
)
from tests.intake.registers import read, read_rows, refusal, refused_of


def test_a_row_becomes_an_application_in_the_units_of_the_house(tmp_path):
    (one,) = read_rows(tmp_path, GOOD).applications
    assert one.number == "PD/1/2022"
    assert {key: str(value) for key, value in one.facts.items()} == {
        "submitted_at": "2022-05-05 10:15:00",
        "nip": "8567346215",
        "applicant": "Jan Kowalski",
        "title": "Pracownia",
        "total_cost": "10000000",
        "requested": "5000000",
        "jobs_created": "1.5",
        "applicant_kind": "natural_person",
        "innovative": "True",
        "accepts_partial": "False",
    }


def test_cells_of_excel_read_like_their_texts(tmp_path):
    excel = row(
        Data_i_godzina_złożenia=datetime.fromisoformat("2022-05-05T10:15"),
        NIP=8567346215,
        Koszt_całkowity=100_000,
        Wnioskowana_kwota=50_000.0,
        Nowe_miejsca_pracy=1.5,
        Innowacyjność=True,
        Zgoda_na_niższą_kwotę=False,
    )
    assert read_rows(tmp_path, excel).applications == read_rows(tmp_path, GOOD).applications


MESSY_TEXT = """
REJESTR WNIOSKÓW – nabór 1/2022
LGD „Kraina”
|
L.p.|Znak  sprawy|DATA ZŁOŻENIA|Godzina złożenia|NIP*|Regon / Pesel|Nazwa  wnioskodawcy¹|gmina, miejscowosc|Wskaźnik i wartość|Tytuł:|Koszt całkowity [zł]|Kwota pomocy (PLN)|jobs_created|Rodzaj wnioskodawcy|Innowacyjność|Zgoda na niższą kwotę|Wycofany|Uwagi
1|PD/1/2022|5.05.2022 r.|10.15|856-734-62-15|123456785|A|Łomża, Wólka|Liczba firm: 1 szt.|T|1 000 zł|500,50|1|osoba prawna|N|-||ok
2|PD/2/2022|05-05-2022|godz. 11:00||44051401359|B|Łomża / Dąb||U|2 000,00|1.000,00|0,5||x||TAK|
|
3|
||||||||||3 000,00|1 500,50
* kwoty w złotych
|Sporządziła Anna Nowak, biuro LGD
"""
MESSY = list(csv.reader(MESSY_TEXT.strip().splitlines(), delimiter="|"))


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_register_as_messy_as_a_real_one_is_read_whole(tmp_path, form):
    write = write_xlsx if form == "xlsx" else write_csv
    register = read(write(tmp_path / f"rejestr.{form}", MESSY))
    first, second = register.applications
    assert first.facts["regon"] == "123456785"
    assert second.facts["pesel"] == "44051401359"
    assert [first.facts[name] for name in ("gmina", "locality")] == ["Łomża", "Wólka"]
    assert [first.facts[name] for name in ("indicator", "indicator_value")] == ["Liczba firm", 1]
    assert str(first.submitted_at) == "2022-05-05 10:15:00"
    assert (first.requested, second.requested) == (50_050, 100_000)
    assert "accepts_partial" not in first.facts
    assert (first.withdrawn, second.withdrawn) == (False, True)
    assert register.rows == Rows(accepted=2, blank=2, sums=1, notes=2, titles=4)
    assert register.rows.total == len(MESSY)
    assert [(one.row, one.what) for one in register.warnings] == [
        (4, "nieznana kolumna; jej treść pominięto"),
        (10, "wiersz pominięto jako uwagę: „* kwoty w złotych”"),
        (11, "wiersz pominięto jako uwagę: „Sporządziła Anna Nowak, biuro LGD”"),
    ]


def test_receipt_outside_the_term_is_a_warning_and_the_application_stays(tmp_path):
    register = read_rows(
        tmp_path,
        row(Data_i_godzina_złożenia="16.05.2022 12:00"),
        row(Znak_sprawy="PD/2", Data_i_godzina_złożenia="16.05.2022 12:01"),
        row(Znak_sprawy="PD/3", Data_i_godzina_złożenia="2.05.2022 7:59"),
    )
    assert register.rows.accepted == 3
    assert [(one.row, one.what) for one in register.warnings] == [
        (3, "wniosek złożono 16.05.2022, 12:01, po zamknięciu naboru (16.05.2022, 12:00)"),
        (4, "wniosek złożono 2.05.2022, 07:59, przed otwarciem naboru (2.05.2022, 08:00)"),
    ]


def test_more_requested_than_is_eligible_is_a_warning(tmp_path):
    headings = (*HEADINGS, "Koszty kwalifikowalne")
    register = read_rows(tmp_path, row(Koszty_kwalifikowalne="49 999,99"), headings=headings)
    assert [one.column for one in register.warnings] == ["Wnioskowana kwota"]
    (problem,) = refusal(tmp_path, row(Koszty_kwalifikowalne="100 000,01"), headings=headings)
    assert problem.column == "Koszty kwalifikowalne"


def test_zeros_that_excel_dropped_come_back_with_a_warning(tmp_path):
    headings = (*HEADINGS, "PESEL", "REGON")
    register = read_rows(tmp_path, row(PESEL=2070803628, REGON=1287), headings=headings)
    (one,) = register.applications
    assert (one.facts["pesel"], one.facts["regon"]) == ("02070803628", "000001287")
    assert [one.what for one in register.warnings] == [
        "w numerze PESEL brakowało zer na początku; przyjęto 02070803628",
        "w numerze REGON brakowało zer na początku; przyjęto 000001287",
    ]


def test_a_core_column_that_is_missing_is_an_error_and_one_that_decides_a_warning(tmp_path):
    some = tuple(one for one in HEADINGS if one not in ("Koszt całkowity", "Innowacyjność", "NIP"))
    problems = refusal(tmp_path, GOOD, headings=some)
    assert [(one.level, one.what) for one in problems] == [
        ("error", "brak kolumny „Koszt całkowity”"),
        (
            "warning",
            "brak kolumny „Innowacyjność”, więc ta wartość jest nieznana w każdym wniosku",
        ),
    ]


def test_two_columns_for_one_fact_are_both_named(tmp_path):
    problems = refusal(tmp_path, row(Tytuł="x"), headings=(*HEADINGS, "Tytuł"))
    assert [(one.column, one.what) for one in problems] == [
        ("N: Tytuł", "ta kolumna i kolumna F („Tytuł operacji”) znaczą to samo"),
    ]


def test_a_column_without_a_heading_is_not_lost_in_silence(tmp_path):
    cells = table(GOOD, row(Znak_sprawy="PD/2"))
    cells[0].append("")
    cells[2] += ["ważne"]
    register = read(write_xlsx(tmp_path / "rejestr.xlsx", cells))
    assert [(one.row, one.column) for one in register.warnings] == [(3, "N")]


def test_two_sheets_with_a_header_are_not_chosen_between(tmp_path):
    cells = table(GOOD)
    file = write_xlsx(tmp_path / "r.xlsx", cells, cells, names=("2021", "2022"))
    with pytest.raises(Refused) as refused:
        read(file)
    assert refused.value.problems[0].what == "kilka arkuszy ma nagłówek tabeli: „2021”, „2022”"


def test_the_sheet_with_the_header_is_found_among_others(tmp_path):
    file = write_xlsx(tmp_path / "r.xlsx", [["Instrukcja"]], table(GOOD), [], names=("A", "B", "C"))
    assert len(read(file).applications) == 1


def test_a_table_without_a_header_says_what_a_header_is(tmp_path):
    (problem,) = refused_of(write_csv(tmp_path / "r.csv", [["a", "b"], ["1", "2"]]))
    assert problem.what == "w pierwszych 30 wierszach nie ma nagłówka tabeli"
    assert problem.write.startswith("wpisz w jednym wierszu nagłówki, np. Znak sprawy")


def test_a_case_number_alone_is_an_unfinished_row_not_a_note(tmp_path):
    problems = refusal(tmp_path, GOOD, {"Znak sprawy": "PD/2/2022"})
    assert {one.row for one in problems} == {3}
    assert len(problems) == 5


def test_a_header_repeated_on_every_page_is_no_application(tmp_path):
    heads = dict(zip(HEADINGS, HEADINGS, strict=True))
    register = read_rows(tmp_path, GOOD, heads, row(Znak_sprawy="PD/2"))
    assert register.rows == Rows(accepted=2, titles=2)


def test_partial_aid_asks_for_consent_and_other_policies_do_not(tmp_path):
    some = tuple(one for one in HEADINGS if one != "Zgoda na niższą kwotę")
    file = write_xlsx(tmp_path / "r.xlsx", table(GOOD, headings=some))
    assert [one.what for one in read(file).warnings] == [
        "brak kolumny „Zgoda na niższą kwotę”, więc ta wartość jest nieznana w każdym wniosku"
    ]
    stop = call(CALL.replace("partial", "stop"))
    assert read_register(file, stop, RULESET).warnings == ()


def test_a_register_of_headings_alone_is_warned_of(tmp_path):
    found = read(write_csv(tmp_path / "r.csv", table()))
    assert found.applications == ()
    assert [(one.row, one.what, one.write) for one in found.warnings] == [
        (
            1,
            "w rejestrze nie ma żadnego wniosku",
            "wpisz wnioski pod nagłówkiem, każdy w osobnym wierszu",
        )
    ]
