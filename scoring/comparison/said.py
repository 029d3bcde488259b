"""How sets of criteria and their weights read side by side."""

from fractions import Fraction

from scoring import polish
from scoring.comparison.reward import Weight
from scoring.ruleset import Ruleset

NOT_THERE = "–"
"""Where a set does not reward a thing at all."""


def heading(place: int, ruleset: Ruleset) -> str:
    """Name a set by its number in the comparison, its LGD, its scope and its day."""
    since = polish.short_day(ruleset.in_force_from)
    return f"{place + 1}. {ruleset.lgd}, {ruleset.scope}, od {since}"


def weight_words(weight: Weight | None) -> str:
    """Write a weight: ``12 pkt (30 %)``."""
    if weight is None:
        return NOT_THERE
    share = polish.percent(Fraction(weight.share) * 100)
    return f"{polish.with_points(weight.points)} ({share})"


def only_words(place: int | None) -> str:
    """Say which set alone has a thing: ``[2]``; nothing where several do."""
    return "" if place is None else f"[{place + 1}]"
