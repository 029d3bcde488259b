"""A set of criteria as the annex of the strategy (LSR), as plain data."""

from scoring import polish
from scoring.decision import Decision
from scoring.facts import Catalogue
from scoring.points import Criterion
from scoring.read_aloud import head_of, terms_of, tie_words
from scoring.ruleset import Ruleset
from scoring.value import Value
from templates.base.entry import NONE
from templates.base.frame import Frame, frame, frame_of_criteria

TITLE = "Lokalne kryteria wyboru operacji"


class Annexed(Value):
    """A criterion with its whole table of points; ``terms`` say what limits it."""

    name: str
    description: str | None
    scale: tuple[tuple[str, str], ...]
    terms: tuple[str, ...]
    maximum: str
    weight: str
    evidence: str
    source: str


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
        facts=tuple(head_of(ruleset)),
        criteria=tuple(_annexed(one, ruleset.catalogue) for one in ruleset.criteria),
        maximum=polish.points(ruleset.highest),
        ties=tie_words(ruleset),
        gaps=ruleset.gaps,
    )


def _annexed(criterion: Criterion, catalogue: Catalogue) -> Annexed:
    return Annexed(
        name=criterion.name,
        description=criterion.description,
        scale=tuple((row.text, row.points) for row in criterion.rows(catalogue)),
        terms=tuple(terms_of(criterion, catalogue)),
        maximum=polish.points(criterion.maximum),
        weight=polish.number(criterion.weight),
        evidence=criterion.evidence or NONE,
        source=criterion.source or NONE,
    )
