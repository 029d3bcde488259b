"""``nabor minutes``: the minutes of the council's sitting by themselves, before a round."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.new_file import new_file
from nabor.words import CallFolder
from rounds.open_sitting import open_sitting
from scoring import polish


def run(
    call: CallFolder,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="PLIK.pdf", help="Dokąd zapisać protokół."),
    ] = Path("protokol.pdf"),
) -> None:
    """Drukuje sam protokół posiedzenia Rady (PDF); niczego nie zapisuje w bazie.

    Przykład: nabor minutes examples/posiedzenie-19 --out protokol.pdf
    """
    opened = open_sitting(call)
    screen.show_problems(opened.call.warnings)
    file = new_file(out, ".pdf")
    from rounds.paper import paper_of
    from templates.alone import print_minutes

    paper = paper_of(opened.call.prepared.call_file)
    printed = print_minutes(opened.call.decide(), opened.held, file, paper)
    pages = polish.plural(printed.pages, "strona", "strony", "stron")
    screen.out.print(f"Zapisano: {escape(str(file))} ({pages})", soft_wrap=True)
