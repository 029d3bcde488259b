"""What ``nabor rounds`` shows: a block of lines a call, and how many calls wait for whom."""

from collections.abc import Iterator
from pathlib import Path

from rich.markup import escape
from rich.padding import Padding

from nabor.screen import out
from rounds.summary import FAILED, summary_block
from scoring import polish
from scoring.how_calls_stand import TURN_NAMES, HowCallsStand, Summary

INDENT = 2
"""By how many letters the lines of a call stand under its heading."""


def show_calls(stand: HowCallsStand, calls: Path, *, all_due: bool) -> None:
    """Show how every call below ``calls`` stands; ``all_due``: what was due has just been done."""
    for said in stand.calls:
        # The folder is named as it can be typed after another command.
        out.print(f"[bold]{escape(_heading(said, calls / said.folder))}[/]")
        for label, text in summary_block(said):
            style = "bold red" if label == FAILED else "dim"
            line = f"[{style}]{label}:[/] {escape(text)}"
            out.print(Padding(line, (0, 0, 0, INDENT), expand=False))
        out.print()
    out.print("; ".join(_counted(stand)) + ".")
    if not all_due and any(said.does for said in stand.calls):
        again = f"nabor rounds {escape(str(calls))} --all"
        out.print(f"Co może zrobić program, zrobi od razu: {again}", soft_wrap=True)


def _heading(said: Summary, folder: Path) -> str:
    if not said.number:
        return f"{folder} – {said.stands}"
    return f"{folder}: nabór {said.number}, {said.lgd} – {said.stands}"


def _counted(stand: HowCallsStand) -> Iterator[str]:
    yield polish.plural(len(stand.calls), "nabór", "nabory", "naborów")
    yield from (f"{TURN_NAMES[turn]}: {count}" for turn, count in stand.counted if count)
