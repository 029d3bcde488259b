"""``nabor cards-template``: blank cards for every member and application, to type in or to print."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from intake.forms import write_cards_form
from nabor import screen
from nabor.form_of_call import Material, material_of, write_form_of
from nabor.new_file import new_file
from nabor.words import CallFolder, FormFile
from reading.problems import Problem, Refused
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
    prepared, council = made_from.prepared, made_from.prepared.council
    from rounds.paper import paper_of
    from templates.alone import print_blank_cards
    from templates.blank_card.view import CardsOf

    check = None if council is None else council.council.rules.card_check
    cards = CardsOf(prepared.call, prepared.ruleset, made_from.applications, check)
    if not cards.judged:
        what = "kryteria tego naboru wylicza się z danych wniosku, więc kart nikt nie wypełnia"
        write = "karty z policzonymi punktami wydrukuje „nabor round”"
        raise Refused([Problem(str(prepared.criteria_file), what, write)])
    if all(one.withdrawn for one in made_from.applications):
        register = str(prepared.call_file.needed_register())
        what = "w rejestrze nie ma wniosku do oceny"
        raise Refused([Problem(register, what, "wpisz wnioski, potem drukuj karty")])
    file = new_file(pdf, ".pdf")
    printed = print_blank_cards(cards, file, paper_of(prepared.call_file))
    pages = polish.plural(printed.pages, "strona", "strony", "stron")
    screen.out.print(f"Zapisano: {escape(str(file))} ({pages})", soft_wrap=True)
