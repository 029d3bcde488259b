"""The list of operations that were not selected, as plain data."""

from collections.abc import Iterable, Iterator

from scoring.answer import Finding
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import reasons
from scoring.ruleset import Ruleset
from scoring.value import Value
from templates.base.entry import Entry, entry, operations, personal, total_requested, unsummed
from templates.base.frame import Frame, Variant, frame
from templates.base.rules_text import approximation_note, minimum_of
from templates.base.signature import deciders

TITLE = "Lista operacji niewybranych do finansowania"


NEUTRAL_CONDITION = "Nie spełniono jednego z warunków ogłoszenia."
NEUTRAL_CRITERION = "Nie osiągnięto minimum wymaganego w jednym z kryteriów."
"""What is published where a name would tell something of a person."""


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
    found = listed_in(decision)
    waiting = decision.of(Outcome.UNDECIDED) if internal else []
    rows = tuple(_not_selected(decision, one, variant) for one in found)
    shown = [row.entry.points for row in rows] + [text for row in rows for text in row.reasons]
    return View(
        frame=frame(decision, version, TITLE, variant),
        internal=internal,
        minimum=minimum_of(decision),
        not_selected=rows,
        counted=f"{operations(len(found))}{unsummed(found)}",
        requested=total_requested(found),
        undecided=tuple(_not_selected(decision, one, variant) for one in waiting),
        approximate=approximation_note(decision.call, shown),
        signatures=deciders(decision.call),
    )


def listed_in(decision: Decision) -> list[Assessment]:
    """Tell the operations that the list names in public."""
    return decision.of(Outcome.BELOW_MINIMUM, Outcome.NOT_ELIGIBLE)


def _not_selected(decision: Decision, one: Assessment, variant: Variant) -> NotSelected:
    said = _in_public(decision, one) if variant == "public" else reasons(decision, one)
    return NotSelected(entry=entry(decision, one, variant), reasons=tuple(said))


def _in_public(decision: Decision, one: Assessment) -> Iterator[str]:
    """Say why, without a word of what was read, and naming nothing that reads a personal fact."""
    if one.outcome is Outcome.NOT_ELIGIBLE:
        failed = [finding for finding in one.findings if finding.stops]
        yield from dict.fromkeys(_condition(finding, decision.ruleset) for finding in failed)
        return
    yield reasons(decision, one)[0]
    yield from dict.fromkeys(_too_low(decision.ruleset, one))


def _condition(finding: Finding, ruleset: Ruleset) -> str:
    if _reads_personal(finding.facts, ruleset):
        return NEUTRAL_CONDITION
    return f"Niespełniony warunek: {finding.name}. Podstawa: {finding.source}."


def _too_low(ruleset: Ruleset, one: Assessment) -> Iterator[str]:
    """Name criteria only where none is personal: else the one left unnamed would be known."""
    neutral = any(_reads_personal(each.facts_read(), ruleset) for each in ruleset.criteria)
    for criterion, score in zip(ruleset.criteria, one.scores, strict=True):
        if any(found.too_low for found in (score, *score.parts)):
            yield (
                NEUTRAL_CRITERION
                if neutral
                else f"Nie osiągnięto minimum w kryterium „{criterion.name}”."
            )


def _reads_personal(facts: Iterable[str], ruleset: Ruleset) -> bool:
    return any(personal(fact, ruleset.catalogue) for fact in facts)
