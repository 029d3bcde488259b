"""The minutes of a sitting as plain data, section by section as LGDs keep them."""

from scoring import polish
from scoring.council.counting import CheckedVote
from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.resolutions import NUMBERING, resolutions_of
from scoring.value import Value
from templates.base.ballot import Ballot, ballots, place
from templates.base.frame import Frame, frame
from templates.base.person import listed
from templates.base.prose import Block, blocks
from templates.base.rules_text import approximation_note
from templates.minutes import closing, opening
from templates.minutes.exclusions import (
    Composition,
    Excluded,
    compositions,
    exclusions,
    in_order,
    reach,
)
from templates.minutes.motions import Motions, motions
from templates.minutes.operations import Operation, operation

TITLE = "Protokół posiedzenia Rady"


class View(Value):
    """Everything in the minutes; the fields stand in the order of its eleven sections.

    ``motions`` are parted by the section in which each stands.
    """

    frame: Frame
    when: tuple[str, ...]
    about: str
    led: str
    attendance: tuple[opening.Attendance, ...]
    guests: str | None
    officers: tuple[str, ...]
    officer_votes: tuple[Ballot, ...]
    agenda: tuple[str, ...]
    agenda_votes: tuple[Ballot, ...]
    statements: tuple[str, ...]
    call: tuple[str, ...]
    reach: str
    motions: Motions
    exclusions: tuple[Excluded, ...]
    exclusion_votes: tuple[Ballot, ...]
    compositions: tuple[Composition, ...]
    operations: tuple[Operation, ...]
    ranking: tuple[closing.Ranked, ...]
    list_votes: tuple[Ballot, ...]
    resolutions: tuple[closing.Passed, ...]
    numbering: str
    other: tuple[Block, ...]
    other_votes: tuple[Ballot, ...]
    closed: str
    annexes: tuple[str, ...]
    approximate: str | None
    signatures: tuple[str, ...]


def view(decision: Decision, version: int | None, held: HeldSitting) -> View:
    """Return the minutes of a sitting; without a version where they are printed by themselves."""
    sitting = held.sitting
    resolutions = resolutions_of(decision)
    officers, agenda, other = opening.order_votes(held)
    operations = tuple(
        operation(decision, held, one, resolutions) for one in in_order(decision, held)
    )
    return View(
        frame=frame(
            decision,
            version,
            f"{TITLE} nr {sitting.number}",
            "internal",
            moves=False,
            warnings=tuple(void_votes(held)),
        ),
        when=opening.held_when(held),
        about=f"Posiedzenie dotyczyło naboru nr {decision.call.number} „{decision.call.title}”.",
        led=opening.led(held),
        attendance=opening.attendance(held),
        guests=listed(sitting.guests) or None,
        officers=opening.officers(held),
        officer_votes=ballots(held, officers),
        agenda=sitting.agenda,
        agenda_votes=ballots(held, agenda),
        statements=opening.statements(held, decision.call),
        call=closing.call_told(decision),
        reach=reach(held),
        motions=motions(held, "internal"),
        exclusions=exclusions(held),
        exclusion_votes=ballots(held, on(held, "exclusion")),
        compositions=compositions(decision, held),
        operations=operations,
        ranking=closing.ranking(decision, "internal"),
        list_votes=ballots(held, of_all(held)),
        resolutions=closing.passed(held, resolutions),
        numbering=f"Uchwały numeruje się tak: {NUMBERING}.",
        other=blocks(sitting.discussion.get("", "")),
        other_votes=ballots(held, other),
        closed=closing.closed(held),
        annexes=closing.annexes(decision, resolutions),
        approximate=approximation_note(decision.call, (one.total[1] for one in operations)),
        signatures=closing.signing(held),
    )


def on(held: HeldSitting, about: str) -> list[CheckedVote]:
    """Return the votes on one matter."""
    return [one for one in held.votes if one.vote.about == about]


def of_all(held: HeldSitting) -> list[CheckedVote]:
    """Return the votes that select and concern no single operation: order of equals, lists."""
    return [one for one in held.votes if one.vote.selects and one.vote.application is None]


def void_votes(held: HeldSitting) -> list[str]:
    """Say which votes decide nothing though a selection hangs on them."""
    numbers = sorted(place(held, one) for one in held.invalid)
    if not numbers:
        return []
    what = polish.plural(len(numbers), "głosowanie", "głosowania", "głosowań")
    return [
        (
            f"Nieważne i niepowtórzone skutecznie: {what}, od których zależy wybór "
            f"(nr {listed(map(str, numbers))})."
        )
    ]
