"""Proposed criteria tried on past calls: who would have been funded, and which criteria separate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from scoring.canonical import Json, pln
from scoring.decision import Decision, Outcome
from scoring.difference.export import as_json
from scoring.difference.moved import Difference
from scoring.points import Criterion
from scoring.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Separation:
    """Whether a criterion tells applications apart: in how many calls, of those where it is known.

    A call counts as ``known`` where at least two applications have known points in the criterion;
    ``separates`` where they are not all the same. ``unknown`` counts the calls of which nobody can
    say, because points are missing there.
    """

    criterion: Criterion
    separates: int
    known: int
    unknown: int

    @property
    def never(self) -> bool:
        """Whether it gave everybody the same points in every call of which that is known."""
        return self.known > 0 and not self.separates


@dataclass(frozen=True, slots=True)
class NotOpened:
    """A call that could not be decided, and why; it is named and never silently passed over."""

    name: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class Backtest:
    """What proposed criteria would have done in past calls.

    ``calls`` stand in the order of their announcement. ``not_opened`` could not be decided;
    ``others`` say how many calls were left out, and why they are not asked about.
    """

    ruleset: Ruleset
    calls: tuple[Difference, ...]
    not_opened: tuple[NotOpened, ...] = ()
    others: tuple[tuple[str, int], ...] = ()

    @cached_property
    def separations(self) -> tuple[Separation, ...]:
        """Whether each of the proposed criteria tells applications apart, in their order."""
        positions = range(len(self.ruleset.criteria))
        return tuple(self._separation(position) for position in positions)

    def _separation(self, position: int) -> Separation:
        answers = [_separates(one.after, position) for one in self.calls]
        known = [answer for answer in answers if answer is not None]
        unknown = sum(_misses(one.after, position) for one in self.calls)
        return Separation(self.ruleset.criteria[position], sum(known), len(known), unknown)

    @property
    def granted(self) -> tuple[int, int]:
        """What all calls granted together, and what they would have granted, in grosze."""
        return (
            sum(one.before.granted for one in self.calls),
            sum(one.after.granted for one in self.calls),
        )

    @property
    def funded(self) -> tuple[int, int]:
        """How many operations were funded, and how many would have been."""
        return (
            sum(len(one.before.of(Outcome.SELECTED)) for one in self.calls),
            sum(len(one.after.of(Outcome.SELECTED)) for one in self.calls),
        )

    @property
    def given(self) -> int:
        """The money that would have gone to operations that did not get it, in grosze."""
        return sum(one.given for one in self.calls)

    @property
    def taken(self) -> int:
        """The money that operations got and would not have got, in grosze."""
        return sum(one.taken for one in self.calls)


def _given(decision: Decision, position: int) -> Iterator[object]:
    """Go through what a criterion gave each application that was scored; „nie dotyczy” is 0."""
    for one in decision.assessments:
        if one.scores:
            score = one.scores[position]
            yield score.points if score.applies else 0


def _separates(decision: Decision, position: int) -> bool | None:
    """Say whether applications differ; ``None`` where fewer than two are known."""
    given = [points for points in _given(decision, position) if points is not None]
    return None if len(given) < _TWO else len(set(given)) > 1


def _misses(decision: Decision, position: int) -> bool:
    return None in _given(decision, position)


_TWO = 2


def backtest_json(found: Backtest) -> Json:
    """Return the back-test: each call as its public difference, and the sums."""
    before, after = found.granted
    return {
        "criteria": [{"name": one.name, "sha256": one.sha256} for one in found.ruleset.texts],
        "calls": [as_json(one, public=True) for one in found.calls],
        "not_opened": [{"name": one.name, "why": list(one.why)} for one in found.not_opened],
        "others": dict(found.others),
        "funded": {"before": found.funded[0], "after": found.funded[1]},
        "money": {
            "before": pln(before),
            "after": pln(after),
            "change": pln(after - before),
            "given": pln(found.given),
            "taken": pln(found.taken),
        },
        "criteria_that_separate": _separations(found.separations),
    }


def _separations(some: Sequence[Separation]) -> list[Json]:
    return [
        {
            "criterion": one.criterion.id,
            "name": one.criterion.name,
            "separates": one.separates,
            "known": one.known,
            "unknown": one.unknown,
            "never": one.never,
        }
        for one in some
    ]
