"""``judged``: the council's judgement, given on members' cards."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, Self

from pydantic import Field

from scoring import polish
from scoring.cards import COMBINE_NAMES, CardRule, combine
from scoring.facts import Catalogue, Facts
from scoring.flaws import Flaw
from scoring.numbers import Points, exact, plain
from scoring.points.base import Kind
from scoring.points.case import Judging, Row, Rule, Score, Shared
from scoring.points.missing import Missing
from scoring.value import Value

Given = tuple[tuple[str, Points], ...]
"""What members gave, each by name."""


class Step(Value):
    """A value of the scale and what it stands for."""

    points: Decimal
    means: str


class Judged(Kind):
    """Points that members give on their cards, from the values of a scale.

    ``scale`` lists the values with their meaning; ``range`` allows all from its first to its
    second number, in steps of the third (1 unless stated).
    """

    kind: Literal["judged"]
    scale: tuple[Step, ...] | None = Field(default=None, min_length=1)
    range: tuple[Decimal, ...] | None = Field(default=None, min_length=2, max_length=3)

    @property
    def allowed(self) -> tuple[Points, ...]:
        """All values that a member may give, lowest first."""
        if self.scale is not None:
            return tuple(sorted(exact(step.points) for step in self.scale))
        low, high, *rest = self.range or (Decimal(0), Decimal(0))
        step = rest[0] if rest else Decimal(1)
        count = int((high - low) / step) if step > 0 and high > low else 0
        return tuple(exact(low + step * position) for position in range(count + 1))

    @property
    def highest(self) -> Points:
        """The best value of the scale."""
        if self.scale is not None:
            return exact(max(step.points for step in self.scale))
        return exact(max(self.range[:2]) if self.range is not None else 0)

    def allows(self, points: Points) -> bool:
        """Say whether a member may give these points."""
        if self.scale is not None:
            return any(exact(step.points) == points for step in self.scale)
        low, high, *rest = map(exact, self.range or ())
        return low <= points <= high and Fraction(points - low) % (rest[0] if rest else 1) == 0

    def rule_of_kind(self, shared: Shared) -> Rule:
        """Combine by the call's rule the cards that count, or what the self-review gave."""
        rule = shared.card_rule

        def scored(_: Facts, judging: Judging) -> Score:
            given, needed = self._given(judging), self._needed(rule, judging)
            if rule is None or len(given) < max(needed, 1):
                detail = f"{self.name} – jest {len(given)} z {max(needed, 1)}"
                return self.lacks(Missing("cards", detail), besides=given)
            return self._combined(rule, given)

        return scored

    def _combined(self, rule: CardRule, given: Given) -> Score:
        """Combine what the members gave, if all of it stands on the scale."""
        strange = [
            f"{member} ({polish.points(value)})"
            for member, value in given
            if not self.allows(value)
        ]
        if strange:
            detail = f"{self.name} – {', '.join(strange)}"
            return self.lacks(Missing("off_scale", detail), besides=given)
        points = combine(rule, [value for _, value in given])
        if points is None:
            why: Literal["no_consensus", "no_majority"] = (
                "no_consensus" if rule.combine == "consensus" else "no_majority"
            )
            return self.lacks(Missing(why, self.name), besides=given)
        return self.gives(points, besides=(rule.combine, given))

    def _given(self, judging: Judging) -> Given:
        if self.id in judging.reviews:
            return judging.reviews[self.id]
        counted = [card for card in judging.cards if not card.excluded]
        return tuple(
            (card.member, card.points[self.id]) for card in counted if self.id in card.points
        )

    def _needed(self, rule: CardRule | None, judging: Judging) -> int:
        if rule is not None and rule.at_least != "all":
            return rule.at_least
        if self.id in judging.reviews:
            return len(judging.reviews[self.id])
        excluded = sum(card.excluded for card in judging.cards)
        members = judging.members
        return (len(judging.cards) if members is None else members) - excluded

    def facts_of_kind(self) -> Iterator[str]:
        """A judgement reads no facts."""
        yield from ()

    def rows(self, catalogue: Catalogue) -> Iterator[Row]:  # noqa: ARG002
        """One line a value of the scale, or the range."""
        if self.scale is not None:
            for step in self.scale:
                yield Row(step.means, polish.number(step.points))
        else:
            values = self.allowed
            yield Row("ocena członków Rady", f"{_shown(values[:1])}–{_shown(values[-1:])}")

    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:  # noqa: ARG002
        """Say how many cards gave which points and how they were combined."""
        found: Any = score.besides
        rule, given = found
        values = _shown([value for _, value in given])
        count = polish.plural(len(given), "karta", "karty", "kart")
        return f"Ocena Rady: {count} ({values}), {COMBINE_NAMES[rule]}"

    def plain_value(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:  # noqa: ARG002
        """Return the points given by the members, in the order of their names."""
        found: Any = score.besides
        if not found:
            return None
        given = found[1] if isinstance(found[0], str) else found
        return ", ".join(plain(value) for _, value in given)

    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:  # noqa: ARG002
        """There must be one scale, with at least two different values."""
        if (self.scale is None) == (self.range is None):
            what = "kryterium oceniane potrzebuje albo „scale”, albo „range”"
            return self, [Flaw((), what, "zostaw jedno z nich")]
        if self.range is not None:
            return self, _range_flaws(self.range)
        flaws = []
        if len(set(self.allowed)) < len(self.allowed):
            flaws.append(Flaw(("scale",), "ta sama liczba punktów stoi dwa razy", "usuń jedną"))
        if len(self.allowed) < 2:  # noqa: PLR2004 - a scale of one value judges nothing
            flaws.append(Flaw(("scale",), "skala ma mniej niż dwie wartości", "dopisz wartości"))
        return self, flaws


def _range_flaws(written: tuple[Decimal, ...]) -> list[Flaw]:
    low, high, *rest = written
    step = rest[0] if rest else Decimal(1)
    if step <= 0 or high <= low or (high - low) % step:
        what = "zakres musi rosnąć i dać się podzielić na równe kroki"
        return [Flaw(("range",), what, "np. range: [0, 10] albo [0, 5, 0.5]")]
    return []


def _shown(values: Sequence[Points]) -> str:
    return ", ".join(polish.points(value) for value in values)
