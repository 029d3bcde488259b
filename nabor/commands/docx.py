"""``nabor docx``: letters and minutes of the last version as copies to edit."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.words import CallFolder, Database, Results
from rounds.calls_of_office import database_beside, results_beside
from scoring import polish


def run(
    call: CallFolder,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Dokąd zapisać; zwykle „do-edycji” obok wydruków."),
    ] = None,
    results: Results = None,
    database: Database = None,
) -> None:
    """Zapisuje pisma i protokoły ostatniej wersji jako DOCX do edycji; wiążący jest PDF.

    Przykład: nabor docx examples/swietlice-i-szlaki-2023 --out pisma
    """
    from rounds.edited_copies import edited_copies, write_copies
    from rounds.last_version import last_version

    printed = results or results_beside(call)
    last = last_version(call, printed, database or database_beside(call))
    usual = printed / f"do-edycji-wersja-{last.version.version}"
    files = write_copies(edited_copies(last), (out or usual).resolve())
    if not files:
        screen.out.print("Wśród dokumentów tej wersji nie ma pism ani protokołów.")
        return
    count = polish.plural(len(files), "kopia", "kopie", "kopii")
    screen.out.print(f"{count} do edycji; wiążące pozostają PDF-y:", soft_wrap=True)
    for file in files:
        screen.out.print(f"  {escape(str(file))}", soft_wrap=True)
