"""``nabor status``: does what ``nabor up`` started run, and what do the runs do?"""

import json
import os
import sys
from typing import TYPE_CHECKING

import typer

from nabor import screen
from nabor.kept_server import Kept, read_kept
from nabor.quiet_prefect import quiet_prefect
from nabor.runs_screen import as_json as exported
from nabor.runs_screen import show_kept, show_runs
from nabor.words import AsJson
from reading.problems import Unavailable

if TYPE_CHECKING:
    from flows.look_at_runs import Runs


def run(as_json: AsJson = False) -> None:
    """Pokazuje, czy działa nabor up i co dzieje się z rundami. Kod 1: nie działa albo jest błąd.

    Przykład: nabor status
    """
    kept = read_kept()
    runs = None if kept is None or not kept.has_server else _runs_on(kept)
    if as_json:
        said = exported(kept, runs)
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        show_kept(kept, answers=runs is not None)
        if runs is not None:
            show_runs(runs)
    if kept is None or not kept.is_serving or runs is None or runs.failed:
        raise typer.Exit(1)


def _runs_on(kept: Kept) -> "Runs | None":
    """Ask the server for its runs; nothing where it does not answer."""
    os.environ["PREFECT_API_URL"] = kept.url
    quiet_prefect()
    with screen.progress():
        from flows.ask_server import ask_the_server
        from flows.look_at_runs import look_at_runs

        try:
            ask_the_server()
        except Unavailable:
            return None
        return look_at_runs()
