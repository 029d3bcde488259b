"""One row of a register: every cell read as its fact, every mistake noted."""

from dataclasses import dataclass, field
from typing import Any

from intake.amounts import Unreadable
from intake.cells import Parser, is_blank, parser_of, plain_parser_of
from intake.columns import HOUR, NUMBER, Splitter, splitter_of
from intake.header import Column, Header
from intake.identifiers import IDENTIFIERS, digits_of, identifier_of
from intake.moments import joined
from intake.sheet import Cell, Sheet
from reading.problems import Level, Problem
from scoring.facts import Catalogue, Fact


@dataclass(slots=True)
class Line:
    """A row while it is read: what was found in it, and what is wrong with it."""

    row: int
    facts: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class Columns:
    """The columns of one sheet, each with what reads its cells."""

    def __init__(self, sheet: Sheet, header: Header, catalogue: Catalogue) -> None:
        """Choose for each column what reads it."""
        self.sheet = sheet
        self.catalogue = catalogue
        known = header.known
        self.number = known.get((NUMBER,))
        self.hour = known.get((HOUR,))
        self.moment = known.get(("submitted_at",)) if self.hour else None
        self.of_fact = {name: column for key, column in known.items() for name in key}
        self.positions = [column.position for column in known.values()]
        self.simple: list[tuple[int, Fact, Parser]] = []
        self.identifiers: list[tuple[int, str]] = []
        self.joint: list[tuple[Column, Splitter]] = []
        for meaning, column in known.items():
            self._add(meaning, column)
        self.required = [one for one in catalogue.values() if one.required and self._asked(one)]
        self.width = 1 + max(self.positions, default=0)

    def _add(self, meaning: tuple[str, ...], column: Column) -> None:
        if len(meaning) > 1:
            self.joint.append((column, splitter_of(meaning)))
        elif meaning[0] in IDENTIFIERS:
            self.identifiers.append((column.position, meaning[0]))
        elif meaning[0] in self.catalogue and column is not self.moment:
            fact = self.catalogue[meaning[0]]
            parser = plain_parser_of(fact) if self.sheet.plain else parser_of(fact)
            self.simple.append((column.position, fact, parser))

    def _asked(self, fact: Fact) -> bool:
        return self.sheet.plain or fact.id in self.of_fact

    def heading(self, fact: str) -> str:
        """Return the heading of the column that holds a fact."""
        column = self.of_fact.get(fact)
        return column.heading if column is not None else fact

    def problem(self, line: Line, fact: str, what: str, write: str, level: Level = "error") -> None:
        """Note a problem in the column of a fact."""
        found = self.sheet.problem(line.row, self.heading(fact), what, write, level)
        line.problems.append(found)

    def read(self, row: int, cells: list[Cell]) -> Line:
        """Read every cell that is not blank; a blank one leaves its fact unknown."""
        line = Line(row)
        for position, fact, parser in self.simple:
            cell = cells[position]
            if cell == "" or is_blank(cell):
                continue
            try:
                line.facts[fact.id] = parser(cell)
            except Unreadable as wrong:
                write = wrong.write or f"wpisz {fact.what_to_write}"
                self.problem(line, fact.id, wrong.what, write)
        for position, name in self.identifiers:
            if not is_blank(cells[position]):
                self._identifier(line, name, cells[position])
        for column, split in self.joint:
            if not is_blank(cells[column.position]):
                self._joint(line, column, split, cells[column.position])
        if self.moment is not None and self.hour is not None:
            day, hour = cells[self.moment.position], cells[self.hour.position]
            if not is_blank(day):
                self._moment(line, day, hour)
        self._require(line)
        return line

    def _identifier(self, line: Line, name: str, cell: Cell) -> None:
        try:
            number, restored = identifier_of(name, digits_of(cell))
        except Unreadable as wrong:
            self.problem(line, name, wrong.what, wrong.write or "popraw numer")
            return
        line.facts[name] = number
        if restored:
            what = (
                f"w numerze {IDENTIFIERS[name].name} brakowało zer na początku; przyjęto {number}"
            )
            self.problem(line, name, what, "sprawdź numer we wniosku", "warning")

    def _joint(self, line: Line, column: Column, split: Splitter, cell: Cell) -> None:
        first = (column.meaning or ("",))[0]
        try:
            parts = split(cell)
        except Unreadable as wrong:
            self.problem(line, first, wrong.what, wrong.write or "popraw wpis")
            return
        for name, part in parts.items():
            if name in IDENTIFIERS:
                self._identifier(line, name, part)
            else:
                line.facts[name] = part

    def _moment(self, line: Line, day: Cell, hour: Cell) -> None:
        """Join the date and the hour that stand in two columns."""
        try:
            line.facts["submitted_at"] = joined(day, None if is_blank(hour) else hour)
        except Unreadable as wrong:
            self.problem(line, "submitted_at", wrong.what, wrong.write or "wpisz np. 5.05.2022")

    def _require(self, line: Line) -> None:
        """Tell of values that must be there and are not, unless the cell was found unreadable."""
        for fact in self.required:
            if fact.id not in line.facts:
                heading = self.heading(fact.id)
                if not any(one.column == heading for one in line.problems):
                    what = f"brak wartości: {fact.name}"
                    self.problem(line, fact.id, what, f"wpisz {fact.what_to_write}")
