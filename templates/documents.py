"""Which documents a decision is printed as, under which names."""

from collections.abc import Callable, Iterator
from functools import partial

from scoring.decision import Assessment, Decision, Outcome
from scoring.polish import natural
from scoring.value import Value
from templates.assessment_card.view import TITLE as CARD
from templates.assessment_card.view import view as card
from templates.attachments import NO_SALT, Carried
from templates.attachments import criteria as texts_of
from templates.base.frame import Variant
from templates.base.signature import is_cooperation
from templates.council_documents import council_documents
from templates.criteria_annex.view import TITLE as CRITERIA
from templates.criteria_annex.view import view as criteria
from templates.document import Document
from templates.file_names import unique_slugs
from templates.letter_documents import letter_documents
from templates.operations_meeting_conditions.view import NAMES as CONDITIONS
from templates.operations_meeting_conditions.view import listed_in as in_conditions
from templates.operations_meeting_conditions.view import view as conditions
from templates.operations_not_selected.view import TITLE as NOT_SELECTED
from templates.operations_not_selected.view import listed_in as in_not_selected
from templates.operations_not_selected.view import view as not_selected
from templates.press import Attached
from templates.programme_documents import programme_documents
from templates.protest_documents import protest_documents
from templates.ranking_list.view import TITLE as RANKING
from templates.ranking_list.view import listed_in as in_ranking
from templates.ranking_list.view import view as ranking
from templates.register.view import TITLE as REGISTER
from templates.register.view import view as register
from templates.selected_operations.view import TITLE as SELECTED
from templates.selected_operations.view import listed_in as in_selected
from templates.selected_operations.view import view as selected


def documents_of(decision: Decision, salt: str = NO_SALT) -> list[Document]:
    """Tell every document that a decision is printed as, in the order of printing.

    A cooperation project has the sheet of the voivodeship board in the place of the council's card.
    ``salt`` is that of the kept version; only what is printed with it commits to what it withholds.
    """
    carried = Carried(decision, salt)
    return [
        *_lists(decision, carried),
        *(() if is_cooperation(decision.call) else _cards(decision, carried)),
        *programme_documents(decision, carried),
        *letter_documents(decision, carried),
        *council_documents(decision, carried),
        *protest_documents(decision, carried),
        Document(
            "rejestr.pdf",
            REGISTER,
            "register",
            lambda version: register(decision, version),
            lambda: carried.whole,
        ),
        Document(
            "kryteria.pdf",
            CRITERIA,
            "criteria_annex",
            lambda version: criteria(decision, version),
            lambda: texts_of(decision.ruleset),
            audience="anyone",
        ),
    ]


_ListView = Callable[[Decision, int, Variant], Value]
_Listed = Callable[[Decision], list[Assessment]]


def _lists(decision: Decision, carried: Carried) -> Iterator[Document]:
    """Each list twice: for the office, and for publication (act, art. 21 sec. 5 ff.)."""
    meeting = CONDITIONS[decision.call.regime][0]
    lists: tuple[tuple[str, str, str, _ListView, _Listed], ...] = (
        ("lista-rankingowa", RANKING, "ranking_list", ranking, in_ranking),
        (
            "lista-spelniajacych-warunki",
            meeting,
            "operations_meeting_conditions",
            conditions,
            in_conditions,
        ),
        ("lista-wybranych", SELECTED, "selected_operations", selected, in_selected),
        (
            "lista-niewybranych",
            NOT_SELECTED,
            "operations_not_selected",
            not_selected,
            in_not_selected,
        ),
    )
    for name, title, template, view, listed in lists:
        internal = partial(_in_variant, view, decision, "internal")
        public = partial(_in_variant, view, decision, "public")
        yield Document(f"{name}.pdf", title, template, internal, lambda: carried.whole)
        yield Document(
            f"{name}-publiczna.pdf",
            f"{title} (do publikacji)",
            template,
            public,
            partial(_published, carried, decision, listed),
            audience="public",
        )


def _published(carried: Carried, decision: Decision, listed: _Listed) -> tuple[Attached, ...]:
    return carried.public(listed(decision))


def _in_variant(view: _ListView, decision: Decision, variant: Variant, version: int) -> Value:
    return view(decision, version, variant)


def _cards(decision: Decision, carried: Carried) -> Iterator[Document]:
    """Tell a card of every application but the withdrawn: those nobody assessed."""
    given = (one for one in decision.assessments if one.outcome is not Outcome.WITHDRAWN)
    ordered = sorted(given, key=lambda one: natural(one.application.number))
    names = unique_slugs([one.application.number for one in ordered])
    for one in ordered:
        number = one.application.number
        yield Document(
            f"karty/karta-{names[number]}.pdf",
            f"{CARD}, wniosek {number}",
            "assessment_card",
            partial(_card, decision, one),
            partial(carried.of_one, one),
        )


def _card(decision: Decision, one: Assessment, version: int) -> Value:
    return card(decision, version, one)
