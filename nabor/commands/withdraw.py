"""``nabor withdraw``: an application is withdrawn, and everything that hangs on it moves."""

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
from scoring.changes import Withdrawal


def run(
    call: CallFolder,
    number: CaseNumber,
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
    """Wycofuje wniosek po rozstrzygnięciu: nowa wersja, lista i kwoty policzone na nowo.

    Przykład: nabor withdraw examples/trygon-2013 TR/MM/1/2013 --reason "pismo wnioskodawcy" --author Biuro
    """
    day = past_day_of(on, "--on")
    change = made(Withdrawal, application=number, on=day, reason=reason, author=author, basis=basis)
    change_call(Asked(call, out, database, simulate, as_json), change)
