"""From plain data to the bytes of a PDF/A-3a: the same data, the same bytes, on every machine."""

import gc
import hashlib
import logging
import mimetypes
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from urllib.parse import quote

import pydyf
from jinja2 import TemplateError
from weasyprint import HTML, Attachment
from weasyprint import Document as WholeDocument
from weasyprint.pdf.stream import Stream as PageStream
from weasyprint.urls import FatalURLFetchingError

from reading.problems import Refused
from scoring import polish
from scoring.value import Value
from templates.desk import HERE, PAPER, RefusedAddressError, desk_for, fonts
from templates.glyphs import printable
from templates.letterhead import Paper, StatuteParagraph
from templates.mark import Mark, exchanged, mark_of, marked
from templates.structure import finish
from templates.template_problems import template_problem

__all__ = ["HERE", "Attached", "Pages", "RefusedAddressError", "html_of", "lay_out", "press"]

# Systems disagree about YAML, and the attachment's type is part of the bytes.
mimetypes.add_type("application/yaml", ".yaml")
logging.getLogger("weasyprint").setLevel(logging.ERROR)

_BETWEEN_TAGS = re.compile(r"(?<=>)[^<]+")
"""The words that a template has of its own are tied as those that it is given."""

Plain = str | bool | None | list["Plain"] | dict[str, "Plain"]
"""What a template sees."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file inside a PDF: its name, its text, and how it relates to the document."""

    name: str
    text: str
    relationship: str
    description: str


@dataclass(frozen=True, slots=True)
class Pages:
    """A printed document: the bytes and the number of pages."""

    pdf: bytes
    pages: int


def press(
    template: str, view: Value, attached: Sequence[Attached] = (), paper: Paper | None = None
) -> Pages:
    """Print a view by the template of this name, on the paper of an LGD where it has one.

    The metadata's dates and the identifier come from the view: never from a clock.
    """
    with _without_collecting():
        return _press(template, view, attached, paper)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Let no garbage be looked for while a document is laid out, for nothing of it is any yet.

    Looking through its hundred thousands of boxes over and over takes a quarter of the time.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _press(template: str, view: Value, attached: Sequence[Attached], paper: Paper | None) -> Pages:
    mark = mark_apart(template, view, paper)
    if mark is not None:
        html = html_of(template, marked(view, mark.blank), paper)
        identity = identity_of(template, view, paper)
        try:
            return lay_out(html, template, identity, attached, paper, mark=mark)
        except _OtherMarkError:
            # It is parted between lines, or the like: it is laid out as it is.
            pass
    html = html_of(template, view, paper)
    return lay_out(html, template, identity_of(template, view, paper), attached, paper)


def mark_apart(template: str, view: Value, paper: Paper | None) -> Mark | None:
    """Return the mark that is put on after the pages are laid out.

    There is none where the LGD's own template may show it elsewhere, or otherwise.
    """
    return None if paper is not None and paper.has_own(template) else mark_of(view)


def identity_of(template: str, view: Value, paper: Paper | None) -> str:
    """Return the identifier of a document, which follows from what it shows."""
    on = "" if paper is None else f"\n{paper.fingerprint}"
    return hashlib.sha256(f"{template}\n{view.model_dump_json()}{on}".encode()).hexdigest()[:32]


class _OtherMarkError(Exception):
    """A page has not the mark in the one place where it can be exchanged."""


def html_of(template: str, view: Value, paper: Paper | None = None) -> str:
    """Fill a template in with a view.

    Raises:
        Refused: a template of the LGD's own cannot be read, or shows what it was not given.
    """
    shown = _plain_view(view) | {"letterhead": _letterhead(template, paper)}
    try:
        source = desk_for(paper).environment.get_template(f"{template}/document.html")
        return _BETWEEN_TAGS.sub(lambda words: polish.tied(words[0]), source.render(shown))
    except (TemplateError, TypeError, ArithmeticError) as error:
        if paper is None:
            raise
        raise Refused([template_problem(error, paper)]) from None


def _letterhead(template: str, paper: Paper | None) -> Plain:
    """Return what a page shows of the LGD's letterhead, and nothing where there is none."""
    if paper is None:
        return None
    said = paper.letterhead
    here = [one for one in said.statute if not one.documents or template in one.documents]
    return {
        "name": _tied(said.name),
        "contact": _tied(said.contact),
        "footer": None if said.footer is None else _tied(said.footer),
        "logo": None if said.logo is None else f"file://{PAPER}{quote(said.logo)}",
        "statute": [_paragraph(one) for one in here if not one.protest],
        "protest": [_paragraph(one) for one in here if one.protest],
        "mark": paper.mark,
    }


def _paragraph(one: StatuteParagraph) -> Plain:
    return {"paragraph": _tied(one.paragraph), "text": _tied(one.text)}


def lay_out(
    html: str,
    template: str,
    identity: str,
    attached: Sequence[Attached],
    paper: Paper | None = None,
    *,
    mark: Mark | None = None,
) -> Pages:
    """Lay HTML out on pages; ``identity`` is the document's identifier.

    Where there is a ``mark``, it takes the place of the blank one that the HTML has.

    Raises:
        RefusedAddressError: the HTML refers to something outside this folder and the paper.
    """
    desk = desk_for(paper)
    page = HTML(string=html, base_url=f"{HERE.as_uri()}/", url_fetcher=desk.fetcher)
    try:
        document = page.render(
            stylesheets=[desk.style("base"), desk.style(template)],
            font_config=fonts(),
            pdf_variant="pdf/a-3a",
        )
    except FatalURLFetchingError as refused:
        raise RefusedAddressError(str(refused)) from refused
    dated = datetime.fromisoformat(document.metadata.created).replace(tzinfo=UTC)
    if mark is not None:
        document.metadata.description = _described(document.metadata.description, mark)
    with warnings.catch_warnings():
        # WeasyPrint 70 leaves its own colour profile open.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf = document.write_pdf(
            finisher=partial(_finish, mark),
            pdf_variant="pdf/a-3a",
            pdf_identifier=identity.encode(),
            attachments=[attachment(one, dated) for one in attached],
        )
    return Pages(pdf, len(document.pages))


def _described(description: str, mark: Mark) -> str:
    blank = mark.blank.laid_out
    if not description.endswith(blank):
        raise _OtherMarkError
    return f"{description.removesuffix(blank)}{mark.description}"


def _finish(mark: Mark | None, document: WholeDocument, pdf: pydyf.PDF) -> None:
    """Put the mark on the pages, and say what WeasyPrint leaves unsaid."""
    if mark is not None:
        pages = [one for one in pdf.objects if isinstance(one, PageStream) and not one.extra]
        drawings = [exchanged(one.stream, mark.blank, mark) for one in pages]
        for page, drawing in zip(pages, drawings, strict=True):
            if drawing is None:
                raise _OtherMarkError
            page.stream = drawing
    finish(document, pdf)


def attachment(one: Attached, dated: datetime) -> Attachment:
    """Make a file that a document carries inside, as WeasyPrint takes it; ``dated`` as the document."""
    return Attachment(
        string=one.text,
        name=one.name,
        description=one.description,
        relationship=one.relationship,
        created=dated,
        modified=dated,
        url_fetcher=desk_for().fetcher,
    )


def _plain_view(view: Value) -> dict[str, Plain]:
    return {name: _plain(value) for name, value in view.model_dump(mode="json").items()}


def _plain(value: Plain) -> Plain:
    """Tie every text as Polish lines ask for, and make it what a page can show."""
    if isinstance(value, str):
        return _tied(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return value


def _tied(text: str) -> str:
    return polish.tied(printable(text))
