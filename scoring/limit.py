"""Fitting the ranked operations to the money of the call, by the call's named policy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scoring.application import Application
from scoring.ranking import Group

Verdict = Literal["within", "outside", "undecided"]
Why = Literal["fits", "too_large", "list_closed", "tie", "partial", "refused_partial", "asks"]


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
    """What is left of the limit: between ``low`` and ``high`` while a tie is unresolved."""

    low: int
    high: int
    closed: bool = False


def fit(
    places: Sequence[tuple[int, Group]],
    limit: int,
    policy: Literal["stop", "skip", "partial"],
) -> dict[str, Fit]:
    """Go down the list and say of every operation whether it fits the limit (grosze).

    Those who share a place are taken together: if all of them fit, the order among them does not
    matter; if not, what depends on the order is undecided, never broken silently.
    """
    money = _Money(limit, limit)
    fits: dict[str, Fit] = {}
    for _, group in places:
        applications = [contender.application for contender in group]
        if money.closed:
            fits |= {one.number: Fit("outside", "list_closed", 0, 0) for one in applications}
        elif _needs(applications) <= money.low:
            fits |= {one.number: _inside(one, money.low) for one in applications}
            money.low -= _needs(applications)
            money.high -= _needs(applications)
        elif len(applications) == 1 and money.low == money.high:
            fits[applications[0].number] = _on_the_line(applications[0], money, policy)
        else:
            fits |= _tied(applications, money, policy)
    return fits


def _needs(applications: Sequence[Application]) -> int:
    return sum(one.requested or 0 for one in applications)


def _inside(application: Application, left: int) -> Fit:
    return Fit("within", "fits", left, application.requested)


def _on_the_line(application: Application, money: _Money, policy: str) -> Fit:
    """Treat the one operation that does not fit in what is left."""
    left = money.low
    if policy == "skip":
        return Fit("outside", "too_large", left, 0)
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
    """Treat several that share a place and do not all fit, or whose money is uncertain."""
    high = money.high
    too_large = [one for one in applications if (one.requested or 0) > high]
    others = [one for one in applications if one not in too_large]
    if policy == "partial" and high > 0:
        too_large, others = [], list(applications)
    fits = {one.number: Fit("outside", "too_large", high, 0) for one in too_large}
    if policy == "skip" and _needs(others) <= money.low:
        fits |= {one.number: _inside(one, money.low) for one in others}
        money.low -= _needs(others)
        money.high -= _needs(others)
        return fits
    fits |= {one.number: Fit("undecided", "tie", high) for one in others}
    money.low = max(0, money.low - _needs(others))
    money.closed = policy != "skip"
    return fits
