"""Numbers and amounts of money as Poles write them."""

import math
import re
from datetime import date, datetime
from decimal import Decimal

from intake.sheet import Cell
from scoring import polish

LONGEST = 40
_DIGITS = 15
_ERROR = re.compile(
    r"#(?:REF|ADR|DIV/0|DZIEL/0|N/A|N/D|NAME|NAZWA|NULL|ZERO|NUM|LICZBA|VALUE|ARG|SPILL|CALC)[!?]?"
)
_PLAIN = re.compile(r"([+-]?)([0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:([.,])([0-9]+))?")
_MARKED = re.compile(r"([+-]?)([0-9]{1,3}(?:([.,'])[0-9]{3})+)(?:([.,])([0-9]+))?")
_MONEY = re.compile(r"^(?:pln|zł) ?|(?:,[ -]?-)? ?(?:zł|zl|pln|złotych)\.?$|,-$", re.IGNORECASE)


class Unreadable(ValueError):  # noqa: N818 - an answer to the clerk, in Polish
    """A cell that cannot be read: what is wrong, and what to write (``None``: the usual)."""

    def __init__(self, what: str, write: str | None = None) -> None:
        """Keep both."""
        super().__init__(what)
        self.what = what
        self.write = write


def unreadable(cell: Cell, what: str, write: str | None = None) -> Unreadable:
    """Make the answer to a cell; where a formula failed in it, that is what is said."""
    if is_error(cell):
        what = f"formuła w komórce ma błąd {cell}"
        return Unreadable(what, "popraw formułę albo wpisz wartość")
    return Unreadable(what, write)


def is_error(cell: Cell) -> bool:
    """Say whether the cell holds the error of a formula, such as #REF!."""
    return isinstance(cell, str) and cell.startswith("#") and _ERROR.fullmatch(cell) is not None


def shown(cell: Cell) -> str:
    """Show what a cell holds, shortened."""
    text = cell if isinstance(cell, str) else _written(cell)
    text = " ".join(text.split())
    return f"„{text[: LONGEST - 1]}…”" if len(text) > LONGEST else f"„{text}”"


def _written(cell: Cell) -> str:
    """Write what is no text as a Pole would: 865 000,5; PRAWDA; 5.05.2022."""
    if isinstance(cell, bool):
        return "PRAWDA" if cell else "FAŁSZ"
    if isinstance(cell, float) and math.isfinite(cell):
        cell = _of_float(cell)
    if isinstance(cell, int | Decimal) and abs(Decimal(cell).adjusted()) <= LONGEST:
        return polish.number(cell)
    if isinstance(cell, datetime):
        return polish.moment(cell)
    return f"{cell.day}.{cell.month:02}.{cell.year}" if isinstance(cell, date) else f"{cell}"


def number_of(cell: Cell, *, comma_is_decimal: bool = True, unit: str | None = None) -> Decimal:
    """Read a number exactly: ``1 234,5``, ``1.234,5``, ``1,234.5``, with its unit or without.

    ``comma_is_decimal`` says that „1,125” can only be a fraction; otherwise it is refused, as
    „1.125” always is, because it may also stand for a thousand.

    Raises:
        Unreadable: it is no number, or may be two.
    """
    if isinstance(cell, bool):
        raise Unreadable(f"{shown(cell)} nie jest liczbą")
    if isinstance(cell, int | float | Decimal):
        number = _of_float(cell) if isinstance(cell, float) else Decimal(cell)
        if abs(number.adjusted()) > LONGEST:
            raise Unreadable(f"liczba {shown(cell)} ma za dużo cyfr", "sprawdź ją; to pomyłka")
        return number
    if not isinstance(cell, str):
        raise Unreadable(f"zamiast liczby jest data lub godzina {shown(cell)}")
    return _of_text(cell, comma_is_decimal=comma_is_decimal, unit=unit)


def _of_float(number: float) -> Decimal:
    """Return a number as a spreadsheet shows it: it keeps 15 significant digits."""
    if not math.isfinite(number):
        raise Unreadable("komórka nie ma wartości liczbowej")
    return Decimal(f"{number:.{_DIGITS}g}")


def _of_text(cell: str, *, comma_is_decimal: bool, unit: str | None) -> Decimal:
    text = " ".join(cell.split()).replace("−", "-").replace("–", "-").replace("—", "-")
    if unit and text.casefold().endswith(unit.casefold()):
        text = text[: -len(unit)].rstrip()
    if len(text) <= LONGEST:
        plain = _PLAIN.fullmatch(text)
        if plain is not None:
            _be_sure(cell, plain, comma_is_decimal=comma_is_decimal)
            sign, whole, _, fraction = plain.groups()
            return Decimal(f"{sign}{whole.replace(' ', '')}.{fraction or ''}")
        marked = _MARKED.fullmatch(text)
        if marked is not None and marked[3] != marked[4] and _one_mark(marked[2]):
            whole = re.sub(r"[.,']", "", marked[2])
            return Decimal(f"{marked[1]}{whole}.{marked[5] or ''}")
    raise unreadable(cell, f"nie można odczytać liczby {shown(cell)}")


def _one_mark(whole: str) -> bool:
    return len(set(re.findall(r"[.,']", whole))) == 1


def _be_sure(cell: str, plain: re.Match[str], *, comma_is_decimal: bool) -> None:
    """Refuse „1.234”: it may be a bit over one, or a thousand."""
    _, whole, mark, fraction = plain.groups()
    thousand = fraction is not None and len(fraction) == len("234") and 0 < len(whole) <= len("123")
    if not thousand or whole.startswith("0") or (mark == "," and comma_is_decimal):
        return
    what = f"nie wiadomo, czy {shown(cell)} to {whole}{fraction}, czy {whole},{fraction}"
    raise Unreadable(what, f"wpisz „{whole} {fraction}” albo „{whole},{fraction[:2]}”")


def grosze_of(cell: Cell) -> int:
    """Read an amount of money in PLN; return whole grosze.

    Raises:
        Unreadable: it is no amount, is negative, or has a fraction of a grosz.
    """
    if isinstance(cell, str):
        cell = _MONEY.sub("", " ".join(cell.split())).strip()
    value = number_of(cell, comma_is_decimal=False) * 100
    if value < 0:
        raise Unreadable(f"kwota {shown(cell)} jest ujemna", "wpisz kwotę równą co najmniej 0")
    if value != value.to_integral_value():
        what = f"kwota {shown(cell)} ma ułamek grosza"
        raise Unreadable(what, "wpisz kwotę z dokładnością do grosza, np. 1 234,56")
    return int(value)


def whole_of(cell: Cell, unit: str | None = None) -> int:
    """Read a whole number.

    Raises:
        Unreadable: it is no number, or has a fraction.
    """
    value = number_of(cell, comma_is_decimal=False, unit=unit)
    if value != value.to_integral_value():
        raise Unreadable(f"{shown(cell)} nie jest liczbą całkowitą")
    return int(value)


def share_of(cell: Cell) -> Decimal:
    """Read a number of per cent: ``36,84 %`` or ``36,84``.

    Raises:
        Unreadable: it is no number, or a cell formatted as per cent, which holds 0.3684.
    """
    value = number_of(cell, unit="%")
    if not isinstance(cell, str) and 0 < value <= 1:
        per_cent = f"{value * 100:f} %".replace(".", ",")
        what = f"nie wiadomo, czy to {value:f} %, czy {per_cent}".replace(".", ",")
        raise Unreadable(what, f"sformatuj komórkę jako Tekst i wpisz np. {per_cent}")
    return value
