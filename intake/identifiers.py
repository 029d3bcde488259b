"""NIP, REGON and PESEL: their digits, their checksums, and the zeros that Excel dropped."""

from collections.abc import Callable
from dataclasses import dataclass

from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError
from stdnum.pl import nip, pesel, regon

from intake.amounts import Unreadable, shown
from intake.cells import text_of
from intake.sheet import Cell
from scoring import polish


@dataclass(frozen=True, slots=True)
class Identifier:
    """A kind of number that a register carries: its name, its lengths, and who checks it."""

    name: str
    lengths: tuple[int, ...]
    validate: Callable[[str], str]
    zeros: bool = True
    """Whether it may begin with zeros, which Excel drops."""


IDENTIFIERS = {
    "nip": Identifier("NIP", (10,), nip.validate, zeros=False),
    "regon": Identifier("REGON", (9, 14), regon.validate),
    "pesel": Identifier("PESEL", (11,), pesel.validate),
}
"""The facts that hold such numbers, by fact id."""

_SIGNS = str.maketrans("", "", " -–\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")


def digits_of(cell: Cell) -> str:
    """Return the digits of a number written with spaces, dashes or ``PL`` before it.

    Raises:
        Unreadable: something else than digits stands there.
    """
    text = text_of(cell).translate(_SIGNS)
    text = text.upper().removeprefix("NIP").lstrip(":").removeprefix("PL")
    if not (text.isascii() and text.isdigit()):
        raise Unreadable(f"{shown(cell)} to nie same cyfry", "wpisz same cyfry")
    return text


def identifier_of(fact: str, digits: str) -> tuple[str, bool]:
    """Return the number, checked, and whether leading zeros had to be put back.

    Zeros are put back only where the number may begin with them and the checksum then holds, up to the nearest possible length.

    Raises:
        Unreadable: the number of digits or the checksum is wrong.
    """
    kind = IDENTIFIERS[fact]
    if not kind.zeros and digits.startswith("0"):
        what = f"{kind.name} {shown(digits)} zaczyna się od zera"
        raise Unreadable(what, "sprawdź numer we wniosku i popraw")
    try:
        return kind.validate(digits), False
    except InvalidLength:
        full = digits.zfill(next((one for one in kind.lengths if one > len(digits)), 0))
        if kind.zeros and full != digits and _holds(kind, full):
            return full, True
        count = polish.plural(len(digits), "cyfrę", "cyfry", "cyfr")
        lengths = " albo ".join(map(str, kind.lengths))
        what = f"{kind.name} {shown(digits)} ma {count} zamiast {lengths}"
    except InvalidChecksum:
        what = f"{kind.name} {shown(digits)} ma złą cyfrę kontrolną"
    except ValidationError:
        what = f"{kind.name} {shown(digits)} jest niemożliwy (zła data urodzenia)"
    raise Unreadable(what, "sprawdź numer we wniosku i popraw") from None


def _holds(kind: Identifier, digits: str) -> bool:
    try:
        kind.validate(digits)
    except ValidationError:
        return False
    return True
