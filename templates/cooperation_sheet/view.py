"""The assessment sheet of a cooperation project (sub-measure 19.3) as plain data."""

from collections.abc import Iterator

from scoring import polish
from scoring.decision import Assessment, Decision
from scoring.explain import OUTCOME_NAMES, call_warnings, reasons
from scoring.polish import capital
from scoring.read_aloud import minimum_words
from scoring.value import Value
from templates.base.aid import AidShown, aid_shown
from templates.base.entry import NONE, UNKNOWN, Entry, entry, points
from templates.base.finding import Found, found, found_of_call
from templates.base.frame import Frame, frame
from templates.base.rules_text import approximation_note
from templates.base.signature import BOARD

TITLE = "Karta oceny projektu współpracy"
SUBMEASURE = "poddziałanie 19.3 „Przygotowanie i realizacja działań w zakresie współpracy z LGD”"

PROJECT = (
    "project_reach",
    "foreign_partners",
    "project_form",
    "foreseen_in_lsr",
    "total_cost",
    "eligible_cost",
    "requested",
)
"""What is told of the project itself."""


class Scored(Value):
    """A national criterion with its points and why."""

    name: str
    possible: str
    result: str
    reason: str
    source: str


class Share(Value):
    """The share of one LGD in the project, and the 5 % of its strategy's support (K9)."""

    lgd: str
    amount: str
    support: str
    percent: str
    verdict: str


class View(Value):
    """Everything on the sheet; ``shares`` stand empty while nobody has stated them."""

    frame: Frame
    submeasure: str
    entry: Entry
    project: tuple[tuple[str, str], ...]
    partners: tuple[str, ...]
    conditions: tuple[Found, ...]
    criteria: tuple[Scored, ...]
    total: str
    maximum: str
    minimum: str
    of_call: tuple[Found, ...]
    aid: AidShown | None
    shares: tuple[Share, ...] = ()
    place: str
    outcome: str
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    approximate: str | None
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, one: Assessment) -> View:
    """Return the sheet of one project."""
    catalogue = decision.ruleset.catalogue
    criteria = tuple(_criteria(decision, one))
    shown = [text for row in criteria for text in (row.result, row.reason)]
    warnings = tuple(call_warnings(decision))
    return View(
        frame=frame(decision, version, TITLE, "internal", moves=False, warnings=warnings),
        submeasure=SUBMEASURE,
        entry=entry(decision, one, "internal"),
        project=tuple(_project(decision, one)),
        partners=tuple(partner.party.name for partner in one.application.partners),
        conditions=tuple(found(each, one.application) for each in one.findings),
        criteria=criteria,
        total=points(one.points),
        maximum=points(one.maximum),
        minimum=_minimum(decision, one),
        of_call=found_of_call(decision),
        aid=aid_shown(decision, one),
        place=NONE if one.rank is None else str(one.rank),
        outcome=OUTCOME_NAMES[one.outcome],
        reasons=() if one.missing else tuple(reasons(decision, one)),
        missing=tuple(f"{capital(each.sentence(catalogue))}." for each in one.missing),
        approximate=approximation_note(decision.call, shown),
        signatures=BOARD,
    )


def _minimum(decision: Decision, one: Assessment) -> str:
    """Write the minimum that the project is tested against; as the criteria say it till then."""
    if one.minimum is None:
        return minimum_words(decision.ruleset.minimum, decision.ruleset.highest)
    return polish.with_points(one.minimum)


def _project(decision: Decision, one: Assessment) -> Iterator[tuple[str, str]]:
    catalogue = decision.ruleset.catalogue
    for name in PROJECT:
        if name in catalogue:
            value = one.application.facts.get(name)
            yield catalogue[name].name, UNKNOWN if value is None else catalogue[name].show(value)


def _criteria(decision: Decision, one: Assessment) -> Iterator[Scored]:
    """Go through the criteria that were scored; whoever was stopped before has none."""
    catalogue = decision.ruleset.catalogue
    for criterion, score in zip(decision.ruleset.criteria, one.scores, strict=bool(one.scores)):
        yield Scored(
            name=criterion.name,
            possible=polish.points(criterion.highest),
            result=points(score.points) if score.applies else "nie dotyczy",
            reason=criterion.explain(score, catalogue),
            source=criterion.source or NONE,
        )
