"""The papers of a sitting of the council; a call without a sitting has none."""

from collections.abc import Callable, Iterator
from functools import partial

from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.resolutions import Resolution, resolutions_of
from scoring.value import Value
from templates.attachments import Carried
from templates.attendance_list.view import TITLE as ATTENDANCE
from templates.attendance_list.view import view as attendance
from templates.base.published import listed_in
from templates.counting_committee.view import TITLE as COMMITTEE
from templates.counting_committee.view import view as committee
from templates.document import Document
from templates.file_names import unique_slugs
from templates.impartiality_statements.view import TITLE as STATEMENTS
from templates.impartiality_statements.view import view as statements
from templates.minutes.view import TITLE as MINUTES
from templates.minutes.view import view as minutes
from templates.press import Attached
from templates.public_exclusions.view import TITLE as EXCLUSIONS
from templates.public_exclusions.view import view as exclusions
from templates.public_minutes.view import TITLE as PUBLIC_MINUTES
from templates.public_minutes.view import view as public_minutes
from templates.register_of_interests.view import TITLE as INTERESTS
from templates.register_of_interests.view import view as interests
from templates.register_of_ties.view import TITLE as TIES
from templates.register_of_ties.view import view as ties
from templates.resolution.view import TITLE as RESOLUTION
from templates.resolution.view import view as resolution

_View = Callable[[Decision, int, HeldSitting], Value]

FOLDER = "posiedzenie"


def council_documents(decision: Decision, carried: Carried) -> Iterator[Document]:
    """Tell the papers of a sitting, in the order of printing."""
    held = decision.sitting
    if held is None:
        return
    kinds: tuple[tuple[str, str, str, _View, Callable[[], tuple[Attached, ...]]], ...] = (
        ("protokol", MINUTES, "minutes", minutes, lambda: carried.whole),
        ("lista-obecnosci", ATTENDANCE, "attendance_list", attendance, _nothing),
        ("deklaracje", STATEMENTS, "impartiality_statements", statements, _nothing),
        ("rejestr-powiazan", TIES, "register_of_ties", ties, _nothing),
        ("rejestr-interesow", INTERESTS, "register_of_interests", interests, _nothing),
        ("komisja-skrutacyjna", COMMITTEE, "counting_committee", committee, _nothing),
    )
    for name, title, template, view, attached in kinds:
        shown = partial(_of_sitting, view, decision, held)
        yield Document(f"{FOLDER}/{name}.pdf", title, template, shown, attached)
    yield from _published(decision, held, carried)
    yield from _resolutions(decision, held, carried)


def minutes_alone(decision: Decision, held: HeldSitting) -> Document:
    """Tell the minutes of a decision that is not kept: they name no version, whatever is asked."""
    carried = Carried(decision)
    name = f"{FOLDER}/protokol.pdf"
    shown = partial(_without_version, decision, held)
    return Document(name, MINUTES, "minutes", shown, lambda: carried.whole)


def _without_version(decision: Decision, held: HeldSitting, _: int) -> Value:
    return minutes(decision, None, held)


def _published(decision: Decision, held: HeldSitting, carried: Carried) -> Iterator[Document]:
    """Tell what goes to the website: the minutes, and where the act asks for them the exclusions.

    The wordings of 2015 and 2019 ask to publish the exclusions with their operations.
    """
    kinds: tuple[tuple[str, str, str, _View], ...] = (
        ("protokol-publiczny", PUBLIC_MINUTES, "public_minutes", public_minutes),
        ("wylaczenia-publiczne", EXCLUSIONS, "public_exclusions", exclusions),
    )
    for name, title, template, view in kinds:
        if template == "public_exclusions" and decision.call.regime == "2023":
            continue
        yield Document(
            f"{FOLDER}/{name}.pdf",
            f"{title} (do publikacji)",
            template,
            partial(_of_sitting, view, decision, held),
            partial(_public, carried, decision),
            audience="public",
        )


def _resolutions(decision: Decision, held: HeldSitting, carried: Carried) -> Iterator[Document]:
    found = resolutions_of(decision)
    names = unique_slugs([one.number for one in found])
    for one in found:
        yield Document(
            f"{FOLDER}/uchwala-{names[one.number]}.pdf",
            f"{RESOLUTION} nr {one.number}",
            "resolution",
            partial(_resolution, decision, held, one),
            partial(_carried_by, carried, one),
        )


def _carried_by(carried: Carried, one: Resolution) -> tuple[Attached, ...]:
    return carried.whole if one.one is None else carried.of_one(one.one)


def _of_sitting(view: _View, decision: Decision, held: HeldSitting, version: int) -> Value:
    return view(decision, version, held)


def _resolution(decision: Decision, held: HeldSitting, one: Resolution, version: int) -> Value:
    return resolution(decision, version, held, one)


def _public(carried: Carried, decision: Decision) -> tuple[Attached, ...]:
    return carried.public(listed_in(decision))


def _nothing() -> tuple[Attached, ...]:
    """Attach nothing: these papers show records, not the decision."""
    return ()
