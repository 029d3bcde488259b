"""Fitting the ranked operations to the money of the call, by the call's named policy."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, Protocol

from scoring.application import Application
from scoring.ranking import Group

Verdict = Literal["within", "outside", "undecided"]
Why = Literal[
    "fits",
    "too_large",
    "list_closed",
    "tie",
    "tie_above",
    "exhausted",
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


@dataclass(frozen=True, slots=True)
class Claim:
    """What an operation takes of the money when its turn comes, in grosze.

    It is not ``certain`` where it hangs on an unresolved tie (the same beneficiary got, or may yet
    get, aid for another operation); ``need`` is then the most that it can be. ``least`` is what a
    part of it must reach to be offered.
    """

    application: Application
    need: int
    certain: bool = True
    least: int = 0

    def takes_part(self, left: int) -> bool:
        """Say whether what is left can be offered in place of the whole."""
        return left > 0 and left >= self.least

    @property
    def number(self) -> str:
        """The case number."""
        return self.application.number


class Purse(Protocol):
    """Knows what each operation may still claim, and is told what became of it."""

    def claims(self, applications: Sequence[Application]) -> list[Claim]:
        """Return what those who share a place claim."""

    def settle(self, claims: Sequence[Claim], fits: dict[str, Fit]) -> None:
        """Take note of what was granted, and of what is left open."""


@dataclass(slots=True)
class _Money:
    """Every amount that may be left of the limit; several while a tie is unresolved.

    ``vague``: the amounts are only the least and the most. ``open``: a claim above is not certain,
    so only what fits into the least is decided.
    """

    lefts: set[int]
    closed: bool = False
    vague: bool = False
    open: bool = False

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
    purse: Purse,
) -> dict[str, Fit]:
    """Go down the list and say of every operation whether it fits the limit (grosze).

    Those who share a place are taken together: what is the same in every order among them is
    decided; what depends on the order is undecided, never broken silently.
    """
    money = _Money({limit})
    fits: dict[str, Fit] = {}
    for _, group in places:
        claims = purse.claims([contender.application for contender in group])
        found = _place(claims, money, policy)
        purse.settle(claims, found)
        fits |= found
    return fits


def _place(claims: Sequence[Claim], money: _Money, policy: str) -> dict[str, Fit]:
    """Treat those who share a place."""
    nothing = {
        one.number: Fit("outside", "exhausted", money.low, 0) for one in claims if not one.need
    }
    claims = [one for one in claims if one.need]
    if money.closed:
        return nothing | {one.number: Fit("outside", "list_closed", 0, 0) for one in claims}
    if not all(one.certain for one in claims):
        return nothing | _uncertain(claims, money)
    if _needs(claims) <= money.low:
        left = money.low
        money.lefts = {one - _needs(claims) for one in money.lefts}
        return nothing | {one.number: _inside(one, left) for one in claims}
    return nothing | _at_the_line(claims, money, policy)


def _at_the_line(claims: Sequence[Claim], money: _Money, policy: str) -> dict[str, Fit]:
    """Treat those of a place who do not all fit into what is surely left."""
    if money.open:
        money.lefts = {0, money.high}
        return {one.number: Fit("undecided", "tie_above", money.high) for one in claims}
    if policy == "skip":
        return _skipped(claims, money)
    if len(claims) == 1:
        return {claims[0].number: _on_the_line(claims[0], money, policy)}
    return _tied(claims, money, policy)


def _uncertain(claims: Sequence[Claim], money: _Money) -> dict[str, Fit]:
    """Treat claims of which some hang on an unresolved tie: nothing is said of them."""
    why: Why = "tie" if len(claims) > 1 else "tie_above"
    fits = {one.number: Fit("undecided", why, money.high) for one in claims}
    money.lefts = {max(0, money.low - _needs(claims)), money.high}
    money.open = money.vague = True
    return fits


def _needs(claims: Sequence[Claim]) -> int:
    return sum(one.need for one in claims)


def _inside(claim: Claim, left: int) -> Fit:
    return Fit("within", "fits", left, claim.need)


def _on_the_line(claim: Claim, money: _Money, policy: str) -> Fit:
    """Treat the one operation that does not fit in what is left and so closes the list."""
    left = money.low
    money.closed = True
    if policy == "stop" or not claim.takes_part(left):
        return Fit("outside", "too_large", left, 0)
    agrees = claim.application.facts.get("accepts_partial")
    if agrees is None:
        return Fit("undecided", "asks", left)
    return (
        Fit("within", "partial", left, left)
        if agrees
        else Fit("outside", "refused_partial", left, 0)
    )


def _tied(claims: Sequence[Claim], money: _Money, policy: str) -> dict[str, Fit]:
    """Treat several that share a place and of which one, whichever it is, closes the list."""
    left = money.low
    money.closed = True
    partial = policy == "partial"
    return {
        one.number: Fit("undecided", "tie", left)
        if (partial and one.takes_part(left)) or one.need <= left
        else Fit("outside", "too_large", left, 0)
        for one in claims
    }


def _skipped(claims: Sequence[Claim], money: _Money) -> dict[str, Fit]:
    """Treat those who share a place, not all of whom fit, where a smaller one may still enter."""
    low, high = money.low, money.high
    if money.vague or len(claims) > MANY or len(money.lefts) > MANY_AMOUNTS:
        return _skipped_vaguely(claims, money)
    ends = {left: list(_ends(claims, left)) for left in money.lefts}
    money.lefts = {left - _needs(end) for left, some in ends.items() for end in some}
    fits = {}
    for one in claims:
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


def _ends(claims: Sequence[Claim], left: int) -> Iterator[tuple[Claim, ...]]:
    """Go through all that may have entered when every order of a tie has been tried.

    It is each choice that fits and to which no other of them could be added.
    """
    for size in range(len(claims) + 1):
        for chosen in combinations(claims, size):
            rest = left - _needs(chosen)
            others = (one for one in claims if one not in chosen)
            if rest >= 0 and all(one.need > rest for one in others):
                yield chosen


def _skipped_vaguely(claims: Sequence[Claim], money: _Money) -> dict[str, Fit]:
    """Treat a tie too long to be gone through: keep only what is certain of the money."""
    low, high = money.low, money.high
    able = [one for one in claims if one.need <= high]
    certain = _needs(able) <= low
    money.vague = True
    money.lefts = {max(0, low - _needs(able)), high - _needs(able) if certain else high}
    undecided = Fit("undecided", "tie" if len(able) > 1 else "tie_above", high)
    fits = {one.number: Fit("outside", "too_large", high, 0) for one in claims}
    return fits | {one.number: _inside(one, low) if certain else undecided for one in able}
