"""The smallest change of each kind that flips the outcome of an application."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from scoring.canonical import Json
from scoring.canonical import points as plain_points
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import OUTCOME_NAMES
from scoring.flips.cards import card_changes
from scoring.flips.change import Change, FactChange
from scoring.flips.facts import fact_changes
from scoring.flips.limit import limit_changes
from scoring.flips.points import points_changes


@dataclass(frozen=True, slots=True)
class Flip:
    """A change, and what becomes of the application with it: another, decided outcome."""

    change: Change
    after: Assessment

    def sentence(self, decision: Decision) -> str:
        """Tell the change and the outcome that it brings."""
        return f"{self.change.sentence(decision)} – {OUTCOME_NAMES[self.after.outcome]}."

    def plain(self, decision: Decision) -> Json:
        """Return the change and the outcome for a machine."""
        after: Json = {
            "outcome": self.after.outcome.value,
            "points": plain_points(self.after.points),
        }
        return self.change.plain(decision) | after


AS_VOTED = (
    "Głosowania Rady pozostają takie, jakie były: operacja, nad którą Rada nie głosowała, "
    "pozostałaby nierozstrzygnięta."
)
"""What must be known of the answer where the council has sat."""


@dataclass(frozen=True, slots=True)
class Flips:
    """The smallest changes that flip an outcome, a kind each; ``None`` where none of a kind does.

    ``facts`` has one of each fact that can do it alone: days are not smaller or larger than złote.
    Those that move the points least stand first. ``has_cards``: members gave this application cards.
    """

    points: Flip | None
    facts: tuple[Flip, ...]
    card: Flip | None
    limit: Flip | None
    has_cards: bool

    def sentences(self, decision: Decision) -> list[str]:
        """Tell them in Polish, and of each kind without one that there is none."""
        said = [_told(self.points, "Punkty: żadna inna ich suma nie zmieniłaby wyniku.", decision)]
        said += [flip.sentence(decision) for flip in self.facts]
        if not self.facts:
            said.append(
                "Fakty: żadna zmiana jednego faktu, który czytają kryteria, warunki naboru albo "
                "reguły remisu, nie zmieniłaby wyniku."
            )
        if self.has_cards:
            none = "Karty: żadna zmiana jednej oceny na jednej karcie nie zmieniłaby wyniku."
            said.append(_told(self.card, none, decision))
        return [
            *said,
            _told(self.limit, "Limit: żadna jego zmiana nie zmieniłaby wyniku.", decision),
        ]

    def plain(self, decision: Decision) -> Json:
        """Return them for a machine."""
        return {
            "points": None if self.points is None else self.points.plain(decision),
            "facts": [flip.plain(decision) for flip in self.facts],
            "card": None if self.card is None else self.card.plain(decision),
            "limit": None if self.limit is None else self.limit.plain(decision),
        }


def _told(flip: Flip | None, none: str, decision: Decision) -> str:
    return none if flip is None else flip.sentence(decision)


def flips_of(decision: Decision, one: Assessment) -> Flips:
    """Find what would change the outcome of one application, by deciding the call again.

    Args:
        decision: what was decided.
        one: the application.
    """
    cards = list(card_changes(decision, one))
    points = first_flip(decision, one, points_changes(decision, one))
    facts = [_nearest(decision, one, some) for some in fact_changes(decision, one).values()]
    card = first_flip(decision, one, cards)
    limit = first_flip(decision, one, limit_changes(decision, one))
    found = [flip for flip in facts if flip is not None]
    ordered = tuple(sorted(found, key=lambda flip: _moved(one, flip.after)))
    return Flips(points, ordered, card, limit, has_cards=bool(cards))


def first_flip(decision: Decision, one: Assessment, changes: Iterable[Change]) -> Flip | None:
    """Return the first change, of those given nearest first, that flips the outcome."""
    for change in changes:
        after = change.decided(decision).find(one.application.number)
        if after is not None and flipped(one, after):
            return Flip(change, after)
    return None


def _nearest(decision: Decision, one: Assessment, some: list[FactChange]) -> Flip | None:
    """Return the flip nearest in value; of those as near (any two words are) the one of fewest points."""
    for _, equal in groupby(some, key=lambda change: change.distance):
        flips = [flip for change in equal if (flip := first_flip(decision, one, [change]))]
        if flips:
            return min(flips, key=lambda flip: _moved(one, flip.after))
    return None


BETTER_FIRST = (
    Outcome.SELECTED,
    Outcome.SELECTED_OUTSIDE_LIMIT,
    Outcome.BELOW_MINIMUM,
    Outcome.NOT_ELIGIBLE,
)
"""The decided outcomes; nobody asks how an operation that gets nothing would fare still worse."""


def flipped(before: Assessment, after: Assessment) -> bool:
    """Say whether the outcome turned: worse for who is selected within the limit, else better.

    Of an application that is undecided it is asked what would let it onto the list, or below it.
    """
    if after.outcome not in BETTER_FIRST:
        return False
    if before.outcome not in BETTER_FIRST:
        return after.outcome is not Outcome.NOT_ELIGIBLE
    was, would_be = BETTER_FIRST.index(before.outcome), BETTER_FIRST.index(after.outcome)
    return would_be > was if before.outcome is Outcome.SELECTED else would_be < was


def _moved(before: Assessment, after: Assessment) -> Fraction:
    """Tell how far a change moved the points; from or to unknown points counts as nothing."""
    if before.exact_points is None or after.exact_points is None:
        return Fraction(0)
    return abs(Fraction(after.exact_points) - Fraction(before.exact_points))
