"""``nabor check``: what is wrong in files of criteria and of the directory of LGDs."""

from pathlib import Path
from typing import Annotated

import typer

from criteria.check import check as check_criteria
from criteria.directory.read import holds_directory
from criteria.places import SETS
from nabor import screen


def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PLIK…]",
            help="Pliki albo foldery z kryteriami lub katalogiem LGD; zwykle wszystkie kryteria.",
        ),
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="Wypisuje też noty: co źródło zostawia otwarte.")
    ] = False,
) -> None:
    """Sprawdza pliki kryteriów i katalogu LGD: wszystkie błędy naraz, z plikiem i wierszem.

    Przykład: nabor check criteria
    """
    problems = check_criteria(paths or [SETS])
    hidden = [] if notes else [problem for problem in problems if problem.level == "note"]
    screen.show_problems([problem for problem in problems if problem not in hidden])
    if any(problem.level == "error" for problem in problems):
        raise typer.Exit(1)
    directory = all(map(holds_directory, paths or [SETS]))
    screen.out.print("Katalog LGD jest poprawny." if directory else "Kryteria są poprawne.")
    if hidden:
        said = screen.counted(hidden)
        screen.out.print(f"{said} o lukach w źródłach; pokazuje je „nabor check --notes”.")
