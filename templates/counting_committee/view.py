"""The minutes of the counting committee as plain data: who counted, a row a vote, what was not valid."""

from collections.abc import Iterator

from scoring import polish
from scoring.council.counting import CheckedVote
from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.value import Value
from templates.base.ballot import NUMBERED, hour, place, repeated, result
from templates.base.entry import NONE
from templates.base.frame import Frame, frame
from templates.base.person import by_alphabet, worded
from templates.base.prose import Block, blocks
from templates.minutes.exclusions import span
from templates.minutes.opening import held_when

TITLE = "Protokół komisji skrutacyjnej"

RESULTS = {"carried": "przyjęto", "lost": "nie przyjęto", "void": "nieważne"}
"""How the result of a vote reads in a row."""

BY_NAME, BY_COUNT = "imienne", "bez nazwisk"
WAYS = (
    "Sposób głosowania: imienne – jawne, zapisano, kto jak głosował; bez nazwisk – policzono same "
    "głosy."
)
"""What the ways to vote mean."""


class Counted(Value):
    """A vote in figures, and whether it was by name."""

    number: str
    when: str
    subject: str
    way: str
    entitled: str
    cast: str
    in_favour: str
    against: str
    abstained: str
    result: str
    mark: str


class Excluded(Value):
    """Who of those present did not vote, and why, in votes that are told by their numbers."""

    votes: str
    who: str


class Void(Value):
    """A vote that is not valid, why, and what came after it."""

    name: str
    reasons: tuple[str, ...]
    after: str


class View(Value):
    """Everything in the minutes of the committee.

    ``chosen`` names the vote by which the committee was chosen, where there was one.
    """

    frame: Frame
    when: tuple[str, ...]
    about: str
    composed: tuple[tuple[str, str], ...]
    chosen: str | None
    ways: str
    counted: tuple[Counted, ...]
    sum: str
    excluded: tuple[Excluded, ...]
    void: tuple[Void, ...]
    remarks: tuple[Block, ...]
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the minutes of the counting committee."""
    sitting = held.sitting
    void = [one for one in held.votes if not one.valid]
    votes = polish.plural(len(held.votes), "głosowanie", "głosowania", "głosowań")
    title = f"{TITLE}, posiedzenie nr {sitting.number}"
    return View(
        frame=frame(decision, version, title, "internal", moves=False),
        when=held_when(held),
        about=f"Posiedzenie dotyczyło naboru nr {decision.call.number} „{decision.call.title}”.",
        composed=tuple(_composed(held)),
        chosen=_chosen(held),
        ways=WAYS,
        counted=tuple(_counted(held, one) for one in held.votes),
        sum=f"Obliczono: {votes}; nieważnych: {len(void)}.",
        excluded=tuple(_excluded(held)),
        void=tuple(_void(held, one) for one in void),
        remarks=blocks(sitting.committee_remarks or ""),
        signatures=tuple(_signing(held)) or ("Komisja skrutacyjna",),
    )


def _in_order(held: HeldSitting) -> list[str]:
    """Name the committee, its chair first."""
    chair = held.sitting.committee_chair
    return sorted(held.sitting.committee, key=lambda name: name != chair)


def _composed(held: HeldSitting) -> Iterator[tuple[str, str]]:
    for name in _in_order(held):
        is_chair = name == held.sitting.committee_chair
        yield _chairing(held, name) if is_chair else "Członek komisji", name


def _chairing(held: HeldSitting, name: str) -> str:
    words = "Przewodnicząca komisji", "Przewodniczący komisji", "Przewodniczenie komisji"
    return worded(held.council.find(name), *words)


def _signing(held: HeldSitting) -> Iterator[str]:
    for name in _in_order(held):
        is_chair = name == held.sitting.committee_chair
        yield f"{_chairing(held, name)}: {name}" if is_chair else name


def _chosen(held: HeldSitting) -> str | None:
    """Name the vote by which the committee was chosen."""
    for one in held.votes:
        chosen = one.vote.about == "order" and "komisj" in one.vote.subject.casefold()
        if chosen and one.passed:
            return f"Komisję wybrano w głosowaniu nr {place(held, one)}."
    return None


def _counted(held: HeldSitting, one: CheckedVote) -> Counted:
    vote = one.vote
    about = "" if vote.application is None else f"{vote.application}: "
    return Counted(
        number=str(place(held, one)),
        when=hour(held, one),
        subject=f"{about}{vote.subject}",
        way=_way(one),
        entitled=str(len(one.entitled)),
        cast=str(vote.cast),
        in_favour=str(vote.in_favour.count),
        against=str(vote.against.count),
        abstained=str(vote.abstained.count),
        result=RESULTS[result(one)],
        mark=result(one),
    )


def _way(one: CheckedVote) -> str:
    if not one.vote.cast:
        return NONE
    return BY_COUNT if one.vote.names is None else BY_NAME


def _excluded(held: HeldSitting) -> Iterator[Excluded]:
    """Tell who was excluded from which votes; votes with the same people stand together."""
    found: dict[str, list[int]] = {}
    for one in held.votes:
        who = "; ".join(f"{name} – {one.excluded[name]}" for name in by_alphabet(one.excluded))
        if who:
            found.setdefault(who, []).append(place(held, one))
    for who, numbers in found.items():
        yield Excluded(votes=span(numbers), who=who)


def _void(held: HeldSitting, one: CheckedVote) -> Void:
    vote = one.vote
    about = "" if vote.application is None else f" (wniosek {vote.application})"
    numbered = NUMBERED.format(number=place(held, one))
    return Void(
        name=f"{numbered} – {polish.capital(vote.subject)}{about}",
        reasons=tuple(map(polish.capital, one.why_not_valid)),
        after=" ".join(repeated(held, one)),
    )
