"""The sheet of formal verification of one application as plain data."""

from collections.abc import Iterator

from scoring.completion import asked_of_applicant
from scoring.decision import Assessment, Decision, Outcome
from scoring.facts import Catalogue
from scoring.polish import capital, percent
from scoring.value import Value
from templates.base.entry import UNKNOWN, received
from templates.base.finding import Found, found
from templates.base.frame import Frame, frame
from templates.base.gap import Lacking, lacking
from templates.base.signature import TWO_CHECKERS

TITLE = "Arkusz weryfikacji formalnej"

WHO = ("applicant", "applicant_kind", "nip", "producer_number", "regon", "address")
"""Facts by which the applicant is known; PESEL stays in the files of the case."""

WHAT = ("title", "operation_kind", "gmina", "locality", "goal", "attachments")
AMOUNTS = ("total_cost", "eligible_cost", "requested", "own_contribution", "in_kind_contribution")

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
    in_time: tuple[Found, ...]
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
        in_time=tuple(found(each, one.application) for each in one.findings if _is_term(each.id)),
        missing=lacking(missing, catalogue),
        result=result,
        mark=mark,
        signatures=TWO_CHECKERS,
    )


def _is_term(identifier: str) -> bool:
    return identifier == "in_time"


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
    """Put together what was verified: the term, and whether everything is there."""
    if one.outcome is Outcome.WITHDRAWN:
        return "not_met", "Wniosek wycofany; nie podlega weryfikacji."
    late = [each for each in one.findings if _is_term(each.id) and each.verdict != "met"]
    if late:
        return late[0].verdict, capital(late[0].sentence)
    if not complete:
        return "unknown", "Złożono w terminie; wniosek wymaga uzupełnień (wezwanie 11a)."
    return "met", "Złożono w terminie; danych od wnioskodawcy nie brakuje."
