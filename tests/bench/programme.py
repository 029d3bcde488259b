"""Deciding a start-up call under the programme, against the same rules as one plain function."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, cast

from criteria.catalogue import standard_catalogue
from criteria.programme import read_programme
from scoring.application import Application
from scoring.deciding import decide
from scoring.earlier_aid import AidKind, EarlierAid
from scoring.party import Party
from scoring.programme.operation import Under
from scoring.ruling import Ruling
from tests.bench.rows import Row, best
from tests.scoring import scenario as the
from tests.scoring.programme.scenario import FOUND, OF_KIND, USUAL, Given, Scenario

CATALOGUE = standard_catalogue()
HISTORY = 2_000
LIMIT, OF_BENEFICIARY, OF_START = 5_000_000_00, 300_000_00, 100_000_00
ASKED = 90_000_00
FACTS = the.facts(
    USUAL | OF_KIND["start_business"] | {"operation_kind": "start_business"}, CATALOGUE
)
RULINGS = {rule: Ruling(rule, True, "pomiar", "officer") for rule in FOUND}


def rows(sizes: Sequence[int] = (100, 1_000, 10_000)) -> list[Row]:
    """Measure every size and return the lines of the table."""
    under = Under(read_programme("prow-2014-2020"), tuple(map(_earlier, range(HISTORY))))
    programme: dict[str, Any] = {"edition": under.programme.id, "procedure": "competition"}
    programme |= {"operation": "start_business", "lump_sum": True}
    programme["eur_rate"] = {"value": "4.5", "on": "2022-04-14", "source": "pomiar"}
    limit = {"pln": LIMIT // 100, "policy": "stop"}
    scenario = Scenario(name="A call to measure.", limit=limit, criteria=Given().criteria)
    call, _ = the.call(scenario, CATALOGUE, programme=programme)
    rules, _ = the.ruleset(scenario, CATALOGUE)
    found = []
    for size in sizes:
        some = [_application(n) for n in range(size)]
        ours = best(partial(decide, call, rules, some, under=under))
        theirs = best(partial(by_hand, some, under.earlier_aid or ()))
        found.append(Row("decide, programme", size, "the same by hand", ours, theirs))
    return found


def _application(n: int) -> Application:
    """Make an application; every tenth party applies twice, and asks more than is left to it."""
    who = n - n % 10 if n % 10 == 1 else n
    facts = FACTS | {
        "applicant": f"Osoba {who}",
        "producer_number": f"{100_000 + who:09}",
        "requested": ASKED,
        "attachments": n * 7 % 100,
    }
    return Application(f"{n:06}", facts, RULINGS)


def _earlier(n: int) -> EarlierAid:
    """Make a row of history: every second is of an applicant, if the call is large enough."""
    who = Party(f"Osoba {n * 5}", f"{100_000 + n * 5 + n % 2 * 500_000:09}")
    kind: AidKind = "start_business" if n % 20 == 0 else "other"
    return EarlierAid(who, date(2018, 6, 14), 250_000_00, kind, f"historia, wiersz {n}")


def by_hand(
    applications: Sequence[Application], earlier: Sequence[EarlierAid]
) -> list[tuple[str, int]]:
    """Decide as a plain function would: no sources, no sentences, no unknowns, no ties."""
    before: dict[str, int] = {}
    started = set()
    for aid in earlier:
        party = aid.beneficiary.producer_number or ""
        before[party] = before.get(party, 0) + aid.amount
        if aid.kind == "start_business":
            started.add(party)
    able = [one for one in applications if one.facts["producer_number"] not in started]
    able = [
        one
        for one in able
        if one.facts["property_right"] == "owner" and FOUND.keys() <= one.rulings.keys()
    ]
    ranked = sorted(able, key=lambda one: (-cast("int", one.facts["attachments"]), one.number))
    left, placed, served = LIMIT, [], set()
    for one in ranked:
        who = cast("str", one.facts["producer_number"])
        most = 0 if who in served else OF_BENEFICIARY - before.get(who, 0)
        amount = max(min(one.requested or 0, OF_START, most), 0)
        fits = 0 < amount <= left
        left = left - amount if fits else 0 if amount else left
        placed.append((one.number, amount if fits else 0))
        if fits:
            served.add(who)
    return placed
