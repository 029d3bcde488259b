"""What ``nabor status`` shows: the server, the serving, and the runs; and the same as JSON."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rich import box
from rich.markup import escape
from rich.table import Table

from nabor.kept_server import Kept, server_log, serving_log
from nabor.screen import out
from scoring import polish

if TYPE_CHECKING:
    from flows.look_at_runs import Run, Runs, Stage

WARSAW = ZoneInfo("Europe/Warsaw")

STAGES: "dict[Stage, tuple[str, str]]" = {
    "planned": ("zaplanowano", ""),
    "late": ("powinno już trwać", "yellow"),
    "running": ("trwa", "cyan"),
    "waiting": ("czeka", "magenta"),
    "done": ("zakończono", "green"),
    "failed": ("nie udało się", "bold red"),
    "cancelled": ("odwołano", "dim"),
}
"""How each stage is called and coloured."""


def show_kept(kept: Kept | None, *, answers: bool) -> None:
    """Say what runs and what does not, and what to do about it."""
    if kept is None:
        out.print("[bold red]Nie działa.[/] Uruchom: nabor up FOLDER (folder z naborami).")
        return
    out.print(f"Serwer Prefect: {_said(answers)}, {escape(kept.pages)}", soft_wrap=True)
    out.print(f"Obsługa naborów: {_said(kept.is_serving)}, {escape(kept.calls)}", soft_wrap=True)
    if not (answers and kept.is_serving):
        logs = f"{server_log()}, {serving_log()}" if kept.server is not None else serving_log()
        out.print(f"Dzienniki: {escape(str(logs))}", soft_wrap=True)
        out.print(f"Uruchom ponownie: nabor up {escape(kept.calls)}", soft_wrap=True)


def _said(it_works: bool) -> str:
    return "działa" if it_works else "[bold red]nie działa[/]"


def show_runs(runs: "Runs") -> None:
    """Show the runs that go on or wait for somebody, the last and the next."""
    kinds = (("W toku", runs.now), ("Ostatnie", runs.last), ("Następne", runs.next))
    for title, some in kinds:
        if not some:
            out.print(f"{title}: nie ma.")
            continue
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), title=title)
        for name in ("Kiedy", "Co", "Nabór", "Stan", "Dlaczego albo na co czeka"):
            table.add_column(name)
        for one in some:
            word, style = STAGES[one.stage]
            table.add_row(
                "" if one.moment is None else _local(one.moment),
                escape(one.flow),
                escape(one.call or "–"),
                f"[{style}]{word}[/]" if style else word,
                escape(one.why or ""),
            )
        out.print(table)


def _local(moment: datetime) -> str:
    """Write a moment as clocks in Poland show it, to the minute."""
    return polish.moment(moment.astimezone(WARSAW).replace(second=0, microsecond=0, tzinfo=None))


def as_json(kept: Kept | None, runs: "Runs | None") -> dict[str, object]:
    """Write the same for a script; ``runs`` are ``null`` where nobody could be asked."""
    return {
        "server": None if kept is None else {"pages": kept.pages, "answers": runs is not None},
        "serving": kept is not None and kept.is_serving,
        "calls": None if kept is None else kept.calls,
        "now": None if runs is None else [_one(run) for run in runs.now],
        "last": None if runs is None else [_one(run) for run in runs.last],
        "next": None if runs is None else [_one(run) for run in runs.next],
    }


def _one(run: "Run") -> dict[str, object]:
    return {
        "flow": run.flow,
        "call": run.call,
        "stage": run.stage,
        "moment": None if run.moment is None else run.moment.astimezone(WARSAW).isoformat(),
        "why": run.why,
    }
