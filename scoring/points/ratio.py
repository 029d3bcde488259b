"""``ratio``: one fact as a share of another, in per cent, then ranges."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Literal, Self

from scoring import polish
from scoring.facts import Catalogue, Fact, Facts, FactType, Written
from scoring.flaws import Flaw
from scoring.numbers import Points, exact, plain, rounded
from scoring.points.band import Band
from scoring.points.bands import Bands
from scoring.points.base import Kind, number
from scoring.points.case import Judging, Row, Rule, Score, Shared, absent
from scoring.points.fact_flaws import numeric_fact_flaws
from scoring.points.missing import Missing


class Ratio(Kind):
    """``fact`` (less ``minus``, if named) × 100 / ``of``, and the range it falls into.

    Dividing by zero gives ``if_zero`` points where that is stated, else a question.
    """

    kind: Literal["ratio"]
    fact: str
    minus: str | None = None
    of: str
    bands: tuple[Band, ...]
    otherwise: Decimal = Decimal(0)
    if_zero: Decimal | None = None

    @property
    def _bands(self) -> Bands:
        return Bands(
            id=self.id,
            name=self.name,
            kind="bands",
            fact="",
            bands=self.bands,
            otherwise=self.otherwise,
            weight=self.weight,
        )

    @property
    def highest(self) -> Points:
        """The points of the best range, or of a division by zero where those are more."""
        points = [band.points for band in self.bands]
        return exact(max([*points, self.otherwise, self.if_zero or Decimal(0)]))

    def rule_of_kind(self, shared: Shared) -> Rule:  # noqa: ARG002
        """Find the range of the share, exactly and without working the share out.

        Ranges begin and end at multiples of some step. So all that matters of a share is the last
        multiple that it reaches, and whether it is past it; ranges of twice the multiples have room
        for both.
        """
        fact, minus, of = self.fact, self.minus, self.of
        steps, ranges = self._in_steps()
        find = ranges.finder(lambda band: self.gives(band.points))
        zero = self.lacks(Missing("zero_denominator", of))
        if self.if_zero is not None:
            zero = self.gives(self.if_zero)

        def scored(facts: Facts, _: Judging) -> Score:
            """Count how many steps the share reaches, and find their range."""
            known: Mapping[str, Written] = facts
            try:
                part, whole = known[fact], known[of]
                less = 0 if minus is None else known[minus]
            except KeyError:
                return self.lacks(*absent(*self._absent(facts)))
            if whole == 0:
                return zero
            if not type(part) is type(whole) is type(less) is int:
                part, whole, less = number(part), number(whole), number(less)
            reached, past = divmod((part - less) * steps, whole)
            found = find(2 * reached + (past != 0))
            return found or self.lacks(Missing("outside_bands", value=self.reads(facts)))

        return scored

    def _absent(self, facts: Facts) -> Iterator[str]:
        return (fact for fact in self.facts_of_kind() if fact not in facts)

    def _in_steps(self) -> tuple[int, Bands]:
        """Return into how many steps the whole is divided, and the ranges in half steps."""
        limits = [Fraction(limit) for band in self.bands for limit in band.limits.values()]
        steps = lcm(*(limit.denominator for limit in limits))
        ranges = [
            band.model_copy(
                update={name: int(2 * steps * limit) for name, limit in band.limits.items()}
            )
            for band in self.bands
        ]
        return 100 * steps, self._bands.model_copy(update={"bands": tuple(ranges)})

    def reads(self, facts: Facts) -> Points | None:
        """Return the share in per cent; ``None`` where the divisor is zero, too."""
        if any(self._absent(facts)):
            return None
        whole, part = number(facts[self.of]), number(facts[self.fact])
        if self.minus is not None:
            part -= number(facts[self.minus])
        return None if whole == 0 else exact(Fraction(part * 100) / whole)

    def facts_of_kind(self) -> Iterator[str]:
        """Name the facts."""
        yield self.fact
        if self.minus is not None:
            yield self.minus
        yield self.of

    def _name(self, catalogue: Catalogue) -> str:
        part = catalogue[self.fact].name
        if self.minus is not None:
            part = f"({part} – {catalogue[self.minus].name})"
        return f"{part} × 100 / {catalogue[self.of].name}"

    def rows(self, catalogue: Catalogue) -> Iterator[Row]:
        """One line a range."""
        for band in self.bands:
            yield Row(f"{self._name(catalogue)}: {band.text(_SHARE)}", polish.number(band.points))

    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:  # noqa: ARG002
        """Say the share and the range that it falls into."""
        value = self.value(facts)
        if value is None:
            return f"{catalogue[self.of].name} wynosi zero"
        equals = "=" if rounded(value, 2, "half_up") == value else "≈"
        share = polish.percent(Fraction(value))
        return f"{self._name(catalogue)} {equals} {share}{self._bands.place_of(value, _SHARE)}"

    def plain_value(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:  # noqa: ARG002
        """Return the share in per cent."""
        value = self.value(facts)
        return None if value is None else plain(value)

    def next_step(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:
        """Name the nearest range that gives more."""
        share = self.value(facts)
        if share is None:
            return None
        shown = Catalogue([_share("", self._name(catalogue))])
        return self._bands.next_step(score, {"": share}, shown)

    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """All facts must be numbers; ranges are in per cent."""
        flaws = numeric_fact_flaws("fact", self.fact, catalogue)
        flaws += numeric_fact_flaws("of", self.of, catalogue)
        if self.minus is not None:
            flaws += numeric_fact_flaws("minus", self.minus, catalogue)
        if not flaws:
            flaws = [*self._unit_flaws(catalogue)]
        bands, wrong = self._bands.with_bands_of(_SHARE)
        return self.model_copy(update={"bands": bands.bands}), flaws + wrong

    def _unit_flaws(self, catalogue: Catalogue) -> Iterator[Flaw]:
        """Only like is a share of like: money of money, a number of a number."""
        whole = _unit(catalogue[self.of])
        for key, fact in (("fact", self.fact), ("minus", self.minus)):
            if fact is not None and _unit(catalogue[fact]) != whole:
                what = f"nie można policzyć udziału: „{fact}” i „{self.of}” mają różne jednostki"
                yield Flaw((key,), what, "porównaj kwotę z kwotą albo liczbę z liczbą")


def _unit(fact: Fact) -> FactType | None:
    """Return what a number is a number of, where it is not plain."""
    return fact.type if fact.type in (FactType.MONEY, FactType.SHARE) else None


def _share(fact_id: str, name: str) -> Fact:
    return Fact(id=fact_id, name=name, type=FactType.SHARE)


_SHARE = _share("share", "udział")
