"""The blank history of beneficiaries: earlier aid, a row for each time that it was granted."""

from collections.abc import Iterator
from pathlib import Path

from intake.forms.parties import number_columns
from intake.forms.workbook import Form, FormColumn, write_form
from intake.history_columns import HISTORY_NAMES, HISTORY_NOTES
from scoring.call import Call
from scoring.earlier_aid import KIND_NAMES
from scoring.facts import WHAT_TO_WRITE, FactType

_TEXT = FactType.TEXT


def write_history_form(file: Path, call: Call) -> None:
    """Write the list of earlier aid that the office, or the voivodeship, fills in."""
    titles = (
        f"Historia beneficjentów – nabór nr {call.number}",
        f"{call.lgd.name} · wiersz to pomoc przyznana raz jednemu beneficjentowi w okresie Programu",
    )
    write_form(file, Form(call, titles, list(_columns())))


def _columns() -> Iterator[FormColumn]:
    heads = {key: names[0] for key, names in HISTORY_NAMES.items()}
    name = "imię i nazwisko albo nazwę"
    yield FormColumn(
        heads["beneficiary"], _TEXT, "Komu przyznano pomoc", name, width=32, required=True
    )
    yield from number_columns("rozpoznaje wnioskodawcę")
    yield FormColumn(
        heads["granted_on"],
        FactType.DATE,
        "Dzień przyznania pomocy",
        WHAT_TO_WRITE[FactType.DATE],
        used_by="reguły E9–E12, pomoc de minimis",
        required=True,
    )
    yield FormColumn(
        heads["amount"],
        FactType.MONEY,
        "Kwota przyznanej pomocy",
        WHAT_TO_WRITE[FactType.MONEY],
        used_by="limity na beneficjenta (A2, A3), pomoc de minimis (A13)",
        required=True,
    )
    yield FormColumn(
        heads["kind"],
        _TEXT,
        "Na co przyznano pomoc",
        "jedną z możliwości: " + "; ".join(KIND_NAMES.values()),
        options=tuple(KIND_NAMES.values()),
        used_by="reguły E9–E12, limity A2 i A3",
        width=36,
        required=True,
    )
    yield FormColumn(
        heads["group"],
        _TEXT,
        "Sformalizowana grupa, na rzecz której wzięto grant",
        "nazwę grupy; puste: grant nie był na rzecz grupy",
        used_by="limit na grantobiorcę (A3)",
        required=True,
    )
    yield from _of_de_minimis(heads["de_minimis"], heads["eur_rate"])
    yield from _of_the_office(heads["same"], heads["other"])
    note = "nic, co program czyta: dopisek dla biura"
    yield FormColumn(HISTORY_NOTES[0], _TEXT, "Uwagi", note, width=28, required=True)


def _of_de_minimis(whether: str, rate: str) -> Iterator[FormColumn]:
    used_by = "pomoc de minimis (A13)"
    yield FormColumn(
        whether,
        FactType.YES_NO,
        "Czy była to pomoc de minimis",
        "tak albo nie; puste: nie",
        options=("tak", "nie"),
        used_by=used_by,
        width=12,
        required=True,
    )
    yield FormColumn(
        rate,
        FactType.DECIMAL,
        "Kurs euro w złotych z dnia przyznania; potrzebny przy pomocy de minimis",
        "kurs, np. 4,6525",
        evidence="zaświadczenie o pomocy de minimis",
        used_by=used_by,
    )


def _of_the_office(same: str, other: str) -> Iterator[FormColumn]:
    write = "znaki sprawy rozdzielone średnikiem; puste: nie ustalono"
    used_by = "rozstrzyga, czyja to pomoc, gdy numery tego nie mówią"
    asked = "Wnioski tego naboru, o których biuro ustaliło, że ich wnioskodawca"
    yield FormColumn(
        same,
        _TEXT,
        f"{asked} dostał tę pomoc",
        write,
        used_by=used_by,
        width=24,
        required=True,
    )
    yield FormColumn(
        other,
        _TEXT,
        f"{asked} jej nie dostał",
        write,
        used_by=used_by,
        width=24,
        required=True,
    )
