"""Finding the row of headings in a sheet, and what each column means."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from intake.sheet import Cell, Row, Sheet
from reading.problems import Problem, Refused

DEPTH = 30
"""A header stands within this many rows from the top."""

Meaning = tuple[str, ...]
"""What a column holds: one thing, or several in one cell („gmina, miejscowość”)."""

_LETTERS = str.maketrans("łŁ–—−‐‑„”“’", 'lL-----"""\'')
_FOOTNOTES = re.compile(r"[*†‡¹²³⁰⁴-⁹]+")
_SPACED = re.compile(r"\s*([/,;()\[\]-])\s*")
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]$")


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """Return a heading as it is compared: no case, accents, footnotes, line breaks or colons."""
    plain = _FOOTNOTES.sub("", text).translate(_LETTERS).casefold()
    letters = unicodedata.normalize("NFKD", plain)
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    printed = "".join(one for one in bare if one.isprintable() or one.isspace())
    return _SPACED.sub(r"\1", " ".join(printed.split())).rstrip(" :.")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: where it stands, its heading as written, what it means if known."""

    position: int
    heading: str
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headings, and how many rows stand above it."""

    row: int
    above: int
    columns: tuple[Column, ...]
    unnamed: tuple[int, ...] = ()

    @property
    def known(self) -> dict[Meaning, Column]:
        """The columns whose meaning is known."""
        return {one.meaning: one for one in self.columns if one.meaning is not None}

    @property
    def meanings(self) -> set[str]:
        """Everything that some column holds."""
        return {name for meaning in self.known for name in meaning}

    def repeated(self) -> Iterator[tuple[Column, Column]]:
        """Name the columns that hold what an earlier one holds already."""
        first: dict[str, Column] = {}
        for column in self.columns:
            for name in column.meaning or ():
                if first.setdefault(name, column) is not column:
                    yield first[name], column
                    break


def headings(names: Iterable[tuple[str, Meaning]]) -> dict[str, Meaning]:
    """Return what each heading means; where two say the same the earlier one holds."""
    found: dict[str, Meaning] = {}
    for name, meaning in names:
        found.setdefault(normal(name), meaning)
    return found


Lookup = Callable[[str], Meaning | None]
"""Says what a normal heading means."""


def meaning_of(known: Mapping[str, Meaning], text: str) -> Meaning | None:
    """Say what a heading means, with or without a unit in brackets at its end."""
    heading = normal(text)
    return known.get(heading) or known.get(normal(_BRACKET.sub("", heading)))


def find_header(sheet: Sheet, lookup: Lookup, needed: tuple[Meaning, Meaning]) -> Header | None:
    """Find the row with the most known headings, among those that have what is needed.

    ``needed`` is what must be there, and of what one must be. The rows of the sheet are left just
    below the header; where there is none they are left as they were.
    """
    top = list(islice(sheet.rows, 1 if sheet.plain else DEPTH))
    best: tuple[int, Header] | None = None
    for above, row in enumerate(top):
        header = _header(row, above, lookup)
        if sheet.plain or _has(header.meanings, needed):
            count = len(header.meanings)
            if best is None or count > best[0]:
                best = count, header
    if best is None:
        sheet.rows = chain(top, sheet.rows)
        return None
    header = best[1]
    sheet.rows = chain(top[header.above + 1 :], sheet.rows)
    return header


def _has(meanings: set[str], needed: tuple[Meaning, Meaning]) -> bool:
    every, some = needed
    return meanings.issuperset(every) and not meanings.isdisjoint(some)


def _header(row: Row, above: int, lookup: Lookup) -> Header:
    number, cells = row
    columns, unnamed = [], []
    for position, cell in enumerate(cells):
        text = _text(cell)
        if text:
            columns.append(Column(position, text, lookup(text)))
        else:
            unnamed.append(position)
    return Header(number, above, tuple(columns), tuple(unnamed))


def _text(cell: Cell) -> str:
    """Return a heading on one line, without the characters that nobody sees."""
    if not isinstance(cell, str):
        return ""
    return " ".join("".join(one for one in cell if one.isprintable() or one.isspace()).split())


def header_problems(sheet: Sheet, header: Header, ignored: frozenset[str]) -> Iterator[Problem]:
    """Tell of columns that mean the same (errors) and of those that mean nothing (warnings)."""
    for first, second in header.repeated():
        where = f"{sheet.letter(first.position)} („{first.heading}”)"
        what = f"ta kolumna i kolumna {where} znaczą to samo"
        name = f"{sheet.letter(second.position)}: {second.heading}"
        yield sheet.problem(header.row, name, what, "zostaw jedną z nich")
    for column in header.columns:
        if column.meaning is None and normal(column.heading) not in ignored:
            what = "nieznana kolumna; jej treść pominięto"
            write = "popraw nagłówek, jeśli program ma ją czytać"
            yield sheet.problem(header.row, column.heading, what, write, "warning")


def one_with_header(
    file: str, sheets: list[Sheet], lookup: Lookup, needed: tuple[Meaning, Meaning], example: str
) -> tuple[Sheet, Header]:
    """Return the one sheet that has a header.

    Raises:
        Refused: no sheet has one, or several do.
    """
    found = [(sheet, header) for sheet in sheets if (header := find_header(sheet, lookup, needed))]
    if len(found) == 1:
        return found[0]
    if not found:
        what = f"w pierwszych {DEPTH} wierszach nie ma nagłówka tabeli"
        raise Refused([Problem(file, what, f"wpisz w jednym wierszu nagłówki, np. {example}")])
    names = ", ".join(f"„{sheet.name}”" for sheet, _ in found)
    what = f"kilka arkuszy ma nagłówek tabeli: {names}"
    raise Refused([Problem(file, what, "zostaw jeden, a inne usuń albo zapisz osobno")])
