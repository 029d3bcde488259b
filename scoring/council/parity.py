"""Parity: no group above 49 % of the votes, and at least half of them not from public authorities.

Both are counted in whole numbers and told apart: 5 public votes of 10 fail the first and pass the
second.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.answer import Answer, met, not_met
from scoring.council.member import SECTOR_NAMES, Member, Sector
from scoring.council.rules import GroupLimit

HALF = 50
HALF_SOURCE = "art. 34 ust. 3 lit. b rozporządzenia (UE) nr 1303/2013"
CONTROL_SOURCE = "art. 33 ust. 3 lit. b rozporządzenia (UE) 2021/1060; art. 17 ust. 2 ustawy (2023)"


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


def sectors_of(voters: Sequence[Member]) -> tuple[Group, ...]:
    """Count the sectors among those who vote, all four, also those with nobody."""
    counts = Counter(one.sector for one in voters)
    return tuple(Group(SECTOR_NAMES[one], counts[one], len(voters)) for one in _SECTORS)


_SECTORS: tuple[Sector, ...] = ("public", "economic", "social", "residents")


def groups_of(voters: Sequence[Member]) -> tuple[Group, ...]:
    """Count the interest groups among those who vote; a member counts in each of its groups."""
    counts = Counter(group for one in voters for group in dict.fromkeys(one.groups))
    return tuple(Group(name, count, len(voters)) for name, count in sorted(counts.items()))


def within_limit(group: Group, limit: Decimal) -> bool:
    """Compare in whole numbers: the rule fails when 100 × group > 49 × all."""
    return 100 * group.count <= limit * group.of


def no_group_above(voters: Sequence[Member], limit: GroupLimit) -> Answer:
    """No sector and no interest group has more than 49 % of the votes."""
    groups = (*sectors_of(voters), *groups_of(voters))
    above = [one for one in groups if not within_limit(one, limit.percent)]
    if above:
        one = max(above, key=lambda group: (group.count, group.name))
        said = (
            "{name}: {count:liczba} z {of:liczba} głosów, czyli {percent:%}, więcej niż {limit:%}."
        )
        return not_met(
            said,
            name=one.name,
            count=one.count,
            of=one.of,
            percent=one.percent,
            limit=limit.percent,
        )
    return met("Żadna grupa nie ma więcej niż {limit:%} głosów.", limit=limit.percent)


def half_not_public(voters: Sequence[Member]) -> Answer:
    """At least half of the votes come from partners that are not public authorities."""
    others = sum(one.sector != "public" for one in voters)
    values = {
        "others": others,
        "of": len(voters),
        "percent": Group("", others, len(voters)).percent,
    }
    said = "Spoza sektora publicznego: {others:liczba} z {of:liczba} głosów, czyli {percent:%}"
    if 2 * others < len(voters):
        return not_met(f"{said}, mniej niż połowa.", **values)
    return met(f"{said}.", **values)


def no_group_controls(voters: Sequence[Member]) -> Answer:
    """No single interest group controls the decision: none has more than half of the votes (2023).

    Regulation 2021/1060 gives no percentage; a group with more than half decides alone.
    """
    groups = (*sectors_of(voters), *groups_of(voters))
    above = [one for one in groups if 2 * one.count > one.of]
    if above:
        one = max(above, key=lambda group: (group.count, group.name))
        said = "{name} ma {count:liczba} z {of:liczba} głosów i sama decyduje o wyborze."
        return not_met(said, name=one.name, count=one.count, of=one.of)
    return met("Żadna grupa interesu nie decyduje sama o wyborze.")


def too_many(group: Group, limit: Decimal) -> int:
    """Return how many of a group must not vote so that it keeps within the limit.

    Leaving out takes from the group and from all: the least k with 100 (g - k) ≤ 49 (n - k).
    """
    count = 0
    while not within_limit(Group(group.name, group.count - count, group.of - count), limit):
        count += 1
    return count
