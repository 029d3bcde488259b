"""The forms of the council and of a sitting: what they write reads back, and what is wrong is told."""

from datetime import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from intake.council import read_council
from intake.forms import write_council_form, write_sitting_form
from intake.sitting import read_sitting
from reading.problems import Problem, Refused
from rounds.open_sitting import open_sitting, prepare_sitting
from scoring.council.sitting import held

EXAMPLE = Path(__file__).parents[3] / "examples" / "posiedzenie-19"
OPENED = open_sitting(EXAMPLE)
BEFORE = prepare_sitting(EXAMPLE)
CALL = BEFORE.prepared.call
BARE = CALL.model_copy(update={"council": CALL.council.model_copy(update={"members": ()})})
APPLICATIONS = BEFORE.register.applications


def written_council(folder: Path) -> Path:
    write_council_form(folder / "council.xlsx", CALL, BEFORE.council)
    return folder / "council.xlsx"


def test_the_form_of_a_known_council_reads_back_as_the_same_council(tmp_path):
    found = read_council(written_council(tmp_path), BARE)
    assert found.council == BEFORE.council.council
    assert found.signed_on == BEFORE.council.signed_on
    assert found.warnings == ()


def test_the_same_form_is_the_same_bytes(tmp_path):
    first = written_council(tmp_path).read_bytes()
    assert written_council(tmp_path).read_bytes() == first


def test_a_blank_form_of_the_council_has_the_members_of_the_call(tmp_path):
    file = tmp_path / "council.xlsx"
    write_council_form(file, CALL)
    book = load_workbook(file)
    assert book.sheetnames == [
        "Członkowie",
        "Powiązania",
        "Deklaracje",
        "Zasady",
        "Legenda",
        "Listy",
    ]
    sheet = book["Członkowie"]
    assert [sheet.cell(5 + row, 1).value for row in range(19)] == list(CALL.council.members)
    for row in range(5, 24):
        sheet.cell(row, 2).value = "sektor społeczny"
    rules = {cell.value: cell.row for cell in book["Zasady"]["A"] if cell.row > 4}
    book["Zasady"].cell(rules["Kworum, % składu"], 2).value = 50
    book["Zasady"].cell(rules["Kworum: źródło"], 2).value = "§ 5"
    book["Deklaracje"].cell(5, 3).value = "tak"
    book.save(file)
    found = read_council(file, BARE).council
    assert len(found.members) == 19
    assert found.signed == {CALL.council.members[0]}
    assert found.rules.quorum.percent == 50


def problems(file: Path) -> list[tuple[str | None, int | None, str | None, str]]:
    with pytest.raises(Refused) as refusal:
        read_council(file, BARE)
    some: tuple[Problem, ...] = refusal.value.problems
    return [(one.sheet, one.row, one.column, one.what) for one in some if one.level == "error"]


def test_what_is_wrong_in_the_form_is_told_by_sheet_row_and_column(tmp_path):
    file = written_council(tmp_path)
    book = load_workbook(file)
    members, ties = book["Członkowie"], book["Powiązania"]
    members["B5"] = "sektor prywatny"
    members["A6"] = None
    ties["B5"] = "znajomość"
    book.save(file)
    found = problems(file)
    assert [one[:3] for one in found] == [
        ("Członkowie", 5, "Sektor"),
        ("Członkowie", 6, "Imię i nazwisko"),
        ("Powiązania", 5, "Rodzaj powiązania"),
    ]
    assert found[0][3] == "nieznana możliwość „sektor prywatny”"
    assert found[1][3] == "pusta komórka"


def test_what_does_not_hold_together_is_told_by_sheet_row_and_column_too(tmp_path):
    file = written_council(tmp_path)
    book = load_workbook(file)
    members, ties = book["Członkowie"], book["Powiązania"]
    headings = {cell.value: place for place, cell in enumerate(members[4], start=1)}
    members.cell(5, headings["Zasiada też w"]).value = "biuro LGD"
    members.cell(6, headings["NIP"]).value = "8567346214"
    ties["A5"] = "Nikt Taki"
    book.save(file)
    assert [one[:3] for one in problems(file)] == [
        ("Członkowie", 5, None),
        ("Członkowie", 6, "NIP"),
        ("Powiązania", 5, "Członek Rady"),
    ]


def test_a_missing_sheet_or_field_is_told(tmp_path):
    file = written_council(tmp_path)
    book = load_workbook(file)
    book["Zasady"].delete_rows(5)
    book.save(file)
    assert problems(file) == [("Zasady", 4, "Pole", "brak pola „Kworum, % składu”")]
    del book["Zasady"]
    book.save(file)
    assert problems(file) == [(None, None, None, "brak arkusza „Zasady”")]


def sitting_form(folder: Path) -> Path:
    file = folder / "sitting.xlsx"
    write_sitting_form(file, CALL, BEFORE.council.council, APPLICATIONS)
    return file


def test_the_form_of_a_sitting_is_prepared_with_members_proposals_and_votes(tmp_path):
    book = load_workbook(sitting_form(tmp_path))
    assert book.sheetnames == [
        "Posiedzenie", "Obecność", "Wyłączenia", "Głosowania", "Wnioski formalne", "Legenda", "Listy",
    ]  # fmt: skip
    assert (
        len([row for row in book["Obecność"].iter_rows(min_row=5, max_col=1) if row[0].value]) == 19
    )
    excluded = [
        tuple(cell.value for cell in row)
        for row in book["Wyłączenia"].iter_rows(min_row=5, max_col=4)
        if row[0].value
    ]
    assert (
        "Klotylda Testowa",
        "PZ/1/2/2022",
        None,
        "udziały lub akcje: Cukiernia Umowna",
    ) in excluded
    assert len(excluded) == 6
    votes = [row[1].value for row in book["Głosowania"].iter_rows(min_row=5) if row[1].value]
    assert len(votes) == 3 + 4 * 6 + 1


def fill(book) -> None:
    """Fill the form in as an office would: a short sitting with one operation."""
    sheet = book["Posiedzenie"]
    values = {
        "Numer posiedzenia": "5/2022",
        "Część 1: otwarcie": "1.06.2022 10:00",
        "Część 1: zamknięcie": "1.06.2022 15:00",
        "Część 1: miejsce": "Zmyślin",
        "Przewodniczy": "Adela Zmyślona",
    }
    for row in sheet.iter_rows(min_row=5, max_col=2):
        if row[0].value in values:
            row[1].value = values[row[0].value]
    for row in book["Obecność"].iter_rows(min_row=5, max_row=23):
        row[1].value = "tak"
    book["Obecność"]["E5"] = time(12, 0)
    for row in book["Wyłączenia"].iter_rows(min_row=5, max_row=10):
        row[2].value = "nie" if "nazwisko" in row[3].value else "tak"


def test_a_form_that_was_filled_in_reads_back(tmp_path):
    file = sitting_form(tmp_path)
    book = load_workbook(file)
    fill(book)
    votes = book["Głosowania"]
    votes["A5"], votes["E5"] = time(10, 5), "wszyscy"
    votes["A8"], votes["E8"], votes["F8"] = "12:30", "pozostali", "Feliks Domysł; Tekla Wyobraźnia"
    book.save(file)
    found = read_sitting(file, BEFORE.council.council, "2019", APPLICATIONS)
    assert (found.open, found.sitting.number, len(found.sitting.agenda)) == ((), "5/2022", 9)
    assert [one.what for one in found.warnings] == [
        "26\N{NO-BREAK SPACE}wierszy: przygotowane głosowania bez godziny i głosów; pominięto je"
    ]
    counted = held(BEFORE.council.council, found.sitting, "2019").votes
    assert [len(one.entitled) for one in counted] == [19, 18]
    assert [one.vote.against.count for one in counted] == [0, 2]
    assert [one.passed for one in counted] == [True, True]


def test_what_is_wrong_in_a_sitting_is_told_by_sheet_row_and_column(tmp_path):
    file = sitting_form(tmp_path)
    book = load_workbook(file)
    fill(book)
    votes, presence = book["Głosowania"], book["Obecność"]
    votes["A5"], votes["E5"] = "16:00", 19
    votes["A8"], votes["E8"] = "12:30", "Feliks Nikt"
    presence["C6"] = 7
    book.save(file)
    with pytest.raises(Refused) as refusal:
        read_sitting(file, BEFORE.council.council, "2019", APPLICATIONS)
    errors = [one for one in refusal.value.problems if one.level == "error"]
    assert [(one.sheet, one.row, one.column) for one in errors] == [
        ("Obecność", 6, "Część"),
        ("Głosowania", 5, "Godzina"),
        ("Głosowania", 8, "Za"),
    ]


def test_a_form_that_nobody_filled_in_says_what_is_missing(tmp_path):
    with pytest.raises(Refused) as refusal:
        read_sitting(sitting_form(tmp_path), BEFORE.council.council, "2019", APPLICATIONS)
    assert [(one.column, one.what) for one in refusal.value.problems if one.level == "error"] == [
        ("Numer posiedzenia", "pusta komórka"),
        ("Część 1: otwarcie", "pusta komórka"),
        ("Część 1: zamknięcie", "pusta komórka"),
        ("Część 1: miejsce", "pusta komórka"),
        ("Przewodniczy", "pusta komórka"),
    ]
