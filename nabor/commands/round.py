"""``nabor round``: the Prefect flow from the call's folder to records and documents."""

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nabor import screen
from nabor.quiet_prefect import quiet_prefect
from nabor.words import AsJson, Basis, CallFolder, Database
from records.database import check_address
from rounds.calls_of_office import database_beside, name_of, results_beside
from rounds.open_call import open_call
from scoring.call import Call
from scoring.export import results

if TYPE_CHECKING:
    from records.store import Because


def run(
    call: CallFolder,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Dokąd drukować: do folderu naboru w nim; zwykle NABÓR/wyniki."
        ),
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
    *,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="TEKST", help="Powód nowej wersji; trafi do akt."),
    ] = None,
    author: Annotated[
        str | None,
        typer.Option(
            "--author", metavar="KTO", envvar="NABOR_AUTHOR", help="Kto odpowiada za wersję."
        ),
    ] = None,
    basis: Basis = None,
) -> None:
    """Przeprowadza rundę: dane, punkty, zapis wersji i dokumenty PDF.

    Przykład: nabor round examples/kraina-nocy-i-dni-2022
    """
    if database is not None:
        check_address(database)
    opened = open_call(call)
    screen.show_problems(opened.warnings)
    quiet_prefect()
    with screen.progress():
        from flows.ask_server import ask_the_server
        from flows.run_round import run_round
        from flows.steps import told

        ask_the_server()
        result = run_round.with_options(flow_run_name=name_of(opened.prepared.call))(
            str(call.resolve()),
            str(_folder_of(call, out, opened.prepared.call)),
            told(database or database_beside(call)),
            datetime.now(UTC),  # noqa: TID251 - the door reads the clock, nobody else
            _because(reason, author, basis),
        ).value
    if as_json:
        documents = [str(result.printed.folder / one.name) for one in result.printed.documents]
        said = {
            "version": result.version.version,
            "changed": not result.changed_nothing,
            "documents": documents,
            **results(result.decision),
        }
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        screen.show_ranking(result.decision)
        screen.show_round(result)


def _because(reason: str | None, author: str | None, basis: str | None) -> "Because | None":
    """Return what was said of the version's reason, if anything was."""
    from records.store import Because

    said = (reason, author, basis)
    return Because(reason or "", basis=basis, author=author) if any(said) else None


def _folder_of(folder: Path, out: Path | None, call: Call) -> Path:
    """Return where the documents go: a folder of several calls has one folder for each."""
    if out is None:
        return results_beside(folder)
    name = re.sub(r"[^\w.-]+", "-", f"{call.lgd.id}-{call.number}").strip("-.")
    return out.resolve() / name
