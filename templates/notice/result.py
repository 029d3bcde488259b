"""What a letter says of the result: in a sentence, in figures, and why the amount is lower."""

from collections.abc import Iterator

from scoring import polish
from scoring.call import Regime
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import amount_set, reasons, why_lower
from templates.base.entry import NONE, money

SELECTED = (Outcome.SELECTED, Outcome.SELECTED_OUTSIDE_LIMIT)

_CONFORMS: dict[Regime, tuple[str, str]] = {
    "2015": (
        "Operacja jest zgodna z ogłoszeniem o naborze wniosków oraz z LSR",
        "Operacja nie jest zgodna z ogłoszeniem o naborze wniosków lub z LSR",
    ),
    "2019": (
        "Operacja jest zgodna z ogłoszeniem o naborze wniosków oraz z LSR",
        "Operacja nie jest zgodna z ogłoszeniem o naborze wniosków lub z LSR",
    ),
    "2023": (
        "Operacja spełnia warunki udzielenia wsparcia",
        "Operacja nie spełnia warunków udzielenia wsparcia",
    ),
}
"""How the gate reads by the wording of the act: passed, and not."""

_OUTCOMES = {
    Outcome.SELECTED: "{met} i została wybrana; mieści się w limicie środków naboru.",
    Outcome.SELECTED_OUTSIDE_LIMIT: (
        "{met} i została wybrana, ale nie mieści się w limicie środków naboru."
    ),
    Outcome.BELOW_MINIMUM: (
        "{met}, ale nie osiągnęła wymaganego minimum punktowego i nie została wybrana."
    ),
    Outcome.NOT_ELIGIBLE: "{not_met}, dlatego nie została wybrana.",
}

_HANDED_OVER: dict[Regime, str] = {
    "2015": "W dniu przekazania wniosków zarządowi województwa",
    "2019": "W dniu przekazania wniosków zarządowi województwa",
    "2023": "W dniu udostępnienia dokumentów zarządowi województwa",
}
"""The day on which it is told whether an operation fits the limit (act, art. 21 sec. 5)."""


def in_a_sentence(decision: Decision, one: Assessment) -> str:
    """Say what became of the operation: the gate, the selection, the limit."""
    met, not_met = _CONFORMS[decision.call.regime]
    return _OUTCOMES[one.outcome].format(met=met, not_met=not_met)


def in_figures(decision: Decision, one: Assessment) -> Iterator[tuple[str, str]]:
    """Tell the points, the minimum, the place, the amounts, and whether the limit is enough."""
    yield "Liczba punktów", _points(one)
    yield "Wymagane minimum", _minimum(decision, one)
    if one.rank is not None:
        yield "Miejsce na liście", str(one.rank)
    yield "Wnioskowana kwota", money(one.application.requested)
    yield "Ustalona kwota", _amount(one)
    if one.outcome in SELECTED:
        fits = "mieści się" if one.within_limit else "nie mieści się"
        yield _HANDED_OVER[decision.call.regime], f"operacja {fits} w limicie środków naboru"


def is_lower(one: Assessment) -> bool:
    """Say whether the amount set is lower than requested."""
    amount, requested = amount_set(one), one.application.requested
    return amount is not None and requested is not None and amount < requested


def justification(decision: Decision, one: Assessment) -> tuple[str, ...]:
    """Say why the operation has its result; why the amount is lower is said apart."""
    apart = set(why_lower(decision, one))
    return tuple(said for said in reasons(decision, one) if said not in apart)


def _points(one: Assessment) -> str:
    if one.points is None:
        return "operacji nie oceniano według kryteriów wyboru"
    most = "" if one.maximum is None else f" z {polish.points(one.maximum)} możliwych"
    return f"{polish.with_points(one.points)}{most}"


def _minimum(decision: Decision, one: Assessment) -> str:
    minimum = one.minimum
    if minimum is None:
        ruleset = decision.ruleset
        minimum = ruleset.minimum.required(ruleset.highest)
    return NONE if minimum is None else polish.with_points(minimum)


def _amount(one: Assessment) -> str:
    amount = amount_set(one)
    return "nie ustalono (operacja nie została wybrana)" if amount is None else polish.money(amount)
