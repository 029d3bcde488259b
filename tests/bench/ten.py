"""Ten criteria of the kinds that offices use, as a set of ours and as a call with applications."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from reading.models import read_model
from reading.yaml_file import parse_yaml
from scoring.application import Application
from scoring.call import Call
from scoring.facts import Catalogue, Fact, FactType, FactValue
from scoring.numbers import Points
from scoring.ruleset import Ruleset

CRITERIA = """
lgd: bench
scope: bench
scope_kind: business
title: Dziesięć kryteriów różnych rodzajów
in_force_from: 2030-01-01
status: model
minimum: {points: 30}
criteria:
  - {id: innovative, name: Innowacyjność, kind: yes_no, fact: innovative, points: 5, source: pomiar}
  - id: small
    name: Mała miejscowość bez oddziału
    kind: yes_no
    condition: {all: [{fact: inhabitants, below: 5000}, {not: {fact: branch, is: true}}]}
    points: 4
    source: pomiar
  - id: jobs
    name: Miejsca pracy
    kind: bands
    fact: jobs
    bands: [{from: 1, points: 2}, {from: 2, points: 5}, {from: 4, points: 10}]
    source: pomiar
  - id: amount
    name: Kwota pomocy
    kind: bands
    fact: requested
    bands: [{to: 50000, points: 8}, {above: 50000, points: 5}, {above: 150000, points: 1}]
    source: pomiar
  - id: sector
    name: Branża
    kind: choice
    fact: sector
    options:
      - {is: tourism, points: 10}
      - {one_of: [crafts, food], points: 7}
      - {is: services, points: 3}
    otherwise: 0
    source: pomiar
  - id: advice
    name: Doradztwo i szkolenie
    kind: parts
    combine: sum
    cap: 6
    source: pomiar
    parts:
      - {id: advised, name: Doradztwo, kind: yes_no, fact: advised, points: 3}
      - {id: trained, name: Szkolenie, kind: bands, fact: trained, bands: [{from: 1, points: 2}, {from: 3, points: 4}]}
  - {id: partners, name: Partnerzy, kind: per_unit, fact: partners, points: 2, cap: 8, source: pomiar}
  - id: own
    name: Wkład własny
    kind: ratio
    fact: own
    of: total_cost
    bands: [{from: 20, points: 2}, {from: 35, points: 4}, {from: 50, points: 7}]
    source: pomiar
  - id: gmina
    name: Gmina
    kind: lookup
    by: [gmina]
    highest_points: 6
    rows:
      - {for: Augustów, points: 1}
      - {for: Lipsk, points: 6}
      - {for: Nowinka, points: 5}
      - {for: Płaska, points: 6}
      - {for: Sztabin, points: 4}
    source: pomiar
  - id: months
    name: Doświadczenie
    kind: bands
    fact: months
    weight: 2
    when: {fact: resident, is: true}
    bands: [{from: 12, points: 1}, {from: 36, points: 3}]
    source: pomiar
"""

CALL = """
number: 2/2030
title: Pomiar
lgd: {id: bench, name: Pomiar}
regime: "2023"
scope: bench
announced_on: 2030-02-01
opens_at: 2030-03-01T08:00
closes_at: 2030-03-15T12:00
limit: {pln: 1000000, policy: stop, source: bench}
"""

SECTORS = ("tourism", "crafts", "food", "services", "trade")
GMINY = ("Augustów", "Lipsk", "Nowinka", "Płaska", "Sztabin")

TYPES = {
    "innovative": FactType.YES_NO,
    "inhabitants": FactType.WHOLE,
    "branch": FactType.YES_NO,
    "jobs": FactType.WHOLE,
    "requested": FactType.MONEY,
    "sector": FactType.CHOICE,
    "advised": FactType.YES_NO,
    "trained": FactType.WHOLE,
    "partners": FactType.WHOLE,
    "own": FactType.MONEY,
    "total_cost": FactType.MONEY,
    "gmina": FactType.TEXT,
    "months": FactType.DECIMAL,
    "resident": FactType.YES_NO,
    "submitted_at": FactType.MOMENT,
}

SOME_UNKNOWN = 40
"""In one application of so many a fact is not known, each time another one."""


def ruleset() -> Ruleset:
    """Return the set, bound to its facts."""
    options = {name: name for name in SECTORS}
    catalogue = Catalogue(
        Fact(id=key, name=key, type=kind, options=options if key == "sector" else {})
        for key, kind in TYPES.items()
    )
    found, flaws = read_model(parse_yaml(CRITERIA, "bench.yaml"), Ruleset).bound(catalogue)
    assert not flaws, flaws
    return found


def call() -> Call:
    """Return the call."""
    return read_model(parse_yaml(CALL, "call.yaml"), Call)


def applications(size: int) -> list[Application]:
    """Make so many applications; amounts are nearly all different, and some facts are unknown."""
    return [Application(f"{n:06}", _facts(n)) for n in range(size)]


def _facts(n: int) -> dict[str, FactValue]:
    total = 80_000_00 + n * 7_919 % 40_000_000
    facts: dict[str, FactValue] = {
        "innovative": n % 3 == 0,
        "inhabitants": 300 + n * 37 % 9_000,
        "branch": n % 7 == 0,
        "jobs": n % 6,
        "requested": total * (n % 5 + 3) // 10,
        "sector": SECTORS[n % len(SECTORS)],
        "advised": n % 2 == 0,
        "trained": n // 2 % 5,
        "partners": n % 6,
        "own": total * (n * 13 % 70) // 100 + n % 100,
        "total_cost": total,
        "gmina": GMINY[n // 3 % len(GMINY)],
        "months": Decimal(n * 5 % 120) / 2,
        "resident": n % 4 != 0,
        "submitted_at": datetime(2030, 3, 2, 9, n % 60),  # noqa: DTZ001 - receipt is in Polish time
    }
    if n % SOME_UNKNOWN == 0:
        keys = [key for key in TYPES if key not in ("requested", "submitted_at")]
        del facts[keys[n // SOME_UNKNOWN % len(keys)]]
    return facts


Given = tuple[list[Points | None], Points | None]
"""Points by criterion, in their order, and their sum; unknown is ``None``."""


GMINA = {"Augustów": 1, "Lipsk": 6, "Nowinka": 5, "Płaska": 6, "Sztabin": 4}
SECTOR = {"tourism": 10, "crafts": 7, "food": 7, "services": 3, "trade": 0}


def by_hand(some: Sequence[Application]) -> list[Given]:
    """Give the points as a plain function would that was written for just these criteria."""
    return [_by_hand(one.facts) for one in some]


def _by_hand(facts: Mapping[str, Any]) -> Given:
    get: Callable[[str], Any] = facts.get
    innovative, inhabitants, branch = get("innovative"), get("inhabitants"), get("branch")
    jobs, requested, advised = get("jobs"), get("requested"), get("advised")
    trained, partners, own = get("trained"), get("partners"), get("own")
    total, months, resident = get("total_cost"), get("months"), get("resident")
    far = None if inhabitants is None else inhabitants < 5000
    small = False if far is False or branch else None if far is None or branch is None else True
    advice = None if advised is None else 3 if advised else 0
    training = None if trained is None else 4 if trained >= 3 else 2 if trained >= 1 else 0
    share = None if own is None or total is None else own * 100
    lasting = None if months is None else 6 if months >= 36 else 2 if months >= 12 else 0
    points: list[Any] = [
        None if innovative is None else 5 if innovative else 0,
        None if small is None else 4 if small else 0,
        None if jobs is None else 10 if jobs >= 4 else 5 if jobs >= 2 else 2 if jobs >= 1 else 0,
        None
        if requested is None
        else 1
        if requested > 15000000
        else 5
        if requested > 5000000
        else 8,
        SECTOR.get(get("sector")),
        None if advice is None or training is None else min(advice + training, 6),
        None if partners is None else min(partners * 2, 8),
        None
        if share is None
        else 7
        if share >= 50 * total
        else 4
        if share >= 35 * total
        else 2
        if share >= 20 * total
        else 0,
        GMINA.get(get("gmina")),
        None if resident is None else lasting if resident else 0,
    ]
    return points, None if None in points else sum(points)
