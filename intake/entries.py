"""A table that lies beside the register: its rows as entries, every mistake noted in its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from intake.amounts import Unreadable, shown
from intake.cells import is_blank, text_of
from intake.columns import IGNORED, NUMBER
from intake.header import (
    Header,
    Meaning,
    header_problems,
    headings,
    meaning_of,
    normal,
    one_with_header,
)
from intake.sheet import Cell, Sheet, refused
from intake.tables import read_sheets
from reading.problems import Level, Problem
from scoring.application import Application

Found = TypeVar("Found")

Names = Mapping[str, tuple[str, ...]]
"""What a column holds, and the headings that say so; the first is that of the blank form."""

_FEW = 8
_FOOTNOTE = re.compile(r"[*†]|(?i:uwag[ai]|źródł[oa])\b")


@dataclass(slots=True)
class Entries:
    """A table while it is read: where it stands, and what is wrong with it so far."""

    sheet: Sheet
    header: Header
    problems: list[Problem]
    columns: dict[str, tuple[int, str]] = field(init=False)

    def __post_init__(self) -> None:
        known = self.header.known.items()
        self.columns = {name: (one.position, one.heading) for (name,), one in known}

    def __iter__(self) -> Iterator["Entry"]:
        """Go through the rows where something stands under a heading that is known."""
        for row, cells in self.sheet.rows:
            known = {
                name: cells[position]
                for name, (position, _) in self.columns.items()
                if position < len(cells) and not is_blank(cells[position])
            }
            if known and not self._is_header(known):
                yield Entry(self, row, known, cells)

    def _is_header(self, known: Mapping[str, Cell]) -> bool:
        """Say whether the header stands here again, as on every page of a printout."""
        return all(
            isinstance(cell, str) and normal(cell) == normal(self.columns[name][1])
            for name, cell in known.items()
        )

    def warn(self, row: int, what: str, write: str) -> None:
        """Note what to look at in a row."""
        self.problems.append(self.sheet.problem(row, None, what, write, "warning"))

    def need(self, names: Names, needed: Iterable[str]) -> None:
        """Tell of columns that must be there and are not."""
        for name in needed:
            if name not in self.columns:
                what = f"brak kolumny „{names[name][0]}”"
                write = "dodaj ją do tabeli"
                self.problems.append(self.sheet.problem(self.header.row, None, what, write))


@dataclass(slots=True)
class Entry:
    """A row: the cells that are not blank by what they hold. ``wrong``: an error was told of it."""

    table: Entries
    row: int
    known: Mapping[str, Cell]
    cells: list[Cell]
    wrong: bool = False

    @property
    def is_footnote(self) -> bool:
        """Whether it is a note below the table: a text alone, marked as a note."""
        filled = [cell for cell in self.cells if not is_blank(cell)]
        return len(filled) == 1 and _FOOTNOTE.match(str(filled[0]).strip()) is not None

    def read(self, name: str, parse: Callable[[Cell], Found], write: str) -> Found | None:
        """Read a cell; ``None`` where it is blank, or cannot be read, which is told."""
        cell = self.known.get(name)
        if cell is None:
            return None
        try:
            return parse(cell)
        except Unreadable as wrong:
            self.problem(name, wrong.what, wrong.write or write)
            return None

    def needed(
        self, name: str, parse: Callable[[Cell], Found], missing: str, write: str
    ) -> Found | None:
        """Read a cell that must not be blank."""
        if name not in self.known:
            self.problem(name, missing, write)
            return None
        return self.read(name, parse, write)

    def text(self, name: str) -> str | None:
        """Read a text on one line."""
        return self.read(name, text_of, "wpisz tekst")

    def one_of(self, name: str, known: Mapping[str, str], unknown: str) -> str | None:
        """Read what must be one of the known names; return it as it is written there."""
        text = self.text(name)
        if text is None:
            return None
        if normal(text) not in known:
            self.problem(name, f"{unknown} {shown(text)}", one_of_advice(known))
            return None
        return known[normal(text)]

    def problem(self, name: str, what: str, write: str, level: Level = "error") -> None:
        """Note a problem in the column that holds this."""
        heading = self.table.columns.get(name, (0, None))[1]
        self.wrong = self.wrong or level == "error"
        self.table.problems.append(self.table.sheet.problem(self.row, heading, what, write, level))


def one_of_advice(known: Mapping[str, str]) -> str:
    """Tell what may be written, where there is little to choose from."""
    names = ", ".join(f"„{one}”" for one in known.values())
    return "popraw wpis" if not known or len(known) > _FEW else f"wpisz jedno z: {names}"


def open_entries(
    file: Path,
    names: Iterable[tuple[str, str]],
    needed: tuple[Meaning, Meaning],
    example: str,
    beside: Iterable[str] = (),
) -> Entries:
    """Open a table: ``names`` are its headings with what they mean, ``beside`` those nobody reads.

    ``needed`` is what its header must hold, and of what it must hold one.

    Raises:
        Refused: it cannot be opened, or no sheet, or more than one, has a header.
    """
    sheets = read_sheets(file)
    if any(sheet.plain for sheet in sheets):
        raise refused(file, "z pliku .json czyta się tylko rejestr", "zapisz tabelę jako .xlsx")
    known = headings((name, (meaning,)) for name, meaning in names)
    sheet, header = one_with_header(
        str(file), sheets, lambda text: meaning_of(known, text), needed, example
    )
    ignored = IGNORED | frozenset(map(normal, beside))
    return Entries(sheet, header, list(header_problems(sheet, header, ignored)))


def headings_of(names: Names) -> Iterator[tuple[str, str]]:
    """Return every heading with what it means."""
    for meaning, written in names.items():
        yield from ((name, meaning) for name in (*written, meaning))


def case_numbers(applications: Sequence[Application]) -> dict[str, str]:
    """Return the case numbers of the register by the way in which they are compared."""
    return {normal(one.number): one.number for one in applications}


def number_of_entry(
    entry: Entry, numbers: Mapping[str, str], missing: str = "brak znaku sprawy"
) -> str | None:
    """Read the case number, which must be there, as the register writes it."""
    if NUMBER not in entry.known:
        entry.problem(NUMBER, missing, "wpisz znak sprawy")
    return entry.one_of(NUMBER, numbers, "nie ma w rejestrze wniosku")
