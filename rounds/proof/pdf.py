"""A PDF as a proof looks at it: words of its pages, what it carries, what was added to a page."""

import json
import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from reading.problems import Problem, Refused
from scoring.canonical import Json
from scoring.polish import NARROW
from templates.attachments import NAME
from templates.seal import DOCUMENT

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_BROKEN = (
    PyPdfError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    NotImplementedError,
    RecursionError,
    zlib.error,
)
"""What the reader may say of a file that is damaged."""

_HYPHENS = re.compile("[\u2010-]\n|\u00ad")

_WHITE = re.compile(r"[ \t\r\n\f]+")

_WITHIN_AMOUNTS = re.compile(r"(?<=\d)[ \n](?=\d{3}\b|zł|pkt|%)")
"""Readers give back the no-break spaces of an amount as spaces."""

_OF_A_DOCUMENT = frozenset({"/Link"})


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page in the order of reading, its drawing, and what was put upon it later."""

    words: tuple[str, ...]
    drawing: bytes
    added: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pdf:
    """A PDF with what it carries; ``twice`` names attachments of which there are several."""

    name: str
    content: bytes
    attached: dict[str, str]
    twice: tuple[str, ...] = ()

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages, read when they are asked for: that takes seconds.

        Raises:
            Refused: a page is damaged.
        """
        try:
            return tuple(_page(page) for page in PdfReader(BytesIO(self.content)).pages)
        except _BROKEN:
            raise Refused([_damaged(self.name)]) from None

    def json_of(self, name: str) -> Any:  # noqa: ANN401 - any JSON
        """Return an attachment as JSON; ``None`` where there is none, or it is no JSON."""
        try:
            return json.loads(self.attached[name])
        except (KeyError, ValueError, RecursionError):
            return None

    @property
    def said(self) -> Json:
        """What the document says of itself."""
        found = self.json_of(DOCUMENT)
        return found if isinstance(found, dict) else {}

    @property
    def carried(self) -> Json:
        """What the document carries of the decision."""
        found = self.json_of(NAME)
        return found if isinstance(found, dict) else {}


def read_pdf(content: bytes, name: str) -> Pdf:
    """Read a PDF.

    Raises:
        Refused: it is none, it is encrypted or damaged, or it carries nothing of this program.
    """
    if b"%PDF-" not in content[:1024]:
        raise Refused(
            [Problem(name, "to nie jest plik PDF", "podaj dokument wydrukowany z Naboru")]
        )
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            write = "podaj plik bez hasła"
            raise Refused([Problem(name, "plik jest zaszyfrowany", write)])
        attached = {one: files for one, files in reader.attachments.items() if files}
        texts = {one: files[-1].decode() for one, files in attached.items() if _is_text(files[-1])}
    except _BROKEN:
        raise Refused([_damaged(name)]) from None
    if DOCUMENT not in texts:
        what = f"nie zawiera załącznika „{DOCUMENT}”, z którego można by go sprawdzić"
        write = "podaj PDF wydrukowany z Naboru (nie skan i nie wydruk do PDF)"
        raise Refused([Problem(name, what, write)])
    twice = tuple(one for one, files in attached.items() if len(files) > 1)
    return Pdf(name, content, texts, twice)


def _damaged(name: str) -> Problem:
    what = "pliku nie da się odczytać jako PDF: jest uszkodzony albo to nie PDF"
    return Problem(
        name, what, "skopiuj go jeszcze raz z folderu „wyniki” albo poproś nadawcę o nowy"
    )


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text without line ends and hyphens at them; an amount is one word."""
    tied = _WITHIN_AMOUNTS.sub(NARROW, _HYPHENS.sub("", text))
    return tuple(one for one in _WHITE.split(tied) if one)


def _page(page: PageObject) -> Page:
    contents = page.get_contents()
    drawing = b"" if contents is None else contents.get_data()
    return Page(words_of(page.extract_text()), drawing, tuple(_added(page)))


def _added(page: PageObject) -> Iterator[str]:
    """Name notes and stamps on a page; links are ours, and a signature has a field of its own."""
    for one in page.get("/Annots") or ():
        note: Any = one.get_object()
        kind = str(note.get("/Subtype"))
        is_signature = kind == "/Widget" and note.get("/FT") == "/Sig"
        if kind not in _OF_A_DOCUMENT and not is_signature:
            yield f"{kind.removeprefix('/')} {note.get('/Contents') or ''}".strip()


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
