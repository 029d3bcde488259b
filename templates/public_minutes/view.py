"""The minutes of a sitting as they are published (act, art. 21 sec. 5), as plain data.

All the figures of the minutes under the same section and vote numbers, so that both can be compared.
What was taken as allowed, and why:

- the chair and the secretary by name: they answer for the minutes, in a function of the council;
- the exclusions as ``base/published.py`` tells them, with the operations that they concern;
- members otherwise by number and sector alone. Who voted how stays in the office: a vote by name is
  asked by the LGD's rules for the council, and none of the acts asks to publish it;
- of applicants what the public lists show. Points in single criteria and the reasons of a result
  stay inside, for they may tell personal facts;
- of a formal motion what became of it, and whether a member of the council moved it, of which sector;
- nothing that somebody wrote freely (agenda, motions, subjects of votes, discussion, guests, reasons of
  exclusions): nobody can say beforehand whom it names.
"""

from collections.abc import Iterator

from scoring import polish
from scoring.council.movements import Movement, movements
from scoring.council.sitting import HeldSitting
from scoring.decision import Assessment, Decision
from scoring.explain import OUTCOME_NAMES
from scoring.resolutions import NUMBERING, Resolution, resolutions_of
from scoring.value import Value
from templates.base.ballot import Ballot
from templates.base.calculator import Calculator
from templates.base.entry import Entry, entry
from templates.base.frame import Frame, frame
from templates.base.person import people
from templates.base.published import excluded_from, listed_in, who_is_named
from templates.minutes import closing, opening
from templates.minutes.exclusions import Composition, compositions, in_order, own_votes, reach
from templates.minutes.motions import Motions, motions
from templates.minutes.operations import amount_told, resolved
from templates.minutes.view import of_all, on, void_votes
from templates.public_minutes.ballot import public_ballots

TITLE = "Protokół posiedzenia Rady"

LEFT_OUT = (
    "Wersja do publikacji nie zawiera imiennych wyników głosowań, treści porządku obrad i wniosków "
    "formalnych, przebiegu dyskusji, uzasadnień ani powodów wyłączeń. Podpisany protokół "
    "z załącznikami przechowuje biuro LGD."
)


class Attended(Value):
    """A part of the sitting: how many were there, came and left, and the calculators."""

    title: str | None
    opened: str
    movements: tuple[str, ...]
    calculator: Calculator


class Told(Value):
    """One operation: who was excluded, the votes, the result, the resolution."""

    entry: Entry
    excluded: tuple[str, ...]
    votes: tuple[Ballot, ...]
    result: str
    resolution: str


class View(Value):
    """Everything that is published of the minutes."""

    frame: Frame
    when: tuple[str, ...]
    about: str
    led: str
    attendance: tuple[Attended, ...]
    officers: tuple[str, ...]
    officer_votes: tuple[Ballot, ...]
    agenda: str
    agenda_votes: tuple[Ballot, ...]
    statements: str
    call: tuple[str, ...]
    reach: str
    named: str
    motions: Motions
    exclusion_votes: tuple[Ballot, ...]
    compositions: tuple[Composition, ...]
    operations: tuple[Told, ...]
    ranking: tuple[closing.Ranked, ...]
    list_votes: tuple[Ballot, ...]
    resolutions: tuple[closing.Passed, ...]
    numbering: str
    other_votes: tuple[Ballot, ...]
    closed: str
    left_out: str


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the minutes of a sitting as they may be published."""
    sitting = held.sitting
    found = resolutions_of(decision)
    officers, agenda, other = opening.order_votes(held)
    warnings = tuple(void_votes(held))
    title = f"{TITLE} nr {sitting.number}"
    return View(
        frame=frame(decision, version, title, "public", moves=False, warnings=warnings),
        when=opening.held_when(held),
        about=f"Posiedzenie dotyczyło naboru nr {decision.call.number} „{decision.call.title}”.",
        led=opening.chaired(held),
        attendance=_attendance(held),
        officers=(opening.secretary(held), _officers(held)),
        officer_votes=public_ballots(held, officers),
        agenda=_agenda(held),
        agenda_votes=public_ballots(held, agenda),
        statements=opening.how_many_signed(held, decision.call),
        call=closing.call_told(decision),
        reach=reach(held),
        named=who_is_named(decision.call.regime),
        motions=motions(held, "public"),
        exclusion_votes=public_ballots(held, on(held, "exclusion")),
        compositions=compositions(decision, held),
        operations=_operations(decision, held, found),
        ranking=closing.ranking(decision, "public"),
        list_votes=public_ballots(held, of_all(held)),
        resolutions=closing.passed(held, found),
        numbering=f"Uchwały numeruje się tak: {NUMBERING}.",
        other_votes=public_ballots(held, other),
        closed=closing.closed(held),
        left_out=LEFT_OUT,
    )


def _attendance(held: HeldSitting) -> tuple[Attended, ...]:
    told = zip(opening.attendance(held), held.sitting.parts, strict=True)
    return tuple(
        Attended(
            title=one.title,
            opened=one.opened,
            movements=tuple(_moved(each) for each in movements(part, held.sitting.presences)),
            calculator=one.calculator,
        )
        for one, part in told
    )


def _moved(one: Movement) -> str:
    verbs = _CAME if one.came else _LEFT
    count = len(one.members)
    return f"O godz. {one.at:%H:%M} {verbs[polish.LOCALE.plural_form(count)]} {people(count)}."


_CAME = {"one": "przyszła", "few": "przyszły", "many": "przyszło"}
_LEFT = {"one": "wyszła", "few": "wyszły", "many": "wyszło"}


def _officers(held: HeldSitting) -> str:
    count = len(held.sitting.committee)
    if not count:
        return opening.NO_COMMITTEE
    return f"Głosy liczyła komisja skrutacyjna (skład: {people(count)})."


def _agenda(held: HeldSitting) -> str:
    """Say of how many points the agenda is; who wrote them may have named anybody."""
    count = len(held.sitting.agenda)
    if not count:
        return "Porządku obrad nie zapisano."
    points = polish.plural(count, "punkt", "punkty", "punktów")
    return f"Porządek obrad: {points}. Treść punktów jest w protokole, który przechowuje biuro LGD."


def _operations(decision: Decision, held: HeldSitting, found: list[Resolution]) -> tuple[Told, ...]:
    public = {one.application.number for one in listed_in(decision)}
    some = [one for one in in_order(decision, held) if one.application.number in public]
    return tuple(_operation(decision, held, found, one) for one in some)


def _operation(
    decision: Decision, held: HeldSitting, found: list[Resolution], one: Assessment
) -> Told:
    own = own_votes(held, one)
    return Told(
        entry=entry(decision, one, "public"),
        excluded=tuple(excluded_from(held, one.application.number)),
        votes=public_ballots(held, own),
        result=" ".join(_result(one)),
        resolution=resolved(one, found, own),
    )


def _result(one: Assessment) -> Iterator[str]:
    """Say what became of an operation, in points and money alone."""
    yield f"{polish.capital(OUTCOME_NAMES[one.outcome])}."
    if one.points is not None and one.minimum is not None:
        least = polish.with_points(one.minimum)
        yield f"Uzyskano {polish.with_points(one.points)} przy minimum {least}."
    amount = amount_told(one)
    if amount is not None:
        yield amount
