"""The minutes of the counting committee as plain data: a row a vote."""

from scoring import polish
from scoring.council.counting import CheckedVote
from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.value import Value
from templates.base.ballot import hour, place, result
from templates.base.frame import Frame, frame
from templates.base.person import listed

TITLE = "Protokół komisji skrutacyjnej"

RESULTS = {"carried": "przyjęto", "lost": "nie przyjęto", "void": "nieważne"}
"""How the result of a vote reads in a row."""


class Counted(Value):
    """A vote in figures."""

    number: str
    when: str
    subject: str
    entitled: str
    cast: str
    in_favour: str
    against: str
    abstained: str
    result: str
    mark: str


class View(Value):
    """Everything in the minutes of the committee."""

    frame: Frame
    committee: str
    counted: tuple[Counted, ...]
    sum: str
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the minutes of the counting committee."""
    sitting = held.sitting
    void = sum(not one.valid for one in held.votes)
    votes = polish.plural(len(held.votes), "głosowanie", "głosowania", "głosowań")
    title = f"{TITLE}, posiedzenie nr {sitting.number}"
    return View(
        frame=frame(decision, version, title, "internal", moves=False),
        committee=(
            f"Komisja skrutacyjna w składzie: {listed(sitting.committee)}."
            if sitting.committee
            else "W zapisie posiedzenia nie ma składu komisji skrutacyjnej."
        ),
        counted=tuple(_counted(held, one) for one in held.votes),
        sum=f"Obliczono: {votes}; nieważnych: {void}.",
        signatures=sitting.committee or ("Komisja skrutacyjna",),
    )


def _counted(held: HeldSitting, one: CheckedVote) -> Counted:
    vote = one.vote
    about = "" if vote.application is None else f"{vote.application}: "
    return Counted(
        number=str(place(held, one)),
        when=hour(held, one),
        subject=f"{about}{vote.subject}",
        entitled=str(len(one.entitled)),
        cast=str(vote.cast),
        in_favour=str(vote.in_favour.count),
        against=str(vote.against.count),
        abstained=str(vote.abstained.count),
        result=RESULTS[result(one)],
        mark=result(one),
    )
