"""What every operation may still claim while the list is gone down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from scoring.aid.beneficiary import Account, Granted
from scoring.aid.cut import Aid, Cut
from scoring.aid.setting import Entitlement
from scoring.application import Application
from scoring.call import Limit
from scoring.limit import Claim, Fit
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
        sharing = self._sharing(applications)
        claims = []
        for one in applications:
            entitled = self.entitlements[one.number]
            aid = self.aids[one.number] = entitled.aid(self.granted)
            at_worst = entitled.aid(self.granted.and_(self.waiting)).amount
            certain = one.number not in sharing and aid.amount == at_worst
            claims.append(Claim(one, aid.amount or 0, certain))
        return claims

    def settle(self, claims: Sequence[Claim], fits: dict[str, Fit]) -> None:
        """Book what was granted on the accounts of its beneficiaries."""
        for claim in claims:
            found, accounts = fits[claim.number], self.entitlements[claim.number].accounts
            if found.verdict == "within":
                self.granted.add(accounts, found.granted or 0)
            elif found.verdict == "undecided":
                self.waiting.add(accounts, claim.need)

    def _sharing(self, applications: Sequence[Application]) -> set[str]:
        """Name those who share a place and an account that has not enough for both."""
        numbers = [one.number for one in applications]
        found: set[str] = set()
        for one, other in combinations(numbers, 2):
            mine, theirs = self.entitlements[one], self.entitlements[other]
            if any(_same(a, b) for a in mine.accounts for b in theirs.accounts):
                first = Granted()
                first.add(mine.accounts, mine.aid(self.granted).amount or 0)
                if theirs.aid(self.granted.and_(first)).amount != theirs.aid(self.granted).amount:
                    found |= {one, other}
        return found


def _same(one: Account, other: Account) -> bool:
    return one.group == other.group and one.party.is_surely(other.party)


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
