"""The history of beneficiaries: earlier aid as the office or the voivodeship lists it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from intake.amounts import Unreadable, grosze_of, shown
from intake.call_checks import LAST_YEAR
from intake.cells import yes_no_of
from intake.entries import (
    Entries,
    Entry,
    case_numbers,
    headings_of,
    one_of_advice,
    open_entries,
)
from intake.header import normal
from intake.history_columns import HISTORY_NAMES, HISTORY_NOTES, KIND, kind_of, rate_of
from intake.history_doubts import doubts
from intake.kinds import is_sum_word
from intake.moments import date_of
from intake.parties import NUMBER_NAMES, party_of
from reading.problems import Problem, refuse_if_errors
from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.earlier_aid import EarlierAid
from scoring.facts import WHAT_TO_WRITE, FactType

_NEEDED = (("beneficiary",), ("granted_on", "amount"))
_EXAMPLE = "Beneficjent, Numer identyfikacyjny (EP), NIP, Data przyznania, Kwota pomocy, Cel pomocy"
_EARLIEST = date(2000, 1, 1)
"""No aid of this kind is older; an earlier date is a slip of the pen."""

_OF_BUSINESS = ("start_business", "develop_business", "processing")
_FEW = 5
_SEPARATORS = re.compile(r"\s*[;,]\s*")


@dataclass(frozen=True, slots=True)
class EarlierAidList:
    """What a list of earlier aid says, in the order of its rows, and what to look at."""

    entries: tuple[EarlierAid, ...]
    warnings: tuple[Problem, ...]


def read_history(file: Path, call: Call, applications: Sequence[Application]) -> EarlierAidList:
    """Read the earlier aid of beneficiaries, and look for the applicants among them.

    A list with a header alone says that somebody looked and found nothing. What may be, or may not
    be, of an applicant is told with what to write.

    Raises:
        Refused: with every mistake of the file; nothing is then taken in.
    """
    names = headings_of(HISTORY_NAMES)
    table = open_entries(file, names, _NEEDED, _EXAMPLE, HISTORY_NOTES)
    table.need(HISTORY_NAMES, ("granted_on", "amount", "kind"))
    table.problems += _unmarked(table)
    reading = _Reading(file.name, call.closes_at.date(), case_numbers(applications))
    rows: list[tuple[Entry, EarlierAid]] = []
    for entry in table:
        found = reading.take(entry)
        if found is not None:
            rows.append((entry, found))
    table.problems += _silent(table, rows)
    table.problems += doubts(table, rows, applications)
    warnings = refuse_if_errors(table.problems)
    return EarlierAidList(tuple(found for _, found in rows), tuple(warnings))


def _unmarked(table: Entries) -> Iterator[Problem]:
    """Warn of a list without the numbers that identify: only names are then left."""
    if not table.columns.keys() & NUMBER_NAMES.keys():
        what = "brak kolumn z numerem EP i NIP, a samo nazwisko nikogo nie wskazuje"
        yield table.sheet.problem(table.header.row, None, what, "dodaj choć jedną", "warning")


def _silent(table: Entries, rows: Iterable[tuple[Entry, EarlierAid]]) -> Iterator[Problem]:
    """Warn once of aid to businesses of which the list does not say if it was de minimis (A13)."""
    some = [
        str(entry.row)
        for entry, aid in rows
        if aid.kind in _OF_BUSINESS and "de_minimis" not in entry.known
    ]
    if some:
        more = f" i {len(some) - _FEW} dalszych" if len(some) > _FEW else ""
        what = (
            "nie podano, czy pomoc na działalność gospodarczą była pomocą de minimis (wiersze: "
            f"{', '.join(some[:_FEW])}{more}); przyjęto, że nie"
        )
        write = f"wpisz tak albo nie w „{HISTORY_NAMES['de_minimis'][0]}”"
        yield table.sheet.problem(table.header.row, None, what, write, "warning")


@dataclass(slots=True)
class _Reading:
    """A list of earlier aid while it is read."""

    file: str
    closes_on: date
    numbers: Mapping[str, str]
    sum: int = 0
    seen: dict[object, int] = field(default_factory=dict)

    def take(self, entry: Entry) -> EarlierAid | None:
        """Take one row; ``None`` where it is a sum, a note, or wrong, which is told."""
        if entry.is_footnote:
            said = next(iter(entry.known.values()))
            what = f"wiersz pominięto jako uwagę: {shown(said)}"
            entry.table.warn(entry.row, what, "jeśli to pomoc, wpisz ją pod nagłówkami")
            return None
        if self._is_sum(entry):
            return None
        beneficiary = party_of(entry, "beneficiary", "beneficjenta")
        granted_on = self._granted_on(entry)
        amount = self._amount(entry)
        kind = entry.needed("kind", kind_of, "brak celu pomocy", f"wpisz {KIND.what_to_write}")
        group = entry.text("group")
        de_minimis = bool(entry.read("de_minimis", yes_no_of, "wpisz tak albo nie"))
        rate = entry.read("eur_rate", rate_of, "wpisz kurs w złotych, np. 4,6525")
        same, other = self._cases(entry, "same"), self._cases(entry, "other")
        for number in sorted(same & other):
            what = f"wniosek {number} stoi i w „Dotyczy”, i w „Nie dotyczy”"
            entry.problem("other", what, "zostaw go w jednej z tych kolumn")
        if entry.wrong or beneficiary is None or granted_on is None or kind is None:
            return None
        place = f"{self.file}, wiersz {entry.row}"
        found = EarlierAid(
            beneficiary,
            granted_on,
            amount or 0,
            kind,
            place,
            group,
            de_minimis,
            rate,
            same,
            other,
        )
        self._twice(entry, found)
        return found

    def _granted_on(self, entry: Entry) -> date | None:
        write = f"wpisz {WHAT_TO_WRITE[FactType.DATE]}"
        found = entry.needed("granted_on", date_of, "brak dnia przyznania pomocy", write)
        if found is None:
            return None
        if found < _EARLIEST or found.year > LAST_YEAR:
            what = f"{polish.day(found)} nie może być dniem przyznania tej pomocy"
            entry.problem("granted_on", what, "sprawdź rok")
        elif found > self.closes_on:
            what = f"pomoc przyznano {polish.day(found)}, po zamknięciu naboru"
            write = "sprawdź datę; jeśli jest dobra, pomoc i tak się liczy"
            entry.problem("granted_on", what, write, "warning")
        return found

    def _amount(self, entry: Entry) -> int | None:
        write = f"wpisz {WHAT_TO_WRITE[FactType.MONEY]}"
        amount = entry.needed("amount", grosze_of, "brak kwoty pomocy", write)
        if amount == 0:
            what = "kwota pomocy to zero"
            entry.problem("amount", what, "wpisz kwotę, którą przyznano, albo usuń wiersz")
        self.sum += amount or 0
        return amount

    def _is_sum(self, entry: Entry) -> bool:
        """Know the row of the sum: „Razem” with the amount alone, or an amount that is the sum."""
        named = any(is_sum_word(cell) for cell in entry.cells)
        filled = {name for name, cell in entry.known.items() if not is_sum_word(cell)}
        if filled - {"amount"} or (not named and (not filled or not self.sum)):
            return False
        cell = entry.known.get("amount")
        try:
            right = cell is None or is_sum_word(cell) or grosze_of(cell) == self.sum
        except Unreadable:
            right = False
        if named and not right:
            what = (
                f"suma {shown(cell)} nie zgadza się z wierszami powyżej ({polish.money(self.sum)})"
            )
            write = "sprawdź, czy nie brakuje wiersza i czy każda kwota jest dobra"
            entry.problem("amount", what, write, "warning")
        return named or right

    def _cases(self, entry: Entry, name: str) -> frozenset[str]:
        """Read case numbers, as the register writes them."""
        text = entry.text(name)
        if text is None:
            return frozenset()
        whole = normal(text) in self.numbers
        parts = [text] if whole else [one for one in _SEPARATORS.split(text) if one]
        for part in parts:
            if normal(part) not in self.numbers:
                what = f"nie ma w rejestrze wniosku {shown(part)}"
                write = one_of_advice(self.numbers)
                entry.problem(name, what, f"{write}; kilka rozdziel średnikiem")
        return frozenset(self.numbers.get(normal(part), part) for part in parts)

    def _twice(self, entry: Entry, one: EarlierAid) -> None:
        whose = one.beneficiary.marks or one.beneficiary.name
        same = (whose, one.granted_on, one.amount, one.kind, one.group)
        first = self.seen.setdefault(same, entry.row)
        if first != entry.row:
            what = f"ta sama pomoc stoi już w wierszu {first}, więc liczy się dwa razy"
            entry.table.warn(entry.row, what, "jeśli to jedna pomoc, usuń jeden z wierszy")
