"""The list of operations that were not selected, as plain data."""

from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import reasons
from scoring.value import Value
from templates.base.entry import Entry, entry, operations, total_requested
from templates.base.frame import Frame, Variant, frame
from templates.base.rules_text import approximation_note, minimum_of
from templates.base.signature import COUNCIL

TITLE = "Lista operacji niewybranych do finansowania"


class NotSelected(Value):
    """An operation that was not selected, and why."""

    entry: Entry
    reasons: tuple[str, ...]


class View(Value):
    """Everything on the list. ``undecided`` are neither selected nor not; internal only."""

    frame: Frame
    internal: bool
    minimum: str
    not_selected: tuple[NotSelected, ...]
    counted: str
    requested: str
    undecided: tuple[NotSelected, ...]
    approximate: str | None
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, variant: Variant) -> View:
    """Return the list: first those below the minimum, then those that failed the conditions."""
    internal = variant == "internal"
    found = decision.of(Outcome.BELOW_MINIMUM, Outcome.NOT_ELIGIBLE)
    waiting = decision.of(Outcome.UNDECIDED) if internal else []
    rows = tuple(_not_selected(decision, one, variant) for one in found)
    shown = [row.entry.points for row in rows] + [text for row in rows for text in row.reasons]
    return View(
        frame=frame(decision, version, TITLE, variant),
        internal=internal,
        minimum=minimum_of(decision),
        not_selected=rows,
        counted=operations(len(found)),
        requested=total_requested(found),
        undecided=tuple(_not_selected(decision, one, variant) for one in waiting),
        approximate=approximation_note(decision.call, shown),
        signatures=COUNCIL,
    )


def _not_selected(decision: Decision, one: Assessment, variant: Variant) -> NotSelected:
    return NotSelected(
        entry=entry(decision, one, variant), reasons=tuple(_reasons(decision, one, variant))
    )


def _reasons(decision: Decision, one: Assessment, variant: Variant) -> list[str]:
    """Say why; in public only which condition failed, for the rest may speak of a person."""
    if variant == "public" and one.outcome is Outcome.NOT_ELIGIBLE:
        return [
            f"Niespełniony warunek: {finding.name}. Podstawa: {finding.source}."
            for finding in one.findings
            if finding.verdict == "not_met"
        ]
    return reasons(decision, one)
