"""``nabor protest``: the LGD's own review after a protest, of the contested criteria only."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from intake.review import form_of_review, read_review
from nabor import screen
from nabor.changing import Asked, change_call
from nabor.days import day_of
from nabor.new_file import new_file
from nabor.protest_screen import show_clock
from nabor.words import AsJson, CallFolder, CaseNumber, Database, Out, Simulate
from reading.problems import Problem, Refused
from rounds.changed import around
from rounds.open_call import open_call
from rounds.protest_clock import clock_of
from scoring.change_flaws import unknown_application


def run(
    call: CallFolder,
    number: CaseNumber,
    review: Annotated[
        Path | None,
        typer.Option("--review", metavar="PLIK.yaml", help="Wypełniony formularz autokontroli."),
    ] = None,
    form: Annotated[
        Path | None,
        typer.Option("--form", metavar="PLIK.yaml", help="Zapisuje formularz do wypełnienia."),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DZIEŃ", help="Na jaki dzień terminy; zwykle dziś."),
    ] = None,
    *,
    out: Out = None,
    database: Database = None,
    simulate: Simulate = False,
    as_json: AsJson = False,
) -> None:
    """Autokontrola po proteście: terminy sprawy, formularz, nowa wersja z listą techniczną.

    Przykład: nabor protest examples/kraina-nocy-i-dni-2022 KND/1/7/2022 --form autokontrola.yaml
    """
    if review is not None and form is not None:
        what = "formularz albo się zapisuje, albo wczytuje"
        raise Refused([Problem("--form", what, "podaj jedno z nich: --form albo --review")])
    about = around(open_call(call))
    if number not in about.applications:
        flaw = unknown_application(number, about.applications)
        raise Refused([Problem(str(call), flaw.what, flaw.write)])
    if review is not None:
        change = read_review(review, number, about)
        clock, day = clock_of(call, number, change), day_of(today, "--today")
        change_call(Asked(call, out, database, simulate, as_json), change)
        if not as_json:
            show_clock(clock, day)
        return
    show_clock(clock_of(call, number), day_of(today, "--today"))
    if form is not None:
        file = new_file(form, ".yaml")
        file.write_text(form_of_review(number, about), encoding="utf-8")
        screen.out.print(f"Zapisano: {escape(str(file))}")
