"""What is left to a beneficiary over the whole programme (rules A2, A3, A5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor
from typing import Protocol

from scoring.aid.cut import Ceiling
from scoring.earlier_aid import EarlierAid, History
from scoring.facts import FactValue
from scoring.party import Party, words_of
from scoring.points.missing import Missing
from scoring.programme.history import doubts
from scoring.programme.operation import Operation
from scoring.rule_ids import runs
from scoring.saying import Said


@dataclass(frozen=True, slots=True)
class Account:
    """One of those who carry an operation out, and what the programme may still give it.

    ``limit`` and ``before`` (aid granted earlier) are in grosze; ``group`` tells the accounts of
    one grantee apart by the formalised group it applies for (A3), and ``group_name`` is that group
    as it is written. ``bars`` names a group from which nothing may have been granted in this call
    (see :mod:`scoring.aid.once`); there is then no limit.
    """

    party: Party
    share: Fraction
    limit: int
    before: int
    rule: str
    source: str
    group: str | None = None
    bars: str | None = None
    group_name: str | None = None


class Books(Protocol):
    """Tells what parties got of this call."""

    def to(self, holder: Party, of_group: str | None) -> Fraction:
        """Return what a party got from its accounts of a group, in grosze."""


@dataclass(slots=True)
class Granted:
    """What was granted in this call so far, by party and group: the list is gone down with it.

    Every amount stands under each mark of its party; whom nothing identifies, nobody else surely is.
    """

    books: dict[tuple[str, str | None], dict[frozenset[str], tuple[Party, Fraction]]] = field(
        default_factory=dict
    )

    def to(self, holder: Party, of_group: str | None) -> Fraction:
        """Return what a party has got so far from its accounts of a group, in grosze."""
        found = {
            marks: amount
            for mark in holder.marks
            for marks, (party, amount) in self.books.get((mark, of_group), {}).items()
            if party.is_surely(holder)
        }
        return sum(found.values(), Fraction(0))

    def add(self, accounts: Iterable[Account], amount: int) -> None:
        """Remember an amount, split among the partners by their shares."""
        for one in accounts:
            marks = one.party.marks
            for mark in marks:
                book = self.books.setdefault((mark, one.group), {})
                _, so_far = book.get(marks, (one.party, Fraction(0)))
                book[marks] = (one.party, so_far + one.share * amount)


def is_limited(operation: Operation) -> bool | None:
    """Say whether the limit of a beneficiary binds; ``None`` while that cannot be told.

    Not for public units, LGDs and incubators (A2); every grantee is bound (A3).
    """
    around = operation.around
    if around.procedure == "grants":
        return "A3" in around.programme.rules
    if around.procedure in ("own_operation", "cooperation") or "A2" not in around.programme.rules:
        return False
    if operation.kind == "incubator" or operation.is_public:
        return False
    if operation.fact("applicant_kind") == "lgd":
        return False
    return None if operation.kind is None or operation.is_public is None else True


def missing_for_accounts(operation: Operation) -> tuple[Missing, ...]:
    """Name what must be known before the limit of the beneficiary can be told."""
    limited = is_limited(operation)
    if limited is None:
        kinds = {"operation_kind": operation.kind, "applicant_kind": operation.is_public}
        return tuple(Missing("fact", name) for name, known in kinds.items() if known is None)
    if not limited:
        return ()
    if operation.around.earlier is None:
        return (Missing("history"),)
    missing: list[Missing] = []
    for partner in operation.carriers:
        if not partner.party.marks:
            missing.append(Missing("identity", partner.party.name))
            continue
        history = operation.history_of(partner.party) or History()
        missing += doubts(tuple(one for one in history.doubtful if _counts(operation, one)))
    return tuple(missing)


@runs("A2", "A3", "A5")
def accounts_of(operation: Operation) -> tuple[Account, ...]:
    """Return the accounts that an operation draws on: one, or one of each partner by its share.

    300 000 zł for a beneficiary (A2), 100 000 zł for a grantee and separately for each formalised
    group (A3); a partner's limit is lowered by its share of the aid (A5).
    """
    if not is_limited(operation):
        return ()
    around = operation.around
    grants = around.procedure == "grants"
    number, name = ("A3", "aid_per_grantee") if grants else ("A2", "aid_per_beneficiary")
    written = operation.fact("applies_for_group") if grants else None
    accounts = []
    for partner in operation.carriers:
        history = operation.history_of(partner.party) or History()
        before = sum(one.amount for one in history.certain if _counts(operation, one))
        accounts.append(
            Account(
                partner.party,
                partner.share,
                around.grosze(name),
                before,
                number,
                around.figure(name).source,
                _group(written),
                group_name=None if written is None else str(written),
            )
        )
    return tuple(accounts)


def _group(name: FactValue | None) -> str | None:
    """Return a formalised group by its words: another spelling opens no second account."""
    return None if name is None else " ".join(words_of(str(name)))


def _counts(operation: Operation, one: EarlierAid) -> bool:
    """Say whether earlier aid uses up the limit: grants that of a grantee, the rest the other."""
    if one.kind == "investment_in_processing":
        return False
    if operation.around.procedure == "grants":
        group = _group(operation.fact("applies_for_group"))
        return one.kind == "grant" and _group(one.group) == group
    return one.kind not in ("incubator", "grant")


def ceilings_of_accounts(accounts: Sequence[Account], granted: Books) -> tuple[Ceiling, ...]:
    """Return how much aid each account lets through, after what this call gave its holder."""
    limits = (one for one in accounts if one.bars is None and one.share)
    return tuple(_ceiling(one, granted.to(one.party, one.group)) for one in limits)


def _ceiling(account: Account, now: Fraction) -> Ceiling:
    left = max(Fraction(account.limit - account.before) - now, Fraction(0))
    most = floor(left / account.share)
    values = {
        "who": account.party.name,
        "group": account.group_name,
        "limit": account.limit,
        "before": account.before,
        "now": floor(now),
        "share": account.share * 100,
        "most": most,
    }
    whose = "{who}" if account.group_name is None else "{who} (grupa: {group})"
    text = whose + ": limit {limit:zł}, wcześniej {before:zł}, w tym naborze {now:zł}"
    if account.share != 1:
        text += "; udział {share:%}"
    text += ", więc pomoc na operację najwyżej {most:zł}."
    name = "limit na grantobiorcę" if account.rule == "A3" else "limit na beneficjenta"
    number = account.rule if account.share == 1 else "A5"
    return Ceiling(number, name, most, Said(text, values), account.source)
