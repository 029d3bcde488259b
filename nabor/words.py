"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

CallFolder = Annotated[
    Path, typer.Argument(metavar="NABÓR", help="Folder naboru (z plikiem call.yaml).")
]
CaseNumber = Annotated[str, typer.Argument(metavar="ZNAK", help="Znak sprawy wniosku.")]
FormFile = Annotated[
    Path | None, typer.Option("--out", metavar="PLIK.xlsx", help="Dokąd zapisać formularz.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Wypisuje wynik jako JSON.")]
Database = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        envvar="NABOR_DATABASE",  # records.database has it too; it is slow to load
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

Reason = Annotated[
    str, typer.Option("--reason", metavar="TEKST", help="Powód, jednym zdaniem: trafi do akt.")
]
Author = Annotated[
    str,
    typer.Option(
        "--author",
        metavar="KTO",
        envvar="NABOR_AUTHOR",
        help="Kto odpowiada za zmianę (imię i nazwisko albo stanowisko).",
    ),
]
Basis = Annotated[
    str | None,
    typer.Option("--basis", metavar="PRZEPIS", help="Podstawa, np. „§ 12 procedury”."),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DZIEŃ", help="Dzień zmiany, np. 2022-06-28; zwykle dziś."),
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Dokąd drukować; zwykle NABÓR/wyniki."),
]
Simulate = Annotated[
    bool,
    typer.Option("--simulate", help="Pokazuje tylko, co by się zmieniło; niczego nie zapisuje."),
]
