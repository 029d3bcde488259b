"""Which cards stand so near to something that without one of them an outcome may be another.

To decide the whole call again without each card would take hours in a large call. What one card
does to the points of its application is found for all applications at once (their cards are taken
away together, one of each); and points that pass nobody, and no line, turn no outcome.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import zip_longest

from scoring.cards import Card
from scoring.decision import Assessment, Decision
from scoring.flips.change import again


def cards_that_may_turn(decision: Decision, asked: Decision) -> Iterator[tuple[Card, bool]]:
    """Go through the cards that may turn an outcome, each with whether it is the only one there.

    ``asked`` is the call decided with as few cards as one asked for.
    """
    counting = _by_application(decision)
    points = sorted(
        (Fraction(one.points or 0), one.application.number)
        for one in asked.assessments
        if one.rank is not None
    )
    line = _Line(asked)
    for removed in zip_longest(*counting.values()):
        gone = [card for card in removed if card is not None]
        left = [one for one in decision.cards if not any(one is card for card in gone)]
        without = again(decision, call=asked.call, cards=left)
        for card in gone:
            was, now = asked.find(card.application), without.find(card.application)
            if was is not None and now is not None and _may_turn(was, now, points, line):
                yield card, len(counting[card.application]) == 1


def _by_application(decision: Decision) -> dict[str, list[Card]]:
    found: dict[str, list[Card]] = {}
    for card in decision.cards:
        if not card.excluded and card.points:
            found.setdefault(card.application, []).append(card)
    return found


class _Line:
    """The points of the operation that closes the list, where only it can turn an outcome.

    So it is where the list is gone down until somebody does not fit, and nobody's aid hangs on the
    operations above: neither a smaller one may enter below, nor is anybody's purse shared.
    """

    def __init__(self, asked: Decision) -> None:
        self.decides = asked.call.limit.policy != "skip" and asked.programme is None
        outside = (one for one in asked.assessments if one.rank is not None and not _inside(one))
        first = next(outside, None)
        self.points = None if first is None else Fraction(first.points or 0)

    def passed(self, low: Fraction, high: Fraction) -> bool:
        """Say whether points from low to high reach the line from one side to the other."""
        if not self.decides:
            return True
        return self.points is not None and low <= self.points <= high


def _inside(one: Assessment) -> bool:
    return one.within_limit is True and one.fit is not None and one.fit.why == "fits"


def _may_turn(
    was: Assessment, now: Assessment, points: list[tuple[Fraction, str]], line: _Line
) -> bool:
    if (was.rank is None) != (now.rank is None):
        return True
    if was.rank is None:
        return was.outcome is not now.outcome
    old, new = Fraction(was.points or 0), Fraction(now.points or 0)
    low, high = min(old, new), max(old, new)
    if not line.passed(low, high):
        return False
    # Equal points may stand in another order: the ladder reads single criteria.
    number = was.application.number
    return any(low <= other <= high for other, whose in points if whose != number)
