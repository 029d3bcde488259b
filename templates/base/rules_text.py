"""The written rules of a call, read aloud: minimum, order of equals, limit, rounding."""

from collections.abc import Iterable
from decimal import Decimal

from scoring import polish
from scoring.call import POLICY_NAMES, Call, Limit
from scoring.decision import Decision
from scoring.facts import Catalogue
from scoring.points import Criterion
from scoring.ruleset import Minimum, Ruleset, TieRule
from templates.base.entry import NONE

APPROXIMATE = "≈"

_PREFERENCES = {
    "higher": "wyżej operacja z większą wartością",
    "lower": "wyżej operacja z mniejszą wartością",
    "earlier": "wyżej operacja wcześniejsza",
    "later": "wyżej operacja późniejsza",
}


def minimum_text(minimum: Minimum) -> str:
    """Read a minimum aloud: ``27 pkt``, ``60 % maksimum``."""
    if minimum.unknown is not None:
        return f"nieznane: {minimum.unknown}"
    if minimum.points is not None:
        return f"{polish.number(minimum.points)} pkt"
    said = f"{polish.percent(minimum.percent or Decimal(0))} maksimum"
    if minimum.raise_to_step is not None:
        said += f", w górę do wielokrotności {polish.number(minimum.raise_to_step)} pkt"
    return said


def minimum_of(decision: Decision) -> str:
    """Read the minimum of a call aloud, in points where it is the same for all."""
    found = {one.minimum for one in decision.assessments if one.minimum is not None}
    if len(found) == 1:
        return polish.with_points(found.pop())
    return minimum_text(decision.ruleset.minimum)


def evidence(criterion: Criterion, catalogue: Catalogue) -> str:
    """Say where a criterion is verified: its own words, else those of the facts that it reads."""
    if criterion.evidence is not None:
        return criterion.evidence
    read = [catalogue[fact].evidence for fact in criterion.facts_read() if fact in catalogue]
    return "; ".join(dict.fromkeys(one for one in read if one is not None)) or NONE


def tie_steps(ruleset: Ruleset) -> tuple[str, ...]:
    """Read the ladder that orders equals aloud, step by step."""
    said = [_tie_step(rule, ruleset) for rule in ruleset.ties]
    if ruleset.still_tied == "council_vote":
        said.append("głosowanie Rady")
    return tuple(said)


def _tie_step(rule: TieRule, ruleset: Ruleset) -> str:
    if rule.criterion is not None:
        names = {one.id: one.name for one in (*ruleset.simple(), *ruleset.criteria)}
        what = f"punkty w kryterium „{names.get(rule.criterion, rule.criterion)}”"
    else:
        fact = ruleset.catalogue.get(rule.fact or "")
        what = fact.name if fact is not None else str(rule.fact)
    return f"{what[:1].lower()}{what[1:]} – {_PREFERENCES[rule.prefer]}"


def limit_text(limit: Limit) -> str:
    """Read the money of a call aloud, with the rate where it is stated in euros."""
    shown = polish.money(limit.grosze)
    if limit.pln is not None or limit.eur is None or limit.rate is None:
        return shown
    rate = polish.number(limit.rate, 2 if limit.rate == round(limit.rate, 2) else 4)
    return f"{polish.number(limit.eur, 2)} EUR po {rate} zł = {shown}"


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
