"""The LGDs of cooperation projects: the share of each, and the funds of its LSR (rule K9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from intake.amounts import grosze_of
from intake.columns import NUMBER, NUMBER_HEADINGS
from intake.entries import (
    Entry,
    case_numbers,
    headings_of,
    number_of_entry,
    open_entries,
)
from reading.problems import Problem, refuse_if_errors
from scoring import polish
from scoring.application import Application
from scoring.cooperation import CooperationShare
from scoring.party import same_name

AMOUNTS = {
    "share": ("Udział w pomocy na projekt", "Udział w pomocy", "Kwota pomocy LGD"),
    "funds_19_2": ("Środki na 19.2", "Środki na 19.2 z umowy ramowej"),
    "funds_19_4": ("Środki na 19.4", "Środki na 19.4 z umowy ramowej"),
    "projects_so_far": ("Dotychczas na projekty współpracy", "Wykorzystano na współpracę"),
    "preparation_so_far": ("Dotychczas na przygotowanie", "Wykorzystano na przygotowanie"),
}
"""The amounts of an LGD, by the name of the value, and their headings."""

LGD_NAMES = {
    NUMBER: NUMBER_HEADINGS,
    "lgd": ("LGD", "Nazwa LGD", "Lokalna grupa działania"),
    **AMOUNTS,
}
"""What a column holds, and its headings; the first is that of the blank form."""

_EXAMPLE = "Znak sprawy, LGD, Udział w pomocy na projekt, Środki na 19.2, Środki na 19.4"
_AMOUNT = "wpisz kwotę w złotych, np. 1 234,56"


@dataclass(frozen=True, slots=True)
class ProjectLgds:
    """The LGDs of every project, by case number, and what to look at."""

    of: Mapping[str, tuple[CooperationShare, ...]]
    warnings: tuple[Problem, ...]

    def added_to(self, applications: Sequence[Application]) -> tuple[Application, ...]:
        """Return the applications with the LGDs of their projects."""
        return tuple(replace(one, lgds=self.of.get(one.number, ())) for one in applications)


def read_project_lgds(file: Path, applications: Sequence[Application]) -> ProjectLgds:
    """Read the LGDs of cooperation projects; a blank amount is not known.

    Raises:
        Refused: with every mistake of the file; nothing is then taken in.
    """
    table = open_entries(file, headings_of(LGD_NAMES), ((NUMBER,), ("lgd",)), _EXAMPLE)
    table.need(LGD_NAMES, ("lgd", "share", "funds_19_2"))
    numbers, given = case_numbers(applications), {one.number: one for one in applications}
    found: dict[str, list[CooperationShare]] = {}
    rows: dict[str, int] = {}
    for entry in table:
        number = number_of_entry(entry, numbers)
        name = entry.text("lgd")
        if name is None:
            entry.problem("lgd", "brak nazwy LGD", "wpisz nazwę LGD")
        amounts = {key: entry.read(key, grosze_of, _AMOUNT) for key in AMOUNTS}
        if number is None or name is None or entry.wrong:
            continue
        _tell_of_the_same(entry, name, found.get(number, []))
        rows.setdefault(number, entry.row)
        preparation = given[number].facts.get("preparation_only")
        known = None if preparation is None else bool(preparation)
        share = CooperationShare(lgd=name, preparation_only=known, **amounts)
        found.setdefault(number, []).append(share)
    for number, shares in found.items():
        said = _unlike_requested(given[number], shares)
        if said is not None:
            table.warn(rows[number], said, "sprawdź udziały i kwotę w rejestrze")
    warnings = refuse_if_errors(table.problems)
    ordered = {
        number: tuple(sorted(some, key=lambda one: polish.alphabetical(one.lgd)))
        for number, some in found.items()
    }
    return ProjectLgds(ordered, tuple(warnings))


def _tell_of_the_same(entry: Entry, name: str, earlier: Sequence[CooperationShare]) -> None:
    if any(same_name(one.lgd, name) for one in earlier):
        entry.problem("lgd", f"„{name}” stoi przy tym wniosku dwa razy", "zostaw jeden wiersz")


def _unlike_requested(one: Application, shares: Sequence[CooperationShare]) -> str | None:
    """Say that the shares do not add up to the aid requested, where all are known."""
    known = [share.share for share in shares if share.share is not None]
    if len(known) < len(shares) or one.requested is None or sum(known) == one.requested:
        return None
    whole, asked = polish.money(sum(known)), polish.money(one.requested)
    return f"udziały LGD w projekcie {one.number} dają {whole}, a wnioskowana kwota to {asked}"
