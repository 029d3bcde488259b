"""The assessment sheet of a cooperation project (sub-measure 19.3) as plain data."""

from collections.abc import Iterator

from scoring import polish
from scoring.cooperation import SOURCES, cooperation_limits
from scoring.decision import Assessment, Decision
from scoring.explain import OUTCOME_NAMES, call_warnings, reasons
from scoring.polish import capital
from scoring.read_aloud import minimum_words
from scoring.value import Value
from templates.base.aid import AidShown, aid_shown
from templates.base.entry import NONE, UNKNOWN, Entry, entry, money, points
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
    """The share of one LGD in the project, beside the funds that its limit is counted from (K9).

    ``so_far`` is its aid for other projects, ``preparation`` that for preparation alone.
    """

    lgd: str
    amount: str
    funds_19_2: str
    funds_19_4: str
    so_far: str
    preparation: str
    verdict: str
    mark: str
    sentence: str


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
    basis: str | None = None
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
        shares=tuple(_shares(decision, one)),
        basis=_basis(decision, one),
        place=NONE if one.rank is None else str(one.rank),
        outcome=OUTCOME_NAMES[one.outcome],
        reasons=() if one.missing else tuple(reasons(decision, one)),
        missing=tuple(f"{capital(each.sentence(catalogue))}." for each in one.missing),
        approximate=approximation_note(decision.call, shown),
        signatures=BOARD,
    )


def _shares(decision: Decision, one: Assessment) -> Iterator[Share]:
    """Go through the LGDs of the project, each with what was found of its limit."""
    if decision.call.programme is None:
        return
    limits = cooperation_limits(one.application.lgds, decision.call.programme.cooperation_basis)
    for share, limit in zip(one.application.lgds, limits, strict=True):
        row = found(limit)
        yield Share(
            lgd=share.lgd,
            amount=money(share.share),
            funds_19_2=money(share.funds_19_2),
            funds_19_4=money(share.funds_19_4),
            so_far=money(share.projects_so_far),
            preparation=money(share.preparation_so_far),
            verdict=row.verdict,
            mark=row.mark,
            sentence=row.sentence,
        )


def _basis(decision: Decision, one: Assessment) -> str | None:
    """Say by whose wording the limits are counted."""
    if decision.call.programme is None or not one.application.lgds:
        return None
    return f"Limity liczono według: {SOURCES[decision.call.programme.cooperation_basis]}."


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
            reason=criterion.explain(score, one.application.facts, catalogue),
            source=criterion.source or NONE,
        )
