"""Exact points: whole numbers and fractions, rounded once and only by a written rule."""

import math
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from pydantic import Field

from scoring.value import Value

Points = int | Fraction
"""Points of a criterion or an application: ``int`` while whole, ``Fraction`` otherwise."""


def exact(number: int | Decimal | Fraction) -> Points:
    """Return the number as points without any loss."""
    if isinstance(number, int):
        return number
    if isinstance(number, Decimal):
        return _of_decimal(number)
    return number.numerator if number.denominator == 1 else number


@lru_cache(maxsize=4096)
def _of_decimal(number: Decimal) -> Points:
    """Convert a number of a rule file; a call asks for the same few over and over."""
    return exact(Fraction(number))


def rounded(points: Points, places: int, mode: Literal["half_up", "down", "up"]) -> Points:
    """Round to ``places`` decimal places.

    ``half_up`` is the school rule (0.005 becomes 0.01); ``down`` cuts towards minus infinity and
    ``up`` towards plus infinity.
    """
    scale = 10**places
    scaled = Fraction(points) * scale
    whole = {
        "half_up": math.floor(scaled + Fraction(1, 2)),
        "down": math.floor(scaled),
        "up": math.ceil(scaled),
    }[mode]
    return exact(Fraction(whole, scale))


def raised_to_step(points: Points, step: Points) -> Points:
    """Raise to the next multiple of ``step``: 33/2 with step 1 becomes 17."""
    return exact(math.ceil(Fraction(points) / Fraction(step)) * Fraction(step))


def as_decimal(points: Points) -> Decimal | None:
    """Return the same number as a decimal, or ``None`` where no decimal is exact."""
    fraction = Fraction(points)
    rest, places = fraction.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        places = max(places, power)
    # Written out, for a division would keep only 28 digits.
    return Decimal(f"{fraction * 10**places}e-{places}") if rest == 1 else None


def plain(points: Points) -> str:
    """Write points for a machine: ``17``, ``53.39``, or ``13/3`` where no decimal is exact."""
    decimal = as_decimal(points)
    return str(Fraction(points)) if decimal is None else format(decimal, "f")


class Rounding(Value):
    """How the total of an application is rounded, once, and when the minimum is tested."""

    places: int = Field(ge=0)
    mode: Literal["half_up", "down", "up"] = "half_up"
    threshold: Literal["after", "before"] = "after"
    source: str

    def apply(self, points: Points) -> Points:
        """Round a total by this rule."""
        return rounded(points, self.places, self.mode)
