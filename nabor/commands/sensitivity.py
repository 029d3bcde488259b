"""``nabor sensitivity``: what the decisions of a call hang on, and how far the members agree."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.new_file import new_file
from nabor.sensitivity_screen import show_sensitivity
from nabor.words import AsJson, CallFolder
from rounds.open_call import open_call
from scoring.sensitivity.report import plain, sensitivity


def run(
    call: CallFolder,
    as_json: AsJson = False,
    pdf: Annotated[
        Path | None,
        typer.Option(metavar="PLIK.pdf", help="Drukuje to z wykresem, do użytku Rady."),
    ] = None,
) -> None:
    """Mówi, od czego zależą wyniki naboru, co jest na granicy i jak zgodne są oceny Rady.

    Przykład: nabor sensitivity examples/kraina-nocy-i-dni-2022 --pdf wrazliwosc.pdf
    """
    target = None if pdf is None else new_file(pdf, ".pdf")
    decision = open_call(call).decide()
    with screen.err.status("Rozstrzygam nabór ponownie bez każdej karty z osobna…"):
        found = sensitivity(decision)
    if as_json:
        sys.stdout.write(json.dumps(plain(decision, found), ensure_ascii=False, indent=2) + "\n")
    else:
        show_sensitivity(found)
    if target is not None:
        from templates.alone import print_sensitivity

        print_sensitivity(decision, found, target)
        screen.err.print(f"Zapisano: {escape(str(target))}", soft_wrap=True)
