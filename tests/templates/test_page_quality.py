"""What any reader may expect of any document: read back from the PDFs, template by template."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from rounds.open_call import open_call
from templates.documents import documents_of
from templates.printing import example_names, print_one, render_example
from tests.templates import archival
from tests.templates.tagged import Element, tree

EXAMPLES = Path(__file__).parents[2] / "examples"
CALLS = ("posiedzenie-19", "nowe-firmy-2023")
ALIKE = 2
"""How many documents of one template are read from a call: cards and sheets are many."""


@dataclass
class Read:
    """A printed document, read back."""

    name: str
    reader: PdfReader

    @cached_property
    def tree(self) -> Element:
        return tree(self.reader)

    @cached_property
    def pages(self) -> list[str]:
        return [page.extract_text() for page in self.reader.pages]


def _of_call(name: str) -> Iterator[Read]:
    taken: dict[str, int] = {}
    for document in documents_of(open_call(EXAMPLES / name).decide()):
        taken[document.template] = taken.get(document.template, 0) + 1
        if taken[document.template] <= ALIKE:
            pages = print_one(document, 1)
            yield Read(f"{name}: {document.name}", PdfReader(BytesIO(pages.pdf)))


@pytest.fixture(scope="module", params=[*example_names(), *CALLS])
def documents(request: pytest.FixtureRequest) -> list[Read]:
    """The example of a template, or the documents of a call."""
    if request.param in CALLS:
        return list(_of_call(request.param))
    return [Read(request.param, PdfReader(BytesIO(render_example(request.param))))]


def failing(documents: list[Read], fails: Any) -> dict[str, Any]:
    """Tell of each document what is wrong, so that one answer names them all."""
    return {one.name: wrong for one in documents if (wrong := fails(one))}


def test_it_is_polish_titled_and_pdf_a_3(documents: list[Read]):
    def wrong(one: Read) -> list[str]:
        root: Any = one.reader.trailer["/Root"]
        xmp = ElementTree.fromstring(root["/Metadata"].get_data())
        told = {key: value for part in xmp.iter() for key, value in part.attrib.items()}
        space = "{http://www.aiim.org/pdfa/ns/id/}"
        has = {
            "language": root.get("/Lang") == "pl",
            "title": bool(one.reader.metadata and one.reader.metadata.title),
            "the title is shown": root["/ViewerPreferences"]["/DisplayDocTitle"],
            "tagged": root["/MarkInfo"]["/Marked"],
            "PDF/A-3": told.get(f"{space}part") == "3",
            "level A": told.get(f"{space}conformance") == "A",
            "colours": root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1",
        }
        return [what for what, is_so in has.items() if not is_so]

    assert failing(documents, wrong) == {}


def test_there_is_one_title_and_no_heading_is_skipped(documents: list[Read]):
    def wrong(one: Read) -> list[int]:
        levels = [int(head.tag[1]) for head in one.tree.all("H1", "H2", "H3", "H4", "H5", "H6")]
        steps = pairwise(levels)
        good = levels[:1] == [1] and levels.count(1) == 1
        return [] if good and all(after <= before + 1 for before, after in steps) else levels or [0]

    assert failing(documents, wrong) == {}


def test_every_heading_is_a_bookmark(documents: list[Read]):
    def wrong(one: Read) -> tuple[int, int] | None:
        found = (len(one.tree.all("H1", "H2", "H3")), len(list(_flat(one.reader.outline))))
        return None if found[0] == found[1] else found

    assert failing(documents, wrong) == {}


def _flat(outline: list[Destination | list[Any]]) -> Iterator[Destination]:
    for one in outline:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


def test_every_header_of_a_table_says_what_it_heads(documents: list[Read]):
    def wrong(one: Read) -> list[str]:
        found = []
        for table in one.tree.all("Table"):
            columns = [cell for head in table.all("THead") for cell in head.all("TH")]
            rows = [cell for body in table.all("TBody") for cell in body.all("TH")]
            if not columns and not rows:
                found.append("a table without headers")
            found += ["a column" for cell in columns if cell.scope != "Column"]
            found += ["a row" for cell in rows if cell.scope != "Row"]
        return found

    assert failing(documents, wrong) == {}


def test_the_head_of_a_table_is_repeated_on_every_page_that_has_its_rows(documents: list[Read]):
    """A table is tagged once for each of its pages; where rows have heads of their own none is due."""

    def wrong(one: Read) -> list[int | None]:
        return [
            table.page
            for table in one.tree.all("Table")
            if not table.all("THead") and not all(row.all("TH") for row in table.all("TR"))
        ]

    assert failing(documents, wrong) == {}


def test_no_head_of_a_table_and_no_sum_stands_alone_on_a_page(documents: list[Read]):
    def wrong(one: Read) -> list[int | None]:
        tables = [table for table in one.tree.all("Table") if table.all("THead")]
        return [
            table.page
            for before, table in zip([None, *tables], tables, strict=False)
            if not (rows := [row for body in table.all("TBody") for row in body.all("TR")])
            or (len(rows) == 1 and before is not None and _goes_on(before, table))
        ]

    assert failing(documents, wrong) == {}


def _goes_on(before: Element, table: Element) -> bool:
    """Say whether a table is the rest of the one on the page before: they have the same head.

    Tables of a single row, such as the figures of votes, are each a table of its own.
    """
    if sum(len(body.all("TR")) for body in before.all("TBody")) == 1:
        return False
    heads = [
        [len(row.children) for row in one.all("THead")[0].all("TR")] for one in (before, table)
    ]
    return before.page == (table.page or 0) - 1 and heads[0] == heads[1]


def test_every_image_in_the_text_has_words_in_its_place(documents: list[Read]):
    def wrong(one: Read) -> list[str]:
        return [image.tag for image in one.tree.all("Figure") if not image.alt]

    assert failing(documents, wrong) == {}


PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
}
"""What may stand in what (ISO 32000-1, 14.8.4.3)."""


def test_lists_and_tables_are_nested_as_readers_expect(documents: list[Read]):
    def wrong(one: Read) -> set[tuple[str, str]]:
        pairs = {(up.tag, down.tag) for up in one.tree.walk() for down in up.children}
        return {pair for pair in pairs if pair[0] not in PARENTS.get(pair[1], {pair[0]})}

    assert failing(documents, wrong) == {}


def test_the_order_of_reading_is_that_of_the_pages(documents: list[Read]):
    def wrong(one: Read) -> list[int]:
        pages = [part.page for part in one.tree.walk() if part.marks and part.page is not None]
        return [] if pages == sorted(pages) and pages else pages

    assert failing(documents, wrong) == {}


def test_what_is_read_aloud_begins_with_the_title(documents: list[Read]):
    def wrong(one: Read) -> str:
        with_text = [part for part in one.tree.walk() if part.marks]
        heads = one.tree.all("H1")[0].walk()
        return "" if with_text[0] in list(heads) else with_text[0].tag

    assert failing(documents, wrong) == {}


def test_every_page_says_which_of_how_many_it_is(documents: list[Read]):
    def wrong(one: Read) -> list[int]:
        count = len(one.pages)
        said = [" ".join(page.split()) for page in one.pages]
        return [
            number
            for number, text in enumerate(said, start=1)
            if f"strona {number} z {count}" not in text
        ]

    assert failing(documents, wrong) == {}


@pytest.mark.parametrize(
    "wrong",
    [archival.forbidden, archival.attachments, archival.fonts, archival.colours, archival.identity],
    ids=lambda one: one.__name__,
)
def test_it_keeps_what_pdf_a_3_demands(documents: list[Read], wrong: Any):
    assert failing(documents, lambda one: sorted(set(wrong(one.reader)))) == {}


def test_it_declares_no_standard_that_is_not_checked_here(documents: list[Read]):
    def wrong(one: Read) -> dict[str, str]:
        declared = {"pdfaid:part": "3", "pdfaid:conformance": "A"}
        told = {key: value for key, value in archival.said(one.reader).items() if "id:" in key}
        return {} if told == declared else told

    assert failing(documents, wrong) == {}


LONE = re.compile(r"(?<!\S)[aiouwzAIOUWZ]$")
SPLIT = re.compile(r"(?<![\d,.])\d{1,3}$")
REST = re.compile(r"^\d{3}(?: \d{3})*(?:,\d\d)?(?: |\u00a0)zł")


def test_no_line_ends_with_a_one_letter_word_or_inside_an_amount(documents: list[Read]):
    def wrong(one: Read) -> list[str]:
        lines = [line.rstrip() for page in one.pages for line in page.splitlines()]
        lone = [line[-40:] for line in lines if LONE.search(line) and len(line) > 2]
        pairs = pairwise(lines)
        split = [a + "|" + b for a, b in pairs if SPLIT.search(a) and REST.search(b)]
        unit = [line for line in lines if re.match(r"zł\b", line)]
        return lone + split + unit

    assert failing(documents, wrong) == {}


ENDING = re.compile(r"(\w+)[-\u2010]$")
VOWELS = set("aąeęioóuy")


def test_words_are_parted_as_polish_parts_them(documents: list[Read]):
    """Polish parts a word so that both parts can be said: each has a vowel, and two letters."""

    def wrong(one: Read) -> list[str]:
        found = []
        for page in one.pages:
            lines = page.splitlines()
            for line, after in pairwise(lines):
                end = ENDING.search(line.rstrip())
                rest = re.match(r"[a-ząćęłńóśźż]+", after)
                if end is None or rest is None:
                    continue
                parts = (end[1].casefold(), rest[0])
                if not all(VOWELS & set(part) and len(part) > 1 for part in parts):
                    found.append("-".join(parts))
        return found

    assert failing(documents, wrong) == {}
