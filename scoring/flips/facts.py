"""What each fact of an application might have been instead."""

import math
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from scoring.decision import Assessment, Decision
from scoring.facts import NUMERIC, ORDERED, Fact, FactType, FactValue, Written
from scoring.flips.change import FactChange
from scoring.flips.thresholds import thresholds
from scoring.numbers import as_decimal, exact

_STEPS = {
    FactType.WHOLE: Fraction(1),
    FactType.MONEY: Fraction(1),
    FactType.DECIMAL: Fraction(1, 100),
    FactType.SHARE: Fraction(1, 100),
}
"""How far a number goes to be past a threshold: one, a grosz, a hundredth."""

_TIMES = {FactType.DATE: timedelta(days=1), FactType.MOMENT: timedelta(minutes=1)}
"""The same of time: a day, a minute."""


def fact_changes(decision: Decision, one: Assessment) -> dict[str, list[FactChange]]:
    """Name, for every fact that something reads by a written value, its other values.

    They are the thresholds themselves and, of what has an order, the values next to them; nearest
    first. A fact that is not known may have any of them.
    """
    found: dict[str, dict[FactValue, FactChange]] = {}
    for name, threshold in thresholds(decision, one):
        fact = decision.ruleset.catalogue.get(name)
        before = one.application.facts.get(name)
        for value in () if fact is None else _around(threshold, fact):
            if value != before:
                distance = _distance(before, value)
                change = FactChange(one.application.number, name, before, value, distance)
                found.setdefault(name, {})[value] = change
    return {
        name: sorted(changes.values(), key=lambda change: (change.distance, str(change.after)))
        for name, changes in found.items()
    }


def _around(threshold: Written, fact: Fact) -> Iterator[FactValue]:
    """Return the value of a threshold and, where there is an order, its neighbours."""
    if fact.type in NUMERIC:
        step = _STEPS[fact.type]
        below = math.floor(Fraction(threshold) / step)
        for count in range(below - 1, below + 3):
            if count >= 0:
                yield _number(count * step, fact)
    elif fact.type in ORDERED:
        yield from (threshold - _TIMES[fact.type], threshold, threshold + _TIMES[fact.type])
    else:
        yield threshold


def _number(value: Fraction, fact: Fact) -> FactValue:
    if fact.type in (FactType.WHOLE, FactType.MONEY):
        return int(value)
    return as_decimal(exact(value)) or Decimal(0)


def _distance(before: FactValue | None, after: FactValue) -> Fraction:
    """Tell how far two values are apart; between words there is no nearer and farther."""
    if isinstance(before, datetime) and isinstance(after, datetime):
        return Fraction(abs((after - before).total_seconds()))
    if isinstance(before, date) and isinstance(after, date):
        return Fraction(abs((after - before).days))
    numbers = (int, Decimal)
    if isinstance(before, numbers) and isinstance(after, numbers):
        return abs(Fraction(after) - Fraction(before))
    return Fraction(0 if before is None else 1)
