"""The exclusions as they are published (act, wording of 2015 and 2019); see ``base/published.py``."""

from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.value import Value
from templates.base.entry import Entry, entry
from templates.base.frame import Frame, frame
from templates.base.person import days_of
from templates.base.published import excluded_from, listed_in, who_is_named
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
        sitting=f"Posiedzenie Rady nr {held.sitting.number}: {days_of(held)}",
        reach=reach(held),
        rows=tuple(
            Row(
                entry=entry(decision, one, "public"),
                excluded=tuple(excluded_from(held, one.application.number)),
            )
            for one in listed_in(decision)
        ),
        compositions=compositions(decision, held),
        note=who_is_named(decision.call.regime),
    )
