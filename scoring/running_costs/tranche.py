"""The rate, the base and the tranches (Dz.U. 2015 poz. 1822, §14), exact to the grosz."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from scoring.running_costs.given import Agreement, NextTranche, PaidTranche, RunningCosts

HIGHEST_RATE = 25
"""Per cent that the rate never exceeds (§14.3)."""

PUBLIC_SHARE = Fraction(6363, 10000)
"""The aid to public units is divided by this share of EAFRD, 63,63 % (§14.4)."""


@dataclass(frozen=True, slots=True)
class Rate:
    """The rate of the agreement, in per cent: as it comes out, raised, and as it is applied."""

    exact: Fraction

    @property
    def raised(self) -> int:
        """The quotient raised to the next full per cent."""
        return math.ceil(self.exact)

    @property
    def applied(self) -> int:
        """The rate that tranches are counted by, at most 25."""
        return min(self.raised, HIGHEST_RATE)


def rate_of(agreement: Agreement) -> Rate | None:
    """Return the rate, or ``None`` while one of the funds is unknown (§14.3)."""
    if agreement.funds_19_2 is None or agreement.funds_19_4 is None:
        return None
    return Rate(Fraction(agreement.funds_19_4 * 100, agreement.funds_19_2))


def base_of(non_public: int | None, public: int | None) -> Fraction | None:
    """Return the base in grosze, exactly; ``None`` while one of the sums is unknown (§14.4)."""
    if non_public is None or public is None:
        return None
    return non_public + public / PUBLIC_SHARE


@dataclass(frozen=True, slots=True)
class TrancheAccount:
    """How one tranche is counted. All amounts are grosze; ``None`` is unknown.

    ``earned`` is rate × base, rounded down to the grosz, ``allowed`` the same but never above the
    funds of the agreement, ``before`` the sum of the tranches before this one, ``due`` what is left
    of ``allowed`` after them, never below zero. ``amount`` was paid, or is requested.
    """

    position: int
    day: date | None
    non_public: int | None
    public: int | None
    base: Fraction | None
    earned: int | None
    allowed: int | None
    before: int | None
    due: int | None
    amount: int | None
    is_paid: bool

    @property
    def over(self) -> int | None:
        """By how much the amount exceeds what was due; ``None`` where that cannot be said."""
        if self.amount is None or self.due is None:
            return None
        return max(0, self.amount - self.due)

    @property
    def beyond(self) -> int:
        """By how much the tranches before this one exceed all that is allowed."""
        known = self.before is not None and self.allowed is not None
        return max(0, (self.before or 0) - (self.allowed or 0)) if known else 0


def paid_in_all(tranches: tuple[PaidTranche, ...] | None) -> int | None:
    """Return the sum of the tranches in grosze; ``None`` while one of them is unknown."""
    amounts = [one.amount for one in tranches] if tranches is not None else [None]
    known = [one for one in amounts if one is not None]
    return sum(known) if len(known) == len(amounts) else None


def accounts_of(given: RunningCosts) -> tuple[TrancheAccount, ...]:
    """Count every tranche that was paid, and then the next one (§14.1-2, §14.6)."""
    return (*_paid(given), _next(given))


def _paid(given: RunningCosts) -> Iterator[TrancheAccount]:
    for place, one in enumerate(given.tranches or ()):
        yield _account(given, place, one)


def _next(given: RunningCosts) -> TrancheAccount:
    asked = NextTranche() if given.next is None else given.next
    tranche = PaidTranche(
        paid_on=asked.planned_on,
        amount=asked.requested,
        non_public=given.paid.non_public,
        public=given.paid.public,
    )
    return _account(given, len(given.tranches or ()), tranche, is_paid=False)


def _account(
    given: RunningCosts, place: int, one: PaidTranche, *, is_paid: bool = True
) -> TrancheAccount:
    rate, funds = rate_of(given.agreement), given.agreement.funds_19_4
    base = base_of(one.non_public, one.public)
    before = None if given.tranches is None else paid_in_all(given.tranches[:place])
    earned = allowed = due = None
    if rate is not None and base is not None and funds is not None:
        earned = math.floor(base * rate.applied / 100)
        allowed = min(earned, funds)
    if allowed is not None and before is not None:
        due = max(0, allowed - before)
    return TrancheAccount(
        position=place + 1,
        day=one.paid_on,
        non_public=one.non_public,
        public=one.public,
        base=base,
        earned=earned,
        allowed=allowed,
        before=before,
        due=due,
        amount=one.amount,
        is_paid=is_paid,
    )
