"""``nabor letters``: the letters with the result alone; nothing is kept."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.words import CallFolder
from rounds.open_call import open_call
from scoring import polish


def run(
    call: CallFolder,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Dokąd drukować; zwykle NABÓR/pisma.")
    ] = None,
) -> None:
    """Drukuje same pisma o wyniku do wnioskodawców; niczego nie zapisuje.

    Pisma z numerem wersji drukuje „nabor round”.
    Przykład: nabor letters examples/posiedzenie-19 --out pisma
    """
    opened = open_call(call)
    screen.show_problems(opened.warnings)
    decision = opened.decide()
    from rounds.paper import paper_of
    from templates.printing import print_letters

    folder = (out or call / "pisma").resolve()
    letters = print_letters(decision, folder, paper_of(opened.prepared.call_file))
    if not letters:
        screen.out.print("W tym naborze nie ma pism o wyniku do wydrukowania.")
        return
    count = polish.plural(len(letters), "pismo", "pisma", "pism")
    screen.out.print(f"{count} w {escape(str(folder))}:", soft_wrap=True)
    for letter in letters:
        pages = polish.plural(letter.pages, "strona", "strony", "stron")
        screen.out.print(f"  {escape(letter.name)} ({pages})", soft_wrap=True)
