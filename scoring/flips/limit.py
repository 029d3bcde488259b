"""The limits at which the line would fall elsewhere."""

from collections.abc import Iterator
from itertools import accumulate

from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import claimed_by
from scoring.flips.change import LimitChange


def limit_changes(decision: Decision, one: Assessment) -> Iterator[LimitChange]:
    """Name the limits that just hold, or just do not hold, the operations down to each place.

    They are the running sums of what the operations on the list claim: of all of them, and of those
    alone that are within the limit or are this one; each, and one grosz less. Nearest first.
    """
    if one.rank is None:
        return
    ranked = [other for other in decision.assessments if other.rank is not None]
    inside = [other for other in ranked if other.outcome is Outcome.SELECTED or other is one]
    before = decision.call.limit.grosze
    sums = {
        amount - less
        for some in (ranked, inside)
        for amount in accumulate(claimed_by(other) for other in some)
        for less in (0, 1)
    }
    if one.fit is not None:
        short = claimed_by(one) - one.fit.left
        sums |= {before + short, before + short - 1}
    changes = [LimitChange(before, amount) for amount in sums if amount >= 0 and amount != before]
    yield from sorted(changes, key=lambda change: (change.distance, change.after))
