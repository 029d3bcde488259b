"""How near the line of the limit, and how near the minimum, the nearest applications stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import claimed_by
from scoring.numbers import Points, exact


@dataclass(frozen=True, slots=True)
class FirstBelow:
    """The first operation under the line.

    ``money`` is what it claims above what was left when its turn came (grosze; None where something
    else kept it out); ``points`` what it has less than the last one above the line (None where there
    is none).
    """

    number: str
    money: int | None
    points: Points | None


@dataclass(frozen=True, slots=True)
class FromMinimum:
    """How far an application is from its own minimum; below zero it is under it."""

    number: str
    points: Points


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a call; ``None`` where nobody stands on that side."""

    below_line: FirstBelow | None
    above_minimum: FromMinimum | None
    below_minimum: FromMinimum | None


def margins(decision: Decision) -> Margins:
    """Measure the margin at the line and at the minimum."""
    distances = [
        FromMinimum(one.application.number, exact(Fraction(one.tested) - Fraction(one.minimum)))
        for one in decision.assessments
        if one.tested is not None and one.minimum is not None
    ]
    above = [one for one in distances if one.points >= 0]
    below = [one for one in distances if one.points < 0]
    return Margins(
        _first_below(decision),
        min(above, key=lambda one: one.points, default=None),
        max(below, key=lambda one: one.points, default=None),
    )


def _first_below(decision: Decision) -> FirstBelow | None:
    outside = decision.of(Outcome.SELECTED_OUTSIDE_LIMIT)
    if not outside:
        return None
    one = outside[0]
    short = None if one.fit is None else claimed_by(one) - one.fit.left
    listed = one.fit is not None and one.fit.why == "too_large"
    points = _behind(one, decision.of(Outcome.SELECTED))
    return FirstBelow(one.application.number, short if listed else None, points)


def _behind(one: Assessment, above: Iterable[Assessment]) -> Points | None:
    """Tell how many points an operation has less than the last of those above it."""
    totals = [Fraction(other.points) for other in above if other.points is not None]
    if not totals or one.points is None:
        return None
    return exact(min(totals) - Fraction(one.points))
