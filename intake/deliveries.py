"""Deliveries of results and the protests that followed: one row is one delivery to an applicant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from intake.amounts import Unreadable, shown
from intake.call_checks import FIRST_YEAR, LAST_YEAR
from intake.cards import BESIDE
from intake.cells import is_blank, text_of
from intake.columns import IGNORED, NUMBER, NUMBER_HEADINGS
from intake.header import (
    Header,
    Meaning,
    header_problems,
    headings,
    meaning_of,
    normal,
    one_with_header,
)
from intake.moments import date_of
from intake.sheet import Cell, Sheet
from intake.tables import read_sheets
from reading.problems import Problem, refuse_if_errors
from scoring import polish
from scoring.call import Call
from scoring.deliveries import EVENT_NAMES, NEEDS, Delivery

_COLUMNS: dict[str, tuple[str, ...]] = {
    "delivered_on": ("Dzień doręczenia", "Data doręczenia", "Doręczono"),
    "protested_on": ("Dzień wniesienia protestu", "Data wniesienia protestu", "Protest"),
    "received_on": ("Dzień wpływu protestu", "Data wpływu protestu"),
    "board_informed_on": ("Dzień zawiadomienia ZW", "Data zawiadomienia ZW"),
    "asked_on": ("Dzień doręczenia wezwania", "Data doręczenia wezwania"),
    "completed_on": ("Dzień uzupełnienia protestu", "Data uzupełnienia protestu"),
    "reviewed_on": ("Dzień zakończenia autokontroli", "Data zakończenia autokontroli"),
    "board_received_on": ("Dzień otrzymania protestu przez ZW",),
    "decided_on": ("Dzień rozstrzygnięcia ZW", "Data rozstrzygnięcia ZW"),
    "decision_delivered_on": ("Dzień doręczenia rozstrzygnięcia ZW",),
    "complained_on": ("Dzień wniesienia skargi", "Data wniesienia skargi"),
    "waiting_since": ("Dzień, od którego biegnie 6 miesięcy",),
}
"""The headings of each day; the first is the one that the office is told to write."""

_IGNORED = IGNORED | frozenset(map(normal, (*BESIDE, "Uwagi")))
_FEW = 8


@dataclass(frozen=True, slots=True)
class Deliveries:
    """What a sheet of deliveries says, in the order of its rows, and what to look at."""

    rows: tuple[Delivery, ...]
    warnings: tuple[Problem, ...] = ()


def read_deliveries(file: Path, call: Call, numbers: Sequence[str] | None) -> Deliveries:
    """Read the deliveries of a call: XLSX, XLS, ODS or CSV. A blank cell: it has not happened.

    ``numbers`` are the case numbers of the register, or ``None`` where there is no register yet.

    Raises:
        Refused: with every mistake of the file; nothing is then taken in.
    """
    known = headings(_names())
    sheet, header = one_with_header(
        str(file),
        read_sheets(file),
        lambda text: meaning_of(known, text),
        ((NUMBER,), ("delivered_on",)),
        f"{NUMBER_HEADINGS[0]}, {_COLUMNS['delivered_on'][0]}, {_COLUMNS['protested_on'][0]}",
    )
    reading = _Reading(sheet, header, call, numbers, [*header_problems(sheet, header, _IGNORED)])
    for row, cells in sheet.rows:
        reading.take(row, cells)
    return Deliveries(tuple(reading.rows), tuple(refuse_if_errors(reading.problems)))


def _names() -> Iterator[tuple[str, Meaning]]:
    yield from ((name, (NUMBER,)) for name in NUMBER_HEADINGS)
    for event, names in _COLUMNS.items():
        yield from ((name, (event,)) for name in (*names, event))


@dataclass(slots=True)
class _Reading:
    """A sheet of deliveries while it is read."""

    sheet: Sheet
    header: Header
    call: Call
    numbers: Sequence[str] | None
    problems: list[Problem]
    rows: list[Delivery] = field(default_factory=list)
    seen: dict[tuple[str, date | None], int] = field(default_factory=dict)

    def take(self, row: int, cells: list[Cell]) -> None:
        """Take one row; one where nothing stands is blank."""
        found = {
            meaning[0]: cells[column.position]
            for meaning, column in self.header.known.items()
            if column.position < len(cells) and not is_blank(cells[column.position])
        }
        if not found:
            return
        number = self._number(row, found)
        days = {event: day for event in _COLUMNS if (day := self._day(row, found, event))}
        self._order(row, days, found)
        if number is not None and not self._twice(row, number, days.get("delivered_on")):
            self.rows.append(Delivery.model_validate({"number": number, **days}))

    def _number(self, row: int, found: Mapping[str, Cell]) -> str | None:
        """Read the case number as the register writes it."""
        if NUMBER not in found:
            self._problem(row, NUMBER, "brak znaku sprawy", "wpisz znak sprawy")
            return None
        try:
            number = text_of(found[NUMBER])
        except Unreadable as wrong:
            self._problem(row, NUMBER, wrong.what, wrong.write or "wpisz znak sprawy")
            return None
        if self.numbers is None:
            return number
        known = {normal(one): one for one in self.numbers}
        if normal(number) not in known:
            names = ", ".join(f"„{one}”" for one in self.numbers)
            write = "popraw wpis" if len(known) > _FEW else f"wpisz jedno z: {names}"
            self._problem(row, NUMBER, f"nie ma w rejestrze wniosku {shown(number)}", write)
            return None
        return known[normal(number)]

    def _day(self, row: int, found: Mapping[str, Cell], event: str) -> date | None:
        if event not in found:
            return None
        try:
            day = date_of(found[event])
        except Unreadable as wrong:
            self._problem(row, event, wrong.what, wrong.write or "wpisz datę, np. 5.05.2022")
            return None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self._problem(row, event, f"rok {day.year} to pomyłka", "popraw rok")
            return None
        return day

    def _order(self, row: int, days: Mapping[str, date], found: Mapping[str, Cell]) -> None:
        """Tell a day without the one that it follows, or before it."""
        closes = self.call.closes_at.date()
        if "delivered_on" in days and days["delivered_on"] < closes:
            what = f"pismo doręczono przed zakończeniem naboru ({polish.day(closes)})"
            self._problem(row, "delivered_on", what, "popraw datę")
        for event, earlier in NEEDS.items():
            if event not in days:
                continue
            if earlier not in found:
                what = f"jest {EVENT_NAMES[event]}, a nie ma: {EVENT_NAMES[earlier]}"
                self._problem(row, event, what, f"wpisz {EVENT_NAMES[earlier]}")
            elif earlier in days and days[event] < days[earlier]:
                when = f"{EVENT_NAMES[earlier]} ({polish.day(days[earlier])})"
                what = f"{EVENT_NAMES[event]} jest wcześniejszy niż {when}"
                self._problem(row, event, what, "popraw jedną z dat")

    def _twice(self, row: int, number: str, delivered: date | None) -> bool:
        first = self.seen.setdefault((number, delivered), row)
        if first == row:
            return False
        what = f"to samo doręczenie w sprawie {number} stoi już w wierszu {first}"
        self._problem(row, NUMBER, what, "zostaw jeden wiersz albo popraw dzień doręczenia")
        return True

    def _problem(self, row: int, event: str, what: str, write: str) -> None:
        column = self.header.known.get((event,))
        heading = None if column is None else column.heading
        self.problems.append(self.sheet.problem(row, heading, what, write))
