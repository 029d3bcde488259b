"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

CallFolder = Annotated[
    Path, typer.Argument(metavar="NABÓR", help="Folder naboru (z plikiem call.yaml).")
]
FormFile = Annotated[
    Path | None, typer.Option("--out", metavar="PLIK.xlsx", help="Dokąd zapisać formularz.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Wypisuje wynik jako JSON.")]
Database = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        envvar="NABOR_DATABASE",
        help="Baza: sqlite:///plik albo postgresql://…; zwykle nabor.sqlite obok naboru.",
    ),
]
Results = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Folder z wydrukami (wersja-1, wersja-2…), jeśli nie jest to NABÓR/wyniki.",
    ),
]


def database_beside(call: Path) -> str:
    """Name the database of the calls that lie side by side: a file next to their folders."""
    return f"sqlite:///{call.resolve().parent / 'nabor.sqlite'}"


def results_beside(call: Path) -> Path:
    """Name the folder that a round prints into, unless it is told another."""
    return (call / "wyniki").resolve()
