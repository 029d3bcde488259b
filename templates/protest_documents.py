"""The papers after a protest: the technical list and the letters; a call without protests has none."""

from collections.abc import Callable, Iterator
from functools import partial

from scoring.changes import SelfReview
from scoring.decision import Assessment, Decision, Outcome
from scoring.value import Value
from templates.attachments import Carried
from templates.document import Document
from templates.file_names import unique_slugs
from templates.self_review.view import FORWARDED, view_for_board
from templates.self_review.view import TITLE as REVIEW
from templates.self_review.view import view as review_letter
from templates.technical_list.view import TITLE as TECHNICAL
from templates.technical_list.view import listed_in, reviews_in
from templates.technical_list.view import view as technical

FOLDER = "protesty"

_Letter = Callable[[Decision, int, Assessment, SelfReview], Value]


def protest_documents(decision: Decision, carried: Carried) -> Iterator[Document]:
    """Tell the papers of the self-reviews so far, in the order of printing."""
    if reviews_in(decision):
        yield Document(
            "lista-techniczna.pdf",
            TECHNICAL,
            "technical_list",
            lambda version: technical(decision, version, "internal"),
            lambda: carried.whole,
        )
        yield Document(
            "lista-techniczna-publiczna.pdf",
            f"{TECHNICAL} (do publikacji)",
            "technical_list",
            lambda version: technical(decision, version, "public"),
            lambda: carried.public(listed_in(decision)),
            audience="public",
        )
    yield from _letters(decision, carried)


def _letters(decision: Decision, carried: Carried) -> Iterator[Document]:
    """Tell the letters of the last self-review of each application."""
    last = {one.application: one for one in decision.changes if isinstance(one, SelfReview)}
    names = unique_slugs([one.application.number for one in decision.assessments])
    for number, review in sorted(last.items()):
        one = decision.find(number)
        if one is None or one.outcome is Outcome.WITHDRAWN:
            continue
        kinds: tuple[tuple[str, str, _Letter], ...] = (("autokontrola", REVIEW, review_letter),)
        if review.result == "forwarded":
            kinds = (*kinds, ("przekazanie", FORWARDED, view_for_board))
        for name, title, shown in kinds:
            yield Document(
                f"{FOLDER}/{name}-{names[number]}.pdf",
                f"{title}, wniosek {number}",
                "self_review",
                partial(_letter, shown, decision, one, review),
                partial(carried.told, one),
            )


def _letter(
    shown: _Letter, decision: Decision, one: Assessment, review: SelfReview, version: int
) -> Value:
    return shown(decision, version, one, review)
