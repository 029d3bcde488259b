"""The register of applications: a table as offices have it becomes applications, row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from intake.amounts import Unreadable, shown
from intake.cells import is_blank, text_of
from intake.checks import CaseNumbers, check_amounts, check_receipt
from intake.columns import IGNORED, NUMBER, NUMBER_HEADING, facts_read, heading_of, register_lookup
from intake.header import Header, header_problems, one_with_header
from intake.kinds import Kinds, RowKind
from intake.places import NOWHERE, Places, check_area, header_gaps, inhabitants
from intake.rows import Columns, Line
from intake.sheet import Cell, Sheet
from intake.tables import read_sheets
from reading.problems import Problem, refuse_if_errors
from scoring.application import Application
from scoring.call import Call
from scoring.facts import Catalogue
from scoring.programme.edition import Programme
from scoring.ruleset import Ruleset

CORE = ("submitted_at", "applicant", "title", "total_cost", "requested")
"""The facts whose columns every register has, beside the case number."""

NO_APPLICATION = "w rejestrze nie ma żadnego wniosku"
_NEEDED = ((NUMBER,), ("applicant", "title"))
_EXAMPLE = "Znak sprawy, Data i godzina złożenia, Wnioskodawca, Tytuł operacji"
_LONGEST_NUMBER = 100


@dataclass(frozen=True, slots=True)
class Rows:
    """How many rows the sheet had, and what became of each of them.

    ``titles`` are the rows above the header and the header itself, wherever it is repeated.
    """

    accepted: int = 0
    blank: int = 0
    sums: int = 0
    notes: int = 0
    titles: int = 0

    @property
    def total(self) -> int:
        """All rows that came in."""
        return self.accepted + self.blank + self.sums + self.notes + self.titles


@dataclass(frozen=True, slots=True)
class Register:
    """What a register says: its applications in the order of its rows, and what to look at."""

    applications: tuple[Application, ...]
    warnings: tuple[Problem, ...]
    rows: Rows


def read_register(
    file: Path,
    call: Call,
    ruleset: Ruleset,
    programme: Programme | None = None,
    places: Places = NOWHERE,
) -> Register:
    """Read a register for a call: XLSX, XLS, ODS, CSV or JSON.

    Every row is accounted for. A blank cell leaves its fact unknown; a blank „wycofany” means that
    the application was not withdrawn. ``places`` is what is known of the LGD's area and of the
    localities; its warnings are told with those of the register.

    Raises:
        Refused: with every mistake and every warning of the file; nothing is then taken in.
    """
    catalogue = ruleset.catalogue
    sheet, header = one_with_header(
        str(file), read_sheets(file), register_lookup(catalogue), _NEEDED, _EXAMPLE
    )
    problems = [*places.warnings, *header_problems(sheet, header, IGNORED)]
    decisive = [fact for fact in facts_read(call, ruleset, programme) if fact not in places.gives]
    problems += _absent(sheet, header, catalogue, decisive)
    problems += header_gaps(sheet, header, places)
    if any(one.level == "error" for one in problems):
        refuse_if_errors(problems)
    reading = _Reading(Columns(sheet, header, catalogue), header, call, places, problems)
    for row, cells in sheet.rows:
        reading.take(row, cells)
    if not reading.applications:
        write = "wpisz wnioski pod nagłówkiem, każdy w osobnym wierszu"
        problems.append(sheet.problem(header.row, None, NO_APPLICATION, write, "warning"))
    warnings = refuse_if_errors(reading.problems)
    return Register(tuple(reading.applications), tuple(warnings), reading.rows())


def _absent(
    sheet: Sheet, header: Header, catalogue: Catalogue, read: list[str]
) -> Iterator[Problem]:
    """Tell of columns that are not there: the core ones are errors, those that decide warnings."""
    if sheet.plain:
        return
    for fact in catalogue.values():
        if fact.id in header.meanings or not (fact.required or fact.id in read):
            continue
        heading = heading_of(fact)
        if fact.id in CORE:
            what = f"brak kolumny „{heading}”"
            yield sheet.problem(header.row, None, what, "dodaj ją do tabeli")
        elif fact.id != "withdrawn":
            what = f"brak kolumny „{heading}”, więc ta wartość jest nieznana w każdym wniosku"
            write = "dodaj kolumnę, bo czytają ją kryteria, warunki albo wskaźniki naboru"
            yield sheet.problem(header.row, None, what, write, "warning")


@dataclass(slots=True)
class _Reading:
    """A register while it is read."""

    columns: Columns
    header: Header
    call: Call
    places: Places
    problems: list[Problem]
    applications: list[Application] = field(default_factory=list)
    numbers: CaseNumbers = field(default_factory=CaseNumbers)
    counts: dict[RowKind, int] = field(default_factory=dict)
    kinds: Kinds = field(init=False)
    unnamed: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = Kinds(self.columns)
        self.unnamed = set(self.header.unnamed)

    def take(self, row: int, cells: list[Cell]) -> None:
        """Take one row, whatever it is."""
        if len(cells) < self.columns.width:
            cells = cells + [None] * (self.columns.width - len(cells))
        kind = "application" if self.columns.sheet.plain else self.kinds.of(cells)
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if kind == "application":
            self._application(row, cells)
        elif kind == "sum":
            self._sum(row, cells)
        elif kind == "note":
            self._note(row, cells)

    def _application(self, row: int, cells: list[Cell]) -> None:
        line = self.columns.read(row, cells)
        number = self._number(line, cells)
        check_amounts(self.columns, line)
        check_receipt(self.columns, line, self.call)
        check_area(self.columns, line, self.places)
        populations = inhabitants(self.columns, line, self.places, self.call)
        self.kinds.add(line.facts)
        self._look_beside(row, cells)
        self.problems += line.problems
        self.applications.append(Application(number, line.facts, populations=populations))

    def _number(self, line: Line, cells: list[Cell]) -> str:
        """Read the case number; tell when it is not there, unreadable, or already taken."""
        column = self.columns.number
        cell = None if column is None else cells[column.position]
        try:
            number = "" if is_blank(cell) else text_of(cell)
        except Unreadable as wrong:
            self.columns.problem(line, NUMBER, wrong.what, wrong.write or "popraw wpis")
            return ""
        if not number:
            self.columns.problem(line, NUMBER, "brak znaku sprawy", "wpisz znak sprawy")
            return ""
        if len(number) > _LONGEST_NUMBER:
            what = f"{shown(number)} jest za długie na znak sprawy"
            self.columns.problem(line, NUMBER, what, "wpisz sam znak sprawy")
        earlier = self.numbers.earlier(number, line.row)
        if earlier is not None:
            what = f"znak sprawy {shown(number)} stoi już w wierszu {earlier}"
            self.columns.problem(line, NUMBER, what, "popraw znak albo usuń jeden z wierszy")
        return number

    def _look_beside(self, row: int, cells: list[Cell]) -> None:
        """Warn once of a column that has content but no heading."""
        for position in [one for one in self.unnamed if one < len(cells)]:
            if not is_blank(cells[position]):
                self.unnamed.discard(position)
                letter = self.columns.sheet.letter(position)
                what = "kolumna bez nagłówka ma treść, którą pominięto"
                write = "wpisz nagłówek, jeśli program ma ją czytać"
                warned = self.columns.sheet.problem(row, letter, what, write, "warning")
                self.problems.append(warned)

    def _sum(self, row: int, cells: list[Cell]) -> None:
        for fact, what in self.kinds.wrong_sums(cells):
            write = "sprawdź, czy nie brakuje wiersza i czy każda kwota jest liczbą"
            heading = self.columns.heading(fact)
            self.problems.append(self.columns.sheet.problem(row, heading, what, write, "warning"))

    def _note(self, row: int, cells: list[Cell]) -> None:
        said = next(cell for cell in cells if not is_blank(cell))
        what = f"wiersz pominięto jako uwagę: {shown(said)}"
        write = f"jeśli to wniosek, wpisz jego dane pod nagłówkami, od „{NUMBER_HEADING}”"
        self.problems.append(self.columns.sheet.problem(row, None, what, write, "warning"))

    def rows(self) -> Rows:
        """Count what became of the rows."""
        counts: Mapping[RowKind, int] = self.counts
        return Rows(
            accepted=counts.get("application", 0),
            blank=counts.get("blank", 0),
            sums=counts.get("sum", 0),
            notes=counts.get("note", 0),
            titles=self.header.above + 1 + counts.get("header", 0),
        )
