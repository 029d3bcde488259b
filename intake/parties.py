"""Somebody named in a table beside the register: a name, and the numbers that identify."""

from intake.amounts import Unreadable, shown
from intake.cells import text_of
from intake.entries import Entry
from intake.identifiers import digits_of, identifier_of
from intake.sheet import Cell
from scoring.party import Party

PRODUCER_NUMBER, NIP = "producer_number", "nip"

NUMBER_NAMES = {
    PRODUCER_NUMBER: (
        "Numer identyfikacyjny (EP)",
        "Numer identyfikacyjny",
        "Numer EP",
        "Nr EP",
        "EP",
        "Numer producenta",
        "Numer w ewidencji producentów",
    ),
    NIP: ("NIP", "Numer NIP", "Nr NIP"),
}
"""The headings of the numbers, as the register has them too."""

_OR_BLANK = "wpisz same cyfry; jeśli numeru nie ma, zostaw puste"


def party_of(entry: Entry, name: str, whose: str) -> Party | None:
    """Read somebody from a row; ``None`` where there is no name, which is told.

    ``name`` is what holds the name, ``whose`` says whose it is (in the genitive).
    """
    write = f"wpisz imię i nazwisko albo nazwę {whose}"
    called = entry.needed(name, text_of, f"brak nazwy {whose}", write)
    number = entry.read(PRODUCER_NUMBER, _producer_number, _OR_BLANK)
    nip = entry.read(NIP, _nip, _OR_BLANK)
    return None if called is None else Party(called, number, nip)


def _producer_number(cell: Cell) -> str:
    try:
        return digits_of(cell)
    except Unreadable as wrong:
        raise Unreadable(wrong.what, _OR_BLANK) from None


def _nip(cell: Cell) -> str:
    digits = _producer_number(cell)
    if not digits.strip("0"):
        raise Unreadable(f"NIP {shown(digits)} to same zera", _OR_BLANK)
    return identifier_of("nip", digits)[0]
