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
