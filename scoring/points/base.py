"""What every kind of criterion shares: what it reads, what it gives, the modifiers."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, Self, cast

from scoring import polish
from scoring.conditions import Condition, missing_facts
from scoring.facts import Catalogue, Facts, FactValue
from scoring.flaws import Flaw
from scoring.numbers import Points, exact
from scoring.points.case import NOTHING_SHARED, Judging, Row, Rule, Score, Shared, absent
from scoring.points.missing import Missing
from scoring.value import Value

Premium = Literal[
    "innovation",
    "environment",
    "jobs",
    "local_products",
    "disadvantaged_groups",
    "small_locality",
    "international",
]
"""The premiums of the programme text that a criterion can stand for (rules S3, S4, S5, K7)."""


class Kind(Value):
    """A criterion of any kind.

    ``applies_to``: where it is not met the criterion is "nie dotyczy", and the maximum of that
    application shrinks or not (``when_not_applicable``). ``when``: where it is not met the
    criterion gives 0 points. ``weight`` multiplies the points; ``minimum`` is tested after it.
    ``gap`` says what the published source leaves open.
    """

    id: str
    name: str
    description: str | None = None
    source: str | None = None
    evidence: str | None = None
    serves: tuple[Premium, ...] = ()
    weight: Decimal = Decimal(1)
    minimum: Decimal | None = None
    applies_to: Condition | None = None
    when_not_applicable: Literal["keep_maximum", "shrink_maximum"] | None = None
    when: Condition | None = None
    gap: str | None = None

    # What each kind answers for itself.

    @abstractmethod
    def rule_of_kind(self, shared: Shared) -> Rule:
        """Make the criterion ready for a call, without its modifiers.

        All that does not hang on the application is worked out here, once: a rule looks a score up
        wherever there are only so many, and makes one only where there is no end of them.
        """

    def reads(self, facts: Facts) -> object:  # noqa: ARG002
        """Return what the points hang on in these facts; ``None`` where it is not known."""
        return None

    @property
    @abstractmethod
    def highest(self) -> Points:
        """The most points that can be had, before the weight."""

    @abstractmethod
    def rows(self, catalogue: Catalogue) -> Iterator[Row]:
        """Read the table of points aloud, line by line."""

    @abstractmethod
    def facts_of_kind(self) -> Iterator[str]:
        """Name the facts that this kind reads."""

    @abstractmethod
    def bound_kind(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """Turn limits into the units of their facts; tell what does not fit."""

    @abstractmethod
    def value_sentence(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:
        """Say in Polish which value gave the points."""

    def plain_value(
        self,
        score: Score,  # noqa: ARG002
        facts: Facts,
        catalogue: Catalogue,
    ) -> str | bool | int | None:
        """Return the value that was read, for JSON; ``None`` where there is none."""
        value = self.value(facts)
        if value is None or isinstance(value, bool | str):
            return value
        fact = catalogue[self.main_fact or ""]
        return fact.plain(value)

    def next_step(
        self,
        score: Score,  # noqa: ARG002
        facts: Facts,  # noqa: ARG002
        catalogue: Catalogue,  # noqa: ARG002
    ) -> str | None:
        """Say what the next points would need; ``None`` where nothing more can be had."""
        return None

    def flaws(self) -> Iterator[Flaw]:
        """Tell what is wrong within the criterion alone."""
        yield from ()

    # What all kinds share.

    @property
    def main_fact(self) -> str | None:
        """The fact that the points hang on first, if any."""
        return next(self.facts_of_kind(), None)

    @property
    def maximum(self) -> Points:
        """The most points that can be had, with the weight."""
        return self.weighted(self.highest)

    @property
    def shrinks(self) -> bool:
        """Whether the maximum of some applications is less."""
        return self.when_not_applicable == "shrink_maximum"

    @property
    def has_minimum(self) -> bool:
        """Whether too few points in it alone keep an application off the list."""
        return self.minimum is not None

    def weighted(self, points: Points | Decimal) -> Points:
        """Multiply points by the weight."""
        if self.weight == 1:
            return exact(points)
        return exact(Fraction(points) * Fraction(self.weight))

    def rule(self, shared: Shared = NOTHING_SHARED) -> Rule:
        """Make the criterion ready for a call: modifiers first, then the kind."""
        scored = self.rule_of_kind(shared)
        if self.when is not None:
            held_back = replace(self.gives(0), held_back=True)
            scored = self._where(self.when, scored, held_back)
        if self.applies_to is not None:
            most = 0 if self.when_not_applicable == "shrink_maximum" else self.maximum
            scored = self._where(self.applies_to, scored, Score(self.id, None, most, applies=False))
        return scored

    def _where(self, condition: Condition, scored: Rule, otherwise: Score) -> Rule:
        """Score where a condition is met; while nobody knows whether it is, say what is missing."""
        met = condition.test()

        def modified(facts: Facts, judging: Judging) -> Score:
            """Ask the condition first."""
            answer = met(facts)
            if answer:
                return scored(facts, judging)
            if answer is None:
                return self.lacks(*absent(*missing_facts(condition, facts)))
            return otherwise

        return modified

    def gives(
        self,
        points: Points | Decimal,
        *,
        besides: object = None,
        parts: tuple[Score, ...] = (),
        most: Points | None = None,
    ) -> Score:
        """Return the score of these points, given before the weight; ``most``: at most these."""
        given = self.weighted(points)
        maximum = self.maximum if most is None else self.weighted(most)
        too_low = self.minimum is not None and given < self.minimum
        return Score(self.id, given, maximum, parts=parts, besides=besides, too_low=too_low)

    def lacks(
        self,
        *missing: Missing,
        besides: object = None,
        parts: tuple[Score, ...] = (),
        most: Points | None = None,
    ) -> Score:
        """Return the score of an application whose points nobody knows, and why."""
        maximum = self.maximum if most is None else self.weighted(most)
        return Score(self.id, None, maximum, missing, parts, besides)

    def value(self, facts: Facts) -> Any:  # noqa: ANN401 - each kind reads its own
        """Return what the points were read from; ``None`` where they were not asked for."""
        return self.reads(facts) if self.asked_of(facts) else None

    def asked_of(self, facts: Facts) -> bool:
        """Whether the points themselves are read: both modifiers are known to hold."""
        some = (one for one in (self.applies_to, self.when) if one is not None)
        return all(one.answer(facts) is True for one in some)

    def facts_read(self) -> Iterator[str]:
        """Name every fact that the criterion reads, modifiers included."""
        yield from self.facts_of_kind()
        for condition in (self.applies_to, self.when):
            if condition is not None:
                yield from condition.facts_read()

    def bound(self, catalogue: Catalogue) -> tuple[Self, list[Flaw]]:
        """Turn every limit into the unit of its fact; tell what does not fit."""
        kind, flaws = self.bound_kind(catalogue)
        for name in ("applies_to", "when"):
            condition = getattr(self, name)
            if condition is not None:
                bound, wrong = condition.bound(catalogue)
                kind = kind.model_copy(update={name: bound})
                flaws += [flaw.under(name) for flaw in wrong]
        return kind, flaws + list(self.flaws()) + list(self._flaws_of_modifiers())

    def _flaws_of_modifiers(self) -> Iterator[Flaw]:
        if self.weight <= 0:
            yield Flaw(("weight",), "waga musi być większa od zera", "np. weight: 2")
        if self.applies_to is not None and self.when_not_applicable is None:
            what = "nie podano, co z maksimum, gdy kryterium nie dotyczy wniosku"
            yield Flaw((), what, "dopisz when_not_applicable: shrink_maximum albo keep_maximum")
        if self.applies_to is None and self.when_not_applicable is not None:
            what = "„when_not_applicable” nic nie znaczy bez „applies_to”"
            yield Flaw(("when_not_applicable",), what, "dopisz applies_to albo usuń ten wiersz")
        if self.minimum is not None and self.minimum > self.maximum:
            what = f"minimum w kryterium jest większe od jego maksimum ({_shown(self.maximum)})"
            yield Flaw(("minimum",), what, "zmniejsz minimum albo popraw punkty")

    def explain(self, score: Score, facts: Facts, catalogue: Catalogue) -> str:
        """Say in one Polish sentence why these points were given, or what is missing.

        ``facts`` are those that were scored.
        """
        if not score.applies and self.applies_to is not None:
            return f"Nie dotyczy: nie zachodzi warunek „{self.applies_to.sentence(catalogue)}”."
        if score.points is None:
            said = "; ".join(missing.sentence(catalogue) for missing in score.missing)
            return f"{polish.capital(said)}."
        if score.held_back and self.when is not None:
            return f"0 pkt: nie zachodzi warunek „{self.when.sentence(catalogue)}”."
        sentence = self.value_sentence(score, facts, catalogue)
        return f"{sentence} – {self._points_sentence(score)}."

    def _points_sentence(self, score: Score) -> str:
        points = score.points if score.points is not None else 0
        text = polish.with_points(points)
        if self.weight != 1:
            before = exact(Fraction(points) / Fraction(self.weight))
            equals = "" if text.startswith("≈") else "= "
            text = f"{polish.points(before)} × {polish.number(self.weight)} {equals}{text}"
        if score.too_low and self.minimum is not None:
            text += f", mniej niż minimum w kryterium ({polish.number(self.minimum)} pkt)"
        return text


def _shown(points: Points) -> str:
    return polish.points(points)


number = cast("Callable[[FactValue], Points]", exact)
"""Returns a numeric fact as an exact number in the unit of the house."""
