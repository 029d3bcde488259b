"""The rules of a set of criteria as Polish words: for the screen and for every document."""

from collections.abc import Iterator

from scoring import polish
from scoring.facts import Catalogue, FactType
from scoring.numbers import Points, exact
from scoring.points import Criterion
from scoring.points.parts import Parts
from scoring.ruleset import STATUS_NAMES, Minimum, Ruleset, TieRule

PREFERENCES = {
    "higher": "wyżej operacja z większą wartością",
    "lower": "wyżej operacja z mniejszą wartością",
    "earlier": "wyżej operacja wcześniejsza",
    "later": "wyżej operacja późniejsza",
}
"""How each preference of the tie ladder reads."""


def head_of(ruleset: Ruleset) -> Iterator[tuple[str, str]]:
    """Say whose act the set is, since when, its maximum, minimum and files, each with its name."""
    yield "Obowiązują od", polish.day(ruleset.in_force_from)
    yield "Status", STATUS_NAMES[ruleset.status]
    if ruleset.adopted_by is not None:
        yield "Akt", ruleset.adopted_by.title
        if ruleset.adopted_by.href is not None:
            yield "Źródło", ruleset.adopted_by.href
        if (consent := ruleset.adopted_by.consent) is not None:
            yield "Zgoda", f"{consent.body}, {polish.day(consent.date)}"
    yield "Maksimum", polish.with_points(ruleset.highest)
    yield "Minimum", minimum_words(ruleset.minimum, ruleset.highest)
    for text in ruleset.texts:
        yield "Plik", f"{text.name}, SHA-256 {text.sha256}"


def terms_of(criterion: Criterion, catalogue: Catalogue) -> Iterator[str]:
    """Read aloud what limits a criterion and its parts, and what the source leaves open."""
    if criterion.minimum is not None:
        yield f"Minimum w kryterium: {polish.number(criterion.minimum)} pkt"
    if criterion.applies_to is not None:
        shrinks = criterion.when_not_applicable == "shrink_maximum"
        then = "maksimum wniosku jest mniejsze" if shrinks else "maksimum się nie zmienia"
        yield f"Dotyczy, gdy: {criterion.applies_to.sentence(catalogue)}; inaczej {then}"
    if criterion.when is not None:
        yield f"Punkty tylko wtedy, gdy: {criterion.when.sentence(catalogue)}"
    if criterion.gap is not None:
        yield f"Luka w źródle: {criterion.gap}"
    if isinstance(criterion, Parts):
        for part in criterion.parts:
            if part.weight != 1:
                yield f"{part.name}: waga {polish.number(part.weight)}"
            yield from (f"{part.name}: {term}" for term in terms_of(part, catalogue))


def minimum_words(minimum: Minimum, highest: Points) -> str:
    """Read a minimum aloud: ``27 pkt``, ``21 pkt (60 % maksimum)``, ``nieznane (…)``."""
    required = minimum.required(highest)
    if required is None:
        return f"nieznane ({minimum.unknown})"
    said = polish.with_points(required)
    if minimum.percent is None:
        return said
    share = f"{polish.percent(minimum.percent)} maksimum"
    if minimum.raise_to_step is not None:
        step = polish.points(exact(minimum.raise_to_step))
        raised = "pełnego punktu" if step == "1" else f"wielokrotności {step} pkt"
        share += f", w górę do {raised}"
    return f"{said} ({share})"


def tie_words(ruleset: Ruleset) -> tuple[str, ...]:
    """Read the ladder that orders equals aloud, step by step; empty where there is none."""
    said = [_step(rule, ruleset) for rule in ruleset.ties]
    if ruleset.still_tied == "council_vote":
        said.append("głosowanie Rady")
    return tuple(said)


def _step(rule: TieRule, ruleset: Ruleset) -> str:
    if rule.criterion is not None:
        names = {one.id: one.name for one in (*ruleset.simple(), *ruleset.criteria)}
        what = f"punkty w kryterium „{names.get(rule.criterion, rule.criterion)}”"
    else:
        fact = ruleset.catalogue.get(rule.fact or "")
        what = fact.name if fact is not None else str(rule.fact)
        if fact is not None and fact.type is FactType.YES_NO:
            answer = "tak" if rule.prefer == "higher" else "nie"
            return f"{what[:1].lower()}{what[1:]} – wyżej „{answer}”"
    return f"{what[:1].lower()}{what[1:]} – {PREFERENCES[rule.prefer]}"
