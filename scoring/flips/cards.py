"""What each member might have given instead."""

from collections.abc import Iterator

from scoring import polish
from scoring.decision import Assessment, Decision
from scoring.flips.change import CardChange
from scoring.points.judged import Judged


def card_changes(decision: Decision, one: Assessment) -> Iterator[CardChange]:
    """Name every other value of the scale on every card that counts, nearest first.

    In a criterion that was assessed again after a protest the members' cards count no more.
    """
    judged = [each for each in decision.ruleset.simple() if isinstance(each, Judged)]
    number = one.application.number
    changes = [
        CardChange(number, card.member, criterion.id, card.points[criterion.id], value)
        for card in decision.cards_of(number)
        if not card.excluded
        for criterion in judged
        if criterion.id in card.points and decision.reviewed(number, criterion.id) is None
        for value in criterion.allowed
        if value != card.points[criterion.id]
    ]
    yield from sorted(
        changes,
        key=lambda change: (change.distance, polish.alphabetical(change.member), change.criterion),
    )
