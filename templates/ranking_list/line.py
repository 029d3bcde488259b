"""Where the limit runs across the ranking list, and how that is said while it is undecided."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring import polish
from scoring.decision import Assessment, Decision
from templates.base.rules_text import on_the_line

TIE = "granica limitu środków przebiega w obrębie remisu – nierozstrzygnięta"
CONSENT = (
    "granica limitu środków nierozstrzygnięta – nie wiadomo, czy wnioskodawca zgadza się "
    "na niższą kwotę"
)
ALL_FIT = "Wszystkie operacje, które zajęły miejsce na liście, mieszczą się w limicie."

WITHIN = "w limicie"
OUTSIDE = "poza limitem"


@dataclass(frozen=True, slots=True)
class Boundary:
    """The line of the limit: how many of the ranked stand above it, and what it says."""

    above: int
    text: str

    def mark(self, one: Assessment, position: int) -> str | None:
        """Say of an operation on the side of the line where it does not belong what it is."""
        if one.within_limit is None:
            return None
        above = position < self.above
        if one.within_limit is above:
            return None
        return OUTSIDE if above else WITHIN


def boundary(decision: Decision, ranked: Sequence[Assessment]) -> Boundary | None:
    """Find the line among those with a place; none is drawn where they all fit.

    While a tie or a consent is open the line stands before the place that is open; else below the
    last operation that fits.
    """
    if all(one.within_limit for one in ranked):
        return None
    waiting = on_the_line(decision)
    if waiting:
        rank = waiting[0].rank
        above = next(count for count, one in enumerate(ranked) if one.rank == rank)
        asks = waiting[0].fit is not None and waiting[0].fit.why == "asks"
        return Boundary(above, CONSENT if asks else TIE)
    above = max((place for place, one in enumerate(ranked, start=1) if one.within_limit), default=0)
    limit, left = polish.money(decision.call.limit.grosze), polish.money(decision.left)
    return Boundary(above, f"granica limitu środków: {limit}, pozostało {left}")
