"""A form of several sheets, read as the same plain values that a YAML file would hold.

What is said of a place then names its sheet, row and column, so that one set of checks serves both.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from intake.amounts import Unreadable, shown
from intake.cells import is_blank, text_of
from intake.columns import IGNORED
from intake.header import (
    Header,
    Meaning,
    find_header,
    header_problems,
    headings,
    meaning_of,
    normal,
)
from intake.sheet import Cell, Sheet, refused
from intake.tables import read_sheets
from reading.problems import Level, Problem, refuse_if_errors
from reading.yaml_file import Path, Plain, YamlFile
from scoring import polish

FIELD, VALUE = "Pole", "Wartość"
"""The headings of a sheet that has a row for each thing that is said once."""

WRITE = "Co wpisać"
"""The heading of the column of a sheet of fields that only helps."""

BESIDE = ("Legenda", "Listy")
"""Sheets of a form that only help whoever fills it in."""

Reader = Callable[[Cell], Plain]
"""Makes a plain value of a cell that is not blank; raises :class:`Unreadable`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A column of a sheet, or a row of a sheet of fields: its key, its heading, what it takes.

    ``path`` is where its value goes. ``options`` make a drop-down in the form; ``write`` says what
    to write there. ``words`` are the Polish words of a choice.
    """

    path: Path
    heading: str
    read: Reader
    write: str
    means: str = ""
    options: tuple[str, ...] = ()
    required: bool = False
    width: int = 20
    words: dict[Any, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of a form: a table whose rows are items of a list, or (no ``key``) a sheet of fields.

    ``started_by`` names the columns of which one must be filled in for a row to count: the form
    comes with rows prepared, and one that nobody touched says nothing. ``untouched`` says so.
    """

    name: str
    entries: tuple[Entry, ...]
    key: str | None = None
    required: bool = False
    started_by: tuple[str, ...] = ()
    untouched: str | None = None


@dataclass(slots=True)
class BookFile(YamlFile):
    """The plain value of a workbook, and the cell of everything in it."""

    cells: dict[Path, tuple[str, int, str | None]] = field(default_factory=dict)

    def problem(self, path: Path, what: str, write: str, level: Level = "error") -> Problem:
        """Make a problem at the cell of a place, or of the nearest thing around it."""
        while path and path not in self.cells:
            path = path[:-1]
        sheet, row, column = self.cells.get(path, (None, None, None))
        return Problem(self.name, what, write, sheet=sheet, row=row, column=column, level=level)


def read_book(file: FilePath, sheets: Sequence[FormSheet]) -> tuple[BookFile, list[Problem]]:
    """Read a form; return what it says, and warnings.

    Raises:
        Refused: with every cell that cannot be read, every value and sheet that is missing.
    """
    book = BookFile(str(file), "", {})
    problems: list[Problem] = []
    known = {normal(one.name): one for one in sheets}
    found: dict[str, Sheet] = {}
    for sheet in read_sheets(file):
        form = known.get(normal(sheet.name or ""))
        if form is not None:
            found[form.name] = sheet
        elif normal(sheet.name or "") not in map(normal, BESIDE):
            names = ", ".join(f"„{one.name}”" for one in sheets)
            what = f"nieznany arkusz „{sheet.name}”; pominięto go"
            problems.append(Problem(str(file), what, f"nazwij arkusze: {names}", level="warning"))
    for form in sheets:
        if form.name in found:
            problems += _read(book, form, found[form.name])
        elif form.required:
            raise refused(file, f"brak arkusza „{form.name}”", "dodaj go, tak jak w formularzu")
    warnings = refuse_if_errors(problems)
    book.value = _with_lists(book.value)
    return book, warnings


def _with_lists(value: Plain) -> Plain:
    """Turn what was kept by position into lists."""
    if not isinstance(value, dict):
        return value
    found = {key: _with_lists(one) for key, one in value.items()}
    return list(found.values()) if found and all(key.isdigit() for key in found) else found


def _read(book: BookFile, form: FormSheet, sheet: Sheet) -> Iterator[Problem]:
    """Read one sheet into the book."""
    names = [(FIELD, (FIELD,)), (VALUE, (VALUE,))]
    if form.key is not None:
        names = [(one.heading, (one.heading,)) for one in form.entries]
    known: dict[str, Meaning] = headings(names)
    first = (names[0][1], names[1][1])
    header = find_header(sheet, lambda text: meaning_of(known, text), first)
    if header is None:
        wanted = ", ".join(name for name, _ in names)
        what = "nie ma wiersza z nagłówkami"
        yield Problem(sheet.file, what, f"wpisz w jednym wierszu: {wanted}", sheet=sheet.name)
        return
    yield from header_problems(sheet, header, IGNORED | {normal(WRITE)})
    if form.key is None:
        yield from _fields(book, form, sheet, header)
    else:
        yield from _rows(book, form, form.key, sheet, header)


def _rows(
    book: BookFile, form: FormSheet, key: str, sheet: Sheet, header: Header
) -> Iterator[Problem]:
    """Read the rows of a table; a blank row is none."""
    items: list[dict[str, Any]] = book.value.setdefault(key, [])
    book.lines.setdefault((key,), header.row)
    book.cells[(key,)] = (form.name, header.row, None)
    untouched = 0
    for row, cells in sheet.rows:
        given = {
            meaning[0]: cells[column.position]
            for meaning, column in header.known.items()
            if column.position < len(cells) and not is_blank(cells[column.position])
        }
        if not given:
            continue
        if form.started_by and given.keys().isdisjoint(form.started_by):
            untouched += 1
            continue
        here: Path = (key, len(items))
        item: dict[str, Any] = {}
        items.append(item)
        _mark(book, here, (form.name, row, None))
        for entry in form.entries:
            place = (form.name, row, entry.heading)
            _mark(book, (*here, *entry.path), place)
            yield from _take(book, item, entry, given.get(entry.heading), place)
    if untouched and form.untouched is not None:
        rows = polish.plural(untouched, "wiersz", "wiersze", "wierszy")
        write = "wypełnij je albo usuń"
        yield sheet.problem(header.row, None, f"{rows}: {form.untouched}", write, "warning")


def _fields(book: BookFile, form: FormSheet, sheet: Sheet, header: Header) -> Iterator[Problem]:
    """Read a sheet that has a row for each field."""
    name, value = (header.known[(one,)].position for one in (FIELD, VALUE))
    entries = {normal(one.heading): one for one in form.entries}
    seen: set[str] = set()
    for row, cells in sheet.rows:
        if is_blank(cells[name]):
            continue
        entry = entries.get(normal(str(cells[name])))
        if entry is None or entry.heading in seen:
            known = ", ".join(f"„{one.heading}”" for one in form.entries)
            what = "to pole stoi dwa razy" if entry else f"nieznane pole {shown(cells[name])}"
            yield sheet.problem(row, FIELD, what, f"zostaw po jednym z: {known}")
            continue
        seen.add(entry.heading)
        _mark(book, entry.path, (form.name, row, entry.heading))
        cell = cells[value] if value < len(cells) else None
        given = None if is_blank(cell) else cell
        yield from _take(book, book.value, entry, given, (form.name, row, entry.heading))
    for one in form.entries:
        if one.required and one.heading not in seen:
            what = f"brak pola „{one.heading}”"
            yield sheet.problem(header.row, FIELD, what, f"dopisz je; {one.write}")


def _take(
    book: BookFile,
    into: dict[str, Any],
    entry: Entry,
    cell: Cell,
    place: tuple[str, int, str | None],
) -> Iterator[Problem]:
    """Read one cell and put its value where it belongs; say what is wrong with it."""
    sheet, row, column = place
    what, write = "", f"wpisz {entry.write}"
    if cell is None:
        what = "pusta komórka" if entry.required else ""
    else:
        try:
            value = entry.read(cell)
        except Unreadable as wrong:
            what, write = wrong.what, wrong.write or write
        else:
            for step in entry.path[:-1]:
                into = into.setdefault(str(step), {})
            into[str(entry.path[-1])] = value
    if what:
        yield Problem(book.name, what, write, sheet=sheet, row=row, column=column)


def _mark(book: BookFile, path: Path, place: tuple[str, int, str | None]) -> None:
    """Remember the cell of a place, and of what stands around it."""
    book.cells[path], book.lines[path] = place, place[1]
    for length in range(1, len(path)):
        book.cells.setdefault(path[:length], place)
        book.lines.setdefault(path[:length], place[1])


def one_of(names: dict[Any, str]) -> Reader:
    """Return what reads a choice by its Polish name or its word in a YAML file."""
    known = {normal(name): key for key, name in names.items()}
    known |= {normal(str(key)): key for key in names}

    def read(cell: Cell) -> Plain:
        key = known.get(normal(text_of(cell)))
        if key is None:
            options = ", ".join(f"„{one}”" for one in names.values())
            raise Unreadable(f"nieznana możliwość {shown(cell)}", f"wpisz jedną z: {options}")
        return key

    return read


def names_of(cell: Cell) -> list[str]:
    """Read a list of names: with semicolons, commas or line breaks between them."""
    if not isinstance(cell, str):
        return [text_of(cell)]
    parts = cell.replace("\n", ";").replace(",", ";").split(";")
    return [text_of(one) for one in parts if not is_blank(one)]


def lines_of(cell: Cell) -> list[str]:
    """Read a list whose items may hold commas: with semicolons or line breaks between them."""
    if not isinstance(cell, str):
        return [text_of(cell)]
    return [text_of(one) for one in cell.replace("\n", ";").split(";") if not is_blank(one)]


def passage_of(cell: Cell) -> str:
    """Read a text of several lines; blank ones part its paragraphs."""
    if not isinstance(cell, str):
        return text_of(cell)
    return "\n".join("" if is_blank(one) else text_of(one) for one in cell.splitlines()).strip()
