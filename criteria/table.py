"""The set of criteria read aloud: plain text, ready for the screen and for the LSR's annex."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring import polish
from scoring.facts import Catalogue, Fact, FactType
from scoring.numbers import exact
from scoring.points import Criterion
from scoring.points.base import Row
from scoring.points.parts import Parts
from scoring.ruleset import STATUS_NAMES, Adoption, Minimum, Ruleset, TieRule


@dataclass(frozen=True, slots=True)
class CriterionText:
    """One criterion as it is printed. ``number`` counts from 1; what is absent is ``None``.

    ``applies`` and ``when`` are sentences; ``minimum`` is the one within the criterion.
    """

    number: int
    id: str
    name: str
    description: str | None
    rows: tuple[Row, ...]
    maximum: str
    weight: str | None
    minimum: str | None
    applies: str | None
    when: str | None
    source: str | None
    evidence: str | None
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriteriaText:
    """A set of criteria as it is printed: what it is, its criteria, its rules and its gaps."""

    title: str
    lgd: str
    scope: str
    status: str
    notice: str | None
    in_force_from: str
    adopted_by: str | None
    href: str | None
    consent: str | None
    maximum: str
    minimum: str
    ties: tuple[str, ...]
    gaps: tuple[str, ...]
    criteria: tuple[CriterionText, ...]
    sha256: str


def read_aloud(ruleset: Ruleset) -> CriteriaText:
    """Return the set as text in Polish, all numbers and dates written as Poles write them."""
    adoption = ruleset.adopted_by
    return CriteriaText(
        title=ruleset.title,
        lgd=ruleset.lgd,
        scope=ruleset.scope,
        status=STATUS_NAMES[ruleset.status],
        notice=ruleset.notice,
        in_force_from=polish.day(ruleset.in_force_from),
        adopted_by=None if adoption is None else adoption.title,
        href=None if adoption is None else adoption.href,
        consent=_consent(adoption),
        maximum=polish.with_points(ruleset.highest),
        minimum=_minimum(ruleset),
        ties=tuple(_ties(ruleset)),
        gaps=ruleset.gaps,
        criteria=tuple(
            _criterion(number, one, ruleset.catalogue)
            for number, one in enumerate(ruleset.criteria, start=1)
        ),
        sha256=ruleset.sha256,
    )


def _consent(adoption: Adoption | None) -> str | None:
    if adoption is None or adoption.consent is None:
        return None
    return f"{adoption.consent.body}, {polish.day(adoption.consent.date)}"


def _minimum(ruleset: Ruleset) -> str:
    minimum = ruleset.minimum
    required = minimum.required(ruleset.highest)
    if required is None:
        return f"Minimum nie jest znane: {minimum.unknown}."
    said = f"Minimum wynosi {polish.with_points(required)}"
    share = _share(minimum)
    return f"{said} ({share})." if share else f"{said}."


def _share(minimum: Minimum) -> str | None:
    if minimum.percent is None:
        return None
    share = f"{polish.percent(minimum.percent)} maksimum wniosku"
    if minimum.raise_to_step is None:
        return share
    step = exact(minimum.raise_to_step)
    return f"{share}, w górę do {_step(polish.points(step))}"


def _step(points: str) -> str:
    return "pełnego punktu" if points == "1" else f"wielokrotności {points} pkt"


def _ties(ruleset: Ruleset) -> Iterator[str]:
    """Say in order what decides between equal points."""
    names = {one.id: one.name for one in ruleset.criteria}
    for rule in ruleset.ties:
        if rule.criterion is not None:
            more = "więcej" if rule.prefer == "higher" else "mniej"
            yield f"Pierwszeństwo ma operacja, która dostała {more} punktów w kryterium „{names[rule.criterion]}”."
        else:
            yield _tie_by_fact(rule, ruleset.catalogue[rule.fact or ""])
    if ruleset.still_tied == "council_vote":
        yield "Gdy i to nie rozstrzyga, kolejność ustala głosowanie Rady."


_PREFERRED = {
    "higher": "wyższa wartość",
    "lower": "niższa wartość",
    "earlier": "wcześniejszy termin",
    "later": "późniejszy termin",
}


def _tie_by_fact(rule: TieRule, fact: Fact) -> str:
    if fact.type is FactType.YES_NO:
        preferred = "odpowiedź „tak”" if rule.prefer == "higher" else "odpowiedź „nie”"
    else:
        preferred = _PREFERRED[rule.prefer]
    return f"{fact.name}: pierwszeństwo ma {preferred}."


def _criterion(number: int, criterion: Criterion, catalogue: Catalogue) -> CriterionText:
    return CriterionText(
        number=number,
        id=criterion.id,
        name=criterion.name,
        description=criterion.description,
        rows=tuple(criterion.rows(catalogue)),
        maximum=polish.points(criterion.maximum),
        weight=None if criterion.weight == 1 else polish.number(criterion.weight),
        minimum=None if criterion.minimum is None else polish.number(criterion.minimum),
        applies=_applies(criterion, catalogue),
        when=_when(criterion, catalogue),
        source=criterion.source,
        evidence=criterion.evidence,
        gaps=tuple(_gaps(criterion)),
    )


def _applies(criterion: Criterion, catalogue: Catalogue) -> str | None:
    if criterion.applies_to is None:
        return None
    said = f"Dotyczy wniosków, w których: {criterion.applies_to.sentence(catalogue)}"
    if criterion.when_not_applicable == "shrink_maximum":
        return f"{said}. W pozostałych nie wlicza się do maksimum."
    return f"{said}. W pozostałych maksimum się nie zmienia."


def _when(criterion: Criterion, catalogue: Catalogue) -> str | None:
    if criterion.when is None:
        return None
    return f"Punkty tylko wtedy, gdy: {criterion.when.sentence(catalogue)}."


def _gaps(criterion: Criterion) -> Iterator[str]:
    for one in (criterion, *(criterion.parts if isinstance(criterion, Parts) else ())):
        if one.gap is not None:
            yield one.gap
