"""What a PDF must say and WeasyPrint leaves unsaid, added before it is written."""

import pydyf
from weasyprint import Document


def finish(document: Document, pdf: pydyf.PDF) -> None:
    """Say what headers of tables are of, and leave the metadata readable."""
    _tell_scopes(document, pdf)
    for one in pdf.objects:
        # Archives find a document by its metadata without unpacking it (so did PDF/A-1, 6.7.2).
        if isinstance(one, pydyf.Stream) and one.extra.get("Type") == "/Metadata":
            one.compress = False


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
