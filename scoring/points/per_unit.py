"""``per_unit``: a count times points, up to a cap."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, Self

from pydantic import Field

from scoring import polish
from scoring.facts import Catalogue, Facts, FactValue, Written
from scoring.flaws import Flaw
from scoring.numbers import Points, as_decimal, exact
from scoring.points.base import Kind, number
from scoring.points.case import Row, Rule, Score, Shared, absent
from scoring.points.fact_flaws import numeric_fact_flaws

_COUNTS = 1024
"""So many counts of a call are remembered; of amounts of money there is no end."""


class PerUnit(Kind):
    """``points`` for each full ``each`` of the fact (1 unless stated), at most ``cap``."""

    kind: Literal["per_unit"]
    fact: str
    each: Written = Decimal(1)
    points: Decimal = Field(gt=0)
    cap: Decimal = Field(gt=0)

    @property
    def highest(self) -> Points:
        """The cap."""
        return exact(self.cap)

    def rule_of_kind(self, shared: Shared) -> Rule:  # noqa: ARG002
        """Count the full units; the counts of a call are few, so each is worked out once."""
        fact, unknown = self.fact, self.lacks(*absent(self.fact))

        @lru_cache(maxsize=_COUNTS)
        def given(value: FactValue | None) -> Score:
            return unknown if value is None else self.gives(self._given(value))

        return lambda facts, _: given(facts.get(fact))

    def reads(self, facts: Facts) -> FactValue | None:
        """Return the value."""
        return facts.get(self.fact)

    def _given(self, value: FactValue) -> Points:
        """Return what so much gives, before the weight."""
        units = max(0, number(value) // number(self.each))
        return exact(min(units * self.points, self.cap))

    def facts_of_kind(self) -> Iterator[str]:
        """Name the fact."""
        yield self.fact

    def rows(self, catalogue: Catalogue) -> Iterator[Row]:
        """One line: points for each unit, and the cap."""
        fact = catalogue[self.fact]
        text = f"{fact.name}: za każde pełne {fact.show(self.each)}"
        cap = f"nie więcej niż {polish.number(self.cap)}"
        yield Row(text, f"{polish.number(self.points)} ({cap})")

    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:  # noqa: ARG002
        """Say the count."""
        fact = catalogue[self.fact]
        each = f"{polish.number(self.points)} pkt za każde pełne {fact.show(self.each)}"
        return f"{fact.name}: {fact.show(self.value(facts))}, {each}, nie więcej niż {polish.number(self.cap)}"

    def next_step(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:
        """Name the next full unit."""
        value = self.value(facts)
        if value is None or score.points is None or score.points >= self.maximum:
            return None
        fact = catalogue[self.fact]
        units = max(0, number(value) // number(self.each)) + 1
        following = as_decimal(exact(units * number(self.each))) or Decimal(0)
        gain = Fraction(min(units * self.points, self.cap)) - Fraction(self._given(value))
        shown = polish.with_points(self.weighted(exact(gain)))
        return f"{fact.name}: od {fact.show(following)} – o {shown} więcej"

    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """Turn the unit into the unit of the fact."""
        flaws = numeric_fact_flaws("fact", self.fact, catalogue)
        if flaws:
            return self, flaws
        try:
            each = catalogue[self.fact].from_file(self.each)
        except ValueError as wrong:
            return self, [Flaw(("each",), str(wrong), "np. each: 1")]
        if number(each) <= 0:
            return self, [Flaw(("each",), "jednostka musi być większa od zera", "np. each: 1")]
        return self.model_copy(update={"each": each}), []
