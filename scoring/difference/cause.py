"""The causes of a change of points; the changes of all causes add up to the whole, exactly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring import polish
from scoring.decision import Assessment
from scoring.difference.changed import Changed, Judgement, Rules, Side, what_changed
from scoring.numbers import Points, exact
from scoring.points import Criterion
from scoring.points.case import Score


@dataclass(frozen=True, slots=True)
class OfCriterion:
    """A criterion that gives an application another number of points than before.

    ``was`` or ``now`` is ``None`` where the criterion is not there. ``through`` names what changed
    behind it.
    """

    was: Judgement | None
    now: Judgement | None
    through: tuple[Changed, ...]

    @property
    def criterion(self) -> Criterion:
        """The criterion as it is now, or as it was before it was removed."""
        judgement = self.now or self.was
        assert judgement is not None  # noqa: S101 - a cause has at least one side
        return judgement.criterion

    @property
    def before(self) -> Points | None:
        """What it added before: 0 where it was not there, ``None`` where it was not known."""
        return 0 if self.was is None else self.was.given

    @property
    def after(self) -> Points | None:
        """What it adds now: 0 where it is not there, ``None`` where it is not known."""
        return 0 if self.now is None else self.now.given

    @property
    def change(self) -> Points | None:
        """The points by which the total moves; ``None`` where one side is not known."""
        return minus(self.after, self.before)

    @property
    def named(self) -> str:
        """The criterion and what changed of it, for anybody: no points, no value, no member.

        Points in single criteria are not published: one that is hidden would follow from the rest.
        """
        said = "; ".join(dict.fromkeys(self._public(one) for one in self.through))
        return f"{polish.quoted(self.criterion.name)} – {said}"

    @property
    def told(self) -> str:
        """The criterion, how it moved and through what, in one line for the office."""
        said = "; ".join(str(one.said) for one in self.through)
        return f"{polish.quoted(self.criterion.name)}: {self._figures()} ({said})"

    def _public(self, one: Changed) -> str:
        match one.what:
            case "fact":
                judgement = self.now or self.was
                assert judgement is not None  # noqa: S101 - a cause has at least one side
                return f"zmieniła się wartość „{judgement.side.fact(one.about).name}”"
            case "cards":
                return "zmieniła się karta oceny"
            case _:
                return str(one.said)

    def _figures(self) -> str:
        change = self.change
        figures = f"{_shown(self.was)} → {_shown(self.now)}"
        return figures if change is None else f"{figures}, {polish.change(change)}"

    @property
    def sentence(self) -> str:
        """The criterion, how it moved, through what, and what each side said of its points."""
        said = "; ".join(str(one.said) for one in self.through)
        whole = f"Kryterium {polish.quoted(self.criterion.name)}: {self._figures()}; {said}."
        was = None if self.was is None else self.was.explained
        now = None if self.now is None else self.now.explained
        if was is not None and was != now:
            whole += f" Było: {was}"
        return whole if now is None else f"{whole} Jest: {now}"


def _shown(judgement: Judgement | None) -> str:
    if judgement is None:
        return "brak kryterium"
    if not judgement.score.applies:
        return "nie dotyczy"
    return "nie wiadomo" if judgement.given is None else polish.with_points(judgement.given)


@dataclass(frozen=True, slots=True)
class OfRounding:
    """What the rounding of the total takes off or adds, where it is not the same as before."""

    before: Points
    after: Points

    @property
    def change(self) -> Points:
        """The points by which the total moves."""
        return exact(Fraction(self.after) - Fraction(self.before))

    @property
    def named(self) -> str:
        """The cause in a few words, for anybody."""
        return "zaokrąglenie sumy punktów"

    @property
    def told(self) -> str:
        """The cause in one line for the office."""
        return f"zaokrąglenie sumy punktów: {polish.change(self.change)}"

    @property
    def sentence(self) -> str:
        """The cause as a sentence that can be printed."""
        return f"{polish.capital(self.told)}."


Cause = OfCriterion | OfRounding
"""Why the points of an application are not what they were."""


def minus(after: Points | None, before: Points | None) -> Points | None:
    """Subtract points exactly; what is not known on one side stays not known."""
    if after is None or before is None:
        return None
    return exact(Fraction(after) - Fraction(before))


def causes_of(
    was: Assessment, now: Assessment, sides: tuple[Side, Side], rules: Rules
) -> Iterator[Cause]:
    """Name every cause of a change of points, the criteria in their order and the rounding last.

    ``rules`` are what :func:`scoring.difference.changed.rules_that_changed` found, for all alike.

    Where an application was not scored on one side (it is stopped at the gate, or withdrawn),
    there are no causes: its points are not known there, and the reasons say why.
    """
    if not was.scores or not now.scores:
        return
    old, new = _judgements(was, sides[0]), _judgements(now, sides[1])
    for key in dict.fromkeys((*new, *old)):
        before, after = old.get(key), new.get(key)
        if _given(before) != _given(after):
            yield OfCriterion(before, after, what_changed(before, after, rules.get(key, ())))
    rounding = _rounded_by(was), _rounded_by(now)
    if None not in rounding and rounding[0] != rounding[1]:
        yield OfRounding(rounding[0] or 0, rounding[1] or 0)


def _judgements(one: Assessment, side: Side) -> Mapping[str, Judgement]:
    scored: Iterator[tuple[Criterion, Score]] = zip(
        side.decision.ruleset.criteria, one.scores, strict=True
    )
    return {criterion.id: Judgement(criterion, score, side) for criterion, score in scored}


def _given(judgement: Judgement | None) -> Points | None:
    return 0 if judgement is None else judgement.given


def _rounded_by(one: Assessment) -> Points | None:
    return minus(one.points, one.exact_points)
