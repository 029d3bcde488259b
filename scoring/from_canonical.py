"""What a decision was made of, taken back from its canonical JSON: the inverse of ``canonical.inputs``.

Raises ``ValueError`` (pydantic's included), ``KeyError``, ``TypeError`` or ``ArithmeticError`` where
the JSON is not what :mod:`scoring.canonical` writes.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import TypeAdapter

from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.changes import Change
from scoring.cooperation import CooperationShare
from scoring.council.sitting import Council, HeldSitting, Sitting, held
from scoring.earlier_aid import EarlierAid
from scoring.facts import Catalogue
from scoring.numbers import exact
from scoring.party import Partner, Party
from scoring.population import Population
from scoring.ruling import Ruling

Json = Mapping[str, Any]

_AMOUNTS = ("share", "funds_19_2", "funds_19_4", "projects_so_far", "preparation_so_far")
_CHANGE: TypeAdapter[Change] = TypeAdapter(Change)
_COUNCIL, _SITTING = TypeAdapter(Council), TypeAdapter(Sitting)


def call_of(written: Json, catalogue: Catalogue) -> Call:
    """Return the call, bound to the facts that its conditions read."""
    call, _ = Call.model_validate(written).bound(catalogue)
    return call


def changes_of(written: Iterable[Json]) -> list[Change]:
    """Return the changes after an earlier decision; call and applications are as they left them."""
    return [_CHANGE.validate_python(one) for one in written]


def applications_of(written: Iterable[Json], catalogue: Catalogue) -> list[Application]:
    """Return the applications with all that is known of them."""
    return [_application(one, catalogue) for one in written]


def _application(written: Json, catalogue: Catalogue) -> Application:
    facts = {
        name: catalogue.fact(name).from_plain(value) for name, value in written["facts"].items()
    }
    rulings = (_ruling(one) for one in written.get("rulings", ()))
    return Application(
        written["number"],
        facts,
        {one.rule: one for one in rulings},
        tuple(_partner(one) for one in written.get("partners", ())),
        tuple(_share(one) for one in written.get("lgds", ())),
        tuple(_population(one) for one in written.get("populations", ())),
    )


def _ruling(written: Json) -> Ruling:
    on = None if written["on"] is None else date.fromisoformat(written["on"])
    return Ruling(**{**written, "on": on})


def _partner(written: Json) -> Partner:
    return Partner(_party(written), Fraction(written["share"]))


def _party(written: Json) -> Party:
    return Party(written["name"], written["producer_number"], written["nip"])


def _share(written: Json) -> CooperationShare:
    amounts = {name: grosze(written[name]) for name in _AMOUNTS}
    return CooperationShare.model_validate({**written, **amounts})


def _population(written: Json) -> Population:
    return Population(written["inhabitants"], date.fromisoformat(written["on"]), written["source"])


def cards_of(written: Iterable[Json]) -> list[Card]:
    """Return the members' cards."""
    return [
        Card(
            one["member"],
            one["application"],
            {name: exact(Fraction(points)) for name, points in one["points"].items()},
            one["justifications"],
            one["excluded"],
            tuple(one.get("checked_by", ())),
        )
        for one in written
    ]


def earlier_aid_of(written: Iterable[Json] | None) -> tuple[EarlierAid, ...] | None:
    """Return the aid granted earlier; ``None`` where nobody has looked for it."""
    return None if written is None else tuple(_earlier(one) for one in written)


def _earlier(written: Json) -> EarlierAid:
    rate = written["eur_rate"]
    return EarlierAid(
        _party(written["beneficiary"]),
        date.fromisoformat(written["granted_on"]),
        int(Decimal(written["amount"]) * 100),
        written["kind"],
        written["place"],
        written["group"],
        written["de_minimis"],
        None if rate is None else Decimal(rate),
        frozenset(written["same"]),
        frozenset(written["other"]),
    )


def sitting_of(written: Json | None, call: Call) -> HeldSitting | None:
    """Return the sitting with every vote counted again; ``None`` where none is recorded."""
    if written is None:
        return None
    council = _COUNCIL.validate_python(written["council"])
    return held(council, _SITTING.validate_python(written["sitting"]), call.regime)


def grosze(pln: str | None) -> int | None:
    """Return an amount written as PLN in grosze; unknown stays unknown."""
    return None if pln is None else int(Decimal(pln) * 100)
