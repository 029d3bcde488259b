"""The history of a beneficiary: aid that was granted before, matched and never guessed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from scoring.party import Party, name_words

AidKind = Literal[
    "start_business",
    "develop_business",
    "processing",
    "incubator",
    "grant",
    "investment_in_processing",
    "other",
]
"""What earlier aid was for, as far as some rule asks.

``investment_in_processing`` is the measure outside LEADER (rule E11); the others are LEADER's own.
"""

KIND_NAMES: dict[AidKind, str] = {
    "start_business": "podjęcie działalności gospodarczej",
    "develop_business": "rozwijanie działalności gospodarczej",
    "processing": "przetwórstwo produktów rolnych (LEADER)",
    "incubator": "inkubator przetwórstwa lokalnego",
    "grant": "grant w projekcie grantowym",
    "investment_in_processing": "inwestycje w przetwórstwo, marketing i rozwój produktów rolnych",
    "other": "inna operacja",
}
"""How each kind reads in documents, and as the office writes it in the history."""


@dataclass(frozen=True, slots=True)
class EarlierAid:
    """Aid granted to somebody before; ``amount`` in grosze.

    ``group`` is the formalised group for which a grant was taken (rule A3). ``eur_rate`` is PLN
    for a euro on the day of granting, needed where the aid was de minimis. ``same`` and ``other``
    are case numbers of which the office found that they are, or are not, of this beneficiary.
    ``place`` says where it is written down.
    """

    beneficiary: Party
    granted_on: date
    amount: int
    kind: AidKind
    place: str
    group: str | None = None
    de_minimis: bool = False
    eur_rate: Decimal | None = None
    same: frozenset[str] = field(default_factory=frozenset)
    other: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class History:
    """The earlier aid of one party: what is surely its own, and what may be."""

    certain: tuple[EarlierAid, ...] = ()
    doubtful: tuple[EarlierAid, ...] = ()

    def of_kind(self, *kinds: AidKind) -> "History":
        """Keep only aid of these kinds."""
        return History(
            tuple(one for one in self.certain if one.kind in kinds),
            tuple(one for one in self.doubtful if one.kind in kinds),
        )

    @property
    def total(self) -> int:
        """The sum of what is certain, in grosze."""
        return sum(one.amount for one in self.certain)


def history_of(
    party: Party, number: str, earlier: Sequence[EarlierAid], parties: Sequence[Party] = ()
) -> History:
    """Find the earlier aid of a party to the application with this case number.

    ``parties`` are all who carry the operation out together: aid that is surely of another of them
    is no doubt of this one (spouses who farm under one EP number). Aid that carries a number of aid
    already found, under which the party itself is not known, may be its own too.
    """
    others = [one for one in parties if one != party and not one.is_surely(party)]
    certain: list[EarlierAid] = []
    doubtful: list[EarlierAid] = []
    rest: list[EarlierAid] = []
    for one in earlier:
        if number in one.other:
            continue
        match _whose(one, party, others, found=number in one.same):
            case "certain":
                certain.append(one)
            case "doubtful":
                doubtful.append(one)
            case "unrelated":
                rest.append(one)
            case "of_another":
                pass
    doubtful += [one for one in rest if _is_of_any(one, (found.beneficiary for found in certain))]
    return History(in_order(certain), in_order(doubtful))


class Histories:
    """The histories of many parties out of one list of earlier aid, which is looked through once.

    Every row stands under the marks of its beneficiary, under the words of its name, and under the
    applications that the office found it to be of; only rows that share one of these are compared.
    """

    def __init__(self, earlier: Sequence[EarlierAid]) -> None:
        """Sort the rows by all that they may be found by."""
        self._earlier = earlier
        self._by_mark: dict[str, list[int]] = {}
        self._by_number: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._by_rarest: dict[str, list[int]] = {}
        self._found: dict[tuple[Party, str, tuple[Party, ...]], History] = {}
        for row, one in enumerate(earlier):
            for mark in one.beneficiary.marks:
                self._by_mark.setdefault(mark, []).append(row)
            for number in one.same:
                self._by_number.setdefault(number, []).append(row)
            for word in name_words(one.beneficiary.name):
                self._by_word.setdefault(word, []).append(row)
        for row, one in enumerate(earlier):
            if words := name_words(one.beneficiary.name):
                self._by_rarest.setdefault(self._rarest(words), []).append(row)

    def of(self, party: Party, number: str, parties: Sequence[Party] = ()) -> History:
        """Find the earlier aid of a party, as :func:`history_of` does."""
        asked = (party, number, tuple(parties))
        if asked not in self._found:
            self._found[asked] = history_of(party, number, self._near(party, number), parties)
        return self._found[asked]

    def _near(self, party: Party, number: str) -> list[EarlierAid]:
        """Return in their order all rows that may bear on a party: found, and numbered as those."""
        rows = {*self._by_number.get(number, ()), *self._marked(party), *self._named(party)}
        beside = {other for row in rows for other in self._marked(self._earlier[row].beneficiary)}
        return [self._earlier[row] for row in sorted(rows | beside)]

    def _marked(self, party: Party) -> Iterator[int]:
        for mark in party.marks:
            yield from self._by_mark.get(mark, ())

    def _named(self, party: Party) -> Iterator[int]:
        """Go through the rows whose name may be the party's: of two like names one has all words.

        Where the party's words are all in the name of a row, so is the rarest of them; where the
        row's are all in the party's, one of them is the rarest of the row.
        """
        words = name_words(party.name)
        if words:
            yield from self._by_word.get(self._rarest(words), ())
        for word in words:
            yield from self._by_rarest.get(word, ())

    def _rarest(self, words: frozenset[str]) -> str:
        return min(words, key=lambda word: (len(self._by_word.get(word, ())), word))


def _whose(
    one: EarlierAid, party: Party, others: Sequence[Party], *, found: bool
) -> Literal["certain", "doubtful", "unrelated", "of_another"]:
    """Say whose aid it is; ``found``: the office found that it is of somebody of the operation."""
    surely, maybe = one.beneficiary.is_surely(party), one.beneficiary.may_be(party)
    if surely:
        return "certain"
    if _is_of_any(one, others):
        return "of_another"
    if not found:
        return "doubtful" if maybe else "unrelated"
    also = any(one.beneficiary.may_be(other) for other in others)
    if maybe:
        return "doubtful" if also else "certain"
    if also:
        return "of_another"
    return "doubtful" if others else "certain"


def _is_of_any(one: EarlierAid, parties: Iterable[Party]) -> bool:
    return any(one.beneficiary.is_surely(party) for party in parties)


def in_order(some: Iterable[EarlierAid]) -> tuple[EarlierAid, ...]:
    """Put earlier aid in the order of its days."""
    return tuple(sorted(some, key=lambda one: (one.granted_on, one.amount, one.place)))
