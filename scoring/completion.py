"""What is missing of an application: what its applicant is asked for, what the office must do."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.decision import Assessment, Decision, Outcome
from scoring.points.missing import Missing

OF_AID = "wyliczenie kwoty pomocy"
"""What needs a thing that no condition and no criterion asks for."""

OF_MINIMUM = "minimum punktowe"
"""What needs the minimum that the criteria do not state."""

_CLOSED = (Outcome.NOT_ELIGIBLE, Outcome.WITHDRAWN)
"""What no answer would change any more."""

_ASKED = ("fact", "identity")
"""What an applicant can send: a fact, and the numbers by which people are told apart."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A thing that is missing, and what needs it: conditions, criteria, or the amount of aid."""

    missing: Missing
    needed_for: tuple[str, ...]


def asked_of_applicant(decision: Decision, one: Assessment) -> list[Gap]:
    """Tell what the applicant is called to complete.

    Nobody is asked whose operation a condition has stopped, or who withdrew: no answer would
    change that. What the office finds out itself is never asked of an applicant.
    """
    if one.outcome in _CLOSED:
        return []
    return [gap for gap in gaps(decision, one) if _is_asked(gap.missing, decision)]


def left_to_office(decision: Decision, one: Assessment) -> list[Gap]:
    """Tell what the office or the council must do itself: rulings, cards, the history, rates.

    Nothing has to be done any more for an operation that a condition has stopped.
    """
    if one.outcome in _CLOSED:
        return []
    return [gap for gap in gaps(decision, one) if not _is_asked(gap.missing, decision)]


def gaps(decision: Decision, one: Assessment) -> list[Gap]:
    """Tell everything that is missing, each thing once, with all that needs it."""
    needed: dict[Missing, dict[str, None]] = {}
    for missing, what in _needs(decision, one):
        needed.setdefault(missing, {})[what] = None
    for missing in one.missing:
        needed.setdefault(missing, {OF_MINIMUM if missing.why == "minimum" else OF_AID: None})
    return [Gap(missing, tuple(what)) for missing, what in needed.items()]


def _needs(decision: Decision, one: Assessment) -> Iterator[tuple[Missing, str]]:
    """Go through the conditions, then the criteria, with what each of them lacks."""
    for finding in one.findings:
        for missing in finding.missing:
            yield missing, f"warunek „{finding.name}”"
    for criterion, score in zip(decision.ruleset.criteria, one.scores, strict=False):
        for missing in score.missing:
            yield missing, f"kryterium „{criterion.name}”"


def _is_asked(missing: Missing, decision: Decision) -> bool:
    if missing.why not in _ASKED:
        return False
    return missing.why != "fact" or not decision.ruleset.catalogue.fact(missing.detail).of_office
