"""What the points of one application may hang on besides its own facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Self

from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.changes import Reviews
from scoring.council.assessing import how_many_assess
from scoring.council.sitting import HeldSitting
from scoring.points.case import Case, Spread, Table
from scoring.points.relative import Rival
from scoring.ruleset import Ruleset

NOTHING_REVIEWED: Reviews = MappingProxyType({})
"""No protest led to a self-review."""


@dataclass(frozen=True, slots=True)
class WholeCall:
    """What is the same for every application of the call."""

    call: Call
    ruleset: Ruleset
    cards: Mapping[str, tuple[Card, ...]]
    spreads: Mapping[str, Spread]
    tables: Mapping[str, Table]
    sitting: HeldSitting | None = None
    reviews: Reviews = field(default_factory=dict)

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
        """Find the spreads over those who take part, and sort the cards by application."""
        by_number: dict[str, list[Card]] = {}
        for card in cards:
            by_number.setdefault(card.application, []).append(card)
        spreads = {one.id: one.spread(rivals, whole) for one, whole in ruleset.relative()}
        grouped = {number: tuple(some) for number, some in by_number.items()}
        return cls(call, ruleset, grouped, spreads, call.tables_of_points, sitting, reviews)

    def case(self, application: Application) -> Case:
        """Gather what the criteria may read about one application."""
        council = self.call.council
        cards = self.cards.get(application.number, ())
        members = len(council.members) if council.members else None
        if self.sitting is not None:
            # The excluded have empty cards, which are taken off again.
            excluded = sum(card.excluded for card in cards)
            members = how_many_assess(self.sitting, application.number) + excluded
        return Case(
            application.facts,
            cards,
            council.cards,
            members,
            self.spreads,
            self.tables,
            self.reviews.get(application.number, {}),
        )
