"""Which points a criterion can give: the ground for asking whether it separates anybody."""

from decimal import Decimal
from fractions import Fraction
from functools import reduce

from scoring.numbers import Points, exact
from scoring.points import Criterion
from scoring.points.bands import Bands
from scoring.points.choice import Choice
from scoring.points.judged import Judged
from scoring.points.lookup import Lookup
from scoring.points.parts import Parts
from scoring.points.per_unit import PerUnit
from scoring.points.ratio import Ratio
from scoring.points.relative import Relative


def values_of(criterion: Criterion) -> set[Points]:
    """Return the points that the criterion can give, weight included.

    Where every value between two ends is possible, the ends and the middle stand for all.
    """
    found = {exact(Fraction(value) * Fraction(criterion.weight)) for value in _plain(criterion)}
    return found | {0} if criterion.when is not None or criterion.applies_to is not None else found


def _plain(criterion: Criterion) -> set[Points]:
    match criterion:
        case Parts():
            found = _of_parts(criterion)
        case Judged():
            found = set(criterion.allowed)
        case Relative():
            found = _span(criterion.worst_points, criterion.points)
        case Lookup(table_rows=None):
            found = _span(Decimal(0), criterion.highest_points)
        case Lookup(table_rows=rows):
            found = _exact(*(row.points for row in rows or ()), criterion.otherwise)
        case PerUnit(points=points, cap=cap):
            found = _exact(Decimal(0), min(points, cap), min(2 * points, cap), cap)
        case Choice():
            found = _exact(*(option.points for option in criterion.options), criterion.otherwise)
        case Bands() | Ratio():
            found = _of_bands(criterion)
        case _:
            found = _exact(criterion.points, criterion.otherwise)
    return found


def _of_bands(criterion: Bands | Ratio) -> set[Points]:
    points = [band.points for band in criterion.bands]
    if criterion.bands and criterion.bands[0].start is not None:
        points.append(criterion.otherwise)
    return _exact(*points, criterion.if_zero if isinstance(criterion, Ratio) else None)


def _of_parts(criterion: Parts) -> set[Points]:
    def join(first: set[Points], second: set[Points]) -> set[Points]:
        if criterion.combine == "highest":
            return {max(one, other) for one in first for other in second}
        return {exact(Fraction(one + other)) for one in first for other in second}

    found = reduce(join, [values_of(part) for part in criterion.parts])
    return found if criterion.cap is None else {min(one, exact(criterion.cap)) for one in found}


def _span(worst: Decimal, best: Decimal) -> set[Points]:
    return _exact(worst, (worst + best) / 2, best)


def _exact(*values: Decimal | None) -> set[Points]:
    return {exact(value) for value in values if value is not None}
