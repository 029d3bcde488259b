"""Members' assessment cards and the rule that makes one result of them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from scoring.numbers import Points, exact
from scoring.value import Value


@dataclass(frozen=True, slots=True)
class Card:
    """What one member of the council gave one application.

    ``points`` and ``justifications`` are by criterion id. A criterion the member left empty is
    absent: it is missing, never 0. A card of a member who was ``excluded`` does not count.
    ``checked_by`` names who checked that the card is complete and correct.
    """

    member: str
    application: str
    points: Mapping[str, Points] = field(default_factory=dict)
    justifications: Mapping[str, str] = field(default_factory=dict)
    excluded: bool = False
    checked_by: tuple[str, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing was written on it: no points, and no justification."""
        return not self.points and not any(self.justifications.values())


class CardRule(Value):
    """How the members' points become the points of the application.

    ``at_least`` is the number of cards that must count for each criterion; ``all`` asks for a card
    of every member who was not excluded.
    """

    combine: Literal["mean", "median", "consensus", "majority"]
    at_least: int | Literal["all"] = "all"
    source: str


COMBINE_NAMES = {
    "mean": "średnia arytmetyczna",
    "median": "mediana",
    "consensus": "jednomyślność",
    "majority": "większość ocen",
}
"""How each way of combining cards is called in documents."""


def combine(rule: CardRule, given: Sequence[Points]) -> Points | None:
    """Make one result of the points given by the members, exactly and without rounding.

    Returns ``None`` where the rule gives no result: no consensus, or no value that more than half
    of the cards share.
    """
    return _COMBINE[rule.combine](given) if given else None


def _mean(given: Sequence[Points]) -> Points:
    return exact(Fraction(sum(given)) / len(given))


def _median(given: Sequence[Points]) -> Points:
    ordered = sorted(given)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return exact(Fraction(ordered[middle - 1] + ordered[middle]) / 2)


def _consensus(given: Sequence[Points]) -> Points | None:
    return given[0] if len(set(given)) == 1 else None


def _majority(given: Sequence[Points]) -> Points | None:
    value, votes = Counter(given).most_common(1)[0]
    return value if 2 * votes > len(given) else None


_COMBINE: dict[str, Callable[[Sequence[Points]], Points | None]] = {
    "mean": _mean,
    "median": _median,
    "consensus": _consensus,
    "majority": _majority,
}
