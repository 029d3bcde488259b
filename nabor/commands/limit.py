"""``nabor limit``: another amount of money in the call, or another rate of the euro."""

from decimal import Decimal
from typing import Annotated

import typer

from intake.amounts import Unreadable, grosze_of, number_of
from nabor.changing import Asked, change_call, made
from nabor.days import past_day_of
from nabor.words import (
    AsJson,
    Author,
    Basis,
    CallFolder,
    Database,
    On,
    Out,
    Reason,
    Simulate,
)
from reading.problems import Problem, Refused
from scoring.changes import NewLimit


def run(
    call: CallFolder,
    reason: Reason,
    author: Author,
    pln: Annotated[
        str | None, typer.Option("--pln", metavar="KWOTA", help="Nowy limit w złotych.")
    ] = None,
    eur: Annotated[
        str | None, typer.Option("--eur", metavar="KWOTA", help="Nowy limit w euro.")
    ] = None,
    rate: Annotated[
        str | None, typer.Option("--rate", metavar="KURS", help="Nowy kurs euro, np. 4,3567.")
    ] = None,
    *,
    basis: Basis = None,
    on: On = None,
    out: Out = None,
    database: Database = None,
    simulate: Simulate = False,
    as_json: AsJson = False,
) -> None:
    """Zmienia limit naboru albo kurs euro po rozstrzygnięciu: nowa wersja listy.

    Przykład: nabor limit examples/trygon-2013 --pln 900000 --reason "zgoda ZW" --author Biuro
    """
    amounts = _amounts({"pln": pln, "eur": eur, "rate": rate})
    change = made(
        NewLimit,
        on=past_day_of(on, "--on"),
        reason=reason,
        author=author,
        basis=basis,
        pln=amounts.get("pln"),
        eur=amounts.get("eur"),
        rate=amounts.get("rate"),
    )
    change_call(Asked(call, out, database, simulate, as_json), change)


def _amounts(written: dict[str, str | None]) -> dict[str, Decimal]:
    """Read the amounts as they are written in an office; tell every one that is none."""
    found, problems = {}, []
    for key, text in written.items():
        if text is None:
            continue
        try:
            found[key] = number_of(text) if key == "rate" else Decimal(grosze_of(text)) / 100
        except Unreadable as wrong:
            example = "4,3567" if key == "rate" else "631 497,36"
            problems.append(Problem(f"--{key}", wrong.what, wrong.write or f"wpisz np. {example}"))
    if not found and not problems:
        what = "nie podano nowego limitu"
        problems.append(Problem("--pln", what, "podaj --pln albo --eur i --rate, albo sam --rate"))
    if problems:
        raise Refused(problems)
    return found
