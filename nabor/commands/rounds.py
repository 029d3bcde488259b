"""``nabor rounds``: how all calls stand, and, with ``--all``, all that is due of them done."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nabor import screen
from nabor.calls_screen import show_calls
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
    places = list(places_of_calls(_folder(calls), database))
    if not places:
        what, write = "nie ma tu żadnego naboru", "wskaż folder z folderami naborów (call.yaml)"
        raise Refused([Problem(str(calls), what, write)])
    now = datetime.now(UTC)  # noqa: TID251 - the door reads the clock, nobody else
    found = _done(places, now) if all_due else _seen(places, now)
    if as_json:
        _write(found)
    else:
        show_calls(found, calls, polish_day(now), all_due=all_due)
    if any(one.failed or one.call is None or one.now is None for one in found):
        raise typer.Exit(1)


def _folder(calls: Path) -> Path:
    folder = calls.resolve()
    if not folder.is_dir():
        raise Refused([Problem(str(calls), "nie ma takiego folderu", "podaj folder z naborami")])
    return folder


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


def _write(found: "list[CallStanding]") -> None:
    from rounds.summary import as_plain

    said = [as_plain(one) for one in found]
    sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
