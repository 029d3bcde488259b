"""``yes_no``: points where a fact is "tak" or a condition is met, else other points."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, Self, cast

from scoring import polish
from scoring.conditions import Condition, missing_facts
from scoring.facts import Catalogue, Facts, FactType
from scoring.flaws import Flaw
from scoring.numbers import Points, exact
from scoring.points.base import Kind
from scoring.points.case import Judging, Row, Rule, Score, Shared, absent
from scoring.points.fact_flaws import fact_flaws


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

    def rule_of_kind(self, shared: Shared) -> Rule:  # noqa: ARG002
        """Read the fact or the condition; unknown stays unknown."""
        fact = self.fact
        given: dict[object, Score] = {
            True: self.gives(self.points),
            False: self.gives(self.otherwise),
        }
        if fact is not None:
            given[None] = self.lacks(*absent(fact))
            return lambda facts, _: given[facts.get(fact)]
        condition = self._asked
        answer = condition.test()

        def scored(facts: Facts, _: Judging) -> Score:
            found = answer(facts)
            if found is None:
                return self.lacks(*absent(*missing_facts(condition, facts)))
            return given[found]

        return scored

    def reads(self, facts: Facts) -> bool | None:
        """Return the answer."""
        if self.fact is not None:
            return cast("bool | None", facts.get(self.fact))
        return self._asked.answer(facts)

    @property
    def _asked(self) -> Condition:
        assert self.condition is not None  # noqa: S101 - the checker saw to it
        return self.condition

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

    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:  # noqa: ARG002
        """Say which answer it was."""
        return self._subject(catalogue, "tak" if self.value(facts) else "nie")

    def next_step(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:
        """Name the other answer, where it gives more."""
        answer = self.value(facts)
        if score.points is None or answer is None:
            return None
        other = self.otherwise if answer else self.points
        if self.weighted(other) <= score.points:
            return None
        said = self._subject(catalogue, "nie" if answer else "tak")
        return f"{said} – {polish.with_points(self.weighted(other))}"

    def _subject(self, catalogue: Catalogue, answer: str) -> str:
        if self.fact is not None:
            return f"{catalogue[self.fact].name}: {answer}"
        met = "spełniony" if answer == "tak" else "niespełniony"
        return f"Warunek „{self._asked.sentence(catalogue)}” {met}"

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
