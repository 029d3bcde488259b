"""``nabor deadlines``: every date of a call, and what is late."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.days import day_of
from nabor.deadlines_screen import as_json as deadlines_as_json
from nabor.deadlines_screen import show_deadlines
from nabor.new_file import new_file
from nabor.words import AsJson, CallFolder
from rounds.call_deadlines import CallDeadlines, read_deadlines
from rounds.office_calendar import PRODUCER, office_calendar


def run(
    call: CallFolder,
    today: Annotated[
        str | None,
        typer.Option(
            "--today", metavar="DZIEŃ", help="Na jaki dzień, np. 2022-06-01; zwykle dziś."
        ),
    ] = None,
    as_json: AsJson = False,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="PLIK.ics", help="Zapisuje terminy dla kalendarza biura."),
    ] = None,
) -> None:
    """Wylicza terminy naboru: do kiedy co zrobić, co zrobiono i co jest po terminie.

    Przykład: nabor deadlines examples/kraina-nocy-i-dni-2022 --today 2022-06-01
    """
    day = day_of(today, "--today")
    found = read_deadlines(call)
    screen.show_problems(found.warnings)
    if ics is not None:
        _write(ics, found)
    if as_json:
        said = deadlines_as_json(found, day)
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return
    show_deadlines(found, day)
    if ics is not None:
        screen.out.print(f"Zapisano: {escape(str(ics))}")


def _write(file: Path, found: CallDeadlines) -> None:
    """Write the calendar; only a calendar that we wrote may be written over."""
    if not (file.is_file() and PRODUCER.encode() in file.read_bytes()):
        new_file(file, ".ics")
    file.write_bytes(office_calendar(found))
