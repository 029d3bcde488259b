"""How all calls stand, in words: a row a call, for the screen, for Prefect and for a script."""

from collections.abc import Iterable, Sequence
from datetime import date

from rounds.standing import CallStanding
from scoring import polish
from scoring.deadlines import Deadline, Status
from scoring.life import PHASE_NAMES, WHO_NAMES, Step

COLUMNS = ("LGD", "Nabór", "Stan", "Program", "Czeka na", "Najbliższy termin")

DOES: dict[Step, str] = {
    "close": "raport przyjęcia",
    "council": "rozstrzygnięcie",
    "publish": "zestawy dokumentów",
}
"""What the program does by itself in each step."""


def summary_rows(found: Iterable[CallStanding], today: date) -> list[tuple[str, ...]]:
    """Return a row a call, in the order of the calls."""
    return [summary_row(one, today) for one in found]


def summary_row(one: CallStanding, today: date) -> tuple[str, ...]:
    """Say how a call stands on a day."""
    if one.call is None:
        mistakes = polish.plural(len(one.problems), "błąd", "błędy", "błędów")
        return ("–", str(one.places.folder), "nieczytelny", "–", f"biuro: {mistakes} w danych", "–")
    of_call = (one.call.lgd.name, one.call.number)
    if one.now is None:
        return (*of_call, "nieznany", "–", one.unavailable, "–")
    does = "–" if one.now.step is None else DOES[one.now.step]
    if one.failed:
        does = f"{does}: nie udało się ({one.failed})"
    waits = "; ".join(f"{WHO_NAMES[wait.who]}: {wait.what}" for wait in one.now.waits)
    return (*of_call, PHASE_NAMES[one.now.phase], does, waits or "–", next_term(one.terms, today))


def next_term(terms: Sequence[Deadline], today: date) -> str:
    """Name the term that ends first of those that run, or that ran out and were not kept."""
    running = [
        one
        for one in terms
        if one.due is not None
        and one.status(today) in (Status.OPEN, Status.OVERDUE)
        and one.done is None
    ]
    if not running:
        return "–"
    first = min(running, key=lambda one: (one.due, one.term.name))
    assert first.due is not None  # noqa: S101 - only those with a last day are here
    late = " (minął)" if first.due < today else ""
    return f"{polish.short_day(first.due)}{late}: {first.term.name}"


def as_plain(one: CallStanding) -> dict[str, object]:
    """Return how a call stands as plain data for a script."""
    return {
        "folder": str(one.places.folder),
        "lgd": None if one.call is None else one.call.lgd.id,
        "number": None if one.call is None else one.call.number,
        "phase": None if one.now is None else one.now.phase.value,
        "due": None if one.now is None else one.now.step,
        "waits": [] if one.now is None else [[wait.who, wait.what] for wait in one.now.waits],
        "problems": [f"{problem.place}: {problem.what}" for problem in one.problems],
        "failed": one.failed or one.unavailable or None,
    }
