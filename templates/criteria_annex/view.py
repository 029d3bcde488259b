"""A set of criteria as the annex of the strategy (LSR), as plain data."""

from collections.abc import Iterator

from scoring import polish
from scoring.decision import Decision
from scoring.facts import Catalogue
from scoring.points import Criterion
from scoring.points.parts import Parts
from scoring.ruleset import Ruleset
from scoring.value import Value
from templates.base.entry import NONE
from templates.base.frame import Frame, frame, frame_of_criteria
from templates.base.rules_text import evidence, minimum_text, tie_steps

TITLE = "Lokalne kryteria wyboru operacji"

STATUS_NAMES = {"adopted": "przyjęte", "model": "model", "proposal": "projekt"}


class Annexed(Value):
    """A criterion with its whole table of points; ``terms`` are its weight and conditions."""

    name: str
    description: str | None
    scale: tuple[tuple[str, str], ...]
    terms: tuple[str, ...]
    maximum: str
    weight: str
    evidence: str
    source: str
    gap: str | None


class View(Value):
    """Everything in the annex."""

    frame: Frame
    title: str
    facts: tuple[tuple[str, str], ...]
    criteria: tuple[Annexed, ...]
    maximum: str
    ties: tuple[str, ...]
    gaps: tuple[str, ...]


def view(decision: Decision, version: int) -> View:
    """Return the criteria of a call, under the call's heading."""
    return _view(decision.ruleset, frame(decision, version, TITLE, moves=False))


def view_alone(ruleset: Ruleset) -> View:
    """Return the criteria by themselves."""
    return _view(ruleset, frame_of_criteria(ruleset, TITLE))


def _view(ruleset: Ruleset, around: Frame) -> View:
    return View(
        frame=around,
        title=ruleset.title,
        facts=tuple(_facts(ruleset)),
        criteria=tuple(_annexed(one, ruleset.catalogue) for one in ruleset.criteria),
        maximum=polish.points(ruleset.highest),
        ties=tie_steps(ruleset),
        gaps=ruleset.gaps,
    )


def _facts(ruleset: Ruleset) -> Iterator[tuple[str, str]]:
    yield "Obowiązują od", polish.day(ruleset.in_force_from)
    yield "Status", STATUS_NAMES[ruleset.status]
    if ruleset.adopted_by is not None:
        yield "Akt", ruleset.adopted_by.title
        if ruleset.adopted_by.href is not None:
            yield "Źródło", ruleset.adopted_by.href
        if (consent := ruleset.adopted_by.consent) is not None:
            yield "Zgoda", f"{consent.body}, {polish.day(consent.date)}"
    yield "Maksimum", polish.with_points(ruleset.highest)
    yield "Minimum", minimum_text(ruleset.minimum)
    for text in ruleset.texts:
        yield "Plik", f"{text.name}, SHA-256 {text.sha256}"


def _annexed(criterion: Criterion, catalogue: Catalogue) -> Annexed:
    return Annexed(
        name=criterion.name,
        description=criterion.description,
        scale=tuple((row.text, row.points) for row in criterion.rows(catalogue)),
        terms=tuple(_all_terms(criterion, catalogue)),
        maximum=polish.points(criterion.maximum),
        weight=polish.number(criterion.weight),
        evidence=evidence(criterion, catalogue),
        source=criterion.source or NONE,
        gap=" ".join(_gaps(criterion)) or None,
    )


def _all_terms(criterion: Criterion, catalogue: Catalogue) -> Iterator[str]:
    yield from _terms(criterion, catalogue)
    if isinstance(criterion, Parts):
        for part in criterion.parts:
            yield from (f"{part.name} – {term}" for term in _terms(part, catalogue))


def _gaps(criterion: Criterion) -> Iterator[str]:
    parts = criterion.parts if isinstance(criterion, Parts) else ()
    yield from (one.gap for one in (criterion, *parts) if one.gap is not None)


def _terms(criterion: Criterion, catalogue: Catalogue) -> Iterator[str]:
    """Read the modifiers of a criterion aloud."""
    if criterion.applies_to is not None:
        keeps = criterion.when_not_applicable == "keep_maximum"
        then = "maksimum się nie zmienia" if keeps else "maksimum wniosku jest mniejsze"
        yield f"Dotyczy, gdy: {criterion.applies_to.sentence(catalogue)}; inaczej {then}."
    if criterion.when is not None:
        yield f"Punkty tylko wtedy, gdy: {criterion.when.sentence(catalogue)}."
    if criterion.minimum is not None:
        yield f"Minimum w kryterium: {polish.number(criterion.minimum)} pkt."
