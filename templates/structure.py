"""What a PDF must say and WeasyPrint leaves unsaid, added before it is written."""

from collections.abc import Sequence

import pydyf
from weasyprint import Document


def finish(document: Document, pdf: pydyf.PDF) -> None:
    """Say what headers of tables are of, file what is attached, leave the metadata readable."""
    _tell_scopes(document, pdf)
    _file_attachments(pdf)
    for one in pdf.objects:
        # Archives find a document by its metadata without unpacking it (so did PDF/A-1, 6.7.2).
        if isinstance(one, pydyf.Stream) and one.extra.get("Type") == "/Metadata":
            one.compress = False
    # pydyf packs every object twice, to write it and to hash it.
    pdf.objects = [one if one.free == "f" else as_written(one) for one in pdf.objects]


class Written(pydyf.Object):  # type: ignore[misc]
    """An object of a PDF as it is written; ``packed`` together with others."""

    def __init__(self, number: int, content: bytes, *, packed: bool) -> None:
        super().__init__()
        self.number, self.content, self.packed = number, content, packed

    @property
    def data(self) -> bytes:
        """The object as it is written."""
        return self.content

    @property
    def compressible(self) -> bool:
        """Whether it is written together with others."""
        return self.packed


def as_written(one: pydyf.Object) -> Written:
    """Return an object that changes no more."""
    return Written(one.number, one.data, packed=one.compressible)


def _references_of_pages(pdf: pydyf.PDF) -> Sequence[bytes]:
    """Return the references of pages, which every tag asks for; pydyf lists all pages each time."""
    kids = pdf.pages["Kids"]
    known: Sequence[bytes] = getattr(pdf, "known_references", ())
    if 3 * len(known) != len(kids):
        known = pdf.known_references = [f"{number} 0 R".encode() for number in kids[::3]]
    return known


pydyf.PDF.page_references = property(_references_of_pages)


def _tell_scopes(_: Document, pdf: pydyf.PDF) -> None:
    """Say of every header cell whether it heads a column or a row (ISO 32000-1, table 349).

    A header in the head of a table heads its column; any other heads its row.
    """
    known = {one.reference: one for one in pdf.objects if isinstance(one, pydyf.Dictionary)}
    for cell in known.values():
        if cell.get("S") != "/TH":
            continue
        row = known[cell["P"]]
        in_head = known[row["P"]]["S"] == "/THead"
        cell["A"]["Scope"] = "/Column" if in_head else "/Row"


def _file_attachments(pdf: pydyf.PDF) -> None:
    """Name the files inside in order, and each once as a file of the document.

    Readers look a name up by halving, so names stand sorted by their bytes (ISO 32000-1, 7.9.6).
    WeasyPrint 70 leaves them as they came, and associates each with the document twice.
    """
    files = pdf.catalog.get("Names", {}).get("EmbeddedFiles")
    if files is None:
        return
    names = next(one for one in pdf.objects if one.number and one.reference == files)["Names"]
    pairs = sorted(zip(names[::2], names[1::2], strict=True), key=lambda pair: pair[0].data)
    names[:] = [part for pair in pairs for part in pair]
    pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
