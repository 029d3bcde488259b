"""``nabor rounds``: how all calls stand, and, with ``--all``, all that is due of them done."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.markup import escape
from rich.table import Table

from nabor import screen
from nabor.quiet_prefect import quiet_prefect
from nabor.words import AsJson, Database
from reading.problems import Problem, Refused
from rounds.calls_of_office import Places, places_of_calls
from scoring.polish_time import polish_day

if TYPE_CHECKING:
    from rounds.standing import CallStanding


def run(
    calls: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Folder, w którym są nabory, choćby wielu LGD."),
    ] = Path(),
    *,
    all_due: Annotated[
        bool, typer.Option("--all", help="Robi wszystko, na co przyszedł czas, we wszystkich.")
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Pokazuje, jak stoją nabory: co zrobione, na kogo czekają, co się nie udało i dlaczego.

    Przykład: nabor rounds examples
    """
    places = list(places_of_calls(calls.resolve(), database))
    if not places:
        what, write = (
            "nie ma tu żadnego naboru",
            "wskaż folder, a w nim foldery z plikiem call.yaml",
        )
        raise Refused([Problem(str(calls), what, write)])
    now = datetime.now(UTC)  # noqa: TID251 - the door reads the clock, nobody else
    found = _done(places, now) if all_due else _seen(places, now)
    _show(found, now, as_json=as_json)
    if any(one.failed or one.call is None or one.now is None for one in found):
        raise typer.Exit(1)


def _done(places: list[Places], now: datetime) -> "list[CallStanding]":
    quiet_prefect()
    with screen.progress():
        from flows.ask_server import ask_the_server
        from flows.run_due_calls import run_due_calls

        ask_the_server()
        return run_due_calls(places, now)


def _seen(places: list[Places], now: datetime) -> "list[CallStanding]":
    from rounds.standing import standing_of

    with screen.progress("Nabory"):
        return [standing_of(one, now, called=True) for one in places]


def _show(found: "list[CallStanding]", now: datetime, *, as_json: bool) -> None:
    from rounds.summary import COLUMNS, as_plain, summary_rows

    if as_json:
        said = [as_plain(one) for one in found]
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for name in COLUMNS:
        table.add_column(name, overflow="fold")
    for row in summary_rows(found, polish_day(now)):
        table.add_row(*map(escape, row))
    screen.out.print(table)
