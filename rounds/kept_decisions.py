"""Decisions made again from what the records hold: no file of the call is read."""

import json
from collections.abc import Iterator

from sqlalchemy import Engine

from reading.problems import Problem, Refused
from records import store
from rounds.rederive import from_json
from scoring.decision import Decision
from scoring.export import results


def decision_of(engine: Engine, version: store.Version) -> Decision:
    """Make the decision of a kept version again.

    Raises:
        Refused: a newer program kept it, or what is kept cannot be read.
    """
    inputs, texts = store.inputs_of(engine, version.id), store.texts_of(engine, version.id)
    return from_json(inputs, texts)


def not_as_kept(engine: Engine, version: store.Version) -> Iterator[str]:
    """Say in Polish where a version, decided again, is not what was kept of it."""
    named = f"wersja {version.version}"
    try:
        decision = decision_of(engine, version)
    except Refused as refused:
        yield from (f"{named}: {one.what}" for one in refused.problems)
        return
    if decision.fingerprint != version.fingerprint:
        yield f"{named}: z zapisanych danych wynika inny odcisk"
    if json.loads(store.results_of(engine, version.id)) != _plain(results(decision)):
        yield f"{named}: z zapisanych danych wynikają inne wyniki"


def _plain(value: object) -> object:
    """Return a value as it comes back from JSON."""
    return json.loads(json.dumps(value))


def version_numbered(versions: list[store.Version], number: int) -> store.Version:
    """Return the version of this number.

    Raises:
        Refused: there is none.
    """
    for one in versions:
        if one.version == number:
            return one
    known = ", ".join(str(one.version) for one in versions)
    what = f"nie ma wersji {number} tego naboru"
    raise Refused([Problem("--from, --to", what, f"wpisz jedną z: {known}")])
