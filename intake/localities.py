"""Inhabitants of localities: ``localities.csv`` or ``.xlsx`` in a call's folder.

A row is one number with its day and its source; a locality may have several. A locality is not
its gmina, and names repeat, so a locality is known by its gmina and its name together.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from intake.amounts import Unreadable, shown, whole_of
from intake.cells import is_blank, not_negative, text_of
from intake.columns import IGNORED
from intake.header import Header, header_problems, headings, meaning_of, one_with_header
from intake.moments import date_of
from intake.sheet import Cell, Sheet
from intake.tables import read_sheets
from reading.problems import Level, Problem, refuse_if_errors
from scoring import polish
from scoring.area import Gmina, compared, gmina_of
from scoring.population import Population

COLUMNS = {
    "gmina": ("Gmina",),
    "locality": ("Miejscowość", "Nazwa miejscowości"),
    "inhabitants": ("Liczba mieszkańców", "Liczba ludności", "Mieszkańcy", "Ludność"),
    "on": ("Stan na dzień", "Na dzień", "Stan na", "Dzień", "Data"),
    "source": ("Źródło", "Źródło danych"),
}
"""The columns of the file, each with the headings it is known by."""

_MOST = 10_000_000
"""No locality has more inhabitants: whatever is larger is a slip."""

_EXAMPLE = ", ".join(names[0] for names in COLUMNS.values())
_WRITE = {
    "gmina": "wpisz gminę, np. Gmina Suraż",
    "locality": "wpisz miejscowość",
    "inhabitants": "wpisz liczbę całkowitą, np. 1 234",
    "on": "wpisz datę, np. 31.12.2020",
    "source": "wpisz, skąd jest ta liczba, np. GUS, Bank Danych Lokalnych",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file: which locality of which gmina, and its number."""

    row: int
    gmina: Gmina
    locality: str
    population: Population

    @property
    def place(self) -> tuple[str, bool, str]:
        """What makes it another locality: the gmina, whether a town of that name, the name."""
        return self.gmina.name, self.gmina.kind == "town", compared(self.locality)


@dataclass(frozen=True, slots=True)
class Localities:
    """What the file says: its rows by the name of the locality, and what to look at."""

    file: str
    rows: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    warnings: tuple[Problem, ...] = ()

    def found(self, gmina: str | None, locality: str) -> list[tuple[Row, ...]]:
        """Return the rows of every locality that may be meant, a group for each locality."""
        wanted = None if gmina is None else gmina_of(gmina)
        groups: dict[tuple[str, bool, str], list[Row]] = {}
        for one in self.rows.get(compared(locality), ()):
            if wanted is None or wanted.may_be(one.gmina):
                groups.setdefault(one.place, []).append(one)
        return [tuple(rows) for rows in groups.values()]


def read_localities(file: Path) -> Localities:
    """Read the numbers of inhabitants of a call.

    Raises:
        Refused: with every mistake of the file: a column or a value that is not there, a number
            below zero, no such day, one source that says two numbers of one day.
    """
    known = headings((name, (key,)) for key, names in COLUMNS.items() for name in (*names, key))
    sheet, header = one_with_header(
        str(file),
        read_sheets(file),
        lambda text: meaning_of(known, text),
        (("locality",), ("inhabitants", "gmina")),
        _EXAMPLE,
    )
    problems = [*header_problems(sheet, header, IGNORED), *_absent(sheet, header)]
    if any(one.level == "error" for one in problems):
        refuse_if_errors(problems)
    reading = _Reading(sheet, header, problems)
    for row, cells in sheet.rows:
        reading.take(row, cells)
    if not reading.rows and not any(one.level == "error" for one in problems):
        write = "wpisz miejscowości pod nagłówkiem, każdą liczbę w osobnym wierszu"
        problems.append(
            sheet.problem(header.row, None, "w pliku nie ma żadnej miejscowości", write, "warning")
        )
    warnings = refuse_if_errors(problems)
    rows: dict[str, tuple[Row, ...]] = {}
    for one in reading.rows:
        rows[one.place[2]] = (*rows.get(one.place[2], ()), one)
    return Localities(str(file), rows, tuple(warnings))


def _absent(sheet: Sheet, header: Header) -> Iterator[Problem]:
    for key, names in COLUMNS.items():
        if key not in header.meanings:
            what = f"brak kolumny „{names[0]}”"
            yield sheet.problem(header.row, None, what, "dodaj ją do tabeli")


def _inhabitants(cell: Cell) -> int:
    number = whole_of(cell, unit="os.")
    not_negative(number, cell)
    if number > _MOST:
        raise Unreadable(f"liczba {shown(cell)} jest za duża na miejscowość")
    return number


_READERS: dict[str, Callable[[Cell], object]] = {
    "gmina": text_of,
    "locality": text_of,
    "inhabitants": _inhabitants,
    "on": date_of,
    "source": text_of,
}


class _Reading:
    """The file while it is read."""

    def __init__(self, sheet: Sheet, header: Header, problems: list[Problem]) -> None:
        self.sheet = sheet
        self.columns = {meaning[0]: column for meaning, column in header.known.items()}
        self.problems = problems
        self.rows: list[Row] = []
        self.first: dict[tuple[object, ...], Row] = {}

    def take(self, row: int, cells: list[Cell]) -> None:
        """Take one row; a blank one is passed over."""
        found: dict[str, object] = {}
        said = {
            key: cells[column.position] if column.position < len(cells) else None
            for key, column in self.columns.items()
        }
        if all(map(is_blank, said.values())):
            return
        for key, cell in said.items():
            if is_blank(cell):
                self._problem(row, key, "brak wartości", _WRITE[key])
                continue
            try:
                found[key] = _READERS[key](cell)
            except Unreadable as wrong:
                self._problem(row, key, wrong.what, wrong.write or _WRITE[key])
        if len(found) == len(COLUMNS):
            population = Population(found["inhabitants"], found["on"], found["source"])  # type: ignore[arg-type]
            gmina, locality = str(found["gmina"]), str(found["locality"])
            self._keep(Row(row, gmina_of(gmina), locality, population))

    def _keep(self, row: Row) -> None:
        """Keep a row; tell when the same source says another number of the same day."""
        one = row.population
        earlier = self.first.setdefault((*row.place, one.on, compared(one.source)), row)
        if earlier is row:
            self.rows.append(row)
        elif earlier.population.inhabitants == one.inhabitants:
            what = f"ten wiersz powtarza wiersz {earlier.row}"
            self._problem(row.row, "locality", what, "usuń jeden z nich", "warning")
        else:
            numbers = [polish.number(each.population.inhabitants) for each in (earlier, row)]
            what = (
                f"{shown(row.locality)}: to samo źródło na ten sam dzień podaje {numbers[1]}, "
                f"a w wierszu {earlier.row} {numbers[0]}"
            )
            self._problem(row.row, "inhabitants", what, "popraw jeden z wierszy albo źródło")

    def _problem(self, row: int, key: str, what: str, write: str, level: Level = "error") -> None:
        heading = self.columns[key].heading
        self.problems.append(self.sheet.problem(row, heading, what, write, level))
