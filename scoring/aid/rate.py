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
    rule: str = "A12"


_WHOLE = Decimal(100)


@runs("A12", "K10")
def rate_of(operation: Operation) -> Rate | tuple[Missing, ...]:
    """Return the lowest rate that binds the operation, or what must be known to tell.

    The regulations give a rate by category of beneficiary (public units 63,63 %, entrepreneurs
    70 %, others 100 %), the programme text 100 % for cooperation (K10); the LSR or the call may state less, never more.
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
    if around.procedure == "cooperation":
        if "K10" not in around.programme.rules:
            return None
        return Rate(_WHOLE, around.programme.rules["K10"], "projekt współpracy", "K10")
    if not around.has("intensity_public"):
        return _figure(operation, "intensity_others", "pozostali wnioskodawcy")
    if operation.is_public is None:
        return (Missing("fact", "applicant_kind"),)
    if operation.is_public:
        return _figure(operation, "intensity_public", "jednostki sektora finansów publicznych")
    return _of_private(operation)


def _of_private(operation: Operation) -> Rate | tuple[Missing, ...] | None:
    """Return the rate of who is no public unit: by whether business is run, or is the purpose."""
    business = operation.is_business
    if business is None:
        return (Missing("fact", "operation_kind"),)
    if not business and operation.fact("applicant_kind") != "lgd":
        business = operation.says("runs_business")
    if business is None:
        return (Missing("fact", "runs_business"),)
    if not business:
        return _figure(operation, "intensity_others", "pozostali wnioskodawcy")
    return _figure(operation, "intensity_business", "podmioty prowadzące działalność gospodarczą")


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
            cooperation = operation.around.procedure == "cooperation"
            number = "K10" if cooperation and "K10" in operation.around.programme.rules else "A12"
            return Rate(rate.percent, rate.source, "według LSR lub ogłoszenia", number)
    return None


def ceiling_of_rate(rate: Rate, eligible: int) -> Ceiling:
    """Return the most that the rate lets through of an eligible cost; rounded down to the grosz."""
    most = floor(Fraction(eligible) * Fraction(rate.percent) / 100)
    values = {"percent": rate.percent, "whose": rate.whose, "eligible": eligible, "most": most}
    text = "Intensywność {percent:%} ({whose}): {percent:%} z {eligible:zł} to {most:zł}."
    return Ceiling(rate.rule, "intensywność pomocy", most, Said(text, values), rate.source)
