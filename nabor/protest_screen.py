"""The clock of a protest on the terminal."""

from datetime import date

from rich.markup import escape

from nabor.deadlines_screen import STYLES
from nabor.screen import out
from rounds.protest_clock import CaseClock
from scoring import polish
from scoring.deadline_state import state
from scoring.deadlines import LATE


def show_clock(clock: CaseClock, today: date) -> None:
    """Show every term of a case with its last day and how it stands; what is late is red."""
    number = escape(clock.delivery.number)
    if not clock.terms:
        out.print(f"Sprawa {number}: w tej procedurze nie ma protestu do LGD.")
        return
    out.print(f"[bold]Protest w sprawie {number}[/], stan na {polish.day(today)}")
    for one in clock.terms:
        due = "–" if one.due is None else f"do {polish.short_day(one.due)}"
        said = f"  {one.term.name}: {due}, {state(one, today)} ({one.term.source})"
        out.print(escape(said), style=STYLES[one.status(today)], soft_wrap=True)
    if any(one.status(today) in LATE for one in clock.terms):
        out.print("[bold red]Terminu nie dotrzymano[/]: wyjaśnij to w aktach sprawy.")
