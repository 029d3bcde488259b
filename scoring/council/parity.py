"""Parity: no group above 49 % of the votes, and at least half of them not from public authorities.

Both are counted in whole numbers and told apart: 5 public votes of 10 fail the first and pass the
second.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.answer import Answer, Finding, met, not_applicable, not_met
from scoring.call import Regime
from scoring.council.member import SECTOR_NAMES, SECTORS, Member
from scoring.council.rules import GroupLimit

HALF = Decimal(50)
HALF_SOURCE = "art. 34 ust. 3 lit. b rozporządzenia (UE) nr 1303/2013"
CONTROL_SOURCE = "art. 33 ust. 3 lit. b rozporządzenia (UE) 2021/1060; art. 17 ust. 2 ustawy (2023)"

NOBODY = "nikt nie głosował."


@dataclass(frozen=True, slots=True)
class Group:
    """How many of those who vote belong to one group."""

    name: str
    count: int
    of: int

    @property
    def percent(self) -> Fraction:
        """The share in per cent; of nobody it is nothing."""
        return Fraction(100 * self.count, self.of) if self.of else Fraction(0)


def names_of(member: Member) -> frozenset[str]:
    """Name every group that a member counts in: the sector, and each interest group."""
    return frozenset((SECTOR_NAMES[member.sector], *member.groups))


def sectors_of(voters: Sequence[Member]) -> tuple[Group, ...]:
    """Count the sectors among those who vote, all four, also those with nobody."""
    counts = Counter(one.sector for one in voters)
    return tuple(Group(SECTOR_NAMES[one], counts[one], len(voters)) for one in SECTORS)


def groups_of(voters: Sequence[Member]) -> tuple[Group, ...]:
    """Count the interest groups among those who vote; a member counts in each of its groups."""
    counts = Counter(group for one in voters for group in dict.fromkeys(one.groups))
    return tuple(Group(name, count, len(voters)) for name, count in sorted(counts.items()))


def all_groups(voters: Sequence[Member]) -> tuple[Group, ...]:
    """Count every group, sectors first; an interest group named like a sector is one with it."""
    counts = Counter(name for one in voters for name in names_of(one))
    names = dict.fromkeys([*SECTOR_NAMES.values(), *sorted(counts)])
    return tuple(Group(name, counts[name], len(voters)) for name in names)


def within_limit(group: Group, limit: Decimal) -> bool:
    """Compare in whole numbers: the rule fails when 100 × group > 49 × all."""
    return 100 * group.count <= limit * group.of


def no_group_above(voters: Sequence[Member], limit: GroupLimit) -> Answer:
    """No sector and no interest group has more than 49 % of the votes."""
    if not voters:
        return not_applicable(NOBODY)
    above = [one for one in all_groups(voters) if not within_limit(one, limit.percent)]
    if not above:
        return met("Żadna grupa nie ma więcej niż {limit:%} głosów.", limit=limit.percent)
    said = "{groups}, a dopuszcza się najwyżej {limit:%} głosów jednej grupy."
    return not_met(said, groups=_named(above), limit=limit.percent)


def half_not_public(voters: Sequence[Member]) -> Answer:
    """At least half of the votes come from partners that are not public authorities."""
    if not voters:
        return not_applicable(NOBODY)
    others = sum(one.sector != "public" for one in voters)
    share = Group("", others, len(voters)).percent
    said = "Spoza sektora publicznego: {others:liczba} z {of:liczba} głosów, czyli {percent:%}"
    values = {"others": others, "of": len(voters), "percent": share}
    if 2 * others < len(voters):
        return not_met(f"{said}, mniej niż połowa.", **values)
    return met(f"{said}.", **values)


def no_group_controls(voters: Sequence[Member]) -> Answer:
    """No single interest group controls the decision: none has more than half of the votes (2023).

    Regulation 2021/1060 gives no percentage; a group with more than half decides alone.
    """
    if not voters:
        return not_applicable(NOBODY)
    above = [one for one in all_groups(voters) if not within_limit(one, HALF)]
    if not above:
        return met("Żadna grupa interesu nie ma więcej niż połowy głosów.")
    return not_met("{groups}: więcej niż połowa, więc decydowałaby sama.", groups=_named(above))


@dataclass(frozen=True, slots=True)
class _Listed:
    """Groups, the largest first, each with its share; put together only when it is read."""

    groups: tuple[Group, ...]

    def __str__(self) -> str:
        said = "{name}: {count:liczba} z {of:liczba} głosów, czyli {percent:%}"
        return "; ".join(
            str(met(said, name=one.name, count=one.count, of=one.of, percent=one.percent).said)
            for one in self.groups
        )


def _named(groups: Sequence[Group]) -> _Listed:
    return _Listed(tuple(sorted(groups, key=lambda one: (-one.count, one.name))))


def parity_findings(
    voters: Sequence[Member] | None, limit: GroupLimit | None, regime: Regime
) -> Iterator[Finding]:
    """Ask each rule of parity by itself; where nobody knows who voted, none is answered.

    In 2014-2020 both rules of Regulation 1303/2013; under the wording of 2023 that no single
    interest group controls the decision, and the LGD's own limit where it has one.
    """
    who = Answer(
        "unknown", "Nie zapisano, kto głosował, a głosów jest inna liczba niż uprawnionych."
    )
    if limit is not None:
        answer = who if voters is None else no_group_above(voters, limit)
        yield Finding("groups", "Żadna grupa powyżej limitu głosów", limit.source, answer)
    if regime == "2023":
        answer = who if voters is None else no_group_controls(voters)
        yield Finding("control", "Kontrola pojedynczej grupy interesu", CONTROL_SOURCE, answer)
    else:
        answer = who if voters is None else half_not_public(voters)
        name = "Co najmniej połowa głosów spoza sektora publicznego"
        yield Finding("half", name, HALF_SOURCE, answer)


def limits(limit: GroupLimit | None, regime: Regime, groups: Sequence[Group]) -> dict[str, Decimal]:
    """Return the most votes that each group may have, in per cent, by all rules of the regime."""
    most = {one.name: HALF if regime == "2023" else Decimal(100) for one in groups}
    if regime != "2023":
        most[SECTOR_NAMES["public"]] = HALF
    return {
        name: percent if limit is None else min(percent, limit.percent)
        for name, percent in most.items()
    }
