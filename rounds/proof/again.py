"""A document made again: from the decision that a file carries, or from the page that it states."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reading.problems import Problem, Refused
from rounds.proof.pdf import Pdf
from rounds.rederive import rederive
from scoring.decision import Decision
from scoring.value import Value
from templates.attachments import NAME, NO_SALT
from templates.base.frame import grouped
from templates.council_documents import minutes_alone
from templates.document import Document
from templates.documents import documents_of
from templates.letter_documents import letters_alone
from templates.letterhead import Paper
from templates.press import Attached, press
from templates.printing import NO_VERSION
from templates.seal import DOCUMENT, PAGE, PAPER, WHOLE, digest, paper_again, seal, view_again

_MALFORMED = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, ImportError)
"""What reading an attachment may say that is not as the program writes it."""


@dataclass(frozen=True, slots=True)
class Again:
    """A document printed again, and what it should carry."""

    pdf: Pdf
    attached: tuple[Attached, ...]


def decision_in(pdf: Pdf) -> tuple[Decision, str]:
    """Make the decision that a file carries again; return it with the salt of its version.

    Raises:
        TooNew: a newer program wrote it.
        Refused: the file does not carry the whole decision, or it cannot be made again.
    """
    carried = pdf.carried
    if carried.get("carries") != WHOLE:
        what = "nie zawiera całego rozstrzygnięcia"
        write = "podaj egzemplarz wewnętrzny, np. lista-rankingowa.pdf"
        raise Refused([Problem(pdf.name, what, write)])
    texts = {digest(text): (name, text) for name, text in pdf.attached.items()}
    inputs = carried.get("inputs")
    decision = rederive(inputs if isinstance(inputs, dict) else {}, texts)
    return decision, str(carried.get("salt", NO_SALT))


def document_in(decision: Decision, salt: str, pdf: Pdf) -> Again:
    """Print the document of a decision again that a file says that it is.

    Raises:
        Refused: the decision has no such document, or its paper cannot be read.
    """
    said, version = pdf.said, pdf.said.get("version")
    number = version if isinstance(version, int) else NO_VERSION
    document = _find(decision, salt, str(said.get("name")), alone=version is None)
    if document is None:
        what = f"z tego rozstrzygnięcia nie powstaje dokument „{said.get('name')}”"
        raise Refused([Problem(DOCUMENT, what, "nazwa dokumentu tej wersji")])
    paper = _paper(pdf)
    try:
        view = document.view(number)
        attached = seal(document, number or None, view, document.attached(), paper)
        return _printed(document.template, view, attached, paper)
    except _MALFORMED as error:
        why = " ".join(str(error).split())[:200]
        what = f"z tych danych nie da się wydrukować dokumentu ({why})"
        raise Refused([Problem(NAME, what, "treść sprzed zmiany")]) from error


def _find(decision: Decision, salt: str, name: str, *, alone: bool) -> Document | None:
    if not alone:
        known = documents_of(decision, salt)
    else:
        held = decision.sitting
        known = [
            *letters_alone(decision),
            *([] if held is None else [minutes_alone(decision, held)]),
        ]
    return next((one for one in known if one.name == name), None)


def printed_as_stated(pdf: Pdf) -> Again:
    """Print the page again that a file states, with the attachments that it has.

    Raises:
        Refused: it states none, or not as the program writes it.
    """
    said = pdf.said
    try:
        view = view_again(str(said["template"]), pdf.attached[PAGE])
        attached = [
            Attached(
                one["name"], pdf.attached[one["name"]], one["relationship"], one["description"]
            )
            for one in said["attachments"]
        ]
        itself = Attached(
            DOCUMENT, pdf.attached[DOCUMENT], "Data", "Który to dokument i co zawiera"
        )
        return _printed(str(said["template"]), view, (*attached, itself), _paper(pdf))
    except _MALFORMED as error:
        why = " ".join(str(error).split())[:200]
        what = f"treści nie da się odczytać ({why})"
        raise Refused([Problem(PAGE, what, "treść sprzed zmiany")]) from None


def _paper(pdf: Pdf) -> Paper | None:
    text = pdf.attached.get(PAPER)
    if text is None:
        return None
    try:
        return paper_again(text)
    except _MALFORMED:
        what = "papieru firmowego nie da się odczytać"
        raise Refused([Problem(PAPER, what, "treść sprzed zmiany")]) from None


def _printed(
    template: str, view: Value, attached: tuple[Attached, ...], paper: Paper | None
) -> Again:
    printed = press(template, view, attached, paper)
    return Again(Pdf(template, printed.pdf, {one.name: one.text for one in attached}), attached)


def printed_alike(results: Mapping[str, Any]) -> str:
    """Return the fingerprint of results as pages print it."""
    return grouped(str(results["fingerprint"]))
