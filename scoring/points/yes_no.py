"""``yes_no``: points where a fact is "tak" or a condition is met, else other points."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, Self

from scoring import polish
from scoring.conditions import Condition, missing_facts
from scoring.facts import Catalogue, FactType
from scoring.flaws import Flaw
from scoring.numbers import Points, exact
from scoring.points.base import Kind, fact_flaws
from scoring.points.case import Case, Reading, Row, Score, without


class YesNo(Kind):
    """Points for a yes; ``otherwise`` (0 unless stated) for a no. Unknown gives neither."""

    kind: Literal["yes_no"]
    fact: str | None = None
    condition: Condition | None = None
    points: Decimal
    otherwise: Decimal = Decimal(0)

    @property
    def highest(self) -> Points:
        """The better of the two answers."""
        return exact(max(self.points, self.otherwise))

    def read(self, case: Case) -> Reading:
        """Read the fact or the condition; unknown stays unknown."""
        if self.fact is not None:
            answer = case.facts.get(self.fact)
            absent: tuple[str, ...] = (self.fact,)
        else:
            assert self.condition is not None  # noqa: S101 - the checker saw to it
            answer = self.condition.answer(case.facts)
            absent = missing_facts(self.condition, case.facts)
        if answer is None:
            return without(*absent)
        return Reading(exact(self.points if answer else self.otherwise), bool(answer))

    def facts_of_kind(self) -> Iterator[str]:
        """Name the fact, or the facts of the condition."""
        if self.fact is not None:
            yield self.fact
        elif self.condition is not None:
            yield from self.condition.facts_read()

    def rows(self, catalogue: Catalogue) -> Iterator[Row]:
        """One line for a yes; a second for a no that gives points too."""
        yield Row(self._subject(catalogue, "tak"), polish.number(self.points))
        if self.otherwise != 0:
            yield Row(self._subject(catalogue, "nie"), polish.number(self.otherwise))

    def value_sentence(self, score: Score, catalogue: Catalogue) -> str:
        """Say which answer it was."""
        return self._subject(catalogue, "tak" if score.value else "nie")

    def next_step(self, score: Score, catalogue: Catalogue) -> str | None:
        """Name the other answer, where it gives more."""
        if score.points is None or score.held_back or not isinstance(score.value, bool):
            return None
        other = self.otherwise if score.value else self.points
        if self.weighted(other) <= score.points:
            return None
        answer = "nie" if score.value else "tak"
        return f"{self._subject(catalogue, answer)} – {polish.with_points(self.weighted(other))}"

    def _subject(self, catalogue: Catalogue, answer: str) -> str:
        if self.fact is not None:
            return f"{catalogue[self.fact].name}: {answer}"
        assert self.condition is not None  # noqa: S101 - the checker saw to it
        met = "spełniony" if answer == "tak" else "niespełniony"
        return f"Warunek „{self.condition.sentence(catalogue)}” {met}"

    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """Bind the condition; a fact must be a yes or no."""
        if (self.fact is None) == (self.condition is None):
            what = "kryterium tak/nie potrzebuje albo „fact”, albo „condition”"
            return self, [Flaw((), what, "zostaw jedno z nich")]
        if self.condition is not None:
            condition, flaws = self.condition.bound(catalogue)
            wrong = [flaw.under("condition") for flaw in flaws]
            return self.model_copy(update={"condition": condition}), wrong
        assert self.fact is not None  # noqa: S101 - one of the two is there
        flaws = fact_flaws("fact", self.fact, catalogue)
        if not flaws and catalogue[self.fact].type is not FactType.YES_NO:
            what = f"fakt „{self.fact}” nie jest pytaniem tak/nie"
            flaws = [Flaw(("fact",), what, "użyj „condition” albo innego rodzaju kryterium")]
        return self, flaws
