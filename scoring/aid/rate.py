"""The rate of aid: how many per cent of the eligible cost may be paid (rules A12, K10)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from scoring.aid.cut import Ceiling
from scoring.conditions import missing_facts
from scoring.points.missing import Missing
from scoring.programme.operation import Operation
from scoring.rule_ids import runs
from scoring.saying import Said


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in per cent, where it stands, and for whom it is."""

    percent: Decimal
    source: str
    whose: str


@runs("A12", "K10")
def rate_of(operation: Operation) -> Rate | tuple[Missing, ...]:
    """Return the lowest rate that binds the operation, or what must be known to tell.

    The regulations give a rate by category of beneficiary (public units 63,63 %, entrepreneurs
    70 %, others 100 %); the LSR or the call may state less, never more.
    """
    programme = _of_category(operation)
    stated = _stated(operation)
    missing = tuple(
        one for found in (programme, stated) if isinstance(found, tuple) for one in found
    )
    if missing:
        return missing
    rates = [found for found in (programme, stated) if isinstance(found, Rate)]
    return min(rates, key=lambda one: one.percent) if rates else (Missing("intensity"),)


def _of_category(operation: Operation) -> Rate | tuple[Missing, ...] | None:
    """Return the rate of the regulations; ``None`` where the edition has none."""
    around = operation.around
    if around.procedure == "cooperation" or not around.has("intensity_public"):
        return _figure(operation, "intensity_others", "pozostali wnioskodawcy")
    public, business = operation.is_public, operation.is_business
    if public is None:
        return (Missing("fact", "applicant_kind"),)
    if public:
        return _figure(operation, "intensity_public", "jednostki sektora finansów publicznych")
    if business is None:
        return (Missing("fact", "operation_kind"),)
    if business:
        return _figure(
            operation, "intensity_business", "podmioty prowadzące działalność gospodarczą"
        )
    return _figure(operation, "intensity_others", "pozostali wnioskodawcy")


def _figure(operation: Operation, name: str, whose: str) -> Rate | None:
    if not operation.around.has(name):
        return None
    figure = operation.around.figure(name)
    return Rate(figure.value, figure.source, whose)


def _stated(operation: Operation) -> Rate | tuple[Missing, ...] | None:
    """Return the first rate of the LSR or the call whose condition is met."""
    facts = operation.application.facts
    for rate in operation.around.of_call.intensity:
        answer = True if rate.when is None else rate.when.answer(facts)
        if answer is None and rate.when is not None:
            return tuple(Missing("fact", fact) for fact in missing_facts(rate.when, facts))
        if answer:
            return Rate(rate.percent, rate.source, "według LSR lub ogłoszenia")
    return None


def ceiling_of_rate(rate: Rate, eligible: int) -> Ceiling:
    """Return the most that the rate lets through of an eligible cost; rounded down to the grosz."""
    most = floor(Fraction(eligible) * Fraction(rate.percent) / 100)
    values = {"percent": rate.percent, "whose": rate.whose, "eligible": eligible, "most": most}
    text = "Intensywność {percent:%} ({whose}): {percent:%} z {eligible:zł} to {most:zł}."
    return Ceiling("A12", "intensywność pomocy", most, Said(text, values), rate.source)
