"""``choice``: one of named options, each with its points; options exclude each other."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal, Self

from pydantic import Field

from scoring import polish
from scoring.facts import Catalogue, Facts, FactType, FactValue, Written
from scoring.flaws import Flaw
from scoring.numbers import Points, exact
from scoring.points.base import Kind
from scoring.points.case import Judging, Row, Rule, Score, Shared, absent
from scoring.points.fact_flaws import fact_flaws
from scoring.points.missing import Missing
from scoring.value import Value


class Option(Value):
    """A value of the fact, or several that count alike, and its points."""

    is_: Written = Field(default=None, alias="is")
    one_of: tuple[Written, ...] | None = None
    points: Decimal
    means: str | None = None

    @property
    def values(self) -> tuple[Any, ...]:
        """The values that this option covers."""
        return self.one_of if self.one_of is not None else (self.is_,)


class Choice(Kind):
    """Points by a named option. What no option names gets ``otherwise``, or a question."""

    kind: Literal["choice"]
    fact: str
    options: tuple[Option, ...] = Field(min_length=1)
    otherwise: Decimal | None = None

    @property
    def highest(self) -> Points:
        """The points of the best option."""
        return exact(max([*(option.points for option in self.options), self.otherwise or 0]))

    def rule_of_kind(self, shared: Shared) -> Rule:  # noqa: ARG002
        """Look the value up among the options."""
        fact = self.fact
        scores: dict[FactValue | None, Score] = {
            value: self.gives(option.points) for option in self.options for value in option.values
        }
        scores[None] = self.lacks(*absent(fact))
        others = None if self.otherwise is None else self.gives(self.otherwise)

        def scored(facts: Facts, _: Judging) -> Score:
            value = facts.get(fact)
            return scores.get(value, others) or self.lacks(Missing("no_option", fact, value))

        return scored

    def reads(self, facts: Facts) -> FactValue | None:
        """Return the value."""
        return facts.get(self.fact)

    def facts_of_kind(self) -> Iterator[str]:
        """Name the fact."""
        yield self.fact

    def rows(self, catalogue: Catalogue) -> Iterator[Row]:
        """One line an option."""
        fact = catalogue[self.fact]
        for option in self.options:
            names = option.means or ", ".join(fact.show(value) for value in option.values)
            yield Row(names, polish.number(option.points))
        if self.otherwise is not None:
            yield Row("pozostałe", polish.number(self.otherwise))

    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:  # noqa: ARG002
        """Say the option."""
        fact = catalogue[self.fact]
        return f"{fact.name}: {fact.show(self.value(facts))}"

    def next_step(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:  # noqa: ARG002
        """Name the option that gives the least more, where one does."""
        if score.points is None or score.held_back:
            return None
        here = score.points
        better = [one for one in self.options if self.weighted(one.points) > here]
        if not better:
            return None
        option = min(better, key=lambda one: one.points)
        fact = catalogue[self.fact]
        names = option.means or " albo ".join(fact.show(value) for value in option.values)
        return f"{fact.name}: {names} – {polish.with_points(self.weighted(option.points))}"

    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """Turn the options into values of the fact; each value stands in one option only."""
        flaws = fact_flaws("fact", self.fact, catalogue)
        if flaws:
            return self, flaws
        fact = catalogue[self.fact]
        options: list[Option] = []
        seen: dict[object, int] = {}
        for position, option in enumerate(self.options):
            where = ("options", position)
            if (option.is_ is None) == (option.one_of is None):
                what = "możliwość potrzebuje albo „is”, albo „one_of”"
                flaws.append(Flaw(where, what, "zostaw jedno z nich"))
                continue
            try:
                values = tuple(fact.from_file(value) for value in option.values)
            except ValueError as wrong:
                flaws.append(Flaw(where, str(wrong), "popraw możliwość"))
                continue
            options.append(Option(one_of=values, points=option.points, means=option.means))
            for value in values:
                if value in seen:
                    what = f"„{fact.show(value)}” stoi w dwóch możliwościach"
                    flaws.append(Flaw(where, what, "zostaw ją w jednej"))
                seen[value] = position
        if fact.type is FactType.CHOICE and self.otherwise is None:
            flaws += self._uncovered(fact.options, seen)
        return self.model_copy(update={"options": tuple(options)}), flaws

    def _uncovered(self, names: dict[str, str], seen: dict[object, int]) -> Iterator[Flaw]:
        for key, name in names.items():
            if key not in seen:
                what = f"możliwość „{name}” ({key}) nie ma punktów"
                yield Flaw(("options",), what, "dopisz ją albo podaj „otherwise”", "warning")
