"""A Decision as canonical JSON: all that went in and all that came out.

Keys are sorted, amounts are PLN with two decimals as strings, points are strings (``53.39``;
``13/3`` where no decimal is exact), unknown is ``null``. The fingerprint is the SHA-256 of it.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from scoring.application import Application
from scoring.cards import Card
from scoring.numbers import Points, plain

if TYPE_CHECKING:
    from scoring.decision import Assessment, Decision

Json = dict[str, Any]

PUBLIC_FACTS = ("applicant", "title", "requested", "total_cost", "gmina")
"""Of an application's facts only these are ever published, and only if they are not personal."""


def inputs(decision: "Decision", *, public: bool = False) -> Json:
    """Return what the decision was made of.

    The public form tells of each application only what a published list may, and names no member
    of the council.
    """
    catalogue = decision.ruleset.catalogue
    shown = {fact for fact in PUBLIC_FACTS if fact in catalogue and not catalogue[fact].personal}
    hidden = {"council": {"members"}} if public else None
    call = decision.call.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=hidden)
    applications = [one.application for one in decision.assessments]
    return {
        "engine": decision.engine,
        "call": call,
        "criteria": [{"name": one.name, "sha256": one.sha256} for one in decision.ruleset.texts],
        "applications": [
            {
                "number": one.number,
                "facts": {
                    key: catalogue.fact(key).plain(value)
                    for key, value in sorted(one.facts.items())
                    if key in shown or not public
                },
                **({} if public else _evidence(one)),
            }
            for one in sorted(applications, key=lambda one: one.number)
        ],
        "cards": [] if public else [_card(card) for card in decision.cards],
    }


def canonical(decision: "Decision") -> Json:
    """Return all that went in and all that came out, without the fingerprint itself."""
    outcomes = [outcome(one) for one in decision.assessments]
    return {"inputs": inputs(decision), "outcomes": outcomes}


def outcome(one: "Assessment") -> Json:
    """Return what became of one application, without the sentences."""
    return {
        "number": one.application.number,
        "outcome": one.outcome.value,
        "rank": one.rank,
        "points": points(one.points),
        "maximum": points(one.maximum),
        "requested": pln(one.application.requested),
        "granted": pln(one.granted),
        "within_limit": one.within_limit,
        "scores": {score.criterion: points(score.points) for score in one.scores},
    }


def _evidence(application: Application) -> Json:
    """Return the numbers of inhabitants with their sources; nothing where there are none.

    They are not published with the application: such a number tells the locality, which is not.
    """
    populations = [
        {"inhabitants": one.inhabitants, "on": one.on.isoformat(), "source": one.source}
        for one in application.populations
    ]
    return {"populations": populations} if populations else {}


def _card(card: Card) -> Json:
    return {
        "member": card.member,
        "application": card.application,
        "excluded": card.excluded,
        "points": {key: plain(value) for key, value in sorted(card.points.items())},
        "justifications": dict(sorted(card.justifications.items())),
    }


def points(value: Points | None) -> str | None:
    """Return points as text; unknown stays ``null``."""
    return None if value is None else plain(value)


def pln(grosze: int | None) -> str | None:
    """Return an amount in grosze as PLN with two decimals; unknown stays ``null``."""
    return None if grosze is None else f"{Decimal(grosze) / 100:.2f}"
