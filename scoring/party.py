"""Who stands behind an application, and how two papers are known to speak of the same one."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from scoring import polish

_BESIDE_DIGITS = re.compile(r"^(?:numer|nr|ep|nip|pl)\b|[\W_]+", re.IGNORECASE)
_STROKE = str.maketrans("łŁ", "lL")
_LEGAL_FORMS = re.compile(
    r"\b(?:spolka z ograniczona odpowiedzialnoscia|sp z o o|spolka cywilna|spolka jawna"
    r"|spolka akcyjna|sp j|s c|s a)\b"
)
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Party:
    """A person or body: by producer number (EP) or NIP; a name alone identifies nobody."""

    name: str
    producer_number: str | None = None
    nip: str | None = None

    @property
    def marks(self) -> frozenset[str]:
        """What identifies the party; empty where nothing does.

        Dashes, spaces and the zeros that a spreadsheet drops make no difference; what is no number
        („brak”, „w trakcie nadania”) identifies nobody.
        """
        return _marks(self.producer_number, self.nip)

    def is_surely(self, other: "Party") -> bool:
        """Whether both carry one number, and no two numbers of a kind differ."""
        return not self.marks.isdisjoint(other.marks) and not self._differs(other)

    def may_be(self, other: "Party") -> bool:
        """Whether it is open if both are the same: numbers that quarrel, or only a name in common.

        Spouses farm under one EP number and have each a NIP: their numbers quarrel.
        """
        if not self.marks.isdisjoint(other.marks):
            return self._differs(other)
        return not self._differs(other) and like_names(self.name, other.name)

    def joined(self, other: "Party") -> "Party":
        """Return the party with the numbers that only the other paper gives."""
        return Party(
            self.name,
            self.producer_number if _number(self.producer_number) else other.producer_number,
            self.nip if _number(self.nip) else other.nip,
        )

    def _differs(self, other: "Party") -> bool:
        pairs = ((self.producer_number, other.producer_number), (self.nip, other.nip))
        known = ((_number(mine), _number(theirs)) for mine, theirs in pairs)
        return any(mine and theirs and mine != theirs for mine, theirs in known)


def same_name(one: str, other: str) -> bool:
    """Compare names as a clerk would: letters and digits, in any order of words."""
    return words_of(one) == words_of(other) != ()


def words_of(name: str) -> tuple[str, ...]:
    """Return what tells names apart: their words, whatever the case, the order, and the dashes."""
    letters = "".join(one if one.isalnum() else " " for one in name.casefold())
    return tuple(sorted(letters.split()))


@lru_cache(maxsize=65536)
def _marks(producer_number: str | None, nip: str | None) -> frozenset[str]:
    known = (("EP", _number(producer_number)), ("NIP", _number(nip)))
    return frozenset(f"{kind} {number}" for kind, number in known if number)


@lru_cache(maxsize=65536)
def _number(written: str | None) -> str:
    """Return the digits of a number as they are compared; nothing where it is no number."""
    digits = _BESIDE_DIGITS.sub("", (written or "").strip())
    digits = digits.upper().removeprefix("EP").removeprefix("PL")
    return digits.lstrip("0") if digits.isascii() and digits.isdigit() else ""


def like_names(one: str, other: str) -> bool:
    """Say whether two names may be of the same one, as a clerk would look at them.

    Letters and digits count, in any order of words, without accents and legal forms; a name may
    also lack words of the other („Jan Kowalski” and „Kowalski Jan Adam”).
    """
    mine, theirs = name_words(one), name_words(other)
    if not mine or not theirs:
        return False
    common = mine & theirs
    whole = common in (mine, theirs)
    return mine == theirs or (whole and len(common) >= _FEWEST_WORDS)


@lru_cache(maxsize=65536)
def name_words(name: str) -> frozenset[str]:
    """Return the words by which two names are held to be alike, without accents and legal forms."""
    plain = unicodedata.normalize("NFKD", name.translate(_STROKE).casefold())
    bare = (one for one in plain if not unicodedata.combining(one))
    spaced = " ".join("".join(one if one.isalnum() else " " for one in bare).split())
    return frozenset((_LEGAL_FORMS.sub(" ", spaced).strip() or spaced).split())


@dataclass(frozen=True, slots=True)
class Partner:
    """One of those who carry an operation out together, with its share of the aid (0 to 1).

    In a civil partnership (spółka cywilna) the shares are equal.
    """

    party: Party
    share: Fraction


def in_order(partners: Iterable[Partner], applicant: Party) -> tuple[Partner, ...]:
    """Put partners in an order that rows of a file do not change: the applicant, then by name."""

    def key(one: Partner) -> tuple[object, ...]:
        party = one.party
        later, name = not party.is_surely(applicant), polish.alphabetical(party.name)
        return later, name, party.name, party.producer_number or "", party.nip or "", one.share

    return tuple(sorted(partners, key=key))


def equal_shares(parties: Iterable[Party]) -> tuple[Partner, ...]:
    """Split the aid equally, as in a civil partnership."""
    some = tuple(parties)
    return tuple(Partner(one, Fraction(1, len(some))) for one in some)
