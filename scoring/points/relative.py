"""``relative``: linear between the lowest and the highest value among the applications."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, Self, cast

from pydantic import Field

from scoring import polish
from scoring.facts import Catalogue, Facts, FactType
from scoring.flaws import Flaw
from scoring.numbers import Points, exact, plain, rounded
from scoring.points.base import Kind, number
from scoring.points.case import Judging, Row, Rule, Score, Shared, Spread, absent
from scoring.points.fact_flaws import numeric_fact_flaws
from scoring.points.missing import Missing, WhyMissing


@dataclass(frozen=True, slots=True)
class Rival:
    """An application of the call, as the others see it; not ``certain`` while its gate is open."""

    number: str
    facts: Facts
    certain: bool = True


def _in_applications(numbers: Sequence[str]) -> str:
    """Name applications after „we”; of very many only the first."""
    if len(numbers) == 1:
        return f"wniosku {numbers[0]}"
    if len(numbers) <= _NAMED + 1:
        return f"wnioskach {', '.join(numbers)}"
    named = ", ".join(numbers[:_NAMED])
    return f"wnioskach {named} oraz w {len(numbers) - _NAMED} innych"


_NAMED = 5


class Relative(Kind):
    """The ``best`` value of the call gets ``points``, the worst ``worst_points``.

    The value is a fact, or a fact divided by the fact named in ``per``. Between the two ends the
    points are linear, exact, and rounded only where ``round_to`` says so. ``all_equal`` says what
    is given where no two applications differ; ``if_zero`` what where ``per`` is zero (such an
    application then does not take part in finding the ends).
    """

    kind: Literal["relative"]
    fact: str
    per: str | None = None
    best: Literal["lowest", "highest"]
    points: Decimal
    worst_points: Decimal = Decimal(0)
    all_equal: Decimal | None = None
    if_zero: Decimal | None = None
    round_to: int | None = Field(default=None, ge=0)

    @property
    def highest(self) -> Points:
        """The points of the best value."""
        return exact(self.points)

    def quantity(self, facts: Facts) -> Fraction | Score:
        """Return the value that is compared, or the score of an application that has none."""
        lacking = [fact for fact in self.facts_of_kind() if fact not in facts]
        if lacking:
            return self.lacks(*absent(*lacking))
        value = Fraction(number(facts[self.fact]))
        if self.per is None:
            return value
        divisor = number(facts[self.per])
        if divisor == 0:
            if self.if_zero is not None:
                return self.gives(self.if_zero)
            return self.lacks(Missing("zero_denominator", self.per))
        return value / divisor

    def spread(self, rivals: Iterable[Rival], whole: Kind | None = None) -> Spread:
        """Find the ends over the applications that take part.

        One application whose value is not known could be either end, so it leaves both unknown; so
        does one that may yet turn out not to take part, where the ends would move without it.
        ``whole`` is the criterion that this one is a part of.
        """
        certain: list[Fraction] = []
        doubtful: dict[str, Fraction] = {}
        missing: dict[WhyMissing, list[str]] = {}
        for rival in rivals:
            scored = self._is_scored(rival.facts, whole)
            if scored is False:
                continue
            value = self.quantity(rival.facts) if scored else self.lacks()
            if isinstance(value, Fraction) and rival.certain:
                certain.append(value)
            elif isinstance(value, Fraction):
                doubtful[rival.number] = value
            elif value.points is None:
                zero = any(one.why == "zero_denominator" for one in value.missing)
                missing.setdefault("rival_zero" if zero else "rival_fact", []).append(rival.number)
        moving = [
            number
            for number, value in doubtful.items()
            if not certain or not min(certain) <= value <= max(certain)
        ]
        if moving:
            missing["rival_gate"] = moving
        if missing or not certain:
            found = (Missing(why, _in_applications(some)) for why, some in missing.items())
            return Spread(missing=tuple(found))
        return Spread(min(certain), max(certain))

    def _is_scored(self, facts: Facts, whole: Kind | None) -> bool | None:
        """Say whether the criterion is scored for an application at all."""
        kinds = [self] if whole is None else [self, whole]
        conditions = [one for kind in kinds for one in (kind.applies_to, kind.when)]
        answers = [one.answer(facts) for one in conditions if one is not None]
        return False if False in answers else None if None in answers else True

    def rule_of_kind(self, shared: Shared) -> Rule:
        """Place the value between the two ends."""
        spread = shared.spreads.get(self.id, Spread())

        def scored(facts: Facts, _: Judging) -> Score:
            """Place one value."""
            value = self.quantity(facts)
            if isinstance(value, Score):
                return value
            if spread.missing:
                return self.lacks(*spread.missing)
            if spread.lowest < spread.highest:
                return self.gives(self._between(value, spread), besides=spread)
            if self.all_equal is None:
                return self.lacks(Missing("no_rivals_differ"))
            return self.gives(self.all_equal, besides=spread)

        return scored

    def reads(self, facts: Facts) -> Fraction | None:
        """Return the value that is compared; ``None`` where the divisor is zero, too."""
        value = self.quantity(facts)
        return None if isinstance(value, Score) else value

    def _between(self, value: Fraction, spread: Spread) -> Points:
        share = (value - spread.lowest) / (spread.highest - spread.lowest)
        if self.best == "lowest":
            share = 1 - share
        worst = Fraction(self.worst_points)
        points = exact(worst + (Fraction(self.points) - worst) * share)
        return points if self.round_to is None else rounded(points, self.round_to, "half_up")

    def facts_of_kind(self) -> Iterator[str]:
        """Name the facts."""
        yield self.fact
        if self.per is not None:
            yield self.per

    def _name(self, catalogue: Catalogue) -> str:
        name = catalogue[self.fact].name
        return name if self.per is None else f"{name} / {catalogue[self.per].name}"

    def rows(self, catalogue: Catalogue) -> Iterator[Row]:
        """Two lines: the two ends; between them linear."""
        name = self._name(catalogue)
        best, worst = ("najniższa", "najwyższa")
        if self.best == "highest":
            best, worst = worst, best
        yield Row(f"{name}: {best} wartość w naborze", polish.number(self.points))
        yield Row(f"{name}: {worst} wartość w naborze", polish.number(self.worst_points))
        yield Row("pomiędzy nimi proporcjonalnie (liniowo)", "")

    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:
        """Say the value and the two ends of the call."""
        name = self._name(catalogue)
        value, spread = self.value(facts), cast("Spread", score.besides)
        if value is None:
            return f"{name}: nie można obliczyć, bo dzielnik wynosi zero"
        show = self._shower(catalogue)
        ends = f"w naborze od {show(spread.lowest)} do {show(spread.highest)}"
        return f"{name}: {show(value)} ({ends})"

    def plain_value(self, score: Score, facts: Facts, catalogue: Catalogue) -> str | None:  # noqa: ARG002
        """Return the value that was compared; money in złoty."""
        value = self.value(facts)
        return None if value is None else plain(exact(value * self._scale(catalogue)))

    def _scale(self, catalogue: Catalogue) -> Fraction:
        """Return what makes złoty of the grosze above and below the line."""
        grosze = Fraction(1, 100)
        above = grosze if catalogue[self.fact].type is FactType.MONEY else Fraction(1)
        below = self.per is not None and catalogue[self.per].type is FactType.MONEY
        return above / grosze if below else above

    def _shower(self, catalogue: Catalogue) -> Callable[[Fraction], str]:
        if self._scale(catalogue) == Fraction(1, 100):
            return lambda value: polish.money(int(rounded(exact(value), 0, "half_up")))
        return lambda value: polish.points(exact(value * self._scale(catalogue)))

    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """The facts must be numbers; the best end must give more than the worst."""
        flaws = numeric_fact_flaws("fact", self.fact, catalogue)
        if self.per is not None:
            flaws += numeric_fact_flaws("per", self.per, catalogue)
        if self.points <= self.worst_points:
            what = "najlepsza wartość nie daje więcej punktów niż najgorsza"
            flaws.append(Flaw(("points",), what, "popraw „points” albo „worst_points”"))
        for key, given in (("all_equal", self.all_equal), ("if_zero", self.if_zero)):
            if given is not None and given > self.points:
                flaws.append(Flaw((key,), f"„{key}” daje więcej niż „points”", "popraw punkty"))
        if self.all_equal is None and self.gap is None:
            what = "nie podano, ile punktów, gdy wszystkie wnioski mają tę samą wartość"
            flaws.append(Flaw((), what, "dopisz „all_equal”", "warning"))
        return self, flaws
