"""The ranking list as plain data."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal

from scoring import polish
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import call_warnings, reasons
from scoring.read_aloud import tie_words
from scoring.value import Value
from templates.base.entry import (
    NONE,
    Entry,
    applications,
    entry,
    points,
    total_granted,
    total_requested,
    unsummed,
)
from templates.base.finding import Found, found_of_call
from templates.base.frame import Frame, Variant, frame
from templates.base.rules_text import (
    approximation_note,
    minimum_of,
    money_figures,
    policy_text,
)
from templates.base.signature import deciders
from templates.ranking_list.line import ALL_FIT, Boundary, boundary

TITLE = "Lista rankingowa operacji"
COLUMNS_OF_A_TABLE = 12
"""How many criteria stand side by side before the table of points goes on in another one."""

EQUAL_NOTE = (
    "ex aequo – wynik równy po zastosowaniu wszystkich reguł kolejności; operacje te dzielą "
    "miejsce, a ich kolejność na liście (według znaku sprawy) nie ma znaczenia."
)


class Row(Value):
    """An operation on the list; ``running`` is the sum of the amounts set down to here.

    ``mark`` says of one that stands on the wrong side of the line whether it fits the limit.
    """

    kind: Literal["operation"] = "operation"
    place: str
    equal: bool
    mark: str | None = None
    entry: Entry
    running: str


class Line(Value):
    """A line drawn across the list: the limit, the minimum, the undecided."""

    kind: Literal["limit", "minimum", "undecided"]
    text: str


class PointsRow(Value):
    """The points of one operation in each criterion of a table."""

    number: str
    applicant: str
    points: tuple[str, ...]


class PointsTable(Value):
    """Points in up to twelve criteria; ``legend`` names them in order."""

    heads: tuple[str, ...]
    legend: tuple[str, ...]
    maxima: tuple[str, ...]
    operations: tuple[PointsRow, ...]


class Reason(Value):
    """Why an operation does not get what it asked for."""

    number: str
    applicant: str
    sentences: tuple[str, ...]


class View(Value):
    """Everything on the ranking list."""

    frame: Frame
    internal: bool
    figures: tuple[tuple[str, str], ...]
    counted: str
    policy: str
    all_fit: str | None = None
    ties: tuple[str, ...]
    rows: tuple[Row | Line, ...]
    unsummed: str = ""
    requested: str
    granted: str
    equal_note: str | None
    approximate: str | None
    points_tables: tuple[PointsTable, ...]
    reasons: tuple[Reason, ...]
    signatures: tuple[str, ...]
    of_call: tuple[Found, ...] = ()


def view(decision: Decision, version: int, variant: Variant) -> View:
    """Return the list; the public variant has neither personal facts nor what follows from them."""
    listed = listed_in(decision)
    ranked = [one for one in listed if one.rank is not None]
    internal = variant == "internal"
    rows = tuple(_rows(decision, listed, variant))
    tables = tuple(_tables(decision, listed)) if internal and listed else ()
    shown = [row.entry.points for row in rows if isinstance(row, Row)]
    shown += [text for table in tables for one in table.operations for text in one.points]
    return View(
        frame=frame(decision, version, TITLE, variant, warnings=tuple(call_warnings(decision))),
        internal=internal,
        figures=_figures(decision),
        counted=_counted(decision),
        policy=policy_text(decision.call),
        all_fit=ALL_FIT if ranked and boundary(decision, ranked) is None else None,
        ties=tie_words(decision.ruleset),
        rows=rows,
        unsummed=unsummed(listed),
        requested=total_requested(listed),
        granted=total_granted(listed),
        equal_note=EQUAL_NOTE if any(isinstance(row, Row) and row.equal for row in rows) else None,
        approximate=approximation_note(decision.call, shown),
        points_tables=tables,
        reasons=tuple(_reasons(decision, listed)) if internal else (),
        signatures=deciders(decision.call),
        of_call=found_of_call(decision) if variant == "internal" else (),
    )


def listed_in(decision: Decision) -> list[Assessment]:
    """Leave out who was never scored: stopped at the gate, or withdrawn."""
    never = (Outcome.NOT_ELIGIBLE, Outcome.WITHDRAWN)
    return [one for one in decision.assessments if one.outcome not in never]


def _figures(decision: Decision) -> tuple[tuple[str, str], ...]:
    return (
        *money_figures(decision),
        ("Minimum", minimum_of(decision)),
        ("Maksimum", polish.with_points(decision.ruleset.highest)),
    )


_COUNTED = {
    Outcome.SELECTED: ("wybrany w limicie", "wybrane w limicie", "wybranych w limicie"),
    Outcome.SELECTED_OUTSIDE_LIMIT: (
        "wybrany poza limitem",
        "wybrane poza limitem",
        "wybranych poza limitem",
    ),
    Outcome.BELOW_MINIMUM: ("poniżej minimum",) * 3,
    Outcome.UNDECIDED: ("nierozstrzygnięty", "nierozstrzygnięte", "nierozstrzygniętych"),
    Outcome.NOT_ELIGIBLE: (
        "niespełniający warunków",
        "niespełniające warunków",
        "niespełniających warunków",
    ),
    Outcome.WITHDRAWN: ("wycofany", "wycofane", "wycofanych"),
}


def _counted(decision: Decision) -> str:
    """Account for every application in one sentence."""
    said = [
        polish.plural(len(found), *words)
        for outcome, words in _COUNTED.items()
        if (found := decision.of(outcome))
    ]
    whole = f"W naborze: {applications(len(decision.assessments))}"
    return f"{whole}, w tym {', '.join(said)}." if said else f"{whole}."


def _rows(
    decision: Decision, listed: Sequence[Assessment], variant: Variant
) -> Iterator[Row | Line]:
    ranked = [one for one in listed if one.rank is not None]
    below = [one for one in listed if one.outcome is Outcome.BELOW_MINIMUM]
    waiting = [one for one in listed if one not in ranked and one not in below]
    line = boundary(decision, ranked)
    rows = list(_operations(decision, listed, variant, line))
    above = len(ranked) if line is None else line.above
    yield from rows[:above]
    if line is not None:
        yield Line(kind="limit", text=line.text)
    yield from rows[above : len(ranked)]
    if below:
        yield Line(kind="minimum", text=f"minimum punktowe: {minimum_of(decision)}")
        yield from rows[len(ranked) : len(ranked) + len(below)]
    if waiting:
        yield Line(kind="undecided", text="nierozstrzygnięte – bez miejsca na liście")
        yield from rows[len(ranked) + len(below) :]


def _operations(
    decision: Decision, listed: Sequence[Assessment], variant: Variant, line: Boundary | None
) -> Iterator[Row]:
    ranks = [one.rank for one in listed]
    sums = accumulate(one.granted or 0 for one in listed)
    for position, (one, running) in enumerate(zip(listed, sums, strict=True)):
        yield Row(
            place=NONE if one.rank is None else str(one.rank),
            equal=one.rank is not None and ranks.count(one.rank) > 1,
            mark=None if line is None else line.mark(one, position),
            entry=entry(decision, one, variant),
            running=polish.money(running) if one.granted else NONE,
        )


def _tables(decision: Decision, listed: Sequence[Assessment]) -> Iterator[PointsTable]:
    """Lay the points out by criterion, in several tables where there are many criteria."""
    criteria = decision.ruleset.criteria
    for start in range(0, len(criteria), COLUMNS_OF_A_TABLE):
        some = criteria[start : start + COLUMNS_OF_A_TABLE]
        end = start + len(some)
        yield PointsTable(
            heads=tuple(f"K{position}" for position in range(start + 1, end + 1)),
            legend=tuple(one.name for one in some),
            maxima=tuple(points(one.maximum) for one in some),
            operations=tuple(_points_row(one, start, end) for one in listed),
        )


def _points_row(one: Assessment, start: int, end: int) -> PointsRow:
    return PointsRow(
        number=one.application.number,
        applicant=one.application.applicant,
        points=tuple(
            points(score.points) if score.applies else "n.d." for score in one.scores[start:end]
        ),
    )


def _reasons(decision: Decision, listed: Sequence[Assessment]) -> Iterator[Reason]:
    for one in listed:
        if one.outcome is not Outcome.SELECTED or one.granted != one.application.requested:
            yield Reason(
                number=one.application.number,
                applicant=one.application.applicant,
                sentences=tuple(reasons(decision, one)),
            )
