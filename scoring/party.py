"""Who stands behind an application, and how two papers are known to speak of the same one."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Party:
    """A person or body: by producer number (EP) or NIP; a name alone identifies nobody."""

    name: str
    producer_number: str | None = None
    nip: str | None = None

    @property
    def marks(self) -> frozenset[str]:
        """What identifies the party; empty where nothing does."""
        known = (("EP", self.producer_number), ("NIP", self.nip))
        return frozenset(f"{kind} {number}" for kind, number in known if number)

    def is_surely(self, other: "Party") -> bool:
        """Whether both carry one number, and no two numbers of a kind differ."""
        return bool(self.marks & other.marks) and not self._differs(other)

    def may_be(self, other: "Party") -> bool:
        """Whether it is open if both are the same: numbers that quarrel, or only a common name."""
        if self.is_surely(other):
            return False
        if self.marks & other.marks:
            return True
        return not self._differs(other) and same_name(self.name, other.name)

    def _differs(self, other: "Party") -> bool:
        pairs = ((self.producer_number, other.producer_number), (self.nip, other.nip))
        return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def same_name(one: str, other: str) -> bool:
    """Compare names as a clerk would: letters and digits, in any order of words."""
    return words_of(one) == words_of(other) != ()


def words_of(name: str) -> tuple[str, ...]:
    """Return what tells names apart: their words, whatever the case, the order, and the dashes."""
    letters = "".join(one if one.isalnum() else " " for one in name.casefold())
    return tuple(sorted(letters.split()))


@dataclass(frozen=True, slots=True)
class Partner:
    """One of those who carry an operation out together, with its share of the aid (0 to 1).

    In a civil partnership (spółka cywilna) the shares are equal.
    """

    party: Party
    share: Fraction


def equal_shares(parties: Iterable[Party]) -> tuple[Partner, ...]:
    """Split the aid equally, as in a civil partnership."""
    some = tuple(parties)
    return tuple(Partner(one, Fraction(1, len(some))) for one in some)
