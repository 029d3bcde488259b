"""The indicators of a call as rows of text, for the screen and for documents."""

from decimal import Decimal

from scoring import polish
from scoring.indicators import Balance, Balances

COLUMNS = ("Wskaźnik LSR", "Cel", "Osiągnięto", "Wybrane", "Pozostało")
"""Target, reached before the call, brought by the operations selected within the limit, left."""


def indicator_rows(found: Balances) -> list[tuple[str, ...]]:
    """Return a row for each indicator, in the order of the call."""
    return [_row(one) for one in found.rows]


def _row(one: Balance) -> tuple[str, ...]:
    indicator = one.indicator
    brought = polish.number(one.brought)
    if one.unknown:
        brought += f" i {polish.plural(len(one.unknown), 'nieznana', 'nieznane', 'nieznanych')}"
    return (
        f"{indicator.name} ({indicator.unit})",
        polish.number(indicator.target),
        known(indicator.reached),
        brought,
        _left(one),
    )


def _left(one: Balance) -> str:
    if one.exceeded and one.left is not None:
        return f"przekroczono o {polish.number(-one.left)}"
    return "przekroczono" if one.exceeded else known(one.left)


def known(value: Decimal | None) -> str:
    """Write a value, or that nobody knows it."""
    return "nie wiadomo" if value is None else polish.number(value)


def indicator_remarks(found: Balances) -> list[str]:
    """Return what does not fit any row: unknown values, no indicator, one that the call lacks."""
    said = [
        f"{one.indicator.name}: nie podano wartości w {', '.join(one.unknown)}."
        for one in found.rows
        if one.unknown
    ]
    if found.unnamed:
        said.append(f"Bez wskaźnika: {', '.join(found.unnamed)}.")
    said += [
        f"{number} podaje wskaźnik „{name}”, którego nabór nie ma."
        for number, name in found.strange
    ]
    return said
