"""Where a visible signature goes on a page, and how it looks there."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from pyhanko.pdf_utils.font.api import FontEngine, FontEngineFactory
from pyhanko.pdf_utils.font.opentype import GlyphAccumulator
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.layout import AxisAlignment, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.text import TextBoxStyle
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.pdf_utils.xref import ObjectStream
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.stamp.text import TextStampStyle

from reading.problems import Problem, Refused
from templates.desk import HERE

LINE = "podpis-"
"""How a signature line is named in what Nabór prints: podpis-1, podpis-2 (``base/macros.html``)."""

WIDTH, HEIGHT, GAP = 150, 34, 3
"""Of a visible signature, in points of a page (1/72 inch): it stands ``GAP`` above its line."""

LETTERS = 40
"""How many letters go into one line of a visible signature."""

MARGIN = 57
"""How far from the edges of a page a signature stands that has no line: 20 mm."""

_SIZE = 7
_FONT = HERE / "fonts" / "Lato-Regular.ttf"


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page, which counts from 0; left, bottom, right, top, in points."""

    page: int
    box: tuple[int, int, int, int]


def place_for(document: PdfFileReader, page: int | None, file: str) -> Place:
    """Find the place of the next visible signature.

    It is the first signature line that bears none yet: of the whole document, or of the page that
    was asked for. Where no line is free, the signature goes to the lower right corner of that page,
    or of the last one, above those that stand there.

    Raises:
        Refused: the document has no such page.
    """
    pages = len(_pages(document))
    if page is not None and not (1 <= page <= pages or -pages <= page <= -1):
        what = f"dokument nie ma strony {page}: ma ich {pages}"
        raise Refused([Problem(file, what, f"podaj --page od 1 do {pages}")])
    wanted = None if page is None else page - 1 if page > 0 else pages + page
    taken = list(_taken(document))
    for line in _lines(document):
        if wanted in (None, line.page) and not any(_meet(line, one) for one in taken):
            return line
    return _corner(document, pages - 1 if wanted is None else wanted, taken)


def look(text: str) -> TextStampStyle:
    """Dress a signature: plain black words in the font of the page, embedded as PDF/A asks."""
    left, middle = AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MID
    return TextStampStyle(
        border_width=0,
        stamp_text=text.replace("%", "%%"),
        inner_content_layout=SimpleBoxLayoutRule(left, middle),
        text_box_style=TextBoxStyle(
            font=_Embedded(text),
            font_size=_SIZE,
            leading=_SIZE + 1,
            box_layout_rule=SimpleBoxLayoutRule(left, left),
        ),
    )


class _Embedded(FontEngineFactory):
    """The font of the page, of which only the letters of a text go into the document."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text

    def create_font_engine(
        self, writer: BasePdfFileWriter, obj_stream: ObjectStream | None = None
    ) -> FontEngine:
        """Load the font with a thousand units to the em.

        pyHanko writes the widths of letters as the font has them, and a PDF takes them as
        thousandths (ISO 32000-1, 9.7.4.3): of a font with two thousand units it sets them apart.
        """
        scaled = io.BytesIO()
        with TTFont(_FONT) as font:
            cut = Subsetter()
            cut.populate(text=self._text)
            cut.subset(font)
            scale_upem(font, 1000)
            font.save(scaled)
        return GlyphAccumulator(writer, scaled, _SIZE, obj_stream=obj_stream)


def _pages(document: PdfFileReader) -> list[IndirectObject]:
    count = int(document.root["/Pages"]["/Count"])
    return [document.find_page_for_modification(page)[0] for page in range(count)]


def _lines(document: PdfFileReader) -> Iterator[Place]:
    """Go through the signature lines, as the names in the document tell their places."""
    names = document.root.get("/Names", {}).get("/Dests", {}).get("/Names", [])
    known = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}
    numbers = [name.removeprefix(LINE) for name in known if name.startswith(LINE)]
    pages = [page.reference for page in _pages(document)]
    for number in sorted(int(one) for one in numbers if one.isdigit()):
        target = known[f"{LINE}{number}"]
        page = pages.index(target.raw_get(0).reference)
        left, bottom = int(target[2]), int(target[3]) + GAP
        yield Place(page, (left, bottom, left + WIDTH, bottom + HEIGHT))


def _corner(document: PdfFileReader, page: int, taken: list[Place]) -> Place:
    sheet = _pages(document)[page].get_object()
    while "/MediaBox" not in sheet:
        sheet = sheet["/Parent"]
    right, bottom = int(sheet["/MediaBox"][2]) - MARGIN, MARGIN
    while True:
        place = Place(page, (right - WIDTH, bottom, right, bottom + HEIGHT))
        if not any(_meet(place, one) for one in taken):
            return place
        bottom += HEIGHT + GAP


def _taken(document: PdfFileReader) -> Iterator[Place]:
    """Go through the visible signatures that the document bears already."""
    pages = [page.reference for page in _pages(document)]
    for _, _, field in enumerate_sig_fields(document):
        seen = field.get_object()
        if "/P" in seen and "/Rect" in seen:
            left, bottom, right, top = (int(one) for one in seen["/Rect"])
            yield Place(pages.index(seen.raw_get("/P").reference), (left, bottom, right, top))


def _meet(one: Place, other: Place) -> bool:
    """Say whether two places share anything; an invisible signature has no place to share."""
    left, bottom, right, top = one.box
    west, south, east, north = other.box
    return (
        one.page == other.page and left < east and west < right and bottom < north and south < top
    )
