"""The assessment card of one application as plain data."""

from collections.abc import Iterator
from fractions import Fraction

from scoring import polish
from scoring.decision import Assessment, Decision
from scoring.explain import OUTCOME_NAMES, reasons
from scoring.facts import Catalogue
from scoring.numbers import Points, exact
from scoring.points import Criterion
from scoring.points.case import Score
from scoring.points.judged import Judged
from scoring.points.parts import Parts
from scoring.population import evidence
from scoring.value import Value
from templates.base.entry import NONE, Entry, entry, points
from templates.base.finding import found
from templates.base.frame import Frame, frame
from templates.base.indicator import Planned, planned, why_none
from templates.base.person import by_surname, days_of
from templates.base.rules_text import approximation_note
from templates.base.signature import TWO_CHECKERS

TITLE = "Karta oceny operacji według lokalnych kryteriów wyboru"
ROWS_SHOWN = 8
"""Of a longer table of points the card tells only how long it is; the annex prints it whole."""


class Condition(Value):
    """A condition of the gate and what was found."""

    name: str
    verdict: str
    finding: str
    source: str


class Opinion(Value):
    """What one member gave and why; ``excluded`` cards do not count."""

    member: str
    part: str | None
    points: str
    justification: str | None
    excluded: bool


class Scored(Value):
    """A criterion with its points, as the columns of the card."""

    name: str
    description: str | None
    scale: tuple[tuple[str, str], ...]
    possible: str
    given: str
    weight: str
    result: str
    evidence: str
    reason: str
    opinions: tuple[Opinion, ...]


class View(Value):
    """Everything on the card.

    ``population`` says which numbers of inhabitants the sources give, and which was taken.
    """

    frame: Frame
    entry: Entry
    sitting: str | None = None
    indicators: tuple[Planned, ...] = ()
    no_indicators: str
    conditions: tuple[Condition, ...]
    not_applicable: str | None = None
    criteria: tuple[Scored, ...]
    population: str | None = None
    total: str
    maximum: str
    minimum: str
    place: str
    outcome: str
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    approximate: str | None
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, one: Assessment) -> View:
    """Return the card of one application."""
    catalogue = decision.ruleset.catalogue
    criteria = tuple(_criteria(decision, one))
    shown = [text for row in criteria for text in (row.given, row.result, row.reason)]
    return View(
        frame=frame(decision, version, TITLE, "internal"),
        entry=entry(decision, one, "internal"),
        sitting=_sitting(decision),
        indicators=planned(decision.call, one.application),
        no_indicators=why_none(decision.call),
        conditions=tuple(
            Condition(
                name=finding.name,
                verdict=found(finding).verdict,
                finding=finding.sentence,
                source=finding.source,
            )
            for finding in one.findings
            if finding.verdict != "not_applicable"
        ),
        not_applicable=_not_applicable(one),
        criteria=criteria,
        population=evidence(one.application, decision.call),
        total=points(one.points),
        maximum=points(one.maximum),
        minimum=points(one.minimum),
        place=NONE if one.rank is None else str(one.rank),
        outcome=OUTCOME_NAMES[one.outcome],
        reasons=() if one.missing else tuple(reasons(decision, one)),
        missing=_missing(one, catalogue),
        approximate=approximation_note(decision.call, shown),
        signatures=TWO_CHECKERS,
    )


def _sitting(decision: Decision) -> str | None:
    """Tell at which sitting the council assessed the operation."""
    held = decision.sitting
    return None if held is None else f"nr {held.sitting.number}, {days_of(held)}"


def _not_applicable(one: Assessment) -> str | None:
    """Name the conditions without bearing on the operation: sheet 3b tells why."""
    names = [finding.name for finding in one.findings if finding.verdict == "not_applicable"]
    return f"Nie dotyczy (powody w arkuszu 3b): {'; '.join(names)}." if names else None


def _missing(one: Assessment, catalogue: Catalogue) -> tuple[str, ...]:
    sentences = [missing.sentence(catalogue) for missing in one.missing]
    return tuple(f"{sentence[:1].upper()}{sentence[1:]}." for sentence in sentences)


def _criteria(decision: Decision, one: Assessment) -> Iterator[Scored]:
    """Go through the criteria that were scored; whoever was stopped before has none."""
    catalogue = decision.ruleset.catalogue
    for criterion, score in zip(decision.ruleset.criteria, one.scores, strict=bool(one.scores)):
        yield Scored(
            name=criterion.name,
            description=criterion.description,
            scale=_scale(criterion, catalogue),
            possible=polish.points(criterion.highest),
            given=_given(criterion, score),
            weight=polish.number(criterion.weight),
            result=points(score.points) if score.applies else "nie dotyczy",
            evidence=criterion.evidence or NONE,
            reason=criterion.explain(score, one.application.facts, catalogue),
            opinions=tuple(_opinions(decision, one, criterion)),
        )


def _given(criterion: Criterion, score: Score) -> str:
    """Write the points before the weight."""
    if score.points is None:
        return NONE
    before: Points = exact(Fraction(score.points) / Fraction(criterion.weight))
    return polish.points(before)


def _scale(criterion: Criterion, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    rows = tuple((row.text, row.points) for row in criterion.rows(catalogue))
    if len(rows) <= ROWS_SHOWN:
        return rows
    count = polish.plural(len(rows), "wiersz", "wiersze", "wierszy")
    return ((f"według tabeli punktów w kryteriach ({count})", ""),)


def _opinions(decision: Decision, one: Assessment, criterion: Criterion) -> Iterator[Opinion]:
    """Quote the members' cards in a judged criterion, or in the judged parts of one."""
    whole = criterion.parts if isinstance(criterion, Parts) else (criterion,)
    judged = [part for part in whole if isinstance(part, Judged)]
    for part in judged:
        reviewed = decision.reviewed(one.application.number, part.id)
        cards = decision.cards_of(one.application.number) if reviewed is None else reviewed
        for card in sorted(cards, key=lambda card: by_surname(card.member)):
            given = card.points.get(part.id)
            if given is None and not card.excluded:
                continue
            yield Opinion(
                member=card.member,
                part=part.name if isinstance(criterion, Parts) else None,
                points=points(given),
                justification=card.justifications.get(part.id),
                excluded=card.excluded,
            )
