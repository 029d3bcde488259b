"""What the points of one application may hang on besides its own facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.changes import Reviews
from scoring.council.assessing import how_many_assess
from scoring.council.sitting import HeldSitting
from scoring.points.case import Judging, Rule, Score, Shared
from scoring.points.relative import Rival
from scoring.ruleset import Ruleset

NOTHING_REVIEWED: Reviews = MappingProxyType({})
"""No protest led to a self-review."""


@dataclass(frozen=True, slots=True)
class WholeCall:
    """What is the same for every application of the call."""

    call: Call
    ruleset: Ruleset
    rules: tuple[Rule, ...]
    cards: Mapping[str, tuple[Card, ...]]
    unjudged: Judging
    sitting: HeldSitting | None
    reviews: Reviews

    @classmethod
    def of(
        cls,
        call: Call,
        ruleset: Ruleset,
        rivals: Sequence[Rival],
        cards: Sequence[Card],
        sitting: HeldSitting | None = None,
        *,
        reviews: Reviews = NOTHING_REVIEWED,
    ) -> Self:
        """Make the criteria ready for those who take part, and sort the cards by application."""
        by_number: dict[str, list[Card]] = {}
        for card in cards:
            by_number.setdefault(card.application, []).append(card)
        spreads = {one.id: one.spread(rivals, whole) for one, whole in ruleset.relative()}
        grouped = {number: tuple(some) for number, some in by_number.items()}
        shared = Shared(call.council.cards, spreads, call.tables_of_points)
        rules = tuple(one.rule(shared) for one in ruleset.criteria)
        members = len(call.council.members) or None
        return cls(call, ruleset, rules, grouped, Judging(members=members), sitting, reviews)

    def scores(self, application: Application) -> tuple[Score, ...]:
        """Score an application against every criterion, in their order."""
        facts, judging = application.facts, self.judging(application)
        return tuple([rule(facts, judging) for rule in self.rules])

    def judging(self, application: Application) -> Judging:
        """Tell who judged an application, and what they gave."""
        number = application.number
        if self.sitting is None and number not in self.cards and number not in self.reviews:
            return self.unjudged
        cards = self.cards.get(number, ())
        members = self.unjudged.members
        if self.sitting is not None:
            # The excluded have empty cards, which are taken off again.
            excluded = sum(card.excluded for card in cards)
            members = how_many_assess(self.sitting, number) + excluded
        return Judging(cards, members, self.reviews.get(number, {}))
