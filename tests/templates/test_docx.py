"""Copies to edit say what the PDFs say, say that they do not bind, and have the same bytes again."""

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest

from reading.problems import Unavailable
from templates import docx as copies
from templates.blocks import Paragraph, Table, blocks_of
from templates.press import html_of
from templates.printing import example_names
from templates.proof import example_of

NAME = "call_for_completion"
DAY = datetime(2022, 5, 20)  # noqa: DTZ001 - the library writes it as it stands
HASH = "0123456789abcdef" * 4


def copy() -> bytes:
    pytest.importorskip("docx")
    return copies.edited_copy(NAME, example_of(NAME), HASH, DAY)


def opened() -> Any:
    docx = pytest.importorskip("docx")
    return docx.Document(BytesIO(copy()))


def test_blocks_are_those_of_the_page_without_banner_and_footer():
    html = (
        "<html><head><title>x</title></head><body><header>baner</header><main><h1>Tytuł</h1>"
        "<p>Raz <strong>dwa</strong>\n  trzy &amp; cztery</p><ul><li>punkt</li></ul>"
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>"
        "<tr><td colspan='2'>c<span class='identifier'>d</span></td></tr></tbody></table>"
        "luźny tekst</main></body></html>"
    )
    first, second, item, table, last = blocks_of(html)
    assert isinstance(first, Paragraph)
    assert (first.kind, first.level, first.text) == ("heading", 1, "Tytuł")
    assert isinstance(second, Paragraph)
    assert [(one.text, one.bold) for one in second.words] == [
        ("Raz ", False),
        ("dwa", True),
        (" trzy & cztery", False),
    ]
    assert isinstance(item, Paragraph)
    assert (item.kind, item.text) == ("item", "punkt")
    assert isinstance(table, Table)
    assert (table.heads, table.columns) == (1, 2)
    assert [[cell.span for cell in row] for row in table.rows] == [[1, 1], [2]]
    assert [one.text for one in table.rows[1][0].paragraphs] == ["c", "d"]
    assert isinstance(last, Paragraph)
    assert last.text == "luźny tekst"


@pytest.mark.parametrize("template", example_names())
def test_every_template_can_be_read_as_blocks(template: str):
    blocks = blocks_of(html_of(template, example_of(template)))
    heads = [one for one in blocks if isinstance(one, Paragraph) and one.level == 1]
    assert len(heads) == 1
    assert len(blocks) > 3


def test_a_copy_has_the_words_of_the_letter():
    document = opened()
    text = "\n".join(one.text for one in document.paragraphs)
    view = example_of(NAME).model_dump()
    for said in (view["frame"]["title"], "Szanowni Państwo,", view["addressee"][0]):
        assert said in text.replace("\N{NO-BREAK SPACE}", " ")
    (table,) = document.tables
    assert len(table.rows) == len(view["missing"]) + 1
    assert [cell.text for cell in table.rows[0].cells][:2] == ["Lp.", "Czego brakuje"]
    assert "tblHeader" in table.rows[0]._tr.xml


def test_a_copy_says_that_the_pdf_binds():
    document = opened()
    said = "Kopia do edycji – wiążący jest PDF, odcisk SHA-256 0123456789abcdef."
    assert document.paragraphs[0].text == said
    assert document.sections[0].footer.paragraphs[0].text == said
    assert document.core_properties.comments == said
    assert document.core_properties.created.replace(tzinfo=None) == DAY


def test_a_copy_has_the_same_bytes_again():
    assert copy() == copy()


def test_without_the_library_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch):
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(copies, "import_module", missing)
    with pytest.raises(Unavailable, match="brak biblioteki python-docx"):
        copies.edited_copy(NAME, example_of(NAME), HASH, DAY)
