"""Fitting the ranked operations to the money of the call, by the call's named policy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from scoring.application import Application
from scoring.ranking import Group

Verdict = Literal["within", "outside", "undecided"]
Why = Literal[
    "fits",
    "too_large",
    "list_closed",
    "tie",
    "tie_above",
    "partial",
    "refused_partial",
    "asks",
]

MANY = 10
"""A tie of more than this many is not gone through order by order."""

MANY_AMOUNTS = 100
"""Of more amounts that may be left than this, only the least and the most are kept."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether an operation fits, with what amount (grosze), and why.

    ``left`` is what was left of the limit when its turn came.
    """

    verdict: Verdict
    why: Why
    left: int
    granted: int | None = None


@dataclass(slots=True)
class _Money:
    """Every amount that may be left of the limit; several while a tie is unresolved.

    ``vague``: the amounts are only the least and the most.
    """

    lefts: set[int]
    closed: bool = False
    vague: bool = False

    @property
    def low(self) -> int:
        return min(self.lefts)

    @property
    def high(self) -> int:
        return max(self.lefts)


def fit(
    places: Sequence[tuple[int, Group]],
    limit: int,
    policy: Literal["stop", "skip", "partial"],
) -> dict[str, Fit]:
    """Go down the list and say of every operation whether it fits the limit (grosze).

    Those who share a place are taken together: what is the same in every order among them is
    decided; what depends on the order is undecided, never broken silently.
    """
    money = _Money({limit})
    fits: dict[str, Fit] = {}
    for _, group in places:
        applications = [contender.application for contender in group]
        if money.closed:
            fits |= {one.number: Fit("outside", "list_closed", 0, 0) for one in applications}
        elif _needs(applications) <= money.low:
            fits |= {one.number: _inside(one, money.low) for one in applications}
            money.lefts = {left - _needs(applications) for left in money.lefts}
        elif policy == "skip":
            fits |= _skipped(applications, money)
        elif len(applications) == 1:
            fits[applications[0].number] = _on_the_line(applications[0], money, policy)
        else:
            fits |= _tied(applications, money, policy)
    return fits


def _needs(applications: Sequence[Application]) -> int:
    return sum(map(_need, applications))


def _need(application: Application) -> int:
    return application.requested or 0


def _inside(application: Application, left: int) -> Fit:
    return Fit("within", "fits", left, application.requested)


def _on_the_line(application: Application, money: _Money, policy: str) -> Fit:
    """Treat the one operation that does not fit in what is left and so closes the list."""
    left = money.low
    money.closed = True
    if policy == "stop" or left == 0:
        return Fit("outside", "too_large", left, 0)
    agrees = application.facts.get("accepts_partial")
    if agrees is None:
        return Fit("undecided", "asks", left)
    return (
        Fit("within", "partial", left, left)
        if agrees
        else Fit("outside", "refused_partial", left, 0)
    )


def _tied(applications: Sequence[Application], money: _Money, policy: str) -> dict[str, Fit]:
    """Treat several that share a place and of which one, whichever it is, closes the list."""
    left = money.low
    money.closed = True
    offered = policy == "partial" and left > 0
    return {
        one.number: Fit("undecided", "tie", left)
        if offered or _need(one) <= left
        else Fit("outside", "too_large", left, 0)
        for one in applications
    }


def _skipped(applications: Sequence[Application], money: _Money) -> dict[str, Fit]:
    """Treat those who share a place, not all of whom fit, where a smaller one may still enter."""
    low, high = money.low, money.high
    if money.vague or len(applications) > MANY or len(money.lefts) > MANY_AMOUNTS:
        return _skipped_vaguely(applications, money)
    ends = {left: list(_ends(applications, left)) for left in money.lefts}
    money.lefts = {left - _needs(end) for left, some in ends.items() for end in some}
    fits = {}
    for one in applications:
        enters = {left: {one in end for end in some} for left, some in ends.items()}
        answers = set().union(*enters.values())
        if answers == {True}:
            fits[one.number] = _inside(one, low)
        elif answers == {False}:
            fits[one.number] = Fit("outside", "too_large", high, 0)
        else:
            tied = any(len(some) > 1 for some in enters.values())
            fits[one.number] = Fit("undecided", "tie" if tied else "tie_above", high)
    return fits


def _ends(applications: Sequence[Application], left: int) -> Iterator[tuple[Application, ...]]:
    """Go through all that may have entered when every order of a tie has been tried.

    It is each choice that fits and to which no other of them could be added.
    """
    for size in range(len(applications) + 1):
        for chosen in combinations(applications, size):
            rest = left - _needs(chosen)
            others = (one for one in applications if one not in chosen)
            if rest >= 0 and all(_need(one) > rest for one in others):
                yield chosen


def _skipped_vaguely(applications: Sequence[Application], money: _Money) -> dict[str, Fit]:
    """Treat a tie too long to be gone through: keep only what is certain of the money."""
    low, high = money.low, money.high
    able = [one for one in applications if _need(one) <= high]
    certain = _needs(able) <= low
    money.vague = True
    money.lefts = {max(0, low - _needs(able)), high - _needs(able) if certain else high}
    undecided = Fit("undecided", "tie" if len(able) > 1 else "tie_above", high)
    fits = {one.number: Fit("outside", "too_large", high, 0) for one in applications}
    return fits | {one.number: _inside(one, low) if certain else undecided for one in able}
