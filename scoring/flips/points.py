"""The totals that an application could have, on either side of whatever they are compared with."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from fractions import Fraction

from scoring.decision import Assessment, Decision
from scoring.flips.change import PointsChange
from scoring.numbers import Points, exact


def points_changes(decision: Decision, one: Assessment) -> Iterator[PointsChange]:
    """Name every total at which the application would stand otherwise, nearest first.

    A total is compared with the minimum and with the totals of the others, and with nothing else;
    between two of them nothing can change. Totals go by the smallest step that the totals of this
    call show (whole points, halves, thirds), from 0 to the maximum of the application.
    """
    if one.exact_points is None or one.maximum is None:
        return
    grid = _grid(decision)
    found: set[int] = set()
    for reached, limits in _comparisons(decision, one):
        for limit in limits:
            at, above = _around(grid, one.maximum, reached, limit)
            found |= {at - 1, at, above - 1, above}
    last = math.floor(Fraction(one.maximum) / grid)
    totals = (exact(step * grid) for step in found if 0 <= step <= last)
    number, before = one.application.number, one.exact_points
    changes = [PointsChange(number, before, total) for total in totals if total != before]
    yield from sorted(changes, key=lambda change: (change.distance, change.after))


def _grid(decision: Decision) -> Fraction:
    """Return the smallest step between totals of the call."""
    known = [one.exact_points for one in decision.assessments if one.exact_points is not None]
    return Fraction(1, math.lcm(*(Fraction(points).denominator for points in known)))


Reached = Callable[[Fraction], Fraction]


def _comparisons(decision: Decision, one: Assessment) -> Iterator[tuple[Reached, list[Fraction]]]:
    """Tell what a total is made into before it is compared, and with what it is compared."""
    rounding = decision.call.rounding

    def as_it_is(total: Fraction) -> Fraction:
        return total

    def after_rounding(total: Fraction) -> Fraction:
        return total if rounding is None else Fraction(rounding.apply(exact(total)))

    before = rounding is not None and rounding.threshold == "before"
    if one.minimum is not None:
        yield as_it_is if before else after_rounding, [Fraction(one.minimum)]
    others = {
        Fraction(other.points)
        for other in decision.assessments
        if other.points is not None and other is not one
    }
    yield after_rounding, sorted(others)


def _around(grid: Fraction, maximum: Points, reached: Reached, limit: Fraction) -> tuple[int, int]:
    """Return the first steps of the grid that reach a limit, and that are above it."""
    steps = range(math.floor(Fraction(maximum) / grid) + 1)
    at = bisect_left(steps, limit, key=lambda step: reached(step * grid))
    return at, bisect_right(steps, limit, key=lambda step: reached(step * grid))
