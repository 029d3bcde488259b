"""Which documents a decision is printed as, under which names."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from scoring.decision import Assessment, Decision
from scoring.value import Value
from templates import attachments
from templates.assessment_card.view import TITLE as CARD
from templates.assessment_card.view import view as card
from templates.base.frame import Variant
from templates.criteria_annex.view import TITLE as CRITERIA
from templates.criteria_annex.view import view as criteria
from templates.operations_meeting_conditions.view import NAMES as CONDITIONS
from templates.operations_meeting_conditions.view import view as conditions
from templates.operations_not_selected.view import TITLE as NOT_SELECTED
from templates.operations_not_selected.view import view as not_selected
from templates.press import Attached
from templates.ranking_list.view import TITLE as RANKING
from templates.ranking_list.view import view as ranking
from templates.register.view import TITLE as REGISTER
from templates.register.view import view as register
from templates.selected_operations.view import TITLE as SELECTED
from templates.selected_operations.view import view as selected

_TO_ASCII = str.maketrans("łŁ", "lL")


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a decision.

    ``name`` is the file's name inside the folder, in Polish ASCII; ``title`` is for people.
    """

    name: str
    title: str
    template: str
    view: Callable[[Decision, int], Value]
    attached: Callable[[Decision], tuple[Attached, ...]]


def documents_of(decision: Decision) -> list[Document]:
    """Tell every document that a decision is printed as, in the order of printing."""
    return [*_lists(decision), *_cards(decision.assessments), *_of_the_office()]


_ListView = Callable[[Decision, int, Variant], Value]


def _lists(decision: Decision) -> Iterator[Document]:
    """Each list twice: for the office, and for publication (act, art. 21 sec. 5 ff.)."""
    lists: tuple[tuple[str, str, str, _ListView], ...] = (
        ("lista-rankingowa", RANKING, "ranking_list", ranking),
        (
            "lista-spelniajacych-warunki",
            CONDITIONS[decision.call.regime][0],
            "operations_meeting_conditions",
            conditions,
        ),
        ("lista-wybranych", SELECTED, "selected_operations", selected),
        ("lista-niewybranych", NOT_SELECTED, "operations_not_selected", not_selected),
    )
    for name, title, template, make in lists:
        yield Document(
            f"{name}.pdf", title, template, _in_variant(make, "internal"), attachments.whole
        )
        yield Document(
            f"{name}-publiczna.pdf",
            f"{title} (do publikacji)",
            template,
            _in_variant(make, "public"),
            attachments.public,
        )


def _in_variant(make: _ListView, variant: Variant) -> Callable[[Decision, int], Value]:
    return lambda decision, version: make(decision, version, variant)


def _cards(assessments: Iterable[Assessment]) -> Iterator[Document]:
    ordered = sorted(assessments, key=lambda one: one.application.number)
    names = unique_slugs([one.application.number for one in ordered])
    for one in ordered:
        number = one.application.number
        yield Document(
            f"karty/karta-{names[number]}.pdf",
            f"{CARD}, wniosek {number}",
            "assessment_card",
            partial(_card, one),
            partial(_attached_to_card, one),
        )


def _card(one: Assessment, decision: Decision, version: int) -> Value:
    return card(decision, version, one)


def _attached_to_card(one: Assessment, decision: Decision) -> tuple[Attached, ...]:
    return attachments.of_one(decision, one)


def _of_the_office() -> Iterator[Document]:
    yield Document("rejestr.pdf", REGISTER, "register", register, attachments.whole)
    yield Document(
        "kryteria.pdf",
        CRITERIA,
        "criteria_annex",
        criteria,
        lambda decision: attachments.criteria(decision.ruleset),
    )


def unique_slugs(numbers: Iterable[str]) -> dict[str, str]:
    """Make a file name of every case number; those that would be alike are told apart.

    ``1/2`` and ``1-2`` become ``1-2`` and ``1-2_2``, whatever the order they come in; file
    systems that take ``A`` for ``a`` are thought of.
    """
    taken: set[str] = set()
    names: dict[str, str] = {}
    for number in sorted(numbers, key=lambda one: (one != slug(one), one)):
        stem = slug(number)
        name, count = stem, 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem}_{count}"
        taken.add(name.casefold())
        names[number] = name
    return names


def slug(number: str) -> str:
    """Return a case number in letters, digits and hyphens: ``PD/16/06`` becomes ``PD-16-06``."""
    plain = unicodedata.normalize("NFKD", number.translate(_TO_ASCII))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-")[:80] or "bez-znaku"
