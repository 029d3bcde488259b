"""``nabor rounds``: how all calls stand, and, with ``--all``, all that is due of them done."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.new_file import new_file
from nabor.quiet_prefect import quiet_prefect
from nabor.words import AsJson, Database
from reading.problems import Problem, Refused
from rounds.calls_of_office import Places, no_calls_yet, places_of_calls
from scoring import polish

if TYPE_CHECKING:
    from rounds.standing import CallStanding
    from scoring.how_calls_stand import HowCallsStand


def run(
    calls: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Folder, w którym są nabory, choćby wielu LGD."),
    ] = Path(),
    *,
    all_due: Annotated[
        bool, typer.Option("--all", help="Robi wszystko, na co przyszedł czas, we wszystkich.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(metavar="PLIK.pdf", help="Drukuje to, co pokazuje, do tego pliku."),
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Pokazuje, jak stoją nabory: co zrobione, na kogo czekają, co się nie udało i dlaczego.

    Przykład: nabor rounds examples --out stan-naborow.pdf
    """
    file = None if out is None else new_file(out, ".pdf")
    folder = _folder(calls)
    if database is not None:
        from records.database import check_address

        check_address(database)
    screen.show_problems(list(no_calls_yet(folder)))
    places = list(places_of_calls(folder, database))
    if not places:
        what, write = "nie ma tu żadnego naboru", "wskaż folder z folderami naborów (call.yaml)"
        raise Refused([Problem(str(calls), what, write)])
    found = _done(folder, database, _clock()) if all_due else _seen(places, _clock())
    # Only here: a mistake in how the command was typed is told before the database is loaded.
    from nabor.calls_screen import show_calls
    from rounds.summary import how_calls_stand

    stand = how_calls_stand(found, folder, _clock())
    if as_json:
        _write(found, stand)
    else:
        show_calls(stand, calls, all_due=all_due)
    if file is not None:
        _print(stand, file)
    if any(one.failed or one.call is None or one.now is None for one in found):
        raise typer.Exit(1)


def _clock() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the door reads the clock, nobody else


def _folder(calls: Path) -> Path:
    folder = calls.resolve()
    if not folder.is_dir():
        raise Refused([Problem(str(calls), "nie ma takiego folderu", "podaj folder z naborami")])
    return folder


def _done(folder: Path, database: str | None, now: datetime) -> "list[CallStanding]":
    quiet_prefect()
    with screen.progress():
        from flows.ask_server import ask_the_server
        from flows.run_due_calls import run_due_calls
        from flows.steps import told

        ask_the_server()
        return run_due_calls(folder, database and told(database), now)


def _seen(places: list[Places], now: datetime) -> "list[CallStanding]":
    from rounds.standing import standing_of, with_who_works
    from rounds.twins import twins_among, with_twins

    twins = twins_among(places)
    with screen.progress("Nabory"):
        return [
            with_twins(with_who_works(standing_of(one, now, called=True)), twins) for one in places
        ]


def _write(found: "list[CallStanding]", stand: "HowCallsStand") -> None:
    from rounds.summary import as_plain

    said = [as_plain(one, words) for one, words in zip(found, stand.calls, strict=True)]
    sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")


def _print(stand: "HowCallsStand", file: Path) -> None:
    from templates.alone import print_how_calls_stand

    printed = print_how_calls_stand(stand, file)
    pages = polish.plural(printed.pages, "strona", "strony", "stron")
    screen.err.print(f"Zapisano: {escape(str(file))} ({pages})", soft_wrap=True)
