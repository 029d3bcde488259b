"""``nabor cards-template``: blank cards for every member and application, to type in or to print."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from intake.forms import write_cards_form
from nabor import screen
from nabor.form_of_call import material_of, write_form_of
from nabor.new_file import new_file
from nabor.words import CallFolder, FormFile
from rounds.forms_of_call import Material
from scoring import polish


def run(
    call: CallFolder,
    out: FormFile = None,
    pdf: Annotated[
        Path | None,
        typer.Option(metavar="PLIK.pdf", help="Drukuje karty do wypełnienia ręką zamiast XLSX."),
    ] = None,
) -> None:
    """Zapisuje puste karty oceny: XLSX (każdy członek Rady, każdy wniosek) albo PDF do wypełnienia.

    Przykład: nabor cards-template examples/trygon-2013 --pdf karty.pdf
    """
    if pdf is None or out is not None:
        write_form_of(call, out, "karty", _write, applications=True)
    if pdf is not None:
        _print(call, pdf)


def _write(file: Path, made_from: Material) -> None:
    prepared = made_from.prepared
    write_cards_form(file, prepared.call, prepared.ruleset, made_from.applications)


def _print(call: Path, pdf: Path) -> None:
    """Print a card an application.

    Raises:
        Refused: there is nobody to assess, or nothing that members judge.
    """
    made_from = material_of(call, applications=True)
    cards = made_from.needed_cards()
    from rounds.paper import paper_of
    from templates.alone import print_blank_cards

    file = new_file(pdf, ".pdf")
    printed = print_blank_cards(cards, file, paper_of(made_from.prepared.call_file))
    pages = polish.plural(printed.pages, "strona", "strony", "stron")
    screen.out.print(f"Zapisano: {escape(str(file))} ({pages})", soft_wrap=True)
