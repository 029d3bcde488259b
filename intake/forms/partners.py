"""The blank list of partners: every application with its applicant, to add the others to."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.columns import NUMBER
from intake.forms.parties import number_columns
from intake.forms.workbook import Form, FormColumn, write_form
from intake.partners import PARTNER_NAMES
from scoring.application import Application
from scoring.call import Call
from scoring.facts import FactType


def write_partners_form(file: Path, call: Call, applications: Sequence[Application]) -> None:
    """Write the list of those who carry operations out together.

    Every applicant stands in a row of its own; one that stays alone has all of the aid.
    """
    titles = (
        f"Partnerzy – nabór nr {call.number}",
        f"{call.lgd.name} · pod spodem dopisz partnerów, każdego w osobnym wierszu ze znakiem sprawy",
    )
    kept = [one for one in applications if not one.withdrawn]
    rows = [
        (one.number, one.applicant, one.party.producer_number or "", one.party.nip or "")
        for one in kept
    ]
    numbers = tuple(one.number for one in kept)
    write_form(file, Form(call, titles, list(_columns(numbers)), rows))


def _columns(numbers: tuple[str, ...]) -> Iterator[FormColumn]:
    heads = {key: names[0] for key, names in PARTNER_NAMES.items()}
    used_by = "limit na beneficjenta dzielony między partnerów (A5)"
    yield FormColumn(
        heads[NUMBER],
        FactType.TEXT,
        "Który wniosek",
        "znak sprawy z rejestru wniosków",
        options=numbers,
        required=True,
    )
    yield FormColumn(
        heads["partner"],
        FactType.TEXT,
        "Kto realizuje operację; wśród partnerów musi być wnioskodawca",
        "imię i nazwisko albo nazwę",
        used_by=used_by,
        width=32,
        required=True,
    )
    yield from number_columns(used_by)
    yield FormColumn(
        heads["share"],
        FactType.SHARE,
        "Jaka część pomocy przypada partnerowi; razem 100 %",
        "procent, np. 40 %, albo ułamek, np. 1/3; puste u wszystkich: po równo (spółka cywilna)",
        used_by=used_by,
        required=True,
    )
