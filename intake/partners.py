"""Partners: who carries an operation out together, and how they share the aid (rule A5)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from intake.amounts import Unreadable, share_of, shown
from intake.columns import NUMBER, NUMBER_HEADINGS
from intake.entries import (
    Entries,
    Entry,
    case_numbers,
    headings_of,
    number_of_entry,
    open_entries,
)
from intake.parties import NUMBER_NAMES, party_of
from intake.sheet import Cell
from reading.problems import Problem, refuse_if_errors
from scoring import polish
from scoring.application import Application
from scoring.party import Partner, Party, equal_shares, like_names

PARTNER_NAMES = {
    NUMBER: NUMBER_HEADINGS,
    "partner": (
        "Nazwa partnera",
        "Partner",
        "Imię i nazwisko / nazwa partnera",
        "Imię i nazwisko lub nazwa partnera",
        "Wspólnik",
        "Imię i nazwisko wspólnika",
    ),
    **NUMBER_NAMES,
    "share": ("Udział w pomocy", "Udział w pomocy (%)", "Udział", "Udział (%)"),
}
"""What a column of the partners holds, and its headings; the first is that of the blank form."""

_EXAMPLE = "Znak sprawy, Nazwa partnera, Numer identyfikacyjny (EP), NIP, Udział w pomocy (%)"
_FRACTION = re.compile(r"([0-9]{1,6})\s?/\s?([0-9]{1,6})")
_SHARE = (
    "wpisz procent, np. 40 %, albo ułamek, np. 1/3; w spółce cywilnej zostaw puste u wszystkich"
)


@dataclass(frozen=True, slots=True)
class PartnersList:
    """Who carries operations out together, by case number, and what to look at."""

    of: Mapping[str, tuple[Partner, ...]]
    warnings: tuple[Problem, ...]

    def added_to(self, applications: Sequence[Application]) -> tuple[Application, ...]:
        """Return the applications with their partners."""
        return tuple(replace(one, partners=self.of.get(one.number, ())) for one in applications)


@dataclass(frozen=True, slots=True)
class _Row:
    """One partner as a row names it; ``share`` is ``None`` where the cell is blank."""

    entry: Entry
    party: Party
    share: Fraction | None


def read_partners(file: Path, applications: Sequence[Application]) -> PartnersList:
    """Read who carries operations out together; one row of an application is the applicant alone.

    Shares are of the whole aid and add up to 100 %; all blank they are equal, as in a civil
    partnership (spółka cywilna).

    Raises:
        Refused: with every mistake of the file; nothing is then taken in.
    """
    names = headings_of(PARTNER_NAMES)
    table = open_entries(file, names, ((NUMBER,), ("partner",)), _EXAMPLE)
    table.need(PARTNER_NAMES, ("partner",))
    numbers = case_numbers(applications)
    rows: dict[str, list[_Row]] = {}
    unclear: set[str] = set()
    for entry in table:
        number, row = _row(entry, numbers)
        if number is not None and row is not None:
            rows.setdefault(number, []).append(row)
        elif number is not None:
            unclear.add(number)
    found: dict[str, tuple[Partner, ...]] = {}
    for one in applications:
        if one.number in rows and one.number not in unclear:
            found[one.number] = _together(table, one, rows[one.number])
    warnings = refuse_if_errors(table.problems)
    return PartnersList({key: some for key, some in found.items() if some}, tuple(warnings))


def _row(entry: Entry, numbers: Mapping[str, str]) -> tuple[str | None, _Row | None]:
    number = number_of_entry(entry, numbers)
    party = party_of(entry, "partner", "partnera")
    share = entry.read("share", _share, _SHARE)
    return number, None if party is None or entry.wrong else _Row(entry, party, share)


def _share(cell: Cell) -> Fraction:
    """Read a share of the whole: per cent, or a fraction such as 1/3."""
    found = _FRACTION.fullmatch(cell.strip()) if isinstance(cell, str) else None
    if found is not None and int(found[2]):
        share = Fraction(int(found[1]), int(found[2]))
    else:
        share = Fraction(share_of(cell)) / 100
    if not 0 < share <= 1:
        raise Unreadable(f"udział {shown(cell)} nie jest większy od zera i najwyżej 100 %")
    return share


def _together(table: Entries, application: Application, rows: list[_Row]) -> tuple[Partner, ...]:
    """Return the partners of an application, the applicant first; nothing where it is alone."""
    applicant = application.party
    own = [one for one in rows if one.party.is_surely(applicant)]
    if not own and len(rows) == 1 and like_names(rows[0].party.name, applicant.name):
        own = rows
    if len(own) != 1:
        _tell_of_applicant(application, rows, own)
    _tell_of_the_same(rows)
    if _tell_of_shares(rows) or len(own) != 1 or len(rows) == 1:
        return ()
    for one in rows:
        if not one.party.marks:
            what = (
                f"nie podano numeru EP ani NIP, więc limit pomocy ({one.party.name}) jest nieznany"
            )
            table.warn(one.entry.row, what, "wpisz choć jeden z nich")
    # The register and this list may each give a number that the other does not.
    known = [replace(one, party=applicant.joined(one.party)) if one in own else one for one in rows]
    ordered = sorted(known, key=lambda one: (one.entry is not own[0].entry, _order(one.party)))
    if any(one.share is None for one in rows):
        return equal_shares(one.party for one in ordered)
    return tuple(Partner(one.party, one.share) for one in ordered if one.share is not None)


def _order(party: Party) -> tuple[object, ...]:
    return polish.alphabetical(party.name), sorted(party.marks)


def _tell_of_applicant(application: Application, rows: Sequence[_Row], own: Sequence[_Row]) -> None:
    first = rows[0].entry
    if own:
        at = ", ".join(str(one.entry.row) for one in own)
        what = f"wnioskodawca z wniosku {application.number} stoi tu kilka razy (wiersze: {at})"
        first.problem("partner", what, "zostaw jeden wiersz")
        return
    who = application.applicant
    what = f"wśród partnerów wniosku {application.number} nie ma wnioskodawcy ({who})"
    write = "dopisz jego wiersz z numerem EP albo NIP takim, jak w rejestrze"
    if not application.party.marks:
        write = "uzupełnij jego numer EP albo NIP w rejestrze i tutaj"
    first.problem("partner", what, write)


def _tell_of_the_same(rows: Sequence[_Row]) -> None:
    """Tell of two rows that name one partner."""
    for place, one in enumerate(rows):
        earlier = next((each for each in rows[:place] if each.party.is_surely(one.party)), None)
        if earlier is not None:
            what = f"ten sam partner stoi już w wierszu {earlier.entry.row}"
            one.entry.problem("partner", what, "zostaw jeden wiersz")


def _tell_of_shares(rows: Sequence[_Row]) -> bool:
    """Tell of shares that are given for some, or do not add up; say whether there was anything."""
    given = [one.share for one in rows if one.share is not None]
    if not given:
        return False
    at = ", ".join(str(one.entry.row) for one in rows)
    if len(given) < len(rows):
        blank = next(one for one in rows if one.share is None)
        what = f"u jednych partnerów jest udział, a u innych nie (wiersze: {at})"
        blank.entry.problem("share", what, "wpisz udziały wszystkich albo żadnego (równe)")
        return True
    whole = sum(given, Fraction(0))
    if whole == 1:
        return False
    what = f"udziały (wiersze: {at}) dają razem {polish.percent(whole * 100)}, a nie 100 %"
    rows[0].entry.problem("share", what, "popraw je; równe udziały: zostaw puste u wszystkich")
    return True
