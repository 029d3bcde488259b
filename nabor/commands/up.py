"""``nabor up``: Prefect's server and the serving of the calls, kept running on this machine."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.kept_server import Kept, alone, read_kept, stop_kept
from nabor.quiet_prefect import send_nothing
from nabor.starting import refuse_taken_port, start
from reading.problems import Problem, Refused
from rounds.calls_of_office import no_calls_yet, places_of_calls

PORT = 4200
"""Prefect's own."""


def run(
    calls: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Folder, w którym są nabory, choćby wielu LGD."),
    ] = Path(),
    port: Annotated[
        int, typer.Option(metavar="PORT", min=1, max=65535, help="Port serwera Prefect.")
    ] = PORT,
) -> None:
    """Uruchamia w tle serwer Prefect i obsługę naborów. Zatrzymuje je nabor down.

    Przykład: nabor up examples
    """
    folder = calls.resolve()
    if not folder.is_dir():
        raise Refused([Problem(str(calls), "nie ma takiego folderu", "podaj folder z naborami")])
    with alone():
        kept = read_kept()
        if kept is not None and kept.has_server and kept.is_serving:
            _say_that_it_runs(kept, folder)
            return
        screen.show_problems(list(no_calls_yet(folder)))
        if next(places_of_calls(folder), None) is None:
            screen.err.print(
                "W tym folderze nie ma jeszcze żadnego naboru (folderu z plikiem call.yaml)."
            )
        stop_kept()  # what is left where one of the two has ended by itself
        _show(_started(folder, port))


def _started(folder: Path, port: int) -> Kept:
    with screen.progress():
        send_nothing()
        from flows.ask_server import address_of_the_server, ask_the_server

        own_address = address_of_the_server()
        if own_address is None:
            refuse_taken_port(port, folder)
        else:
            ask_the_server()
        return start(folder, port, own_address)


def _say_that_it_runs(kept: Kept, folder: Path) -> None:
    if kept.calls != str(folder):
        what = f"Nabór obsługuje już folder {kept.calls}"
        raise Refused([Problem(str(folder), what, "najpierw zatrzymaj go: nabor down")])
    screen.out.print("Już działa, niczego nie uruchomiono.")
    _show(kept)


def _show(kept: Kept) -> None:
    screen.out.print(f"Obsługiwany folder: {escape(kept.calls)}", soft_wrap=True)
    whose = "" if kept.server is not None else " (własny, z PREFECT_API_URL)"
    screen.out.print(f"Strony Prefect: {escape(kept.pages)}{whose}", soft_wrap=True)
    screen.out.print("Co się dzieje: nabor status. Zatrzymanie: nabor down.")
