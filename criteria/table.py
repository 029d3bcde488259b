"""The set of criteria read aloud: plain lines in Polish, for the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring import polish
from scoring.facts import Catalogue, Fact, FactType
from scoring.numbers import exact
from scoring.points import Criterion
from scoring.points.base import Row
from scoring.points.parts import Parts
from scoring.ruleset import STATUS_NAMES, Minimum, Ruleset, TieRule


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion: ``lines`` say its points, then its rules, source, evidence and gaps."""

    position: str
    id: str
    name: str
    lines: tuple[str, ...]
    maximum: str


@dataclass(frozen=True, slots=True)
class CriteriaTable:
    """A set of criteria as it is read aloud.

    ``header`` says whose it is and since when, ``footer`` the minimum, the order of equals and
    what the source leaves open.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[CriterionRow, ...]
    footer: tuple[str, ...]


def criteria_table(ruleset: Ruleset) -> CriteriaTable:
    """Read a set of criteria aloud, numbers and dates written as Poles write them."""
    catalogue = ruleset.catalogue
    rows = (
        CriterionRow(
            position=str(position),
            id=one.id,
            name=one.name,
            lines=tuple(_lines(one, catalogue)),
            maximum=polish.points(one.maximum),
        )
        for position, one in enumerate(ruleset.criteria, start=1)
    )
    return CriteriaTable(
        title=ruleset.title,
        header=tuple(_header(ruleset)),
        rows=tuple(rows),
        footer=tuple(_footer(ruleset)),
    )


def _header(ruleset: Ruleset) -> Iterator[str]:
    if ruleset.notice is not None:
        yield ruleset.notice
    yield f"LGD: {ruleset.lgd}, zakres: {ruleset.scope}"
    yield f"Status: {STATUS_NAMES[ruleset.status]}, od {polish.day(ruleset.in_force_from)}"
    if ruleset.adopted_by is not None:
        yield f"Akt: {ruleset.adopted_by.title}"
        if ruleset.adopted_by.href is not None:
            yield f"Źródło: {ruleset.adopted_by.href}"
        if (consent := ruleset.adopted_by.consent) is not None:
            yield f"Zgoda: {consent.body}, {polish.day(consent.date)}"


def _footer(ruleset: Ruleset) -> Iterator[str]:
    yield f"Maksimum wynosi {polish.with_points(ruleset.highest)}."
    yield _minimum(ruleset)
    yield from _ties(ruleset)
    for gap in ruleset.gaps:
        yield f"Luka w źródle: {gap}"
    for text in ruleset.texts:
        yield f"Plik {text.name}, SHA-256 {text.sha256}"


def _minimum(ruleset: Ruleset) -> str:
    required = ruleset.minimum.required(ruleset.highest)
    if required is None:
        return f"Minimum nie jest znane: {ruleset.minimum.unknown}."
    said = f"Minimum wynosi {polish.with_points(required)}"
    share = _share(ruleset.minimum)
    return f"{said} ({share})." if share else f"{said}."


def _share(minimum: Minimum) -> str | None:
    if minimum.percent is None:
        return None
    share = f"{polish.percent(minimum.percent)} maksimum"
    if minimum.raise_to_step is None:
        return share
    step = polish.points(exact(minimum.raise_to_step))
    raised = "pełnego punktu" if step == "1" else f"wielokrotności {step} pkt"
    return f"{share}, w górę do {raised}"


def _ties(ruleset: Ruleset) -> Iterator[str]:
    """Say in order what decides between equal points."""
    names = {one.id: one.name for one in ruleset.criteria}
    for position, rule in enumerate(ruleset.ties, start=1):
        if rule.criterion is not None:
            more = "więcej" if rule.prefer == "higher" else "mniej"
            step = f"wyżej operacja, która ma {more} punktów w „{names[rule.criterion]}”"
        else:
            step = _tie_by_fact(rule, ruleset.catalogue[rule.fact or ""])
        yield f"Przy równej liczbie punktów {position}: {step}."
    if ruleset.still_tied == "council_vote":
        yield "Gdy i to nie rozstrzyga, kolejność ustala głosowanie Rady."


_PREFERRED = {
    "higher": "wyżej większa wartość",
    "lower": "wyżej mniejsza wartość",
    "earlier": "wyżej wcześniejszy termin",
    "later": "wyżej późniejszy termin",
}


def _tie_by_fact(rule: TieRule, fact: Fact) -> str:
    preferred = _PREFERRED[rule.prefer]
    if fact.type is FactType.YES_NO:
        preferred = f"wyżej „{'tak' if rule.prefer == 'higher' else 'nie'}”"
    return f"{fact.name} – {preferred}"


def _lines(criterion: Criterion, catalogue: Catalogue) -> Iterator[str]:
    if criterion.description is not None:
        yield criterion.description
    yield from (_row(row) for row in criterion.rows(catalogue))
    yield from _rules(criterion, catalogue)
    if isinstance(criterion, Parts):
        for part in criterion.parts:
            yield from (f"{part.name}: {line}" for line in _rules(part, catalogue))
    if criterion.evidence is not None:
        yield f"Weryfikacja: {criterion.evidence}"
    if criterion.source is not None:
        yield f"Źródło: {criterion.source}"


def _row(row: Row) -> str:
    return f"{row.text} – {row.points} pkt" if row.points else row.text


def _rules(criterion: Criterion, catalogue: Catalogue) -> Iterator[str]:
    """Say the modifiers, and what the source leaves open."""
    if criterion.weight != 1:
        yield f"Waga: {polish.number(criterion.weight)}"
    if criterion.minimum is not None:
        yield f"Minimum w kryterium: {polish.number(criterion.minimum)} pkt"
    if criterion.applies_to is not None:
        shrinks = criterion.when_not_applicable == "shrink_maximum"
        then = "maksimum wniosku jest mniejsze" if shrinks else "maksimum się nie zmienia"
        yield f"Dotyczy, gdy: {criterion.applies_to.sentence(catalogue)}; inaczej {then}"
    if criterion.when is not None:
        yield f"Punkty tylko wtedy, gdy: {criterion.when.sentence(catalogue)}"
    if criterion.gap is not None:
        yield f"Luka: {criterion.gap}"
