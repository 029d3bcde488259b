"""Formal motions in the file of a sitting: who moved what, and what became of it by the votes."""

from datetime import datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from intake.forms import write_sitting_form
from intake.sitting import read_sitting
from reading.problems import Refused
from scoring.council.motion import Motion
from scoring.council.recorded import recorded
from scoring.council.sitting import held
from scoring.from_canonical import sitting_of
from tests.intake.office import CALL_1
from tests.intake.test_sitting import APPLICATIONS, COUNCIL, HEAD, TWO, decided, read, refused

VOTES = """votes:
  - {about: order, at: '10:10', for: all}
  - {about: order, at: '10:20', for: [Anna Nowak], against: rest}
  - {about: exclusion, at: '10:20', for: all}
"""


def at(hour: str) -> datetime:
    return datetime.fromisoformat(f"2022-06-01T{hour}")


def motions(*some: str) -> str:
    return "motions:\n" + "".join(f"  - {{{one}}}\n" for one in some)


def moved(folder: Path, *some: str) -> tuple[Motion, ...]:
    return read(folder, HEAD + decided(VOTES) + motions(*some)).sitting.motions


def test_a_motion_names_its_mover_and_its_vote_by_the_hour(tmp_path):
    assert moved(
        tmp_path,
        "member: ewa LIS, at: '10:08', text: o przerwę, vote: '10:10'",
        "member: Jan Żak, text: o zmianę, vote: {at: '10:20', about: order}",
        "person: Kierownik biura, part: 1, text: o głos, fate: withdrawn",
    ) == (
        Motion("Ewa Lis", "o przerwę", at("10:08"), vote=0),
        Motion("Jan Żak", "o zmianę", vote=1),
        Motion("Kierownik biura", "o głos", part=1, fate="withdrawn"),
    )


@pytest.mark.parametrize(
    ("motion", "what"),
    [
        ("text: o głos, fate: left", "nie zapisano, kto zgłosił wniosek formalny"),
        (
            "member: Ewa Lis, person: Gość, text: o głos, fate: left",
            "wniosek formalny zgłosił i członek Rady, i inna osoba",
        ),
        (
            "member: Ola Kos, text: o głos, fate: left",
            "nie ma w składzie Rady członka „Ola Kos”",
        ),
        ("person: ewa lis, text: o głos, fate: left", "„ewa lis” zasiada w Radzie"),
        ("member: Ewa Lis, text: ' ', fate: left", "wniosek formalny bez treści"),
        ("member: Ewa Lis, text: o głos", "nie zapisano, co się stało z wnioskiem formalnym"),
        (
            "member: Ewa Lis, text: o głos, vote: '10:10', fate: rejected",
            "wniosek formalny głosowano, a wpisano też: odrzucony bez głosowania",
        ),
        (
            "member: Ewa Lis, text: o głos, vote: '10:11'",
            "1.06.2022, 10:11: nie ma głosowania o tej godzinie",
        ),
        (
            "member: Ewa Lis, text: o głos, vote: {at: '10:10', about: list}",
            "1.06.2022, 10:10: nie ma głosowania „lista” o tej godzinie",
        ),
        (
            "member: Ewa Lis, text: o głos, vote: '10:20'",
            "1.06.2022, 10:20: głosowań o tej godzinie jest kilka (2)",
        ),
        (
            "member: Ewa Lis, text: o głos, vote: {at: '10:20', about: exclusion}, part: 3",
            "nie ma części 3",
        ),
        (
            "member: Ewa Lis, text: o głos, at: '10:12', vote: '10:10'",
            "głosowano o 10:10, a wniosek formalny zgłoszono o 10:12",
        ),
        (
            "member: Ewa Lis, text: o głos, at: '9:50', fate: left",
            "1.06.2022, 09:50 jest poza godzinami posiedzenia (1.06.2022, 10:00 – 15:00)",
        ),
        ("member: Ewa Lis, text: o głos, part: 2, fate: left", "nie ma części 2"),
        (
            "member: Ewa Lis, text: o głos, vote: 5",
            "to nie jest godzina; wpisz ją w cudzysłowie, np. '10:15'",
        ),
    ],
)
def test_a_motion_in_which_something_is_wrong_is_refused_with_the_line(tmp_path, motion, what):
    assert refused(tmp_path, HEAD + decided(VOTES) + motions(motion)) == [(12, what)]


def test_every_mistake_of_the_motions_is_told_at_once_with_what_to_write(tmp_path):
    text = (
        HEAD
        + decided(VOTES)
        + motions(
            "member: Ewa Lis, text: '', vote: '10:10', fate: left", "member: Ola Kos, text: o głos"
        )
    )
    with pytest.raises(Refused) as refusal:
        read(tmp_path, text)
    assert [(one.line, one.write) for one in refusal.value.problems if one.level == "error"] == [
        (12, "wpisz treść wniosku"),
        (12, "usuń fate; o wyniku rozstrzygają policzone głosy (policzono: przyjęto)"),
        (13, "popraw wpis"),
        (
            13,
            (
                "dopisz vote: godzina głosowania albo fate: adopted (przyjęty przez aklamację), "
                "rejected (odrzucony bez głosowania), withdrawn (wycofany), "
                "left (pozostawiony bez biegu)"
            ),
        ),
    ]


def test_who_was_away_moved_nothing(tmp_path):
    head = HEAD.replace("Jan Żak, Ewa Lis]", "Jan Żak, {member: Ewa Lis, left: '11:00'}]")
    text = head + decided() + motions("member: Ewa Lis, at: '11:00', text: o głos, fate: left")
    what = "Ewa Lis: wniosek formalny o 11:00, a według obecności nie było tej osoby"
    assert refused(tmp_path, text) == [(8, what)]


def test_a_vote_that_cannot_be_read_is_not_told_twice(tmp_path):
    votes = "votes: [{about: order, at: rano, for: all}]\n"
    text = HEAD + decided(votes) + motions("member: Ewa Lis, text: o głos, vote: '10:10'")
    assert refused(tmp_path, text) == [(7, "nie można odczytać godziny „rano”")]


def test_at_a_sitting_of_two_days_the_part_or_the_day_tells_the_hour(tmp_path):
    people = "attendance: [Anna Nowak, Jan Żak, Ewa Lis]\n"
    votes = "votes: [{about: order, part: 2, at: '10:10', for: all}]\n"
    said = "member: Ewa Lis, text: o głos, vote: "
    some = motions(f"{said}2022-06-08T10:10", f"{said}'10:10', part: 2")
    found = read(tmp_path, TWO + people + decided(votes) + some).sitting.motions
    assert found == (
        Motion("Ewa Lis", "o głos", vote=0),
        Motion("Ewa Lis", "o głos", part=2, vote=0),
    )
    bare = TWO + people + decided(votes) + motions(f"{said}'10:10'")
    what = "nie wiadomo, w której części posiedzenia była godzina 10:10"
    assert refused(tmp_path, bare) == [(11, what)]


def test_motions_are_written_down_only_where_there_are_some(tmp_path):
    bare = held(COUNCIL, read(tmp_path, HEAD + decided(VOTES)).sitting, "2019")
    assert "motions" not in recorded(bare)["sitting"]
    text = HEAD + decided(VOTES) + motions("member: Ewa Lis, text: o głos, vote: '10:10'")
    full = held(COUNCIL, read(tmp_path, text).sitting, "2019")
    assert sitting_of(recorded(full), CALL_1) == full
    assert sitting_of(recorded(bare), CALL_1) == bare


SAME = f"""{HEAD.replace("anna nowak", "Anna Nowak")}{decided()}committee: [Ewa Lis, Gość]
committee_chair: Gość
committee_remarks: "Liczono raz.\\n\\nZgodnie."
votes:
  - {{about: order, at: '10:10', for: all}}
  - {{about: exclusion, at: '10:10', for: all}}
motions:
  - {{member: Ewa Lis, at: '10:08', text: o przerwę, vote: {{at: '10:10', about: order}}}}
  - {{person: Kierownik biura, part: 1, text: o głos, fate: withdrawn}}
"""


def test_the_form_of_a_sitting_gives_the_same_as_yaml(tmp_path):
    file = tmp_path / "sitting.xlsx"
    write_sitting_form(file, CALL_1, COUNCIL, APPLICATIONS)
    book = load_workbook(file)
    fields = {row[0].value: row[1] for row in book["Posiedzenie"].iter_rows(min_row=5, max_col=2)}
    for name, value in {
        "Numer posiedzenia": "1/2022",
        "Część 1: otwarcie": "1.06.2022 10:00",
        "Część 1: zamknięcie": "1.06.2022 15:00",
        "Część 1: miejsce": "Sala",
        "Część 1: forma": "stacjonarne",
        "Przewodniczy": "Anna Nowak",
        "Komisja skrutacyjna": "Ewa Lis; Gość",
        "Przewodniczy komisji skrutacyjnej": "Gość",
        "Uwagi komisji skrutacyjnej": "Liczono raz.\n\nZgodnie.",
        "Porządek obrad": None,
    }.items():
        fields[name].value = value
    _rows(book["Obecność"], *((name, "tak") for name in ("Anna Nowak", "Jan Żak", "Ewa Lis")))
    _rows(book["Wyłączenia"], ("Jan Żak", "A/1", "tak", "ten sam NIP"))
    _rows(
        book["Głosowania"],
        ("10:10", "sprawa porządkowa", None, "sprawa porządkowa", "wszyscy"),
        ("10:10", "wyłączenia", None, "wyłączenia", "wszyscy"),
    )
    _rows(
        book["Wnioski formalne"],
        ("o przerwę", "Ewa Lis", None, time(10, 8), None, "10:10", "sprawa porządkowa", None),
        ("o głos", None, "Kierownik biura", None, 1, None, None, "wycofany"),
    )
    book.save(file)
    found = read_sitting(file, COUNCIL, "2019", APPLICATIONS).sitting
    assert found.motions == read(tmp_path, SAME).sitting.motions
    assert found == read(tmp_path, SAME).sitting


def test_what_is_wrong_in_the_sheet_of_motions_is_told_by_row_and_column(tmp_path):
    file = tmp_path / "sitting.xlsx"
    write_sitting_form(file, CALL_1, COUNCIL, APPLICATIONS)
    book = load_workbook(file)
    _rows(book["Wnioski formalne"], (None, "Ewa Lis", None, "rano", "druga", None, None, "tak"))
    book.save(file)
    with pytest.raises(Refused) as refusal:
        read_sitting(file, COUNCIL, "2019", APPLICATIONS)
    found = [one for one in refusal.value.problems if one.sheet == "Wnioski formalne"]
    assert [(one.row, one.column, one.what) for one in found] == [
        (5, "Treść", "pusta komórka"),
        (5, "Godzina", "nie można odczytać godziny „rano”"),
        (5, "Część", "nie można odczytać liczby „druga”"),
        (5, "Bez głosowania", "nieznana możliwość „tak”"),
    ]


def _rows(sheet, *rows) -> None:
    """Write rows below the headings, in place of those that the form has prepared."""
    for row in sheet.iter_rows(min_row=5):
        for cell in row:
            cell.value = None
    for place, values in enumerate(rows, start=5):
        for column, value in enumerate(values, start=1):
            sheet.cell(place, column).value = value
