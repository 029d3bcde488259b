"""``nabor correct``: an obvious mistake of the register is put right, and the old value stays known."""

from typing import Annotated

import typer

from intake.one_fact import fact_called, value_of
from nabor.changing import Asked, change_call, made
from nabor.days import past_day_of
from nabor.words import (
    AsJson,
    Author,
    Basis,
    CallFolder,
    CaseNumber,
    Database,
    On,
    Out,
    Reason,
    Simulate,
)
from rounds.open_call import open_call
from scoring.changes import Correction


def run(
    call: CallFolder,
    number: CaseNumber,
    fact: Annotated[
        str,
        typer.Option("--fact", metavar="CO", help="Kolumna rejestru, np. „Wnioskowana kwota”."),
    ],
    to: Annotated[
        str, typer.Option("--to", metavar="WARTOŚĆ", help="Poprawna wartość; „-” znaczy: brak.")
    ],
    reason: Reason,
    author: Author,
    *,
    basis: Basis = None,
    on: On = None,
    out: Out = None,
    database: Database = None,
    simulate: Simulate = False,
    as_json: AsJson = False,
) -> None:
    """Prostuje oczywistą pomyłkę w rejestrze po rozstrzygnięciu; dawna wartość zostaje w aktach.

    Przykład: nabor correct examples/trygon-2013 TR/MM/3/2013 --fact "Wnioskowana kwota" --to 70000 --reason "omyłka pisarska" --author Biuro
    """
    opened = open_call(call)
    found = fact_called(fact, opened.prepared.ruleset.catalogue)
    application = next((one for one in opened.register.applications if one.number == number), None)
    now = None if application is None else application.facts.get(found.id)
    change = made(
        Correction,
        application=number,
        fact=found.id,
        value=value_of(found, to),
        was=None if now is None else found.plain(now),
        on=past_day_of(on, "--on"),
        reason=reason,
        author=author,
        basis=basis,
    )
    change_call(Asked(call, out, database, simulate, as_json), change)
