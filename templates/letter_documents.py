"""Which letters with the result go out, and under which names."""

from collections.abc import Iterator
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
    for name, one in named_letters(decision):
        yield Document(
            f"pisma/{name}",
            f"{TITLE}, wniosek {one.application.number}",
            TEMPLATE,
            partial(_letter, decision, one),
            partial(carried.told, one),
        )


def named_letters(decision: Decision) -> Iterator[tuple[str, Assessment]]:
    """Tell whom a letter goes to, each with the name of its file."""
    slugs = unique_slugs([one.application.number for one in decision.assessments])
    for one in told_in(decision):
        yield f"pismo-{slugs[one.application.number]}.pdf", one


def _letter(decision: Decision, one: Assessment, version: int | None) -> Value:
    return view(decision, version, one)
