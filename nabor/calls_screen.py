"""What ``nabor rounds`` shows: a block of lines a call, and how many of them wait for whom."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.padding import Padding

from nabor.screen import out
from scoring import polish

if TYPE_CHECKING:
    from rounds.standing import CallStanding
    from rounds.summary import Summary

INDENT = 2
"""By how many letters the lines of a call stand under its heading."""


def show_calls(found: "Sequence[CallStanding]", calls: Path, today: date, *, all_due: bool) -> None:
    """Show how every call below ``calls`` stands; ``all_due``: what was due has just been done."""
    # Only here: a mistake in how the command was typed is told before the database is loaded.
    from rounds.summary import FAILED, summary, summary_block

    for one in found:
        said = summary(one, today)
        out.print(f"[bold]{escape(_heading(said, _as_typed(one, calls)))}[/]")
        for label, text in summary_block(said):
            style = "bold red" if label == FAILED else "dim"
            line = f"[{style}]{label}:[/] {escape(text)}"
            out.print(Padding(line, (0, 0, 0, INDENT), expand=False))
        out.print()
    out.print("; ".join(_counted(found)) + ".")
    if not all_due and any(one.now is not None and one.now.step for one in found):
        again = f"nabor rounds {escape(str(calls))} --all"
        out.print(f"Co może zrobić program, zrobi od razu: {again}", soft_wrap=True)


def _heading(said: "Summary", folder: Path) -> str:
    if not said.number:
        return f"{folder} – {said.stands}"
    return f"{folder}: nabór {said.number}, {said.lgd} – {said.stands}"


def _as_typed(one: "CallStanding", calls: Path) -> Path:
    """Name the folder of a call as it can be typed after another command."""
    return calls / one.places.folder.relative_to(calls.resolve())


def _counted(found: "Sequence[CallStanding]") -> Iterator[str]:
    yield polish.plural(len(found), "nabór", "nabory", "naborów")
    known = [one.now for one in found if one.now is not None]
    counts = {
        "na biuro czeka": sum(any(wait.who == "office" for wait in now.waits) for now in known),
        "na Radę czeka": sum(any(wait.who == "council" for wait in now.waits) for now in known),
        "nieczytelnych": sum(one.call is None for one in found),
        "nie udało się": sum(bool(one.failed or one.unavailable) for one in found),
    }
    yield from (f"{what}: {count}" for what, count in counts.items() if count)
