"""From plain data to the bytes of a PDF/A-3a: the same data, the same bytes, on every machine.

Templates see plain values and nothing else. What a template asks for beside them (fonts, the
emblem) is taken from this folder only: nothing is fetched from a network or from elsewhere on the
disk, whatever an applicant wrote into a title.
"""

import hashlib
import logging
import mimetypes
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from scoring import polish
from scoring.value import Value
from templates.letters import printable

HERE = Path(__file__).resolve().parent

MEDIA_TYPES = {".ttf": "font/ttf", ".svg": "image/svg+xml", ".png": "image/png"}
"""What a document may be made of beside its text, by suffix."""

# Systems disagree about YAML, and the attachment's type is part of the bytes.
mimetypes.add_type("application/yaml", ".yaml")
logging.getLogger("weasyprint").setLevel(logging.ERROR)
logging.getLogger("fontTools").setLevel(logging.ERROR)

_TEXT = re.compile(">([^<>]+)<")
"""The words between tags: those of a template are tied as those of a view."""

Plain = str | bool | None | list["Plain"] | dict[str, "Plain"]
"""What a template sees."""


class RefusedAddressError(Exception):
    """A document asked for something that is not its own."""


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


class _OwnFiles(URLFetcher):  # type: ignore[misc]
    """Gives fonts and images of this folder and refuses everything else."""

    def __init__(self) -> None:
        super().__init__(fail_on_errors=True)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
        """Return a file of our own; refuse every other address."""
        address = urlsplit(url)
        file = Path(unquote(address.path)).resolve()
        kind = MEDIA_TYPES.get(file.suffix)
        if address.scheme != "file" or kind is None or not file.is_relative_to(HERE):
            raise RefusedAddressError(f"dokument sięga poza swój katalog: {url}")
        return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": kind})


_FETCHER = _OwnFiles()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _style(folder: str) -> CSS:
    """Parse a style once for all the documents that wear it."""
    file = HERE / folder / "style.css"
    return CSS(
        string=file.read_text("utf-8"),
        base_url=file.as_uri(),
        font_config=_fonts(),
        url_fetcher=_FETCHER,
    )


def press(template: str, view: Value, attached: Sequence[Attached] = ()) -> Pages:
    """Print a view by the template of this name.

    The metadata's dates and the identifier come from the view: never from a clock.
    """
    html = _environment().get_template(f"{template}/document.html").render(_plain_view(view))
    html = _TEXT.sub(lambda found: f">{polish.tied(found[1])}<", html)
    return lay_out(html, template, view.model_dump_json(), attached)


def lay_out(html: str, template: str, identity: str, attached: Sequence[Attached]) -> Pages:
    """Lay HTML out on pages; ``identity`` is what the document's identifier is derived from.

    Raises:
        RefusedAddressError: the HTML refers to something outside this folder.
    """
    page = HTML(string=html, base_url=f"{HERE.as_uri()}/", url_fetcher=_FETCHER)
    try:
        document = page.render(
            stylesheets=[_style("base"), _style(template)],
            font_config=_fonts(),
            pdf_variant="pdf/a-3a",
        )
    except FatalURLFetchingError as refused:
        raise RefusedAddressError(str(refused)) from refused
    dated = datetime.fromisoformat(document.metadata.created).replace(tzinfo=UTC)
    identifier = hashlib.sha256(f"{template}\n{identity}".encode()).hexdigest()[:32]
    with warnings.catch_warnings():
        # WeasyPrint 70 leaves its own colour profile open.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf = document.write_pdf(
            pdf_variant="pdf/a-3a",
            pdf_identifier=identifier.encode(),
            attachments=[_attachment(one, dated) for one in attached],
        )
    return Pages(pdf, len(document.pages))


def _attachment(one: Attached, dated: datetime) -> Attachment:
    return Attachment(
        string=one.text,
        name=one.name,
        description=one.description,
        relationship=one.relationship,
        created=dated,
        modified=dated,
        url_fetcher=_FETCHER,
    )


def _plain_view(view: Value) -> dict[str, Plain]:
    return {name: _plain(value) for name, value in view.model_dump(mode="json").items()}


def _plain(value: Plain) -> Plain:
    """Tie every text as Polish lines ask for, and make it what a page can show."""
    if isinstance(value, str):
        return polish.tied(printable(value))
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return value
