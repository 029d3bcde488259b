"""What the points of one application may hang on besides its own facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self, cast

from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.changes import Reviews
from scoring.council.assessing import how_many_assess
from scoring.council.sitting import HeldSitting
from scoring.numbers import Points, exact
from scoring.points.case import Judging, Rule, Score, Shared
from scoring.points.relative import Rival
from scoring.ruleset import Ruleset

NOTHING_REVIEWED: Reviews = MappingProxyType({})
"""No protest led to a self-review."""


def _known(scores: Sequence[Score]) -> Points | None:
    """Add up scores some of which have no points: they do not apply, or nobody knows."""
    if any(score.applies and score.points is None for score in scores):
        return None
    return sum(score.points for score in scores if score.points is not None)


@dataclass(frozen=True, slots=True)
class WholeCall:
    """What is the same for every application of the call."""

    call: Call
    ruleset: Ruleset
    rules: tuple[Rule, ...]
    cards: Mapping[str, tuple[Card, ...]]
    sitting: HeldSitting | None
    reviews: Reviews
    judged: bool
    """Whether members gave anything in this call."""
    unjudged: Judging
    """What an application has that no member gave anything."""
    most: Points | None
    """The maximum, where it is the same for all."""
    has_minimum: bool
    """Whether a criterion has a minimum of its own."""

    @classmethod
    def of(
        cls,
        call: Call,
        ruleset: Ruleset,
        rivals: Iterable[Rival],
        cards: Sequence[Card],
        sitting: HeldSitting | None = None,
        *,
        reviews: Reviews = NOTHING_REVIEWED,
    ) -> Self:
        """Make the criteria ready for those who take part, and sort the cards by application."""
        by_number: dict[str, list[Card]] = {}
        for card in cards:
            by_number.setdefault(card.application, []).append(card)
        compared = list(ruleset.relative())
        taking_part = sorted(rivals, key=lambda one: one.number) if compared else []
        spreads = {one.id: one.spread(taking_part, whole) for one, whole in compared}
        grouped = {number: tuple(some) for number, some in by_number.items()}
        shared = Shared(call.council.cards, spreads, call.tables_of_points)
        rules = tuple(one.rule(shared) for one in ruleset.criteria)
        return cls(
            call,
            ruleset,
            rules,
            grouped,
            sitting,
            reviews,
            judged=bool(grouped or reviews or sitting),
            unjudged=Judging(members=len(call.council.members) or None),
            most=None if any(one.shrinks for one in ruleset.criteria) else ruleset.highest,
            has_minimum=any(one.has_minimum for one in ruleset.criteria),
        )

    def scored(self, application: Application) -> tuple[tuple[Score, ...], Points | None]:
        """Score an application against every criterion, in their order, and add the points up.

        The sum is ``None`` while the points of a criterion that applies are not known.
        """
        facts = application.facts
        judging = self.judging(application) if self.judged else self.unjudged
        scores = [rule(facts, judging) for rule in self.rules]
        points = [score.points for score in scores]
        total = sum(cast("list[Points]", points)) if None not in points else _known(scores)
        return tuple(scores), total

    def maximum(self, scores: Sequence[Score]) -> Points:
        """Return the most that an application with these scores could get."""
        if self.most is not None:
            return self.most
        return exact(sum([score.maximum for score in scores]))

    def too_low(self, scores: Sequence[Score]) -> bool:
        """Say whether the minimum of a criterion, or of a part of one, is not reached."""
        return self.has_minimum and any(
            one.too_low for score in scores for one in (score, *score.parts)
        )

    def judging(self, application: Application) -> Judging:
        """Tell who judged an application, and what they gave."""
        number = application.number
        cards = self.cards.get(number, ())
        members = self.unjudged.members
        if self.sitting is not None:
            # The excluded have empty cards, which are taken off again.
            excluded = sum(card.excluded for card in cards)
            members = how_many_assess(self.sitting, number) + excluded
        return Judging(cards, members, self.reviews.get(number, {}))
