"""The register of applications as plain data."""

from scoring.decision import Assessment, Decision, Outcome
from scoring.facts import Catalogue
from scoring.value import Value
from templates.base.entry import (
    NONE,
    UNKNOWN,
    Entry,
    applications,
    by_receipt,
    entry,
    money,
    total_requested,
    unsummed,
)
from templates.base.frame import Frame, frame
from templates.base.signature import OFFICE

TITLE = "Rejestr złożonych wniosków"


class Registered(Value):
    """A line of the register."""

    position: str
    entry: Entry
    place: str
    total_cost: str
    withdrawn: bool


class View(Value):
    """Everything in the register; ``places``: whether any application tells where it is."""

    frame: Frame
    registered: tuple[Registered, ...]
    places: bool = True
    counted: str
    requested: str
    signatures: tuple[str, ...]


def view(decision: Decision, version: int) -> View:
    """Return the register: every application in the order of receipt, the withdrawn too."""
    ordered = by_receipt(decision.assessments)
    standing = [one for one in ordered if one.outcome is not Outcome.WITHDRAWN]
    left_out = ["bez wniosków wycofanych"] if len(standing) < len(ordered) else []
    catalogue = decision.ruleset.catalogue
    return View(
        frame=frame(decision, version, TITLE, "internal"),
        registered=tuple(
            _registered(decision, one, position) for position, one in enumerate(ordered, start=1)
        ),
        places=any(_place(one, catalogue) != NONE for one in ordered),
        counted=f"{applications(len(standing))}{unsummed(standing, *left_out)}",
        requested=total_requested(standing),
        signatures=OFFICE,
    )


def _registered(decision: Decision, one: Assessment, position: int) -> Registered:
    catalogue = decision.ruleset.catalogue
    return Registered(
        position=str(position),
        entry=entry(decision, one, "internal"),
        place=_place(one, catalogue),
        total_cost=_cost(one, catalogue),
        withdrawn=one.outcome is Outcome.WITHDRAWN,
    )


def _place(one: Assessment, catalogue: Catalogue) -> str:
    """Write where the operation is carried out: gmina, then locality."""
    known = [
        str(one.application.facts[fact])
        for fact in ("gmina", "locality")
        if fact in one.application.facts and fact in catalogue
    ]
    return ", ".join(dict.fromkeys(known)) or NONE


def _cost(one: Assessment, catalogue: Catalogue) -> str:
    """Write the total cost; a call whose register has no such column shows a dash."""
    if "total_cost" not in catalogue:
        return NONE
    cost = one.application.facts.get("total_cost")
    return money(cost) if isinstance(cost, int) else UNKNOWN
