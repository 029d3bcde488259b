"""The sheet of formal verification of one application as plain data."""

from collections.abc import Iterator

from scoring.answer import Finding
from scoring.completion import asked_of_applicant
from scoring.decision import Assessment, Decision, Outcome
from scoring.facts import Catalogue
from scoring.polish import percent
from scoring.value import Value
from templates.base.entry import UNKNOWN, received
from templates.base.finding import VERDICTS, Found, found, verdict
from templates.base.frame import Frame, frame
from templates.base.gap import Lacking, lacking
from templates.base.signature import TWO_CHECKERS

TITLE = "Arkusz weryfikacji formalnej"

WHO = ("applicant", "applicant_kind", "nip", "producer_number", "regon", "address")
"""Facts by which the applicant is known; PESEL stays in the files of the case."""

WHAT = ("title", "operation_kind", "gmina", "locality", "goal", "attachments")
AMOUNTS = ("total_cost", "eligible_cost", "requested", "own_contribution", "in_kind_contribution")

FORMAL = ("in_time", "in_place", "in_form")
"""The conditions of the gate that are about how an application was submitted."""

ALWAYS = ("applicant", "nip", "producer_number", "title", "attachments", "total_cost", "requested")
"""Facts that are shown even where the application does not tell them."""

Pairs = tuple[tuple[str, str], ...]


class View(Value):
    """Everything on the sheet."""

    frame: Frame
    number: str
    received: str
    who: Pairs
    partners: tuple[str, ...]
    what: Pairs
    amounts: Pairs
    formal: tuple[Found, ...]
    missing: tuple[Lacking, ...]
    result: str
    mark: str
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, one: Assessment) -> View:
    """Return the sheet of one application."""
    catalogue = decision.ruleset.catalogue
    missing = asked_of_applicant(decision, one)
    mark, result = _result(one, complete=not missing)
    return View(
        frame=frame(decision, version, TITLE, "internal", moves=False),
        number=one.application.number,
        received=received(one),
        who=tuple(_facts(one, catalogue, WHO)),
        partners=tuple(_partners(one)),
        what=tuple(_facts(one, catalogue, WHAT)),
        amounts=tuple(_facts(one, catalogue, AMOUNTS)),
        formal=tuple(found(each, one.application) for each in _formal(one)),
        missing=lacking(missing, catalogue),
        result=result,
        mark=mark,
        signatures=TWO_CHECKERS,
    )


def _formal(one: Assessment) -> list[Finding]:
    return [each for each in one.findings if each.id in FORMAL]


def _facts(
    one: Assessment, catalogue: Catalogue, names: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Write what the application says; what it should say and does not stands as not known."""
    for name in names:
        if name not in catalogue:
            continue
        value = one.application.facts.get(name)
        if value is not None:
            yield catalogue[name].name, catalogue[name].show(value)
        elif name in ALWAYS:
            yield catalogue[name].name, UNKNOWN


def _partners(one: Assessment) -> Iterator[str]:
    """Name those who carry the operation out together, by what identifies them, with their shares."""
    for partner in one.application.partners:
        marks = ", ".join(sorted(partner.party.marks)) or "brak numeru EP i NIP"
        yield f"{partner.party.name} ({marks}), udział w pomocy {percent(partner.share * 100)}"


def _result(one: Assessment, *, complete: bool) -> tuple[str, str]:
    """Put together what was verified: how it was submitted, and whether everything is there."""
    if one.outcome is Outcome.WITHDRAWN:
        return "not_met", "Wniosek wycofany; nie podlega weryfikacji."
    formal = _formal(one)
    mark = verdict(formal)
    if mark != "met":
        named = "; ".join(each.name for each in formal if each.stops or each.waits)
        return mark, f"{VERDICTS[mark].capitalize()}: {named}."
    if not complete:
        return "unknown", "Wymogi formalne spełnione; wniosek wymaga uzupełnień (wezwanie 11a)."
    return "met", "Wymogi formalne spełnione; danych od wnioskodawcy nie brakuje."
