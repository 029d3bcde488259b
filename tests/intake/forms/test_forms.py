"""What the blank forms hold, and that it reads back."""

import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.cards import read_cards
from intake.forms import write_cards_form, write_register_form
from intake.register import Rows, read_register
from scoring.application import Application
from scoring.cards import Card
from tests.intake.office import CALL, CALL_1, GOOD, RULESET, call

HEADER_ROW = 4
HEADS = [
    "Znak sprawy",
    "Data i godzina złożenia",
    "Wnioskodawca",
    "Rodzaj wnioskodawcy",
    "NIP",
    "Tytuł operacji",
    "Koszt całkowity",
    "Wnioskowana kwota",
    "Nowe miejsca pracy",
    "Innowacyjność",
    "Wycofany",
    "Zgoda na niższą kwotę",
]
NASTY = ["=1+1", "+48 500", "-1", "@SUM(A1)", "{=1}", "http://x", "'x", '=HYPERLINK("http://x")']


@pytest.fixture
def register_form(tmp_path):
    file = tmp_path / "applications.xlsx"
    write_register_form(file, CALL_1, RULESET)
    return file


def fill(file: Path, *rows: dict[str, Any]) -> Path:
    """Fill a form in as a clerk would: under its headings."""
    book = openpyxl.load_workbook(file)
    sheet = book["Tabela"]
    heads = {cell.value: place for place, cell in enumerate(sheet[HEADER_ROW], start=1)}
    for number, one in enumerate(rows, start=HEADER_ROW + 1):
        for name, value in one.items():
            if name in heads and value != "":
                cell = sheet.cell(number, heads[name])
                cell.value = value
                cell.data_type = "s" if isinstance(value, str) else cell.data_type
    book.save(file)
    return file


def test_a_blank_register_asks_for_what_the_call_reads(register_form):
    sheet = openpyxl.load_workbook(register_form)["Tabela"]
    assert [cell.value for cell in sheet[HEADER_ROW]] == HEADS
    assert sheet["A1"].value == "Rejestr wniosków – nabór nr 1/2022"
    assert sheet.freeze_panes == "B5"


def test_consent_to_less_is_asked_only_where_less_may_be_offered(tmp_path):
    write_register_form(tmp_path / "a.xlsx", call(CALL.replace("partial", "skip")), RULESET)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Tabela"]
    assert [cell.value for cell in sheet[HEADER_ROW]] == HEADS[:-1]


def test_a_blank_register_reads_as_a_call_without_applications(register_form):
    register = read_register(register_form, CALL_1, RULESET)
    assert register.applications == ()
    assert [(one.level, one.what) for one in register.warnings] == [
        ("warning", "w rejestrze nie ma żadnego wniosku")
    ]
    assert register.rows == Rows(titles=HEADER_ROW)


def test_a_register_filled_in_reads_back(register_form):
    second = {**GOOD, "Znak sprawy": "PD/2/2022", "Wnioskowana kwota": 12.34}
    register = read_register(fill(register_form, GOOD, second), CALL_1, RULESET)
    assert [one.number for one in register.applications] == ["PD/1/2022", "PD/2/2022"]
    assert register.applications[1].requested == 1234
    assert register.warnings == ()


def test_the_legend_says_of_every_column_what_it_is_for(register_form):
    legend = openpyxl.load_workbook(register_form)["Legenda"]
    rows = [[cell.value for cell in row] for row in legend.iter_rows()]
    assert [row[0] for row in rows] == ["Kolumna", *HEADS]
    assert rows[1 + HEADS.index("Nowe miejsca pracy")] == [
        "Nowe miejsca pracy",
        "Liczba tworzonych miejsc pracy (etatu)",
        "liczbę, np. 1,5",
        "biznesplan, pkt 7",
        "kryterium „Miejsca pracy”",
    ]
    assert rows[1 + HEADS.index("NIP")][2] == "numer NIP (10 cyfr); kreski nie przeszkadzają"
    assert all(row[4] for row in rows)
    assert rows[1 + HEADS.index("Innowacyjność")][4] == "kryterium „Jakość”"


def drop_downs(file):
    """The options that each heading offers."""
    book = openpyxl.load_workbook(file)
    sheet = book["Tabela"]
    found = {}
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list":
            name, cells = rule.formula1.lstrip("=").split("!")
            heading = sheet.cell(HEADER_ROW, min(one.min_col for one in rule.sqref.ranges)).value
            found[heading] = [cell.value for (cell,) in book[name][cells.replace("$", "")]]
    return found


def test_choices_have_drop_downs(register_form):
    assert drop_downs(register_form) == {
        "Rodzaj wnioskodawcy": ["osoba fizyczna", "osoba prawna"],
        "Innowacyjność": ["tak", "nie"],
        "Wycofany": ["tak", "nie"],
        "Zgoda na niższą kwotę": ["tak", "nie"],
    }
    assert openpyxl.load_workbook(register_form)["Listy"].sheet_state == "hidden"


def test_whoever_fills_a_cell_is_told_what_to_write(register_form):
    rules = openpyxl.load_workbook(register_form)["Tabela"].data_validations.dataValidation
    assert len(rules) == len(HEADS)
    said = {rule.promptTitle: rule.prompt for rule in rules}
    assert said["Wnioskowana kwota"] == "Wpisz kwotę w złotych, np. 1 234,56."
    assert said["Nowe miejsca pracy"] == "Wpisz liczbę, np. 1,5. Puste: nie wiadomo."


APPLICATIONS = [
    Application("PD/1/2022", {"applicant": NASTY[0], "title": NASTY[5]}),
    Application("=1+1", {"applicant": NASTY[3], "title": NASTY[7]}),
    Application("PD/3/2022", {"withdrawn": True}),
]


def test_blank_cards_have_a_row_for_every_application_and_member(tmp_path):
    file = tmp_path / "cards.xlsx"
    write_cards_form(file, CALL_1, RULESET, APPLICATIONS)
    cards = read_cards(file, CALL_1, RULESET, APPLICATIONS)
    assert cards.warnings == ()
    assert cards.cards == tuple(
        Card(member, number)
        for number in ("PD/1/2022", "=1+1")
        for member in ("Anna Nowak", "Łukasz Żak")
    )


def test_cards_filled_in_read_back(tmp_path):
    file = tmp_path / "cards.xlsx"
    write_cards_form(file, CALL_1, RULESET, APPLICATIONS)
    given_points = {"Innowacyjność – punkty": 5, "Spójność budżetu – punkty": 2.5}
    fill(file, given_points, {"Wyłączony": "tak"})
    first, second, *_ = read_cards(file, CALL_1, RULESET, APPLICATIONS).cards
    assert {key: float(value) for key, value in first.points.items()} == {
        "innovation": 5,
        "budget": 2.5,
    }
    assert (first.excluded, second.excluded) == (False, True)


def test_scales_and_members_have_drop_downs(tmp_path):
    write_cards_form(tmp_path / "cards.xlsx", CALL_1, RULESET, APPLICATIONS)
    found = drop_downs(tmp_path / "cards.xlsx")
    assert found["Innowacyjność – punkty"] == [0, 5]
    assert found["Spójność budżetu – punkty"] == [0, 0.5, 1, 1.5, 2, 2.5, 3]
    assert found["Członek Rady"] == ["Anna Nowak", "Łukasz Żak"]


def test_cards_without_a_council_leave_the_name_to_be_written(tmp_path):
    alone = call(CALL.replace("[Anna Nowak, Łukasz Żak]", "[]"))
    file = tmp_path / "cards.xlsx"
    write_cards_form(file, alone, RULESET, APPLICATIONS)
    assert read_cards(file, alone, RULESET, APPLICATIONS).cards == ()
    fill(file, {"Członek Rady": "Ewa Lis", "Innowacyjność – punkty": 0})
    (card,) = read_cards(file, alone, RULESET, APPLICATIONS).cards
    assert (card.member, card.application, card.points) == (
        "Ewa Lis",
        "PD/1/2022",
        {"innovation": 0},
    )


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_a_formula_or_a_link(tmp_path, text):
    nasty = call(CALL.replace("title: Nowe firmy", "title: '" + text.replace("'", "''") + "'"))
    file = tmp_path / "cards.xlsx"
    write_cards_form(file, nasty, RULESET, [Application(text, {"applicant": text, "title": text})])
    for sheet in openpyxl.load_workbook(file):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    sheet = openpyxl.load_workbook(file)["Tabela"]
    assert [sheet.cell(HEADER_ROW + 1, column).value for column in (1, 2, 3)] == [text] * 3


def test_the_same_form_is_the_same_bytes(tmp_path):
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for write in (
        lambda file: write_register_form(file, CALL_1, RULESET),
        lambda file: write_cards_form(file, CALL_1, RULESET, APPLICATIONS),
    ):
        write(first)
        time.sleep(1.1)  # a clock that got into the file would show
        write(second)
        assert first.read_bytes() == second.read_bytes()


NUMBERS = st.from_regex(r"[A-Z]{2}/[0-9]{1,4}/20[0-9]{2}", fullmatch=True)
GROSZE = st.integers(1, 10**11)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(amounts=st.dictionaries(NUMBERS, st.tuples(GROSZE, GROSZE), max_size=6))
def test_any_amounts_typed_into_the_form_read_back(tmp_path, amounts):
    file = tmp_path / "applications.xlsx"
    write_register_form(file, CALL_1, RULESET)
    rows = [
        {
            **GOOD,
            "Znak sprawy": number,
            "Koszt całkowity": max(both) / 100,
            "Wnioskowana kwota": min(both) / 100,
        }
        for number, both in amounts.items()
    ]
    found = read_register(fill(file, *rows), CALL_1, RULESET).applications
    assert {one.number: (one.facts["total_cost"], one.requested) for one in found} == {
        number: (max(both), min(both)) for number, both in amounts.items()
    }
