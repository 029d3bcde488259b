"""Which documents show the programme's rules and the aid; a call without a programme has none."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from scoring.completion import asked_of_applicant
from scoring.decision import Assessment, Decision
from scoring.polish import natural
from scoring.value import Value
from templates.aid_calculation.view import TITLE as CALCULATION
from templates.aid_calculation.view import calculated_in
from templates.aid_calculation.view import view as calculation
from templates.aid_summary.view import TITLE as SUMMARY
from templates.aid_summary.view import view as summary
from templates.attachments import Carried
from templates.base.signature import is_cooperation
from templates.call_for_completion.view import TITLES as LETTERS
from templates.call_for_completion.view import view as letter
from templates.cooperation_sheet.view import TITLE as COOPERATION
from templates.cooperation_sheet.view import view as cooperation
from templates.document import Document
from templates.file_names import unique_slugs
from templates.formal_sheet.view import TITLE as FORMAL
from templates.formal_sheet.view import view as formal
from templates.preliminary_sheet.view import TITLE as PRELIMINARY
from templates.preliminary_sheet.view import view as preliminary
from templates.press import Attached

_OneView = Callable[[Decision, int, Assessment], Value]
_Carry = Callable[[Assessment], tuple[Attached, ...]]
_Kind = tuple[str, str, str, _OneView, Sequence[Assessment], _Carry]
"""Where in the folder, what it is called, its template, its view, of whom, what it carries."""


def programme_documents(decision: Decision, carried: Carried) -> Iterator[Document]:
    """Tell the sheets, the calls for completion and the calculations, in the order of printing."""
    if decision.programme is None:
        return
    ordered = sorted(decision.assessments, key=lambda one: natural(one.application.number))
    names = unique_slugs([one.application.number for one in ordered])
    for folder, title, template, view, some, carry in _kinds(decision, carried, ordered):
        for one in some:
            number = one.application.number
            yield Document(
                f"{folder}-{names[number]}.pdf",
                f"{title}, wniosek {number}",
                template,
                partial(_of_one, view, decision, one),
                partial(carry, one),
            )
    yield Document(
        "wyliczenia/zestawienie.pdf",
        SUMMARY,
        "aid_summary",
        lambda version: summary(decision, version),
        lambda: carried.whole,
    )


def _kinds(decision: Decision, carried: Carried, ordered: Sequence[Assessment]) -> Iterator[_Kind]:
    """Tell the kinds of documents that are printed one an application."""
    yield "arkusze/3a", FORMAL, "formal_sheet", formal, ordered, carried.of_one
    yield "arkusze/3b", PRELIMINARY, "preliminary_sheet", preliminary, ordered, carried.of_one
    if is_cooperation(decision.call):
        sheet = "cooperation_sheet"
        yield "arkusze/19-3", COOPERATION, sheet, cooperation, ordered, carried.of_one
    asked = [one for one in ordered if asked_of_applicant(decision, one)]
    title, called = LETTERS[decision.call.regime], "call_for_completion"
    yield "wezwania/11a", title, called, letter, asked, carried.to_applicant
    set_for = {one.application.number for one in calculated_in(decision)}
    some = [one for one in ordered if one.application.number in set_for]
    name = "aid_calculation"
    yield "wyliczenia/wyliczenie", CALCULATION, name, calculation, some, carried.of_one


def _of_one(view: _OneView, decision: Decision, one: Assessment, version: int) -> Value:
    return view(decision, version, one)
