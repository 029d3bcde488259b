"""``nabor pack``: the documents of the last version for the board, the website or the archive."""

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.words import CallFolder, Database, Results
from reading.problems import Problem, Refused
from rounds.calls_of_office import database_beside, results_beside
from scoring import polish

if TYPE_CHECKING:
    from templates.document import Recipient


WHOM = {"board": "zarząd województwa", "website": "strona internetowa", "archive": "archiwum"}
"""For whom a set is made, and how a clerk is told so."""


def run(
    call: CallFolder,
    whom: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="DLA",
            help="Dla kogo: board (zarząd województwa), website (strona), archive (archiwum).",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Dokąd zapisać; zwykle „pakiety” w folderze wyników."),
    ] = None,
    results: Results = None,
    database: Database = None,
) -> None:
    """Składa dokumenty ostatniej wersji w zestaw: folder i ZIP ze spisem i sumami.

    Przykład: nabor pack examples/posiedzenie-19 --for board
    """
    from rounds.last_version import last_version
    from rounds.pack import TITLES, make_pack, packs_beside
    from rounds.sums import SUMS

    recipient = _recipient(whom)
    printed = results or results_beside(call)
    last = last_version(call, printed, database or database_beside(call))
    pack = make_pack(last, recipient, (out or packs_beside(printed)).resolve())
    count = polish.plural(len(pack.listed), "dokument", "dokumenty", "dokumentów")
    said = "Złożono" if pack.is_new else "Bez zmian"
    screen.out.print(
        f"{said}: {TITLES[recipient]}, wersja {last.version.version}, {count}.", soft_wrap=True
    )
    for one in pack.listed:
        mark = " – podpisany albo uzupełniony po wydruku" if one.document.signed else ""
        screen.out.print(f"  {one.number}. {escape(one.document.name)}{mark}", soft_wrap=True)
    screen.out.print(f"Folder: {escape(str(pack.folder))}", soft_wrap=True)
    screen.out.print(f"ZIP: {escape(str(pack.archive))}", soft_wrap=True)
    screen.out.print(f"Sprawdzenie: w tym folderze „sha256sum -c {SUMS}”", soft_wrap=True)


def _recipient(whom: str) -> "Recipient":
    """Take the word for a recipient; tell which words there are where it is none."""
    from templates.document import RECIPIENTS

    near = get_close_matches(whom, RECIPIENTS, n=1)
    for one in RECIPIENTS:
        if one == whom:
            return one
    known = ", ".join(f"{word} ({WHOM[word]})" for word in RECIPIENTS)
    write = f"czy chodziło o „{near[0]}”?" if near else f"wpisz jedno z: {known}"
    raise Refused([Problem("--for", f"nie ma zestawu „{whom}”", write)])
