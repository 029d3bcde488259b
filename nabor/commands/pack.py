"""``nabor pack``: the documents of the last version for the board, the website or the archive."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.words import CallFolder, Database, Results, database_beside, results_beside
from scoring import polish


class Whom(StrEnum):
    """For whom a set is made."""

    board = "board"
    website = "website"
    archive = "archive"


def run(
    call: CallFolder,
    whom: Annotated[
        Whom,
        typer.Option(
            "--for",
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
    from rounds.pack import SUMS, TITLES, make_pack

    printed = results or results_beside(call)
    last = last_version(call, printed, database or database_beside(call))
    pack = make_pack(last, whom.value, (out or printed / "pakiety").resolve())
    count = polish.plural(len(pack.listed), "dokument", "dokumenty", "dokumentów")
    said = "Złożono" if pack.is_new else "Bez zmian"
    screen.out.print(f"{said}: {TITLES[whom.value]}, wersja {last.version.version}, {count}.")
    for one in pack.listed:
        mark = " – podpisany albo uzupełniony po wydruku" if one.document.signed else ""
        screen.out.print(f"  {one.number}. {escape(one.document.name)}{mark}", soft_wrap=True)
    screen.out.print(f"Folder: {escape(str(pack.folder))}", soft_wrap=True)
    screen.out.print(f"ZIP: {escape(str(pack.archive))}", soft_wrap=True)
    screen.out.print(f"Sprawdzenie: w tym folderze „sha256sum -c {SUMS}”", soft_wrap=True)
