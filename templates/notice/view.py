"""The letter with the result, to one applicant, as plain data (act, art. 21 sec. 5-7)."""

from scoring import polish
from scoring.call import Call
from scoring.council.sitting import HeldSitting
from scoring.decision import Assessment, Decision, Outcome
from scoring.explain import why_lower
from scoring.resolutions import number_of, resolutions_of
from scoring.value import Value
from templates.base.act import ACT, PUBLISHED
from templates.base.entry import received
from templates.base.frame import Frame, frame
from templates.base.person import days_of
from templates.base.rules_text import approximation_note
from templates.base.signature import is_cooperation, of_notice
from templates.notice.points import Scored, scored
from templates.notice.protest import Protest, appeals, is_grant, protest
from templates.notice.result import in_a_sentence, in_figures, is_lower, justification

TITLE = "Informacja o wyniku oceny i wyboru operacji"

BLANK = "…………………………………………………………"
"""A line to fill in, where the register tells no address."""

DRAFT = (
    "Projekt pisma, jeszcze nie do wysłania: w naborze są wnioski nierozstrzygnięte, więc miejsca "
    "i kwoty mogą się zmienić."
)
"""What a letter says while it must not be sent yet."""

_NOTHING_DECIDED = (Outcome.UNDECIDED, Outcome.WITHDRAWN)


class View(Value):
    """Everything in the letter.

    ``lowered`` says why the amount is lower than requested, cut by cut. ``protest`` is there where
    it is due; ``appeals``: a grantee is told how to appeal by the LGD's own procedure.
    """

    frame: Frame
    sender: tuple[str, ...]
    number: str
    addressee: tuple[str, ...]
    subject: str
    opening: str
    result: str
    figures: tuple[tuple[str, str], ...]
    justification: tuple[str, ...]
    lowered: tuple[str, ...]
    criteria: tuple[Scored, ...]
    total: str
    maximum: str
    protest: Protest | None
    appeals: bool
    approximate: str | None
    signatures: tuple[str, ...]


def told_in(decision: Decision) -> list[Assessment]:
    """Tell whom a letter goes to, in the order of case numbers.

    Nobody whose result is open, and nobody who withdrew. There is no letter about an operation of
    the LGD itself (act, art. 21 sec. 8), nor about cooperation, which the LGD does not decide.
    """
    call = decision.call
    if is_cooperation(call) or _is_own(call):
        return []
    told = (one for one in decision.assessments if one.outcome not in _NOTHING_DECIDED)
    return sorted(told, key=lambda one: polish.natural(one.application.number))


def view(decision: Decision, version: int | None, one: Assessment) -> View:
    """Return the letter to one applicant; it tells nothing of other applicants."""
    call, application = decision.call, one.application
    criteria = tuple(scored(decision, one))
    figures = tuple(in_figures(decision, one))
    shown = [value for _, value in figures]
    shown += [text for row in criteria for text in (row.points, row.reason)]
    return View(
        frame=frame(
            decision,
            version,
            TITLE,
            moves=False,
            warnings=(DRAFT,) if decision.provisional else (),
        ),
        sender=tuple(line for line in (call.lgd.name, call.lgd.seat) if line),
        number=application.number,
        addressee=addressee_of(one),
        subject=(
            f"wniosek nr {application.number} {polish.quoted(application.title)}, "
            f"złożony {received(one)}, w naborze nr {call.number} {polish.quoted(call.title)}"
        ),
        opening=_opening(decision, one),
        result=in_a_sentence(decision, one),
        figures=figures,
        justification=justification(decision, one),
        lowered=tuple(why_lower(decision, one)) if is_lower(one) else (),
        criteria=criteria,
        total="" if one.points is None else polish.points(one.points),
        maximum="" if one.maximum is None else polish.points(one.maximum),
        protest=protest(decision, one),
        appeals=appeals(decision, one),
        approximate=approximation_note(call, shown),
        signatures=of_notice(call),
    )


def _is_own(call: Call) -> bool:
    return call.programme is not None and call.programme.procedure == "own_operation"


def addressee_of(one: Assessment) -> tuple[str, ...]:
    """Tell who the letter goes to and where, with lines to fill in where that is not known."""
    address = one.application.facts.get("address")
    return (one.application.applicant or BLANK, BLANK if address is None else str(address))


def _opening(decision: Decision, one: Assessment) -> str:
    """Say what the letter is, by which article, and when and how the council decided."""
    call, sitting = decision.call, decision.sitting
    what = (
        "przekazujemy informację o wyniku oceny i wyboru operacji, której dotyczy Państwa wniosek."
    )
    if not is_grant(call):
        what = f"na podstawie art. 21 ust. 5 {ACT} ({PUBLISHED[call.regime]}) {what}"
    return what if sitting is None else f"{what} {_sitting(decision, sitting, one)}"


def _sitting(decision: Decision, held: HeldSitting, one: Assessment) -> str:
    """Tell by which resolution the council decided; where there is none, when it dealt with it."""
    sitting = held.sitting
    where = f"na posiedzeniu nr {sitting.number}"
    if all(part.form == "circulation" for part in sitting.parts):
        where = f"w głosowaniu nr {sitting.number} poza posiedzeniem"
    found = number_of(resolutions_of(decision), one)
    if found is not None:
        what = "o wybraniu" if found.selects else "o niewybraniu"
        day = polish.day(found.vote.vote.at.date())
        resolution = f"uchwałę nr {found.number} z dnia {day} {what} operacji"
        return f"Rada rozpatrzyła wniosek {where} i podjęła {resolution}."
    days = {part.opened_at.date() for part in sitting.parts}
    on = f"{'dnia' if len(days) == 1 else 'w dniach:'} {days_of(held)}"
    return f"Rada rozpatrzyła wnioski {where} {on}"
