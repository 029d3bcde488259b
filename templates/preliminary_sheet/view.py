"""The auxiliary sheet of preliminary assessment of one application as plain data."""

from scoring.answer import Finding
from scoring.completion import asked_of_applicant, left_to_office
from scoring.decision import Assessment, Decision, Outcome
from scoring.population import evidence
from scoring.value import Value
from templates.base.entry import Entry, entry
from templates.base.finding import Found, found, verdict
from templates.base.frame import Frame, frame
from templates.base.gap import Lacking, lacking
from templates.base.signature import TWO_CHECKERS

TITLE = "Arkusz oceny wstępnej"


class View(Value):
    """Everything on the sheet; ``asked`` goes into the call for completion, ``office`` does not.

    ``population`` says which numbers of inhabitants the sources give, and which was taken.
    """

    frame: Frame
    entry: Entry
    findings: tuple[Found, ...]
    warns: bool
    population: str | None = None
    mark: str
    result: str
    named: tuple[str, ...]
    asked: tuple[Lacking, ...]
    office: tuple[Lacking, ...]
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, one: Assessment) -> View:
    """Return the sheet of one application, with every condition in the order of the assessment."""
    catalogue = decision.ruleset.catalogue
    mark, result, decisive = _result(one)
    return View(
        frame=frame(decision, version, TITLE, "internal", moves=False),
        entry=entry(decision, one, "internal"),
        findings=tuple(found(each, one.application) for each in one.findings),
        warns=any(not each.decides for each in one.findings),
        population=evidence(one.application, decision.call),
        mark=mark,
        result=result,
        named=tuple(each.name for each in decisive),
        asked=lacking(asked_of_applicant(decision, one), catalogue),
        office=lacking(left_to_office(decision, one), catalogue),
        signatures=TWO_CHECKERS,
    )


def _result(one: Assessment) -> tuple[str, str, list[Finding]]:
    """Put the findings together: those that stop decide, then those that wait."""
    if one.outcome is Outcome.WITHDRAWN:
        return "not_met", "wniosek wycofany, warunków nie sprawdzano", []
    match verdict(one.findings):
        case "not_met":
            stopped = [each for each in one.findings if each.stops]
            return "not_met", "operacja nie spełnia warunków", stopped
        case "unknown":
            waiting = [each for each in one.findings if each.waits]
            return "unknown", "ocena czeka na brakujące ustalenia", waiting
        case _:
            return "met", "operacja spełnia warunki", []
