"""The register: messy tables that are read, and a corpus of mistakes with their exact answers."""

import csv
import json
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.register import Rows, read_register
from reading.problems import Problem, Refused
from scoring.facts import Fact, FactType
from scoring.ruleset import Ruleset
from tests.intake.office import (
    CALL,
    CALL_1,
    GOOD,
    HEADINGS,
    RULESET,
    call,
    catalogue,
    row,
    table,
    write_csv,
    write_xlsx,
)

USUAL = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(file, ruleset: Ruleset = RULESET):
    return read_register(file, CALL_1, ruleset)


def read_rows(tmp_path, *rows, headings=HEADINGS):
    return read(write_xlsx(tmp_path / "rejestr.xlsx", table(*rows, headings=headings)))


def refusal(tmp_path, *rows, headings=HEADINGS):
    with pytest.raises(Refused) as refused:
        read_rows(tmp_path, *rows, headings=headings)
    return refused.value.problems


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
    (problem,) = _refused(write_csv(tmp_path / "r.csv", [["a", "b"], ["1", "2"]]))
    assert problem.what == "w pierwszych 30 wierszach nie ma nagłówka tabeli"
    assert problem.write.startswith("wpisz w jednym wierszu nagłówki, np. Znak sprawy")


def _refused(file):
    with pytest.raises(Refused) as refused:
        read(file)
    return refused.value.problems


def test_a_case_number_alone_is_an_unfinished_row_not_a_note(tmp_path):
    problems = refusal(tmp_path, GOOD, {"Znak sprawy": "PD/2/2022"})
    assert {one.row for one in problems} == {3}
    assert len(problems) == 5


def test_an_applicant_called_razem_is_no_sum(tmp_path):
    named = row(Wnioskodawca="Razem", Tytuł_operacji="Razem możemy więcej")
    assert read_rows(tmp_path, named).applications[0].applicant == "Razem"
    problems = refusal(tmp_path, {**named, "Znak sprawy": ""})
    assert [one.what for one in problems] == ["brak znaku sprawy"]


def test_a_sum_that_does_not_add_up_is_a_warning(tmp_path):
    total = {"Znak sprawy": "Razem:", "Koszt całkowity": "100 000,00", "Wnioskowana kwota": "1"}
    register = read_rows(tmp_path, GOOD, total)
    assert register.rows.sums == 1
    (warning,) = register.warnings
    assert (warning.row, warning.column) == (3, "Wnioskowana kwota")
    assert warning.what.replace("\N{NO-BREAK SPACE}", " ") == (
        "suma „1” nie zgadza się z wierszami powyżej (50 000,00 zł)"
    )


@pytest.mark.parametrize("amount", ["100 000,00", "50 000,00"])
def test_a_sum_may_leave_out_the_withdrawn(tmp_path, amount):
    total = {"Wnioskowana kwota": amount}
    register = read_rows(tmp_path, GOOD, row(Znak_sprawy="PD/2", Wycofany="tak"), total)
    assert register.rows == Rows(accepted=2, sums=1, titles=1)
    assert register.warnings == ()


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


JSON_GOOD = {
    "number": "PD/1/2022",
    "submitted_at": "2022-05-05T10:15",
    "applicant": "Jan",
    "title": "Pracownia",
    "total_cost": 100000.5,
    "requested": "50000.00",
    "innovative": None,
}


def write_json(tmp_path, *applications):
    file = tmp_path / "rejestr.json"
    file.write_text(json.dumps({"applications": applications}, indent=1), "utf-8")
    return file


def test_json_is_exact_and_null_is_unknown(tmp_path):
    (one,) = read(write_json(tmp_path, JSON_GOOD)).applications
    assert (one.facts["total_cost"], one.requested) == (10_000_050, 5_000_000)
    assert "innovative" not in one.facts


def test_an_application_of_json_is_found_by_its_line(tmp_path):
    file = write_json(
        tmp_path,
        JSON_GOOD,
        {**JSON_GOOD, "number": "2", "requested": "dużo", "extra": 1},
        {"number": "3"},
    )
    with pytest.raises(Refused) as refused:
        read(file)
    lines = [(one.line, one.column, one.level) for one in refused.value.problems]
    assert lines[0] == (12, "requested", "error")
    assert lines[1:6] == [
        (22, name, "error")
        for name in ("submitted_at", "applicant", "title", "total_cost", "requested")
    ]
    assert lines[6] == (1, "extra", "warning")


def test_an_empty_json_register_is_an_empty_call(tmp_path):
    assert read(write_json(tmp_path)).applications == ()


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


ROWS = [row(Znak_sprawy=f"PD/{place}/2022", Wnioskowana_kwota=place * 10) for place in range(1, 8)]


@USUAL
@given(order=st.permutations(range(len(ROWS))), columns=st.permutations(HEADINGS))
def test_the_order_of_rows_and_columns_never_matters(tmp_path, order, columns):
    file = write_csv(
        tmp_path / "r.csv", table(*(ROWS[one] for one in order), headings=tuple(columns))
    )
    straight = read(write_csv(tmp_path / "s.csv", table(*ROWS))).applications
    found = read(file).applications
    assert sorted(found, key=lambda one: one.number) == list(straight)


KINDS = st.sampled_from(["good", "blank", "note", "header", "sum", "bad"])


@USUAL
@given(kinds=st.lists(KINDS, max_size=25), above=st.integers(0, 5))
def test_every_row_that_came_in_is_accounted_for(tmp_path, kinds, above):
    rows = {
        "blank": {},
        "note": {"Lp.": "Uwaga: sprawdzono"},
        "header": dict(zip(HEADINGS, HEADINGS, strict=True)),
        "sum": {"Znak sprawy": "RAZEM"},
    }
    cells = [
        {
            "good": row(Znak_sprawy=f"PD/{place}"),
            "bad": row(Znak_sprawy=f"PD/{place}", NIP="x"),
        }.get(kind)
        or rows.get(kind, {})
        for place, kind in enumerate(kinds)
    ]
    file = write_csv(tmp_path / "r.csv", [["tytuł"]] * above + table(*cells))
    count = kinds.count
    if "bad" in kinds:
        problems = _refused(file)
        refused = [one.row for one in problems if one.level == "error"]
        assert refused == [above + 2 + at for at, kind in enumerate(kinds) if kind == "bad"]
    else:
        assert read(file).rows == Rows(
            count("good"), count("blank"), count("sum"), count("note"), above + 1 + count("header")
        )


MANY = 100_000


def test_a_hundred_thousand_rows_are_read_or_refused_whole(tmp_path):
    line = ";".join(str(GOOD[name]).replace("PD/1/2022", "{}") for name in HEADINGS)
    lines = [";".join(HEADINGS), *(line.format(f"PD/{place}/2022") for place in range(MANY))]
    file = tmp_path / "rejestr.csv"
    file.write_text("\n".join(lines), "cp1250")
    assert read(file).rows == Rows(accepted=MANY, titles=1)
    file.write_text("\n".join(lines).replace("856-734-62-15", "1"), "cp1250")
    assert len(_refused(file)) == MANY


COSTS = (
    ("general_cost", "Koszty ogólne"),
    ("transport_cost", "Środki transportu"),
    ("used_equipment_cost", "Sprzęt używany"),
    ("employment_cost", "Koszty zatrudnienia"),
    ("in_kind_contribution", "Wkład niepieniężny"),
    ("partner_search_cost", "Koszty poszukiwania partnerów"),
)
WITH_COSTS = RULESET.model_copy(
    update={
        "catalogue": catalogue(
            *(Fact(id=one, name=name, type=FactType.MONEY, columns=(name,)) for one, name in COSTS)
        )
    }
)


def costs_told(tmp_path, **costs):
    """What is wrong with the parts of an eligible cost of 1 000 zł, and in which column."""
    headings = (*HEADINGS, "Koszty kwalifikowalne", *(name for _, name in COSTS))
    names = dict(COSTS)
    values = {names[one]: value for one, value in costs.items()}
    good = row(Wnioskowana_kwota=500)
    cells = table({**good, "Koszty kwalifikowalne": 1000, **values}, headings=headings)
    file = write_xlsx(tmp_path / "rejestr.xlsx", cells)
    try:
        read(file, WITH_COSTS)
    except Refused as refused:
        found = [one for one in refused.problems if one.level == "error"]
        return [(one.column, one.what.replace("\N{NO-BREAK SPACE}", " ")) for one in found]
    return []


@pytest.mark.parametrize(("cost", "name"), COSTS)
def test_a_part_of_the_eligible_costs_is_at_most_the_whole(tmp_path, cost, name):
    assert costs_told(tmp_path, **{cost: 1000}) == []
    whole = "Koszty kwalifikowalne (1 000,00 zł)"
    assert costs_told(tmp_path, **{cost: 1000.01}) == [
        (name, f"{name} (1 000,01 zł) to więcej niż {whole}")
    ]


def test_all_parts_together_are_at_most_the_whole(tmp_path):
    assert costs_told(tmp_path, general_cost=100, transport_cost=900, employment_cost=0) == []
    assert costs_told(tmp_path, general_cost=100.01, transport_cost=900, employment_cost=0) == [
        (
            "Koszty kwalifikowalne",
            (
                "Koszty ogólne + Środki transportu (razem 1 000,01 zł) to więcej niż "
                "Koszty kwalifikowalne (1 000,00 zł)"
            ),
        )
    ]


def test_each_part_that_is_too_large_is_told_alone(tmp_path):
    told = costs_told(tmp_path, general_cost=2000, transport_cost=3000, employment_cost=1)
    assert [column for column, _ in told] == ["Koszty ogólne", "Środki transportu"]
