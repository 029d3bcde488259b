"""Which letters with the result go out, and under which names."""

from collections.abc import Callable, Iterator
from functools import partial

from scoring.decision import Assessment, Decision
from scoring.value import Value
from templates.attachments import Carried
from templates.document import Document
from templates.file_names import unique_slugs
from templates.notice.view import TITLE, told_in, view

TEMPLATE = "notice"


def letter_documents(decision: Decision, carried: Carried) -> Iterator[Document]:
    """Tell the letters, one an applicant whose result is known, in the order of case numbers."""
    for name, one in _named(decision):
        yield _document(f"pisma/{name}", one, partial(_letter, decision, one), carried)


def letters_alone(decision: Decision) -> list[Document]:
    """Tell the letters of a decision that is not kept: they name no version, whatever is asked."""
    carried = Carried(decision)
    return [
        _document(name, one, partial(_without_version, decision, one), carried)
        for name, one in _named(decision)
    ]


def _named(decision: Decision) -> Iterator[tuple[str, Assessment]]:
    """Tell whom a letter goes to, each with the name of its file."""
    slugs = unique_slugs([one.application.number for one in decision.assessments])
    for one in told_in(decision):
        yield f"pismo-{slugs[one.application.number]}.pdf", one


def _document(
    name: str, one: Assessment, shown: Callable[[int], Value], carried: Carried
) -> Document:
    title = f"{TITLE}, wniosek {one.application.number}"
    return Document(name, title, TEMPLATE, shown, partial(carried.told, one))


def _letter(decision: Decision, one: Assessment, version: int) -> Value:
    return view(decision, version, one)


def _without_version(decision: Decision, one: Assessment, _: int) -> Value:
    return view(decision, None, one)
