"""The list of operations that meet the conditions, as plain data."""

from collections.abc import Iterable, Iterator, Sequence

from scoring.decision import Assessment, Decision, Outcome
from scoring.value import Value
from templates.base.entry import Entry, by_receipt, entry, operations, total_requested, unsummed
from templates.base.finding import verdict
from templates.base.frame import Frame, Variant, frame
from templates.base.signature import deciders

_PROW = (
    "Lista operacji zgodnych z LSR",
    "Operacje zgodne z ogłoszeniem o naborze wniosków oraz zgodne z LSR",
    "Operacje niezgodne z ogłoszeniem o naborze wniosków lub z LSR",
)
_PS_WPR = (
    "Lista operacji spełniających warunki udzielenia wsparcia",
    "Operacje spełniające warunki udzielenia wsparcia",
    "Operacje niespełniające warunków udzielenia wsparcia",
)
NAMES = {"2015": _PROW, "2019": _PROW, "2023": _PS_WPR}
"""By regime: the name of the list, of those on it, and of those that are not."""


class Checked(Value):
    """An operation with the conditions that it does not meet, or that are not known yet."""

    entry: Entry
    reasons: tuple[str, ...] = ()


class View(Value):
    """Everything on the list. Those that fail and those not known stand in the internal one."""

    frame: Frame
    internal: bool
    conditions: tuple[str, ...]
    meeting_name: str
    meeting: tuple[Checked, ...]
    counted: str
    requested: str
    failing_name: str
    failing: tuple[Checked, ...]
    unknown: tuple[Checked, ...]
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, variant: Variant) -> View:
    """Return the list; the public variant names only those that meet the conditions."""
    title, meeting_name, failing_name = NAMES[decision.call.regime]
    internal = variant == "internal"
    checked = _checked(decision)
    meeting = listed_in(decision)
    failing = [one for one in checked if verdict(one.findings) == "not_met"]
    unknown = [one for one in checked if verdict(one.findings) == "unknown"]
    return View(
        frame=frame(decision, version, title, variant),
        internal=internal,
        conditions=tuple(_names(checked)),
        meeting_name=meeting_name,
        meeting=_with_reasons(decision, meeting, variant),
        counted=f"{operations(len(meeting))}{unsummed(meeting)}",
        requested=total_requested(meeting),
        failing_name=failing_name,
        failing=_with_reasons(decision, failing, variant) if internal else (),
        unknown=_with_reasons(decision, unknown, variant) if internal else (),
        signatures=deciders(decision.call),
    )


def _names(checked: Sequence[Assessment]) -> Iterator[str]:
    """Name the conditions in their order; not those without bearing on any operation."""
    asked = [finding for one in checked for finding in one.findings]
    bearing = {finding.name for finding in asked if finding.verdict != "not_applicable"}
    yield from (name for name in dict.fromkeys(one.name for one in asked) if name in bearing)


def listed_in(decision: Decision) -> list[Assessment]:
    """Tell the operations that meet the conditions: those that the list names in public."""
    return [one for one in _checked(decision) if verdict(one.findings) == "met"]


def _checked(decision: Decision) -> list[Assessment]:
    return by_receipt(one for one in decision.assessments if one.outcome is not Outcome.WITHDRAWN)


def _with_reasons(
    decision: Decision, some: Iterable[Assessment], variant: Variant
) -> tuple[Checked, ...]:
    return tuple(
        Checked(
            entry=entry(decision, one, variant),
            reasons=tuple(_reasons(decision, one)),
        )
        for one in some
    )


def _reasons(decision: Decision, one: Assessment) -> Iterator[str]:
    """Say what stops or waits, conditions that say the same together.

    Under a programme nothing more has to be found of an operation that is stopped.
    """
    found = [finding for finding in one.findings if finding.stops]
    if decision.programme is None or not found:
        found = [finding for finding in one.findings if finding.stops or finding.waits]
    for sentence in dict.fromkeys(finding.sentence for finding in found):
        alike = [finding for finding in found if finding.sentence == sentence]
        names = ", ".join(finding.name for finding in alike)
        sources = "; ".join(dict.fromkeys(finding.source for finding in alike))
        yield f"{names}: {sentence} Podstawa: {sources}."
