"""The exclusions as they are published with the minutes (act, wording of 2015 and 2019).

Of members only those are named who act for the public sector; of the others the sector is told. No
reasons are published, for they may tell of families, and of applicants only what is public.
"""

from collections import Counter
from collections.abc import Iterator

from scoring import polish
from scoring.council.member import SECTOR_NAMES, SECTORS, Sector
from scoring.council.sitting import HeldSitting
from scoring.decision import Assessment, Decision, Outcome
from scoring.value import Value
from templates.base.entry import Entry, entry
from templates.base.frame import Frame, frame
from templates.base.person import by_alphabet
from templates.minutes.exclusions import Composition, compositions, reach

TITLE = "Wyłączenia członków Rady z oceny operacji"


class Row(Value):
    """An operation, and who was excluded from it."""

    entry: Entry
    excluded: tuple[str, ...]


class View(Value):
    """Everything that is published of exclusions."""

    frame: Frame
    sitting: str
    reach: str
    rows: tuple[Row, ...]
    compositions: tuple[Composition, ...]
    note: str


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the exclusions by operation, as they may be published."""
    return View(
        frame=frame(decision, version, TITLE, "public", moves=False),
        sitting=f"Posiedzenie Rady nr {held.sitting.number}, {polish.day(held.sitting.day)}",
        reach=reach(held),
        rows=tuple(
            Row(
                entry=entry(decision, one, "public"),
                excluded=tuple(_excluded(held, one.application.number)),
            )
            for one in listed_in(decision)
        ),
        compositions=compositions(decision, held),
        note=(
            "Z imienia i nazwiska podaje się osoby działające w Radzie za sektor publiczny, "
            "pozostałe – według sektora. Powody wyłączeń są w protokole, który przechowuje biuro "
            "LGD."
        ),
    )


def listed_in(decision: Decision) -> list[Assessment]:
    """Tell the operations that the council dealt with, by case number."""
    some = [one for one in decision.assessments if one.outcome is not Outcome.WITHDRAWN]
    return sorted(some, key=lambda one: polish.natural(one.application.number))


def _excluded(held: HeldSitting, number: str) -> Iterator[str]:
    """Name those of the public sector; count the others by sector."""
    names = by_alphabet(held.chamber.excluded_from(number))
    members = [one for one in map(held.council.find, names) if one is not None]
    yield from (
        f"{one.name} ({SECTOR_NAMES['public']})" for one in members if one.sector == "public"
    )
    others: Counter[Sector] = Counter(one.sector for one in members if one.sector != "public")
    for sector in SECTORS:
        if others[sector]:
            count = polish.plural(others[sector], "członek", "członków", "członków")
            yield f"{count} Rady ({SECTOR_NAMES[sector]})"
