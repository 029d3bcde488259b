"""Copies of letters and minutes for an office that must change their wording: DOCX, marked as such.

The binding document is the PDF: its hash is kept, and it carries the decision. A copy says so in
its first line and in the footer of every page.
"""

import io
import zipfile
from datetime import datetime
from importlib import import_module
from typing import Any

from reading.problems import Unavailable
from scoring.value import Value
from templates.blocks import Block, Cell, Paragraph, Table, blocks_of
from templates.letterhead import Paper
from templates.press import html_of

EDITABLE = frozenset({"call_for_completion", "notice", "minutes", "public_minutes", "resolution"})
"""The templates whose wording an office may have to change; of lists and sheets there is no copy."""

LIBRARY = "brak biblioteki python-docx; zainstaluj zależności programu jeszcze raz"

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP knows; a copy's bytes must not tell when it was made."""


def notice(sha256: str) -> str:
    """Say that a copy does not bind, and which PDF does."""
    return f"Kopia do edycji – wiążący jest PDF, odcisk SHA-256 {sha256[:16]}."


def edited_copy(
    template: str, view: Value, sha256: str, dated: datetime, paper: Paper | None = None
) -> bytes:
    """Return a document as DOCX, from the view that its PDF was printed from.

    Args:
        template: one of :data:`EDITABLE`, or any other that is printed.
        view: what the PDF shows.
        sha256: the hash of the printed PDF, which the copy names as the binding one.
        dated: the moment that the file's properties carry: never that of making it.
        paper: the paper that the PDF was printed on.

    Raises:
        Unavailable: the library that writes DOCX is not installed.
    """
    document = _library("docx").Document()
    said = notice(sha256)
    _dress(document, said, dated)
    document.add_paragraph(said).runs[0].italic = True
    if paper is not None:
        lines = (paper.letterhead.name, paper.letterhead.contact)
        document.sections[0].header.paragraphs[0].text = "\n".join(one for one in lines if one)
    for block in blocks_of(html_of(template, view, paper)):
        _add(document, block)
    content = io.BytesIO()
    document.save(content)
    return _dateless(content.getvalue())


def _library(module: str) -> Any:  # noqa: ANN401 - python-docx is loaded only where a copy is made
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise Unavailable(LIBRARY) from None


def _dress(document: Any, said: str, dated: datetime) -> None:  # noqa: ANN401
    """Set the language, the font, the footer and the properties."""
    name = _library("docx.oxml.ns").qn
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", _library("docx.shared").Pt(10.5)
    language = _library("docx.oxml").OxmlElement("w:lang")
    for kind in ("w:val", "w:eastAsia"):
        language.set(name(kind), "pl-PL")
    normal.element.get_or_add_rPr().append(language)
    document.sections[0].footer.paragraphs[0].text = said
    told = document.core_properties
    told.author = told.last_modified_by = "Nabór"
    told.comments, told.language, told.revision = said, "pl-PL", 1
    told.created = told.modified = told.last_printed = dated


def _add(document: Any, block: Block) -> None:  # noqa: ANN401
    if isinstance(block, Table):
        _add_table(document, block)
    elif block.kind == "heading":
        _fill(document.add_heading(level=block.level), block, plain=True)
    else:
        style = "List Bullet" if block.kind == "item" else None
        _fill(document.add_paragraph(style=style), block)


def _add_table(document: Any, table: Table) -> None:  # noqa: ANN401
    shown = document.add_table(rows=len(table.rows), cols=table.columns, style="Table Grid")
    for place, (row, cells) in enumerate(zip(shown.rows, table.rows, strict=True)):
        if place < table.heads:
            mark = _library("docx.oxml").OxmlElement("w:tblHeader")
            row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - the library has no name for it
        column = 0
        for cell in cells:
            first, last = row.cells[column], row.cells[column + cell.span - 1]
            _fill_cell(first.merge(last) if cell.span > 1 else first, cell)
            column += cell.span


def _fill_cell(shown: Any, cell: Cell) -> None:  # noqa: ANN401
    for place, paragraph in enumerate(cell.paragraphs):
        target = shown.paragraphs[0] if place == 0 else shown.add_paragraph()
        _fill(target, paragraph, bold=cell.is_header)


def _fill(target: Any, paragraph: Paragraph, *, plain: bool = False, bold: bool = False) -> None:  # noqa: ANN401
    """Write the words; a heading has its own style, a header cell is bold all through."""
    for words in paragraph.words:
        run = target.add_run(words.text)
        if not plain:
            run.bold, run.italic = words.bold or bold or None, words.italic or None


def _dateless(content: bytes) -> bytes:
    """Pack a DOCX again with one date for all its parts, so that its bytes follow from its text."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(entry, old.read(name))
    return packed.getvalue()
