"""How a term of a call stands on a day, in Polish words, for the screen and for documents."""

from datetime import date

from scoring import polish
from scoring.deadlines import Deadline, Status
from scoring.terms import FROM


def state(one: Deadline, today: date) -> str:
    """Say in Polish how a term stands on a day."""
    status = one.status(today)
    done, earliest = _short(one.done), _short(one.earliest)
    said = {
        Status.DONE: f"w terminie: {done}" if one.due is not None else f"zrobiono {done}",
        Status.DONE_LATE: f"po terminie: {done}",
        Status.TOO_EARLY: f"za wcześnie: {done}, można od {earliest}",
        Status.OVERDUE: "minął, wykonania nie wpisano",
        Status.LAPSED: "minął",
        Status.PAUSED: "wstrzymany do uzupełnienia protestu",
        Status.WAITING: f"liczy się od {FROM[one.term.after]}",
    }
    return said.get(status) or _open(one, today)


def _open(one: Deadline, today: date) -> str:
    assert one.due is not None  # noqa: S101 - an open term has a last day
    left = (one.due - today).days
    if one.done is not None:
        return f"zaplanowano na {_short(one.done)}"
    return (
        "dziś ostatni dzień"
        if left == 0
        else f"zostało {polish.plural(left, 'dzień', 'dni', 'dni')}"
    )


def _short(day: date | None) -> str:
    return "–" if day is None else polish.short_day(day)
