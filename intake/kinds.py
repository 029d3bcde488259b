"""What a row of a register is: an application, or blank, a sum, a note, the header again."""

import re
from collections.abc import Iterator
from typing import Any, Literal

from intake.amounts import Unreadable, grosze_of, number_of, shown
from intake.cells import is_blank, text_of
from intake.header import normal
from intake.rows import Columns
from intake.sheet import Cell
from scoring import polish
from scoring.facts import NUMERIC, FactType

RowKind = Literal["application", "blank", "sum", "note", "header"]

_SUM = re.compile(r"(?:razem|suma|ogolem|lacznie|w sumie|podsumowanie)\b.{0,30}")
_CASE = re.compile(r"[^\s*†\d]*\d\S*")
"""What nearly every case number looks like: one word with a digit."""
_NOTE = re.compile(r"[*†]|uwag[ai]\b|(?:\S+ ){2,}\S", re.IGNORECASE)


class Kinds:
    """Tells rows apart; it keeps the sums of the amounts so far, to know a sum row by them."""

    def __init__(self, columns: Columns) -> None:
        """Start before the first row."""
        known = columns.of_fact
        self.columns = columns
        self.known = set(columns.positions)
        self.numeric = {
            known[fact.id].position
            for fact in columns.catalogue.values()
            if fact.type in NUMERIC and fact.id in known
        }
        self.money = {
            known[fact.id].position: fact.id
            for fact in columns.catalogue.values()
            if fact.type is FactType.MONEY and fact.id in known
        }
        self.number = -1 if columns.number is None else columns.number.position
        self.heading = "" if columns.number is None else normal(columns.number.heading)
        self.sums = dict.fromkeys(self.money, 0)
        self.kept = dict.fromkeys(self.money, 0)

    def add(self, facts: dict[str, Any]) -> None:
        """Add the amounts of an application to the sums: of all, and of those not withdrawn."""
        withdrawn = facts.get("withdrawn", False)
        for position, fact in self.money.items():
            amount = facts.get(fact, 0)
            self.sums[position] += amount
            self.kept[position] += 0 if withdrawn else amount

    def of(self, cells: list[Cell]) -> RowKind:
        """Say what the row is."""
        number = cells[self.number] if self.number >= 0 else None
        numbered = not is_blank(number)
        if numbered and not self._may_be_more(number):
            return "application"
        filled = {one for one, cell in enumerate(cells) if not is_blank(cell)}
        if not filled or self._only_counts(cells, filled):
            return "blank"
        if numbered and normal(str(number)) == self.heading:
            return "header"
        if self._is_sum(cells, filled):
            return "sum"
        return "note" if self._is_note(cells, filled, numbered=numbered) else "application"

    def _may_be_more(self, number: Cell) -> bool:
        """Say whether what stands for a case number may be „Razem”, a note, or the heading."""
        if not isinstance(number, str) or _CASE.fullmatch(number):
            return False
        if normal(number) == self.heading or _NOTE.match(number) is not None:
            return True
        return _SUM.match(normal(number)) is not None

    def _is_note(self, cells: list[Cell], filled: set[int], *, numbered: bool) -> bool:
        """Know a note: a text alone in its row, and no case number; or beside the table."""
        if numbered:
            return filled == {self.number} and _NOTE.match(str(cells[self.number])) is not None
        if not filled & self.known:
            return True
        return len(filled) == 1 and all(_is_text(cells[one]) for one in filled)

    def _is_sum(self, cells: list[Cell], filled: set[int]) -> bool:
        """Know a sum by its word among numbers only, or by amounts that equal the sums so far."""
        words = {one for one in filled if is_sum_word(cells[one])}
        rest = (filled & self.known) - words
        if words and all(one in self.numeric or _is_number(cells[one]) for one in rest):
            return True
        amounts = filled & set(self.money)
        return (
            bool(amounts)
            and filled & self.known == amounts
            and any(self.sums.values())
            and all(self._adds_up(one, cells[one]) for one in amounts)
        )

    def _only_counts(self, cells: list[Cell], filled: set[int]) -> bool:
        """Say whether only a running number („Lp.”) stands in the row, written ahead."""
        return len(filled) == 1 and not filled & self.known and _is_number(cells[min(filled)])

    def _adds_up(self, position: int, cell: Cell) -> bool:
        """Say whether a cell is the sum so far, with or without the withdrawn applications."""
        try:
            return grosze_of(cell) in (self.sums[position], self.kept[position])
        except Unreadable:
            return False

    def wrong_sums(self, cells: list[Cell]) -> Iterator[tuple[str, str]]:
        """Name the facts whose amount in a sum row is not the sum above, and say the mistake."""
        for position, fact in self.money.items():
            cell = cells[position]
            if not is_blank(cell) and not self._adds_up(position, cell):
                found = polish.money(self.sums[position])
                yield fact, f"suma {shown(cell)} nie zgadza się z wierszami powyżej ({found})"


def is_sum_word(cell: Cell) -> bool:
    """Say whether „Razem”, „Suma” or the like stands in a cell."""
    return isinstance(cell, str) and _SUM.fullmatch(normal(cell)) is not None


def _is_text(cell: Cell) -> bool:
    return isinstance(cell, str) and not _is_number(cell)


def _is_number(cell: Cell) -> bool:
    try:
        number_of(text_of(cell).rstrip("."))
    except Unreadable:
        return False
    return True
