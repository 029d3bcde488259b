"""What a document is printed with: our templates, styles, fonts and images, or those of an LGD.

Templates see plain values and nothing else. What a template asks for beside them (fonts, the
emblem, a logo) is taken from this folder and from the LGD's paper only: nothing is fetched from a
network or from elsewhere on the disk, whatever an applicant wrote into a title.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from templates.letterhead import Paper

HERE = Path(__file__).resolve().parent

MEDIA_TYPES = {
    ".css": "text/css",
    ".ttf": "font/ttf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
"""What a document may be made of beside its text, by suffix."""

PAPER = "/papier-firmowy/"
"""Where a document finds the LGD's files: no folder of the disk, so that bytes never tell of one."""


class RefusedAddressError(Exception):
    """A document asked for something that is not its own."""


class OwnFiles(URLFetcher):  # type: ignore[misc]
    """Gives fonts and images of this folder and of the paper, and refuses everything else."""

    def __init__(self, paper: Paper | None = None) -> None:
        super().__init__(fail_on_errors=True)
        self._paper = paper

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
        """Return a file of our own or of the paper; refuse every other address."""
        address = urlsplit(url)
        path = unquote(address.path)
        kind = MEDIA_TYPES.get(PurePosixPath(path).suffix.lower())
        content: bytes | None = None
        if address.scheme == "file" and not address.netloc and kind is not None:
            if self._paper is not None and path.startswith(PAPER):
                content = self._paper.files.get(path.removeprefix(PAPER))
            elif (file := Path(path).resolve()).is_relative_to(HERE):
                content = file.read_bytes()
        if content is None:
            raise RefusedAddressError(f"dokument sięga poza swój katalog: {url}")
        return URLFetcherResponse(url, content, {"Content-Type": kind})


@dataclass(frozen=True)
class Desk:
    """Everything that a document is printed with, on our paper or on that of an LGD."""

    paper: Paper | None
    environment: Environment
    fetcher: OwnFiles

    def style(self, template: str) -> CSS:
        """Return the style of a template: the LGD's where it has one, else ours."""
        if self.paper is None or not self.paper.has(template, "style.css"):
            return _style(template)
        return CSS(
            string=self.paper.files[f"templates/{template}/style.css"].decode(),
            base_url=f"file://{PAPER}templates/{template}/style.css",
            font_config=fonts(),
            url_fetcher=self.fetcher,
        )


@lru_cache(maxsize=4)
def desk_for(paper: Paper | None = None) -> Desk:
    """Return what is printed with on this paper.

    The LGD's templates run in Jinja's sandbox: they may show what they are given, and nothing more.
    """
    ours = FileSystemLoader(HERE)
    if paper is None:
        environment = Environment(loader=ours, autoescape=True, undefined=StrictUndefined)
        return Desk(None, _trimmed(environment), _OURS)
    loader = ChoiceLoader([FunctionLoader(partial(_theirs, paper)), ours])
    sandbox = ImmutableSandboxedEnvironment(
        loader=loader, autoescape=True, undefined=StrictUndefined
    )
    return Desk(paper, _trimmed(sandbox), OwnFiles(paper))


def _theirs(paper: Paper, name: str) -> tuple[str, str, Callable[[], bool]] | None:
    """Give Jinja a template of the LGD's own, by the name that messages call it."""
    content = paper.files.get(f"templates/{name}")
    if content is None:
        return None
    return content.decode(), str(paper.folder / "templates" / name), lambda: True


def _trimmed(environment: Environment) -> Environment:
    environment.trim_blocks = environment.lstrip_blocks = True
    return environment


_OURS = OwnFiles()


@cache
def fonts() -> FontConfiguration:
    """Return the fonts, which all documents share."""
    return FontConfiguration()


@cache
def _style(folder: str) -> CSS:
    """Parse a style once for all the documents that wear it."""
    file = HERE / folder / "style.css"
    return CSS(
        string=file.read_text("utf-8"),
        base_url=file.as_uri(),
        font_config=fonts(),
        url_fetcher=_OURS,
    )
