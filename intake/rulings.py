"""Rulings: what people found on the rules that no document decides alone (E1, E2, E8, K2)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from intake.amounts import Unreadable, shown
from intake.cells import text_of, yes_no_of
from intake.columns import NUMBER, NUMBER_HEADINGS
from intake.entries import Entry, case_numbers, headings_of, number_of_entry, open_entries
from intake.header import normal
from intake.moments import date_of
from intake.sheet import Cell
from reading.problems import Problem, refuse_if_errors
from scoring import polish
from scoring.aid.reads import judged_rules
from scoring.application import Application
from scoring.call import Call
from scoring.facts import WHAT_TO_WRITE, Catalogue, FactType
from scoring.gate import stopped
from scoring.programme.edition import Programme
from scoring.programme.operation import Operation, Under, surroundings
from scoring.programme.rule import ProgrammeRule
from scoring.rule_ids import RULES
from scoring.ruling import BY_NAMES, Ruling

RULING_NAMES = {
    NUMBER: NUMBER_HEADINGS,
    "rule": ("Reguła", "Numer reguły", "Nr reguły", "Warunek"),
    "met": ("Ustalenie", "Wynik", "Czy spełniony", "Spełniony"),
    "justification": ("Uzasadnienie", "Uzasadnienie ustalenia"),
    "by": ("Kto ustalił", "Ustalił", "Kto"),
    "on": ("Dzień", "Data", "Dzień ustalenia", "Data ustalenia"),
}
"""What a column of the rulings holds, and its headings; the first is that of the blank form."""

RULING_NOTES = ("Wnioskodawca", "Tytuł operacji", "Treść reguły")
"""Columns that only help whoever fills the sheet."""

MET_NAMES = {True: "spełniony", False: "niespełniony"}
"""How a finding is written."""

_MET = re.compile(r"(?:warunek )?(?P<no>nie ?)?(?:spelnion[yae]|spelnia)")
_BY: dict[str, Literal["officer", "council"]] = {
    BY_NAMES["officer"]: "officer",
    "officer": "officer",
    "pracownik": "officer",
    "biuro": "officer",
    BY_NAMES["council"]: "council",
    "council": "council",
    "Rada LGD": "council",
}
_EXAMPLE = "Znak sprawy, Reguła, Ustalenie, Uzasadnienie, Kto ustalił, Dzień"


@dataclass(frozen=True, slots=True)
class Rulings:
    """The findings by case number and rule, and what to look at."""

    of: Mapping[str, Mapping[str, Ruling]]
    warnings: tuple[Problem, ...]

    def added_to(self, applications: Sequence[Application]) -> tuple[Application, ...]:
        """Return the applications with what people found on them."""
        return tuple(replace(one, rulings=self.of.get(one.number, {})) for one in applications)


def read_rulings(
    file: Path, call: Call, programme: Programme, applications: Sequence[Application]
) -> Rulings:
    """Read what people found. A row without a finding and a justification says nothing yet.

    Raises:
        Refused: with every mistake of the file; nothing is then taken in.
    """
    names = headings_of(RULING_NAMES)
    table = open_entries(file, names, ((NUMBER,), ("rule", "met")), _EXAMPLE, RULING_NOTES)
    table.need(RULING_NAMES, ("rule", "met", "justification", "by"))
    judged = () if call.programme is None else judged_rules(call.programme, programme)
    reading = _Reading(call.opens_at.date(), case_numbers(applications), judged)
    for entry in table:
        reading.take(entry)
    warnings = refuse_if_errors(table.problems)
    return Rulings(reading.found, tuple(warnings))


@dataclass(slots=True)
class _Reading:
    """A sheet of rulings while it is read."""

    opens_on: date
    numbers: Mapping[str, str]
    judged: Sequence[ProgrammeRule]
    found: dict[str, dict[str, Ruling]] = field(default_factory=dict)
    rows: dict[tuple[str, str], int] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """Take one row; one without a finding and a justification is not filled in yet."""
        if not entry.known.keys() & {"met", "justification"}:
            return
        number = number_of_entry(entry, self.numbers)
        rule = entry.needed("rule", self._rule, "brak reguły", self._which())
        met = entry.needed(
            "met", _met, "jest uzasadnienie, a brak ustalenia", f"wpisz {_either(MET_NAMES)}"
        )
        why = entry.needed(
            "justification",
            text_of,
            "ustalenie bez uzasadnienia",
            "wpisz, z czego ono wynika; zdanie to trafi do dokumentów",
        )
        by = entry.needed("by", _by, "nie podano, kto ustalił", f"wpisz {_either(BY_NAMES)}")
        on = self._on(entry)
        if number is None or rule is None or self._twice(entry, number, rule):
            return
        if met is not None and why is not None and by is not None and not entry.wrong:
            self.found.setdefault(number, {})[rule] = Ruling(rule, met, why, by, on)

    def _rule(self, cell: Cell) -> str:
        """Read a rule by its number, its name, or both."""
        said = normal(text_of(cell))
        for number, text in RULES.items():
            names = {text, *(one.name for one in self.judged if one.number == number)}
            forms = {number, *names, *(f"{number} {name}" for name in names)}
            forms |= {f"{number}{mark}{name}" for name in names for mark in (" - ", ". ", ": ")}
            if said not in map(normal, forms):
                continue
            if number not in {one.number for one in self.judged}:
                what = f"reguły {number} nikt nie ustala w tym naborze"
                raise Unreadable(what, self._which())
            return number
        raise Unreadable(f"nie ma reguły {shown(cell)}", self._which())

    def _which(self) -> str:
        names = ", ".join(f"{one.number} ({one.name})" for one in self.judged)
        return f"wpisz numer jednej z reguł: {names}" if names else "usuń wiersz"

    def _on(self, entry: Entry) -> date | None:
        found = entry.read("on", date_of, f"wpisz {WHAT_TO_WRITE[FactType.DATE]}")
        if found is not None and found < self.opens_on:
            what = f"ustalenie z dnia {polish.day(found)} jest sprzed rozpoczęcia naboru"
            entry.problem("on", what, "sprawdź datę", "warning")
        return found

    def _twice(self, entry: Entry, number: str, rule: str) -> bool:
        first = self.rows.setdefault((number, rule), entry.row)
        if first == entry.row:
            return False
        what = f"ustalenie reguły {rule} we wniosku {number} stoi już w wierszu {first}"
        entry.problem("rule", what, "zostaw jeden wiersz")
        return True


def rulings_wanted(
    call: Call, catalogue: Catalogue, programme: Programme, applications: Sequence[Application]
) -> list[tuple[Application, ProgrammeRule]]:
    """Name every application with each rule that waits, or may wait, for a person to find.

    A rule that does not bear on the operation (training needs no economic grounds, E2) is left out,
    and so is a withdrawn application.
    """
    under = None if call.programme is None else Under(programme)
    around = surroundings(call, catalogue, under)
    if around is None:
        return []
    return [
        (one, rule)
        for one in applications
        if not one.withdrawn
        for rule in judged_rules(around.of_call, programme)
        if rule.ask(Operation(replace(one, rulings={}), around)).verdict == "unknown"
    ]


def rulings_needed(
    call: Call, catalogue: Catalogue, under: Under, applications: Sequence[Application]
) -> list[tuple[Application, ProgrammeRule]]:
    """Name those of ``rulings_wanted`` that still bear on a result: no rule has stopped the application."""
    wanted = rulings_wanted(call, catalogue, under.programme, applications)
    closed = stopped(call, catalogue, under, applications) if wanted else frozenset()
    return [(one, rule) for one, rule in wanted if one.number not in closed]


def missing_rulings(
    place: Path, wanted: Sequence[tuple[Application, ProgrammeRule]], file: Path | None
) -> list[Problem]:
    """Warn once of all the findings that nobody has made yet."""
    absent = [rule.number for one, rule in wanted if rule.number not in one.rulings]
    if not absent:
        return []
    counted = polish.plural(len(absent), "ustalenia", "ustaleń", "ustaleń")
    rules = ", ".join(one for one in _numbers(wanted) if one in absent)
    what = f"brakuje {counted} z uzasadnieniem (reguły: {rules})"
    write = "uzupełnij wiersze" if file else "wypełnij formularz z „nabor rulings-template”"
    return [Problem(str(file or place), what, write, level="warning")]


def _numbers(wanted: Sequence[tuple[Application, ProgrammeRule]]) -> list[str]:
    return list(dict.fromkeys(rule.number for _, rule in wanted))


def _met(cell: Cell) -> bool:
    found = _MET.fullmatch(normal(cell)) if isinstance(cell, str) else None
    return yes_no_of(cell) if found is None else found["no"] is None


def _by(cell: Cell) -> Literal["officer", "council"]:
    known = {normal(name): key for name, key in _BY.items()}
    said = normal(text_of(cell))
    if said not in known:
        raise Unreadable(f"{shown(cell)} nie mówi, kto ustalił")
    return known[said]


def _either(names: Mapping[bool, str] | Mapping[str, str]) -> str:
    return " albo ".join(names.values())
