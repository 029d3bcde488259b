"""A sheet of a table: its rows with their places, whatever file it came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

from reading.problems import Level, Problem, Refused

Cell = str | bool | int | float | Decimal | date | time | timedelta | None
"""What one cell of a file holds, as the file says it (a ``datetime`` is a ``date`` too)."""

Row = tuple[int, list[Cell]]
"""The number of a row as people find it, and its cells."""

MOST_BYTES = 512 * 1024 * 1024
"""No register is larger than this, packed or unpacked: 100 000 rows take about 150 MiB."""


@dataclass(slots=True)
class Sheet:
    """A sheet of a file: a name where it has one, and its rows, read as they are asked for.

    ``plain`` says that values are written for machines (JSON), ``lines`` that a row is found by
    its line in the text. ``offset`` is the number of empty columns before the first cell.
    """

    file: str
    name: str | None
    rows: Iterator[Row]
    plain: bool = False
    lines: bool = False
    offset: int = 0

    def problem(
        self, row: int, column: str | None, what: str, write: str, level: Level = "error"
    ) -> Problem:
        """Make a problem at a place of this sheet."""
        line, shown = (row, None) if self.lines else (None, row)
        return Problem(
            self.file,
            what,
            write,
            line=line,
            sheet=self.name,
            row=shown,
            column=column,
            level=level,
        )

    def letter(self, position: int) -> str:
        """Name a column by its letter, as a spreadsheet shows it."""
        letters, number = "", position + self.offset + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters


def refused(file: Path, what: str, write: str, line: int | None = None) -> Refused:
    """Make the answer to a file that cannot be read at all."""
    return Refused([Problem(str(file), what, write, line=line)])
