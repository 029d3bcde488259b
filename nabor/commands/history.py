"""``nabor history``: the versions of a call, who made each and why, and what moved."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.difference_screen import show_difference
from nabor.history_screen import as_json as history_as_json
from nabor.history_screen import show_history
from nabor.new_file import new_file
from nabor.words import AsJson, CallFolder, Database
from reading.problems import Problem, Refused
from rounds.calls_of_office import database_beside
from scoring.difference.export import as_json as difference_as_json


def run(
    call: CallFolder,
    first: Annotated[
        int | None,
        typer.Option("--from", metavar="WERSJA", help="Od której wersji liczyć różnice."),
    ] = None,
    last: Annotated[
        int | None, typer.Option("--to", metavar="WERSJA", help="Do której; zwykle ostatniej.")
    ] = None,
    pdf: Annotated[
        Path | None,
        typer.Option("--pdf", metavar="PLIK.pdf", help="Drukuje zestawienie zmian (z --from)."),
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Pokazuje wersje: kto, kiedy i dlaczego; z --from i --to: co i przez co się zmieniło.

    Przykład: nabor history examples/trygon-2013
    """
    from rounds.history import between, history_of

    url = database or database_beside(call)
    if first is not None or last is not None:
        moved, versions, reason = between(call, url, first, last)
        if pdf is not None:
            file = new_file(pdf, ".pdf")
            from templates.alone import print_difference

            print_difference(moved, file, versions=versions, reason=reason)
        if as_json:
            said = json.dumps(difference_as_json(moved), ensure_ascii=False, indent=2)
            sys.stdout.write(said + "\n")
        else:
            show_difference(moved)
            if pdf is not None:
                screen.out.print(f"Zapisano: {escape(str(pdf))}", soft_wrap=True)
        return
    if pdf is not None:
        what = "zestawienie porównuje dwie wersje"
        raise Refused([Problem("--pdf", what, "dopisz --from, np. --from 1")])
    found = history_of(call, url)
    if as_json:
        said = json.dumps(history_as_json(found), ensure_ascii=False, indent=2)
        sys.stdout.write(said + "\n")
    else:
        show_history(found)
