"""A filled-in template as blocks of text: headings, paragraphs, items, tables; no page, no style.

It is read from the same HTML that is printed, so that an edited copy says what the PDF says, and a
new template needs no description of its own.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Literal

Kind = Literal["heading", "text", "item"]

_WHITE = re.compile(r"[ \t\r\n\f]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS: dict[str, Kind] = {**dict.fromkeys(_HEADINGS, "heading"), "li": "item"}
_OWN_LINE = {*_HEADINGS, "p", "li", "dt", "dd", "div", "section", "aside", "td", "th", "br"}
_NOT_TEXT = {"head", "header", "footer", "style", "script"}
"""What stands on every page around the content, and what is no text at all."""


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a paragraph, in one cut of the font."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Paragraph:
    """One paragraph. ``level`` is that of a heading, and 0 otherwise."""

    kind: Kind = "text"
    level: int = 0
    words: list[Words] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words without their cuts."""
        return "".join(one.text for one in self.words).strip()


@dataclass(slots=True)
class Cell:
    """One cell of a table; ``span`` is how many columns it takes."""

    span: int = 1
    is_header: bool = False
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table by its rows; the first ``heads`` rows are its head."""

    rows: list[list[Cell]] = field(default_factory=list)
    heads: int = 0

    @property
    def columns(self) -> int:
        """How many columns the widest row has."""
        return max(sum(cell.span for cell in row) for row in self.rows)


Block = Paragraph | Table


def blocks_of(html: str) -> list[Block]:
    """Read the blocks of a document's content, in the order of reading."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [one for one in reader.blocks if isinstance(one, Table) or one.text]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._table: Table | None = None
        self._cell: Cell | None = None
        self._around = self._bold = self._italic = 0
        self._in_head = False
        self._next = Paragraph()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag begins: a table, a row, a cell, a paragraph."""
        given = dict(attrs)
        self._around += tag in _NOT_TEXT
        self._bold += tag in ("strong", "b")
        self._italic += tag in ("em", "i")
        if tag == "table":
            self._table = Table()
            self.blocks.append(self._table)
        elif tag == "thead":
            self._in_head = True
        elif tag == "tr" and self._table is not None:
            self._table.rows.append([])
            self._table.heads += self._in_head
        elif tag in ("td", "th") and self._table is not None:
            self._cell = Cell(int(given.get("colspan") or 1), tag == "th")
            self._table.rows[-1].append(self._cell)
        # A span of this class is a line of its own on the page too.
        if tag in _OWN_LINE or given.get("class") == "identifier":
            self._begin(Paragraph(_KINDS.get(tag, "text"), _HEADINGS.get(tag, 0)))

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends."""
        self._around -= tag in _NOT_TEXT
        self._bold -= tag in ("strong", "b")
        self._italic -= tag in ("em", "i")
        if tag in _OWN_LINE or tag == "main":
            self._begin(Paragraph())
        if tag in ("td", "th"):
            self._cell = None
        elif tag == "thead":
            self._in_head = False
        elif tag == "table":
            self._table = None

    def handle_data(self, data: str) -> None:
        """Add words to the paragraph or the cell that is open."""
        text = _WHITE.sub(" ", data)
        if self._around or (self._table is not None and self._cell is None):
            return
        if not self._next.words:
            text = text.lstrip(" ")
        if text:
            self._next.words.append(Words(text, self._bold > 0, self._italic > 0))

    def _begin(self, paragraph: Paragraph) -> None:
        """End the paragraph that is being read, and keep it if it says anything."""
        if self._next.text:
            (self.blocks if self._cell is None else self._cell.paragraphs).append(self._next)
        self._next = paragraph
