"""The written rules of a call, read aloud: minimum, order of equals, limit, rounding."""

from collections.abc import Iterable

from scoring import polish
from scoring.call import POLICY_NAMES, Call, Limit
from scoring.decision import Assessment, Decision
from scoring.read_aloud import minimum_words

APPROXIMATE = "≈"


def minimum_of(decision: Decision) -> str:
    """Read the minimum of a call aloud, in points where it is the same for all."""
    found = {one.minimum for one in decision.assessments if one.minimum is not None}
    if len(found) == 1:
        return polish.with_points(found.pop())
    return minimum_words(decision.ruleset.minimum, decision.ruleset.highest)


def limit_text(limit: Limit) -> str:
    """Read the money of a call aloud, with the rate where it is stated in euros."""
    shown = polish.money(limit.grosze)
    if limit.pln is not None or limit.eur is None or limit.rate is None:
        return shown
    rate = polish.number(limit.rate, 2 if limit.rate == round(limit.rate, 2) else 4)
    return f"{polish.number(limit.eur, 2)} EUR po {rate} zł = {shown}"


def on_the_line(decision: Decision) -> list[Assessment]:
    """Tell those with a place of whom it is open whether they fit the limit."""
    return [
        one for one in decision.assessments if one.rank is not None and one.within_limit is None
    ]


def money_figures(decision: Decision) -> tuple[tuple[str, str], ...]:
    """Tell the limit and what became of it; what is left is not told while the line is open."""
    waiting = bool(on_the_line(decision))
    return (
        ("Limit środków", limit_text(decision.call.limit)),
        (f"Przyznano w limicie{' dotąd' if waiting else ''}", polish.money(decision.granted)),
        ("Pozostało", "nierozstrzygnięte" if waiting else polish.money(decision.left)),
    )


def policy_text(call: Call) -> str:
    """Say what happens at the limit, and where that is written."""
    return f"{POLICY_NAMES[call.limit.policy]} ({call.limit.source})"


def approximation_note(call: Call, shown: Iterable[str]) -> str | None:
    """Explain the sign ≈ where it is used: what is rounded, and what is only shown shorter."""
    if not any(APPROXIMATE in one for one in shown):
        return None
    if call.rounding is None:
        rule = "w naborze nie zaokrągla się żadnej wartości"
    else:
        places = polish.plural(call.rounding.places, "miejsca", "miejsc", "miejsc")
        rule = f"zaokrągla się tylko sumę, do {places} po przecinku ({call.rounding.source})"
    return (
        f"{APPROXIMATE} Liczba pokazana z dokładnością do dwóch miejsc po przecinku; liczono "
        f"na wartościach dokładnych, {rule}."
    )
