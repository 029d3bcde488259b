"""The dates of a call on the terminal, and as JSON."""

from datetime import date

from rich import box
from rich.markup import escape
from rich.table import Table

from nabor.screen import out
from rounds.call_deadlines import CallDeadlines
from scoring import polish
from scoring.deadline_state import state
from scoring.deadlines import LATE, Deadline, Status

STYLES = {
    Status.DONE: "green",
    Status.DONE_LATE: "bold red",
    Status.TOO_EARLY: "bold red",
    Status.OPEN: "",
    Status.OVERDUE: "bold red",
    Status.LAPSED: "dim",
    Status.PAUSED: "yellow",
    Status.WAITING: "dim",
}


def show_deadlines(found: CallDeadlines, today: date) -> None:
    """Show every term with its last day and how it stands; what is late is red."""
    call = found.call
    title = f"Terminy naboru {escape(call.number)} na dzień {polish.day(today)}"
    if not found.deadlines:
        out.print(f"[italic]{title}[/]: nie ma żadnego.\n{found.gap}", soft_wrap=True)
        return
    table = Table(title=title, box=box.SIMPLE_HEAD)
    for name in ("Co", "Ostatni dzień", "Stan", "Podstawa"):
        table.add_column(name, no_wrap=name == "Ostatni dzień")
    case: tuple[str | None, date | None] = (None, None)
    for one in found.deadlines:
        if (one.case, one.delivered_on) != case:
            case = (one.case, one.delivered_on)
            table.add_row(escape(one.case or ""), "", _delivered(one), style="bold")
        status = one.status(today)
        due = "–" if one.due is None else polish.short_day(one.due)
        article = one.term.source.removesuffix(" ustawy")
        cells = (one.term.name, due, state(one, today), polish.tied(article))
        table.add_row(*map(escape, cells), style=STYLES[status])
    out.print(table)
    late = [one for one in found.deadlines if one.status(today) in LATE]
    if late:
        count = polish.plural(len(late), "termin", "terminy", "terminów")
        out.print(f"[bold red]Niedotrzymane[/]: {count}.")
    out.print(found.gap, style="dim")


def _delivered(one: Deadline) -> str:
    if one.delivered_on is None:
        return "pisma jeszcze nie doręczono"
    return f"pismo doręczono {polish.short_day(one.delivered_on)}"


def as_json(found: CallDeadlines, today: date) -> dict[str, object]:
    """Return the dates for scripts; days in ISO form, unknown is ``null``."""
    return {
        "call": found.call.number,
        "regime": found.call.regime,
        "today": today.isoformat(),
        "deadlines": [_row(one, today) for one in found.deadlines],
        "gap": found.gap,
    }


def _row(one: Deadline, today: date) -> dict[str, object]:
    days = {
        "delivered_on": one.delivered_on,
        "since": one.since,
        "earliest": one.earliest,
        "due": one.due,
        "done": one.done,
    }
    return {
        "id": one.term.id,
        "name": one.term.name,
        "case": one.case,
        **{name: None if day is None else day.isoformat() for name, day in days.items()},
        "status": one.status(today).value,
        "state": state(one, today),
        "late": one.status(today) in LATE,
        "source": one.term.source,
    }
