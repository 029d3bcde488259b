"""One application as the lists show it: every text ready to print."""

from collections.abc import Iterable

from scoring import polish
from scoring.decision import Assessment, Decision
from scoring.explain import OUTCOME_NAMES, amount_set
from scoring.facts import Catalogue
from scoring.numbers import Points
from scoring.value import Value
from templates.base.frame import Variant

NONE = "–"
"""What stands where there is nothing to show."""

UNKNOWN = "brak danych"
"""What stands where something should be known and is not."""


class Entry(Value):
    """What identifies an application, its points and amounts, and what became of it.

    ``granted`` is the amount set, within the limit and outside it.
    """

    number: str
    applicant: str
    identifier: str | None = None
    title: str
    received: str
    points: str
    requested: str
    granted: str
    outcome: str


def entry(decision: Decision, one: Assessment, variant: Variant) -> Entry:
    """Return what the lists show of one application; the public variant has no personal facts."""
    catalogue, application = decision.ruleset.catalogue, one.application
    public = variant == "public"
    return Entry(
        number=application.number,
        applicant=_shown(application.applicant, hide=public and personal("applicant", catalogue)),
        identifier=None if public else _identifier(one, catalogue),
        title=_shown(application.title, hide=public and personal("title", catalogue)),
        received=received(one),
        points=points(one.points),
        requested=money(application.requested),
        granted=amount_text(one),
        outcome=OUTCOME_NAMES[one.outcome],
    )


def amount_text(one: Assessment) -> str:
    """Write the amount set, or a dash where none is."""
    amount = amount_set(one)
    return NONE if amount is None else polish.money(amount)


def personal(fact: str, catalogue: Catalogue) -> bool:
    """Say whether a fact may not leave the office."""
    return fact in catalogue and catalogue[fact].personal


def received(one: Assessment) -> str:
    """Write the date and hour of receipt."""
    moment = one.application.submitted_at
    return UNKNOWN if moment is None else polish.moment(moment)


def points(value: Points | None) -> str:
    """Write points, or a dash while they are not known."""
    return NONE if value is None else polish.points(value)


def money(grosze: int | None) -> str:
    """Write an amount, or that it is not known."""
    return UNKNOWN if grosze is None else polish.money(grosze)


def total_requested(some: Iterable[Assessment]) -> str:
    """Write the sum of the amounts requested that are known; ``unsummed`` tells of the others."""
    asked = [one.application.requested for one in some]
    known = [grosze for grosze in asked if grosze is not None]
    return money(None) if asked and not known else polish.money(sum(known))


def unsummed(some: Iterable[Assessment], *others: str) -> str:
    """Write in brackets what a sum of the amounts requested leaves out; nothing if it is whole."""
    unknown = sum(one.application.requested is None for one in some)
    said = list(others)
    if unknown:
        count = polish.plural(unknown, "wniosku", "wniosków", "wniosków")
        said.append(f"bez {count} o nieznanej kwocie")
    return f" ({', '.join(said)})" if said else ""


def total_granted(some: Iterable[Assessment]) -> str:
    """Write the sum of the amounts that fit the limit."""
    return polish.money(sum(one.granted or 0 for one in some))


def total_set(some: Iterable[Assessment]) -> str:
    """Write the sum of the amounts set, within the limit or outside it."""
    return polish.money(sum(amount_set(one) or 0 for one in some))


def operations(count: int) -> str:
    """Write a number of operations: 1 operacja, 2 operacje, 5 operacji."""
    return polish.plural(count, "operacja", "operacje", "operacji")


def applications(count: int) -> str:
    """Write a number of applications: 1 wniosek, 2 wnioski, 5 wniosków."""
    return polish.plural(count, "wniosek", "wnioski", "wniosków")


def _shown(text: str, *, hide: bool) -> str:
    return NONE if hide else text or UNKNOWN


def _identifier(one: Assessment, catalogue: Catalogue) -> str | None:
    """Return the number by which offices tell applicants apart: NIP, else EP. Never PESEL."""
    for fact, name in (("nip", "NIP"), ("producer_number", "EP")):
        value = one.application.facts.get(fact)
        if value is not None and fact in catalogue:
            return f"{name}{polish.NARROW}{catalogue[fact].show(value)}"
    return None


def by_receipt(some: Iterable[Assessment]) -> list[Assessment]:
    """Order applications as they came in; those without a date of receipt come last."""

    def key(one: Assessment) -> tuple[bool, str, polish.Natural]:
        moment = one.application.submitted_at
        number = polish.natural(one.application.number)
        return moment is None, "" if moment is None else moment.isoformat(), number

    return sorted(some, key=key)
