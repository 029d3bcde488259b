"""What a tagged PDF must say of its tables and WeasyPrint leaves unsaid: what a header is of."""

import pydyf
from weasyprint import Document


def tell_scopes(_: Document, pdf: pydyf.PDF) -> None:
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
