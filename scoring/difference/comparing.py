"""The one door of the difference: two decisions in, what moved between them out."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from scoring.cards import Card
from scoring.decision import Assessment, Decision
from scoring.difference.cause import causes_of
from scoring.difference.changed import Rules, Side, rules_that_changed
from scoring.difference.list_reason import reasons_on_the_list
from scoring.difference.moved import Difference, Moved
from scoring.difference.reason import Pair, Reason, reasons_before_the_list
from scoring.numbers import Points
from scoring.saying import Said


def difference(before: Decision, after: Decision) -> Difference:
    """Compare two decisions, application by application.

    Neither is computed again: the difference is drawn from what both say. It takes time in
    proportion to the number of applications.
    """
    old = {one.application.number: one for one in before.assessments}
    new = {one.application.number: one for one in after.assessments}
    cards = _by_application(before), _by_application(after)
    equals, rules = (_equals(before), _equals(after)), rules_that_changed(before, after)
    moved: list[Moved] = []
    unchanged: list[Assessment] = []
    for number, now in new.items():
        if number not in old:
            continue
        pair = Pair(old[number], now, before, after, equals)
        if pair.moved:
            dealt = cards[0].get(number, []), cards[1].get(number, [])
            moved.append(_moved(pair, dealt, rules))
        else:
            unchanged.append(now)
    gone = tuple(one for number, one in old.items() if number not in new)
    came = tuple(one for number, one in new.items() if number not in old)
    return Difference(before, after, tuple(moved), tuple(unchanged), gone, came)


def _moved(pair: Pair, cards: tuple[list[Card], list[Card]], rules: Rules) -> Moved:
    was, now = pair.was, pair.now
    sides = (
        Side(pair.before, was.application, tuple(cards[0])),
        Side(pair.after, now.application, tuple(cards[1])),
    )
    causes = tuple(causes_of(was, now, sides, rules))
    reasons = (*reasons_before_the_list(pair), *reasons_on_the_list(pair))
    return Moved(was, now, causes, reasons if causes or reasons else (_OTHER,))


_OTHER = Reason("call", Said("Zmieniły się dane naboru."))
"""What is left where nothing that is asked has changed."""


def _by_application(decision: Decision) -> Mapping[str, list[Card]]:
    found: dict[str, list[Card]] = defaultdict(list)
    for card in decision.cards:
        found[card.application].append(card)
    return found


def _equals(decision: Decision) -> Mapping[Points, int]:
    """Count how many of those with a place have the same points."""
    return Counter(
        one.points
        for one in decision.assessments
        if one.rank is not None and one.points is not None
    )
