"""The columns of a form in which somebody is named by the numbers that identify."""

from collections.abc import Iterator

from intake.forms.workbook import FormColumn
from intake.parties import NIP, NUMBER_NAMES, PRODUCER_NUMBER
from scoring.facts import FactType


def number_columns(used_by: str) -> Iterator[FormColumn]:
    """Return the columns of the producer number and of the NIP: one of the two is enough."""
    yield FormColumn(
        NUMBER_NAMES[PRODUCER_NUMBER][0],
        FactType.TEXT,
        "Numer w ewidencji producentów",
        "same cyfry, z zerami na początku",
        evidence="zaświadczenie o nadaniu numeru",
        used_by=used_by,
    )
    yield FormColumn(
        NUMBER_NAMES[NIP][0],
        FactType.TEXT,
        "Numer identyfikacji podatkowej",
        "numer NIP (10 cyfr); kreski nie przeszkadzają",
        used_by=used_by,
    )
