"""Scoring a call against the same criteria written by hand as one plain function."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import cast

from reading.models import read_model
from reading.yaml_file import parse_yaml
from scoring.application import Application
from scoring.call import Call
from scoring.deciding import decide
from scoring.facts import Catalogue, Fact, FactType
from scoring.ruleset import Ruleset
from tests.bench.rows import Row, best

CRITERIA = """
lgd: bench
scope: bench
scope_kind: business
title: Dziesięć kryteriów
in_force_from: 2030-01-01
status: model
minimum: {points: 20}
criteria:
""" + "\n".join(
    f"  - {{id: c{n}, name: Kryterium {n}, kind: bands, fact: f{n}, source: bench, "
    f"bands: [{{from: 1, points: 2}}, {{from: 3, points: 5}}, {{from: 7, points: 10}}]}}"
    for n in range(10)
)

CALL = """
number: 1/2030
title: Pomiar
lgd: {id: bench, name: Pomiar}
regime: "2023"
scope: bench
announced_on: 2030-02-01
opens_at: 2030-03-01T08:00
closes_at: 2030-03-15T12:00
limit: {pln: 1000000, policy: stop, source: bench}
"""


def rows(sizes: Sequence[int] = (100, 1_000, 10_000)) -> list[Row]:
    """Measure every size and return the lines of the table."""
    found = []
    for size in sizes:
        call, ruleset, applications = given(size)
        ours = best(partial(decide, call, ruleset, applications))
        theirs = best(partial(by_hand, applications))
        found.append(Row("decide", size, "the same by hand", ours, theirs))
    return found


def given(
    size: int, otherwise: tuple[str, str] = ("", "")
) -> tuple[Call, Ruleset, list[Application]]:
    """Return a call with so many applications; ``otherwise`` replaces a text of its criteria."""
    catalogue = Catalogue(
        [
            *(Fact(id=f"f{n}", name=f"Fakt {n}", type=FactType.WHOLE) for n in range(10)),
            Fact(id="requested", name="Kwota", type=FactType.MONEY),
            Fact(id="submitted_at", name="Złożono", type=FactType.MOMENT),
        ]
    )
    written = CRITERIA.replace(*otherwise) if otherwise[0] else CRITERIA
    ruleset, _ = read_model(parse_yaml(written, "bench.yaml"), Ruleset).bound(catalogue)
    call = read_model(parse_yaml(CALL, "call.yaml"), Call)
    return call, ruleset, [_application(n) for n in range(size)]


def _application(n: int) -> Application:
    moment = datetime(2030, 3, 2, 9, n % 60)  # noqa: DTZ001 - receipt is in Polish time
    facts = {f"f{k}": (n * 7 + k * 3) % 11 for k in range(10)}
    return Application(f"{n:06}", {**facts, "requested": 5_000_000, "submitted_at": moment})


def by_hand(applications: Sequence[Application]) -> list[tuple[str, int, bool]]:
    """Score, rank and fit as a plain function would: no sources, no sentences, no unknowns."""
    scored = []
    for one in applications:
        points = 0
        for n in range(10):
            value = cast("int", one.facts[f"f{n}"])
            points += 10 if value >= 7 else 5 if value >= 3 else 2 if value >= 1 else 0
        if points >= 20:
            scored.append((points, one.number))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    left, placed = 100_000_000, []
    for points, number in scored:
        fits = left >= 5_000_000
        left -= 5_000_000 if fits else 0
        placed.append((number, points, fits))
    return placed
