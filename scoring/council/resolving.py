"""What the votes of a sitting mean for an operation: conformity before points, selection after."""

from collections.abc import Iterator

from scoring.answer import Answer, Finding, met, not_applicable, not_met, open_while
from scoring.call import Regime
from scoring.council.counting import CheckedVote
from scoring.council.sitting import HeldSitting
from scoring.council.vote import ABOUT_NAMES, About
from scoring.points.missing import Missing

_STEPS: tuple[About, ...] = ("points", "amount", "selection")
"""Votes on one operation after its points are known; only the selection must have been taken."""

_SOURCES: dict[Regime, tuple[str, str]] = {
    "2015": ("Zgodność z LSR – głosowanie Rady", "art. 21 ust. 2 i art. 17 ust. 2 ustawy (2015)"),
    "2019": ("Zgodność z LSR – głosowanie Rady", "art. 21 ust. 2 i art. 17 ust. 2 ustawy (2019)"),
    "2023": (
        "Warunki udzielenia wsparcia – głosowanie Rady",
        "art. 21 ust. 1 i art. 17 ust. 2 ustawy (2023)",
    ),
}
"""How the vote before points is called, and where it stands, by the wording of the act."""


def last_vote(held: HeldSitting, number: str, about: About) -> CheckedVote | None:
    """Return the vote that decides a matter of an operation: the last valid one, else the last."""
    taken = [one for one in held.of(number) if one.vote.about == about]
    valid = [one for one in taken if one.valid]
    return (valid or taken)[-1] if taken else None


def conformity(held: HeldSitting, number: str, regime: Regime) -> Finding:
    """Say what the council voted on conformity; an invalid vote is no answer."""
    name, source = _SOURCES[regime]
    return Finding("council", name, source, _conformity(last_vote(held, number, "conformity")))


def _conformity(vote: CheckedVote | None) -> Answer:
    if vote is None:
        return not_applicable("Rada nie głosowała nad tym osobno.")
    if not vote.valid:
        return open_while(_invalid(vote))
    for_, against = vote.vote.in_favour.count, vote.vote.against.count
    said = (
        "Rada: za {in_favour:liczba}, przeciw {against:liczba}, wstrzymało się {abstained:liczba}."
    )
    answer = met if vote.passed else not_met
    return answer(said, in_favour=for_, against=against, abstained=vote.vote.abstained.count)


def missing_votes(held: HeldSitting, number: str) -> tuple[Missing, ...]:
    """Name what keeps an operation from being selected: an invalid, lost or missing vote.

    Act, art. 17 sec. 2: no support is due where the composition of the council or the parity of
    votes was broken, so an invalid vote never leads to a selection.
    """
    return tuple(_missing(held, number))


def _missing(held: HeldSitting, number: str) -> Iterator[Missing]:
    for about in _STEPS:
        vote = last_vote(held, number, about)
        if vote is None:
            if about == "selection":
                yield Missing("vote", ABOUT_NAMES[about])
        elif not vote.valid:
            yield _invalid(vote)
        elif not vote.passed:
            yield Missing("vote_lost", vote.vote.subject)


def _invalid(vote: CheckedVote) -> Missing:
    why = " ".join(vote.why_not_valid).rstrip(".")
    return Missing("vote_invalid", f"{vote.vote.subject} ({why})")
