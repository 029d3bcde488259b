"""``nabor sitting``: every vote of the council counted again; nothing is kept."""

import json
import sys

import typer

from nabor import screen
from nabor.sitting_screen import show_sitting
from nabor.words import AsJson, CallFolder
from rounds.open_sitting import open_sitting
from scoring.council.export import sitting_json


def run(call: CallFolder, as_json: AsJson = False) -> None:
    """Liczy jeszcze raz każde głosowanie Rady: uprawnieni, kworum, parytety, ważność.

    Kończy się kodem 1, jeśli nieważne jest głosowanie, od którego zależy wybór.
    Przykład: nabor sitting examples/posiedzenie-19
    """
    opened = open_sitting(call)
    screen.show_problems(opened.call.warnings)
    if as_json:
        found = sitting_json(opened.held, opened.file.open, opened.numbers)
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        show_sitting(opened.held, opened.file.open, opened.numbers)
    if opened.held.invalid:
        raise typer.Exit(1)
