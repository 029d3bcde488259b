"""The sheets of ``sitting.xlsx``, the form of a sitting for those who prefer a spreadsheet."""

from datetime import datetime

from intake.amounts import Unreadable, number_of, shown
from intake.book import Entry, FormSheet, lines_of, names_of, one_of, passage_of
from intake.cells import text_of, yes_no_of
from intake.header import normal
from intake.moments import moment_of, time_of
from intake.sheet import Cell
from intake.sitting_text import ALL, REST
from scoring.council.attendance import FORM_NAMES
from scoring.council.motion import FATE_NAMES
from scoring.council.vote import ABOUT_NAMES

MOST_PARTS = 3
"""How many parts of a sitting the form has room for; a file in YAML has no limit."""

WAYS = {ALL: "wszyscy", REST: "pozostali"}
"""How a way to vote is written in the form when it is neither a number nor names."""

_KNOWN_WAYS = {normal(name): key for key, name in WAYS.items()} | {ALL: ALL, REST: REST}
_MEMBER = "imię i nazwisko członka Rady"
_HOUR = "godzinę, np. 10:15"
_VOTES = "liczbę, nazwiska po średniku, „wszyscy” albo „pozostali”"


def _whole(cell: Cell) -> int:
    number = number_of(cell)
    if number != number.to_integral_value():
        raise Unreadable(f"{shown(cell)} nie jest liczbą całkowitą")
    return int(number)


def hour_of(cell: Cell) -> str | datetime:
    """Read an hour as a spreadsheet has it, or a whole moment."""
    if isinstance(cell, datetime) or (
        isinstance(cell, str) and len(cell.strip()) > len("10:15:00")
    ):
        return moment_of(cell)
    return f"{time_of(cell):%H:%M:%S}"


def way_of(cell: Cell) -> int | str | list[str]:
    """Read how many voted one way, or who."""
    if not isinstance(cell, str):
        return _whole(cell)
    known = _KNOWN_WAYS.get(normal(cell))
    if known is not None:
        return known
    return int(cell) if cell.strip().isdigit() else names_of(cell)


def _everybody_of(cell: Cell) -> str | list[str]:
    names = names_of(cell)
    return ALL if [_KNOWN_WAYS.get(normal(one)) for one in names] == [ALL] else names


def _part(number: int) -> tuple[Entry, ...]:
    """Return the fields of a part of the sitting; the second and third may be left empty."""
    key, said, first = ("parts", number - 1), f"Część {number}: ", number == 1
    moment = "datę i godzinę, np. 1.06.2022 10:00"
    forms = tuple(FORM_NAMES.values())
    return (
        Entry((*key, "opened_at"), f"{said}otwarcie", moment_of, moment, required=first),
        Entry((*key, "closed_at"), f"{said}zamknięcie", moment_of, moment, required=first),
        Entry((*key, "place"), f"{said}miejsce", text_of, "miejsce obrad", required=first),
        Entry(
            (*key, "form"),
            f"{said}forma",
            one_of(FORM_NAMES),
            "jedną z możliwości: " + ", ".join(forms),
            options=forms,
        ),
    )


SITTING = FormSheet(
    "Posiedzenie",
    (
        Entry(("number",), "Numer posiedzenia", text_of, "np. 5/2022", required=True),
        *(entry for number in range(1, MOST_PARTS + 1) for entry in _part(number)),
        Entry(("chair",), "Przewodniczy", text_of, _MEMBER, required=True),
        Entry(("secretary",), "Sekretarz", text_of, "imię i nazwisko"),
        Entry(("committee",), "Komisja skrutacyjna", names_of, "nazwiska po średniku"),
        Entry(
            ("committee_chair",),
            "Przewodniczy komisji skrutacyjnej",
            text_of,
            "imię i nazwisko kogoś z komisji; puste: nie zapisano",
        ),
        Entry(
            ("committee_remarks",),
            "Uwagi komisji skrutacyjnej",
            passage_of,
            "uwagi do protokołu komisji; pusty wiersz dzieli akapity",
        ),
        Entry(("agenda",), "Porządek obrad", lines_of, "punkty, każdy w nowym wierszu komórki"),
        Entry(("guests",), "Goście", names_of, "nazwiska po średniku"),
        Entry(
            ("consents",),
            "Zgoda na głosowanie poza posiedzeniem",
            _everybody_of,
            "„wszyscy” albo nazwiska po średniku",
        ),
        Entry(("seed",), "Ziarno losowania", text_of, "tekst, z którego wynika kolejność"),
    ),
    required=True,
)

ATTENDANCE = FormSheet(
    "Obecność",
    (
        Entry(("member",), "Członek Rady", text_of, _MEMBER, required=True, width=26),
        Entry(
            ("present",),
            "Obecny",
            yes_no_of,
            "tak, jeśli był obecny; puste: nie był",
            options=("tak", "nie"),
            required=True,
            width=10,
        ),
        Entry(("part",), "Część", _whole, "numer części, jeśli jest ich kilka", width=10),
        Entry(("came",), "Przyszedł", hour_of, f"{_HOUR}; puste: od początku", width=14),
        Entry(("left",), "Wyszedł", hour_of, f"{_HOUR}; puste: do końca", width=14),
    ),
    key="attendance",
    started_by=("Obecny", "Przyszedł", "Wyszedł"),
    required=True,
)

EXCLUSIONS = FormSheet(
    "Wyłączenia",
    (
        Entry(("member",), "Członek Rady", text_of, _MEMBER, required=True, width=26),
        Entry(("application",), "Znak sprawy", text_of, "znak sprawy", required=True),
        Entry(
            ("excluded",),
            "Wyłączony",
            yes_no_of,
            "tak albo nie: tę decyzję podejmuje człowiek",
            options=("tak", "nie"),
            required=True,
            width=12,
        ),
        Entry(
            ("reason",), "Powód", text_of, "powód, także gdy nie wyłączono", required=True, width=50
        ),
    ),
    key="exclusions",
    started_by=("Wyłączony",),
)

VOTES = FormSheet(
    "Głosowania",
    (
        Entry(("at",), "Godzina", hour_of, _HOUR, required=True, width=12),
        Entry(
            ("about",),
            "Czego dotyczy",
            one_of(ABOUT_NAMES),
            "jedną z możliwości: " + ", ".join(ABOUT_NAMES.values()),
            options=tuple(ABOUT_NAMES.values()),
            required=True,
            width=26,
        ),
        Entry(("application",), "Znak sprawy", text_of, "znak sprawy; puste: sprawa ogólna"),
        Entry(("subject",), "Treść", text_of, "nad czym głosowano", width=40),
        Entry(("for",), "Za", way_of, _VOTES, required=True, width=24),
        Entry(("against",), "Przeciw", way_of, f"{_VOTES}; puste: nikt", width=24),
        Entry(("abstained",), "Wstrzymało się", way_of, f"{_VOTES}; puste: nikt", width=24),
        Entry(("part",), "Część", _whole, "numer części, jeśli jest ich kilka", width=10),
        Entry(("concerns",), "Wnioski", names_of, "znaki spraw po średniku, jeśli jest ich kilka"),
        Entry(("order",), "Kolejność", names_of, "znaki spraw od najwyższego miejsca, po średniku"),
        Entry(("left_out",), "Wylosowani do wyłączenia", names_of, "nazwiska po średniku"),
        Entry(("led_by",), "Prowadził", text_of, "nazwisko, jeśli nie przewodniczący"),
    ),
    key="votes",
    started_by=("Godzina", "Za", "Przeciw", "Wstrzymało się"),
    untouched="przygotowane głosowania bez godziny i głosów; pominięto je",
)

MOTIONS = FormSheet(
    "Wnioski formalne",
    (
        Entry(("text",), "Treść", text_of, "o co wnoszono", required=True, width=50),
        Entry(("member",), "Członek Rady", text_of, f"{_MEMBER}, który zgłosił wniosek", width=26),
        Entry(
            ("person",),
            "Inna osoba",
            text_of,
            "kto zgłosił wniosek, jeśli nie członek Rady",
            width=26,
        ),
        Entry(("at",), "Godzina", hour_of, f"{_HOUR}; puste: nie zapisano", width=12),
        Entry(("part",), "Część", _whole, "numer części, jeśli jest ich kilka", width=10),
        Entry(
            ("vote", "at"),
            "Głosowanie o godz.",
            hour_of,
            "godzinę z arkusza „Głosowania”; puste: nie głosowano",
            width=16,
        ),
        Entry(
            ("vote", "about"),
            "Czego dotyczyło",
            one_of(ABOUT_NAMES),
            "tylko gdy o tej godzinie było kilka głosowań",
            options=tuple(ABOUT_NAMES.values()),
            width=26,
        ),
        Entry(
            ("fate",),
            "Bez głosowania",
            one_of(FATE_NAMES),
            "jedną z możliwości, jeśli nie głosowano: " + ", ".join(FATE_NAMES.values()),
            options=tuple(FATE_NAMES.values()),
            width=26,
        ),
    ),
    key="motions",
)

SHEETS = (SITTING, ATTENDANCE, EXCLUSIONS, VOTES, MOTIONS)
"""The sheets of the form of a sitting, in their order."""
