"""The mark at the foot of every page: the version and the fingerprint, put on pages already laid out.

Every document bears them, so with every version every document becomes other bytes. What a card or a
letter shows beside them seldom changes. So pages are laid out with a blank mark, and the mark is put
on afterwards, by exchanging the glyphs of one line of text. The blank fingerprint has each of the
sixteen digits once, so a font cut for it has all that any fingerprint needs; figures are of one width.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import pydyf
from weasyprint import HTML

from scoring import polish
from scoring.value import Value
from templates.base.frame import Frame
from templates.desk import HERE, desk_for, fonts

DIGITS = "0123456789abcdef"
BLANK = "0123 4567 89ab cdef"

_FINGERPRINT = re.compile("(?:[0-9a-f]{4} ){3}[0-9a-f]{4}")
_VERSION = re.compile("wersja [0-9]+")
_SHOWN = re.compile(rb"\[(?:<[0-9a-f]{4}>0)+\] TJ")

V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the foot of a page says of the version; ``version`` is ``None`` where there is none."""

    version: str | None
    fingerprint: str

    @property
    def blank(self) -> "Mark":
        """The mark of this length that pages are laid out with."""
        version = None if self.version is None else re.sub("[0-9]", "0", self.version)
        return Mark(version, BLANK)

    @property
    def description(self) -> str:
        """How the description of a document ends: of one length, whatever digits there are."""
        version = "" if self.version is None else f", {polish.tied(self.version)}"
        return f"{version}, odcisk {self.fingerprint.replace(' ', polish.NARROW)}"

    @property
    def laid_out(self) -> str:
        """How the description ends that pages laid out with this mark have."""
        version = "" if self.version is None else f", {polish.tied(self.version)}"
        return f"{version}, odcisk {polish.tied(self.fingerprint)}"


def mark_of(view: Value) -> Mark | None:
    """Return the mark of a view; ``None`` where it says something else in that place."""
    frame: Frame | None = getattr(view, "frame", None)
    if frame is None or not _FINGERPRINT.fullmatch(frame.fingerprint):
        return None
    if frame.version is not None and not _VERSION.fullmatch(frame.version):
        return None
    return Mark(frame.version, frame.fingerprint)


def marked(view: V, mark: Mark) -> V:
    """Return a view with another mark."""
    frame: Frame = getattr(view, "frame")  # noqa: B009 - every view that has a mark has one
    said = {"version": mark.version, "fingerprint": mark.fingerprint}
    return view.model_copy(update={"frame": frame.model_copy(update=said)})


def exchanged(lines: Iterable[object], old: Mark, new: Mark) -> list[object] | None:
    """Exchange the mark in what draws a page.

    Returns:
        ``None`` where the page has not this mark, or more than once.
    """
    mine, theirs = _drawn(old), _drawn(new)
    if mine is None or theirs is None or len(mine) != len(theirs):
        return None
    instead = dict(zip(mine, theirs, strict=True))
    found = list(lines)
    if [one for one in found if isinstance(one, bytes) and one in instead] != mine:
        return None
    return [instead.get(one, one) if isinstance(one, bytes) else one for one in found]


def needed() -> tuple[bytes, ...]:
    """Return the glyphs of the digits, all of which a page with a blank mark has in its fonts."""
    return tuple(_glyphs()[digit] for digit in DIGITS)


def _drawn(mark: Mark) -> list[bytes] | None:
    """Return the instructions that draw a mark, in their order on the page."""
    glyphs = _glyphs()
    texts = ([] if mark.version is None else [mark.version]) + [f"odcisk {mark.fingerprint}"]
    if any(letter not in glyphs for text in texts for letter in text):
        return None
    return [b"[" + b"".join(glyphs[letter] + b"0" for letter in text) + b"] TJ" for text in texts]


@cache
def _glyphs() -> Mapping[str, bytes]:
    """Find the glyph of every letter of a mark, by laying out a page that has nothing else."""
    texts = ("wersja 0", f"odcisk {BLANK}")
    spans = "".join(
        f'<span class="{name}">{text}</span> ' for name, text in zip(_NAMES, texts, strict=True)
    )
    html = f'<html lang="pl"><body><footer class="mark">{spans}</footer></body></html>'
    drawn: list[bytes] = []

    def look(_: object, pdf: pydyf.PDF) -> None:
        """Keep what is drawn of the two texts."""
        for one in pdf.objects:
            if isinstance(one, pydyf.Stream):
                drawn.extend(
                    line
                    for line in one.stream
                    if isinstance(line, bytes) and _SHOWN.fullmatch(line)
                )

    desk = desk_for()
    page = HTML(string=html, base_url=f"{HERE.as_uri()}/", url_fetcher=desk.fetcher)
    page.render(stylesheets=[desk.style("base")], font_config=fonts()).write_pdf(finisher=look)
    found: dict[str, bytes] = {}
    for text, line in zip(texts, drawn, strict=True):
        found |= dict(zip(text, re.findall(rb"<[0-9a-f]{4}>", line), strict=True))
    return found


_NAMES: Sequence[str] = ("version", "fingerprint")
