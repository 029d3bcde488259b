"""``bands``: ranges of a number (or of a date), each with its points."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Literal, Self, TypeVar

from scoring import polish
from scoring.facts import ORDERED, Catalogue, Fact, Facts, FactValue, Written
from scoring.flaws import Flaw
from scoring.numbers import Points, exact
from scoring.points.band import Band, bound_band, order_flaws
from scoring.points.base import Kind
from scoring.points.case import Judging, Row, Rule, Score, Shared, absent
from scoring.points.fact_flaws import fact_flaws
from scoring.points.missing import Missing

T = TypeVar("T")


class Bands(Kind):
    """Points by the range in which a fact lies.

    Below the first range ``otherwise`` is given (0 unless stated). A value in a hole between two
    ranges, or past a last range that ends, gets no points but a question to the office.
    """

    kind: Literal["bands"]
    fact: str
    bands: tuple[Band, ...]
    otherwise: Decimal = Decimal(0)

    @property
    def highest(self) -> Points:
        """The points of the best range."""
        return exact(max([*(band.points for band in self.bands), self.otherwise]))

    def rule_of_kind(self, shared: Shared) -> Rule:  # noqa: ARG002
        """Find the range of the value."""
        fact, unknown = self.fact, self.lacks(*absent(self.fact))
        find = self.finder(lambda band: self.gives(band.points))

        def scored(facts: Facts, _: Judging) -> Score:
            value = facts.get(fact)
            if value is None:
                return unknown
            return find(value) or self.lacks(Missing("outside_bands", fact, value))

        return scored

    def reads(self, facts: Facts) -> FactValue | None:
        """Return the value."""
        return facts.get(self.fact)

    @property
    def _ladder(self) -> tuple[Band, ...]:
        """The ranges from the lowest, with the one below the first, which ``otherwise`` is for."""
        if self.bands and self.bands[0].start is None:
            return self.bands
        return (Band(points=self.otherwise), *self.bands)

    def finder(self, standing_for: Callable[[Band], T]) -> Callable[[Written], T | None]:
        """Return what finds the range of a value, and gives what stands for the range.

        It is the last range that the value is past the beginning of; ``None`` where the value is
        past its end too.
        """
        ladder = self._ladder
        found = [standing_for(band) for band in ladder]
        starts = [band.start for band in ladder[1:]]
        begins_above = [band.above is not None for band in ladder]
        reaches = [band.reaches if band.has_end else None for band in ladder]
        if not any(begins_above) and not any(reaches):
            return lambda value: found[bisect_right(starts, value)]

        def find(value: Written) -> T | None:
            place = bisect_right(starts, value)
            if begins_above[place] and value == starts[place - 1]:
                place -= 1
            inside = reaches[place]
            return found[place] if inside is None or inside(value) else None

        return find

    def facts_of_kind(self) -> Iterator[str]:
        """Name the fact."""
        yield self.fact

    def rows(self, catalogue: Catalogue) -> Iterator[Row]:
        """One line a range."""
        fact = catalogue[self.fact]
        for band in self.bands:
            yield Row(f"{fact.name}: {band.text(fact)}", polish.number(band.points))

    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:  # noqa: ARG002
        """Say the value and the range that it falls into."""
        fact, value = catalogue[self.fact], self.value(facts)
        return f"{fact.name}: {fact.show(value)}{self.place_of(value, fact)}"

    def place_of(self, value: Written, fact: Fact) -> str:
        """Say in brackets which range a value falls into."""
        band = self.finder(lambda band: band)(value)
        if band is None or band not in self.bands:
            return " (poniżej pierwszego przedziału)"
        return f" (przedział: {band.text(fact)})"

    def next_step(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:
        """Name the nearest range that gives more points: above the value, else below it."""
        value = self.value(facts)
        if value is None or score.points is None:
            return None
        begun = sum(band.begins_by(value) for band in self.bands)
        for band in (*self.bands[begun:], *self._downwards(begun)):
            points = self.weighted(band.points)
            if points > score.points:
                fact = catalogue[self.fact]
                return f"{fact.name}: {band.text(fact)} – {polish.with_points(points)}"
        return None

    def _downwards(self, begun: int) -> Iterator[Band]:
        """Go through the ranges below the one reached, each with its end written out."""
        for lower, upper in reversed(list(pairwise(self.bands[:begun]))):
            yield lower if lower.has_end else lower.ending_before(upper)
        if begun and self.bands[0].start is not None:
            yield Band(points=self.otherwise).ending_before(self.bands[0])

    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """Turn the limits into the unit of the fact."""
        flaws = fact_flaws("fact", self.fact, catalogue)
        if flaws:
            return self, flaws
        fact = catalogue[self.fact]
        if fact.type not in ORDERED:
            what = f"fakt „{self.fact}” nie ma porządku, więc nie ma przedziałów"
            return self, [Flaw(("fact",), what, "użyj kind: choice albo yes_no")]
        return self.with_bands_of(fact)

    def with_bands_of(self, fact: Fact) -> tuple[Self, list[Flaw]]:
        """Turn the limits of the ranges into the unit of the fact and check their order."""
        bands: list[Band] = []
        flaws: list[Flaw] = []
        for position, band in enumerate(self.bands):
            one, wrong = bound_band(band, fact)
            bands.append(one)
            flaws += [flaw.under("bands", position) for flaw in wrong]
        bound = self.model_copy(update={"bands": tuple(bands)})
        return bound, flaws or list(order_flaws(bound.bands))
