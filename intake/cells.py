"""One cell of a register as the value of a fact, in the ways offices write it."""

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial

from intake.amounts import (
    Unreadable,
    grosze_of,
    is_error,
    number_of,
    share_of,
    shown,
    unreadable,
    whole_of,
)
from intake.header import normal
from intake.moments import date_of, moment_of
from intake.sheet import Cell
from scoring.facts import NUMERIC, Fact, FactType, FactValue

Parser = Callable[[Cell], FactValue]
"""Makes a value of a cell that is not blank; raises :class:`Unreadable`."""

_DASHES = frozenset({"-", "–", "—", "−", "--"})
_YES = frozenset({"tak", "t", "x", "1", "prawda", "true", "✓", "✔", "☒", "☑"})
_NO = frozenset({"nie", "n", "0", "falsz", "false", "☐"})
_HIDDEN = dict.fromkeys(
    one
    for low, high in (
        (0, 9),
        (14, 32),
        (127, 160),
        (0xAD, 0xAE),
        (0x200B, 0x2010),
        (0x202A, 0x202F),
        (0x2060, 0x2070),
        (0xD800, 0xE000),
        (0xFEFF, 0xFF00),
    )
    for one in range(low, high)
)
"""Characters that nobody sees: controls, zero widths, changes of direction, halves of letters."""
_FURTHEST = 15


def is_blank(cell: Cell) -> bool:
    """Say whether nothing stands in the cell: no text, only spaces, or only a dash."""
    if cell is None:
        return True
    return isinstance(cell, str) and (not cell or cell.isspace() or cell.strip() in _DASHES)


def parser_of(fact: Fact) -> Parser:
    """Return what reads cells of this fact's column.

    Money comes out in grosze, a share in per cent, a choice as the id of its option.
    """
    match fact.type:
        case FactType.WHOLE:
            return _not_negative(partial(whole_of, unit=fact.unit))
        case FactType.DECIMAL:
            return _not_negative(partial(number_of, unit=fact.unit))
        case FactType.CHOICE:
            return _choice(fact)
        case other:
            return _PARSERS[other]


def not_negative(value: FactValue, cell: Cell) -> None:
    """Refuse a count or an amount below zero: no register has one.

    Raises:
        Unreadable: it is below zero.
    """
    if isinstance(value, int | Decimal) and value < 0:
        what = f"liczba {shown(cell)} jest ujemna"
        raise Unreadable(what, "wpisz liczbę równą co najmniej 0")


def _not_negative(parser: Parser) -> Parser:
    def parse(cell: Cell) -> FactValue:
        value = parser(cell)
        not_negative(value, cell)
        return value

    return parse


def plain_parser_of(fact: Fact) -> Parser:
    """Return what reads values of this fact from JSON, as :meth:`Fact.plain` writes them."""

    def parse(cell: Cell) -> FactValue:
        """Read one cell in the plain form of this fact."""
        if fact.type in NUMERIC:
            _be_modest(cell)
        if fact.type is FactType.MOMENT and isinstance(cell, str):
            return moment_of(cell)
        if fact.type is FactType.TEXT and isinstance(cell, str):
            return text_of(cell)
        try:
            value = fact.from_file(cell)
        except ValueError:
            raise Unreadable(f"{shown(_json(cell))} nie pasuje") from None
        if fact.type is FactType.MONEY and isinstance(value, int) and value < 0:
            raise Unreadable(f"kwota {shown(_json(cell))} jest ujemna")
        if fact.type in NUMERIC:
            not_negative(value, _json(cell))
        return value

    return parse


def _be_modest(cell: Cell) -> None:
    """Refuse 1e999999999, which would fill the memory as a whole number."""
    try:
        number = Decimal(cell) if isinstance(cell, int | str | Decimal) else Decimal(0)
    except ArithmeticError:
        return
    if number.is_finite() and abs(number.adjusted()) > _FURTHEST:
        raise Unreadable(f"{shown(_json(cell))} to liczba spoza zakresu")


def _json(cell: Cell) -> str:
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def yes_no_of(cell: Cell) -> bool:
    """Read tak/nie, t/n, x, 1/0 or a truth value of Excel.

    Raises:
        Unreadable: it is none of them.
    """
    if isinstance(cell, bool):
        return cell
    said = f"{cell:g}" if isinstance(cell, float) else normal(str(cell))
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise unreadable(cell, f"{shown(cell)} nie znaczy ani tak, ani nie")


def _choice(fact: Fact) -> Parser:
    """Read an option by its Polish name or its id."""
    known = {normal(name): key for key, name in fact.options.items()}
    known |= {normal(key): key for key in fact.options}

    def parse(cell: Cell) -> FactValue:
        key = known.get(normal(text_of(cell)))
        if key is None:
            raise Unreadable(f"nieznana możliwość {shown(cell)}")
        return key

    return parse


def text_of(cell: Cell) -> str:
    """Read a text on one line, without characters that nobody sees; a whole number as digits.

    Raises:
        Unreadable: Excel made a date, an hour, a truth value or an error of it.
    """
    if isinstance(cell, str):
        text = cell if cell.isprintable() else cell.translate(_HIDDEN)
        text = " ".join(text.split())
        if is_error(text):
            raise unreadable(text, "")
        return text
    if isinstance(cell, bool | date | time | timedelta):
        what = f"Excel zamienił ten wpis na {_kind(cell)}"
        raise Unreadable(what, "sformatuj komórkę jako Tekst i wpisz jeszcze raz")
    return format(number_of(cell).normalize(), "f").replace(".", ",")


def _kind(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "wartość logiczną"
    return "datę" if isinstance(cell, date) else "godzinę"


_PARSERS: dict[FactType, Parser] = {
    FactType.MONEY: grosze_of,
    FactType.SHARE: _not_negative(share_of),
    FactType.DATE: date_of,
    FactType.MOMENT: moment_of,
    FactType.YES_NO: yes_no_of,
    FactType.TEXT: text_of,
}
"""What reads each type that needs to know nothing else of its fact."""
