"""What is missing of an application: what its applicant is asked for, what the office must do."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring import polish
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import reasons
from scoring.points.missing import Missing, WhyMissing

OF_AID = "wyliczenie kwoty pomocy"
"""What needs a thing that no condition and no criterion asks for."""

OF_MINIMUM = "minimum punktowe"
"""What needs the minimum that the criteria do not state."""

_CLOSED = (Outcome.NOT_ELIGIBLE, Outcome.WITHDRAWN)
"""What no answer would change any more."""

_ASKED = ("fact", "identity")
"""What an applicant can send: a fact, and the numbers by which people are told apart."""


_OF_COUNCIL: frozenset[WhyMissing] = frozenset(
    {"cards", "off_scale", "no_consensus", "no_majority", "vote", "vote_lost", "vote_invalid"}
)
"""What only members can give: their cards and their votes."""


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


@dataclass(frozen=True, slots=True)
class Waiting:
    """What an undecided application waits for, in sentences, by who can supply it.

    ``applicant``: what the application should say; ``office``: what the office finds out itself;
    ``council``: cards, votes, and the order of equals.
    """

    application: str
    applicant: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    council: tuple[str, ...] = ()


def waiting(decision: Decision) -> tuple[Waiting, ...]:
    """Tell of every undecided application, by case number, what it waits for."""
    undecided = decision.of(Outcome.UNDECIDED)
    ordered = sorted(undecided, key=lambda one: polish.natural(one.application.number))
    return tuple(_waiting(decision, one) for one in ordered)


def _waiting(decision: Decision, one: Assessment) -> Waiting:
    """Part the reasons: first stands a sentence for each missing thing, then what the limit asks."""
    told = reasons(decision, one)
    asked = [_is_asked(missing, decision) for missing in one.missing]
    of_council = [missing.why in _OF_COUNCIL for missing in one.missing]
    rest = len(told) - len(one.missing)
    consent = one.fit is not None and one.fit.why == "asks"
    asked += [consent] * rest
    of_council += [not consent] * rest
    parted = tuple(zip(told, asked, of_council, strict=True))
    return Waiting(
        one.application.number,
        applicant=tuple(said for said, mine, _ in parted if mine),
        office=tuple(said for said, mine, council in parted if not mine and not council),
        council=tuple(said for said, mine, council in parted if council and not mine),
    )
