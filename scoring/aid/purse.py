"""What every operation may still claim while the list is gone down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from scoring.aid.beneficiary import Granted
from scoring.aid.cut import Aid, Cut
from scoring.aid.setting import Entitlement
from scoring.application import Application
from scoring.call import Limit
from scoring.limit import Claim, Fit
from scoring.party import Party
from scoring.saying import Said

CALL_LIMIT = "call_limit"
"""The id of the cut by which an operation takes what is left of the money of the call."""


@dataclass(slots=True)
class Accounts:
    """The purse of a call: each operation's entitlement, and what its beneficiaries got above it.

    ``waiting`` is what operations above may still get that are not decided yet.
    """

    entitlements: Mapping[str, Entitlement]
    aids: dict[str, Aid] = field(default_factory=dict)
    granted: Granted = field(default_factory=Granted)
    waiting: Granted = field(default_factory=Granted)

    def claims(self, applications: Sequence[Application]) -> list[Claim]:
        """Return what each of those who share a place claims, given what was granted above."""
        aids = {one.number: self.entitlements[one.number].aid(self.granted) for one in applications}
        self.aids |= aids
        place = Granted()
        for number, aid in aids.items():
            place.add(self.entitlements[number].accounts, aid.amount or 0)
        claims = []
        for one in applications:
            entitled, aid = self.entitlements[one.number], aids[one.number]
            if not entitled.accounts:
                claims.append(Claim(one, aid.amount or 0, least=entitled.least_amount))
                continue
            own = Granted()
            own.add(entitled.accounts, aid.amount or 0)
            beside = _Beside((self.granted, self.waiting, place), own)
            certain = aid.amount == entitled.aid(beside).amount
            claims.append(Claim(one, aid.amount or 0, certain, entitled.least_amount))
        return claims

    def settle(self, claims: Sequence[Claim], fits: dict[str, Fit]) -> None:
        """Book what was granted on the accounts of its beneficiaries."""
        for claim in claims:
            found, accounts = fits[claim.number], self.entitlements[claim.number].accounts
            if found.verdict == "within":
                self.granted.add(accounts, found.granted or 0)
            elif found.verdict == "undecided":
                self.waiting.add(accounts, claim.need)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What was granted above, waits there, or would go to all others who share the place.

    All at once: three may not fit an account of which any two would. ``own`` is what the place
    holds of the operation itself.
    """

    books: tuple[Granted, ...]
    own: Granted

    def to(self, holder: Party, of_group: str | None) -> Fraction:
        """Return what a party would have got by then from its accounts of a group, in grosze."""
        together = sum((one.to(holder, of_group) for one in self.books), Fraction(0))
        return together - self.own.to(holder, of_group)


def aid_within(aid: Aid, found: Fit, limit: Limit) -> Aid:
    """Return the aid as it was fitted: what the call could not pay is one more cut."""
    if (
        found.granted is None
        or not found.granted
        or aid.amount is None
        or found.granted >= aid.amount
    ):
        return aid
    rest = aid.amount - found.granted
    said = Said("Do rozdysponowania pozostało {left:zł}.", {"left": found.left})
    cut = Cut(CALL_LIMIT, "limit naboru", rest, said, limit.source)
    return replace(aid, amount=found.granted, cuts=(*aid.cuts, cut))
