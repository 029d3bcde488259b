"""``lookup``: points from a table, such as a table of localities."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import Literal, Self

from pydantic import Field

from scoring import polish
from scoring.facts import Catalogue, Facts, FactType, FactValue
from scoring.flaws import Flaw
from scoring.numbers import Points, exact
from scoring.points.base import Kind
from scoring.points.case import Judging, Row, Rule, Score, Shared, Table, absent
from scoring.points.fact_flaws import fact_flaws
from scoring.points.missing import Missing
from scoring.value import Value


class TableRow(Value):
    """A line of a table: the text (or texts) it is for, and its points."""

    for_: str | tuple[str, ...] = Field(alias="for")
    points: Decimal

    @property
    def key(self) -> tuple[str, ...]:
        """The texts, always as several."""
        return (self.for_,) if isinstance(self.for_, str) else self.for_


class Lookup(Kind):
    """Points by the row of a table whose texts equal the facts named in ``by``.

    The table stands in the criterion (``rows``) or, where it belongs to a call, in ``call.yaml``
    under the name that ``table`` gives. ``highest_points`` is the most the table may give.
    """

    kind: Literal["lookup"]
    by: tuple[str, ...] = Field(min_length=1)
    table_rows: tuple[TableRow, ...] | None = Field(default=None, alias="rows")
    table: str | None = None
    highest_points: Decimal
    otherwise: Decimal | None = None

    @property
    def highest(self) -> Points:
        """The most that the table may give."""
        return exact(self.highest_points)

    def rule_of_kind(self, shared: Shared) -> Rule:
        """Find the row; a text that no row has is a question, unless ``otherwise`` is given."""
        texts_of, table = itemgetter(*self.by), self._table(shared)

        @cache
        def given(texts: FactValue | tuple[FactValue, ...]) -> Score:
            several = texts if isinstance(texts, tuple) else (texts,)
            return self._of_row(table, tuple(map(str, several)))

        def scored(facts: Facts, _: Judging) -> Score:
            try:
                texts = texts_of(facts)
            except KeyError:
                return self.lacks(*absent(*self._absent(facts)))
            return given(texts)

        return scored

    def _of_row(self, table: Table | None, texts: tuple[str, ...]) -> Score:
        """Return what the row of these texts gives."""
        if table is None:
            return self.lacks(Missing("no_table", self.table or ""))
        points = table.get(key_of(texts))
        if points is not None and points > self.highest:
            return self.lacks(Missing("above_highest", ", ".join(texts)))
        if points is not None:
            return self.gives(points)
        if self.otherwise is not None:
            return self.gives(self.otherwise)
        return self.lacks(Missing("no_row", ", ".join(texts)))

    def reads(self, facts: Facts) -> tuple[str, ...] | None:
        """Return the texts that are looked up."""
        if any(self._absent(facts)):
            return None
        return tuple(str(facts[fact]) for fact in self.by)

    def _absent(self, facts: Facts) -> Iterator[str]:
        return (fact for fact in self.by if fact not in facts)

    def _table(self, shared: Shared) -> Table | None:
        if self.table_rows is None:
            return shared.tables.get(self.table or "")
        return table_of(self.table_rows)

    def facts_of_kind(self) -> Iterator[str]:
        """Name the facts that the table is read by."""
        yield from self.by

    def rows(self, catalogue: Catalogue) -> Iterator[Row]:
        """One line a row, or a line that says where the table is."""
        if self.table_rows is None:
            names = ", ".join(catalogue[fact].name for fact in self.by)
            yield Row(f"według tabeli „{self.table}” ({names})", f"0–{_shown(self.highest)}")
            return
        for row in self.table_rows:
            yield Row(", ".join(row.key), polish.number(row.points))

    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:  # noqa: ARG002
        """Say which row it was."""
        asked = [catalogue[fact] for fact in self.by]
        names = ", ".join(fact.name for fact in asked)
        texts = zip(asked, self.value(facts), strict=True)
        shown = ", ".join(fact.show(text) for fact, text in texts)
        return f"{names}: {shown}, według tabeli punktów"

    def plain_value(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:  # noqa: ARG002
        """Return the texts that were looked up."""
        texts = self.value(facts)
        unread = any(one.why == "no_table" for one in score.missing)
        return None if texts is None or unread else ", ".join(texts)

    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """The facts must be known, the table in one place, its rows each once."""
        flaws = [flaw for fact in self.by for flaw in fact_flaws("by", fact, catalogue)]
        for fact in self.by:
            if fact in catalogue and catalogue[fact].type not in (FactType.TEXT, FactType.CHOICE):
                what = f"fakt „{fact}” nie jest ani tekstem, ani wyborem"
                flaws.append(Flaw(("by",), what, "użyj kind: bands albo innego faktu"))
        if (self.table_rows is None) == (self.table is None):
            what = "tabela musi stać albo w „rows”, albo w naborze pod nazwą „table”"
            flaws.append(Flaw((), what, "zostaw jedno z nich"))
        if self.table_rows is not None:
            flaws += self._row_flaws(self.table_rows)
        return self, flaws

    def _row_flaws(self, rows: tuple[TableRow, ...]) -> Iterator[Flaw]:
        yield from twice_flaws(rows)
        for position, row in enumerate(rows):
            where = ("rows", position)
            if len(row.key) != len(self.by):
                what = f"wiersz ma {len(row.key)} nazw, a „by” ma {len(self.by)}"
                yield Flaw(where, what, "podaj tyle nazw, ile jest faktów w „by”")
            if row.points > self.highest_points:
                what = "wiersz daje więcej niż „highest_points”"
                yield Flaw(where, what, "popraw punkty wiersza albo „highest_points”")


def twice_flaws(rows: tuple[TableRow, ...]) -> Iterator[Flaw]:
    """Tell rows of a table that are for the same texts."""
    seen: set[tuple[str, ...]] = set()
    for position, row in enumerate(rows):
        if key_of(row.key) in seen:
            what = f"„{', '.join(row.key)}” stoi w tabeli dwa razy"
            yield Flaw(("rows", position), what, "usuń jeden")
        seen.add(key_of(row.key))


def key_of(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return texts as a table compares them.

    Case, spaces and the way in which letters are composed do not matter.
    """
    return tuple(unicodedata.normalize("NFC", " ".join(text.split()).casefold()) for text in texts)


def table_of(rows: tuple[TableRow, ...]) -> Table:
    """Make a table out of its rows."""
    return {key_of(row.key): exact(row.points) for row in rows}


def _shown(points: Points) -> str:
    return polish.points(points)
