"""One application explained as JSON: its result, its cards, and what would change its outcome."""

from scoring.canonical import Json, points
from scoring.cards import Card
from scoring.decision import Assessment, Decision
from scoring.explain import distances, next_steps
from scoring.export import result_of
from scoring.flips.find import Flips


def explained(decision: Decision, one: Assessment, flips: Flips | None) -> Json:
    """Return what ``nabor explain --json`` prints; of a withdrawn application nothing is asked.

    ``reviews`` holds by criterion the cards of its last self-review, which alone count there.
    """
    found = result_of(decision, one)
    found["next_steps"] = next_steps(decision, one)
    found["distances"] = distances(decision, one)
    number = one.application.number
    found["cards"] = [_card(card) for card in decision.cards_of(number)]
    found["reviews"] = {
        criterion: [_card(card) for card in cards]
        for criterion, cards in sorted(decision.reviews_of(number).items())
    }
    found["flips"] = None if flips is None else flips.plain(decision)
    return found


def _card(card: Card) -> Json:
    return {
        "member": card.member,
        "excluded": card.excluded,
        "points": {name: points(given) for name, given in sorted(card.points.items())},
        "justifications": dict(sorted(card.justifications.items())),
        "checked_by": list(card.checked_by),
    }
