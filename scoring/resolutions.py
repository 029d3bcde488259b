"""The resolutions of a sitting: which were passed, under which number, and by which vote."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring import polish
from scoring.council.counting import CheckedVote
from scoring.council.resolving import last_vote
from scoring.council.sitting import HeldSitting
from scoring.council.vote import About
from scoring.decision import Assessment, Decision, Outcome

NUMBERING = "numer posiedzenia i kolejny numer uchwały na tym posiedzeniu"
"""The rule by which resolutions are numbered, as documents state it."""

_SELECTED = (Outcome.SELECTED, Outcome.SELECTED_OUTSIDE_LIMIT)
_REFUSED = (Outcome.BELOW_MINIMUM, Outcome.NOT_ELIGIBLE)

_VOTES: dict[Outcome, tuple[tuple[About, bool], ...]] = {
    Outcome.SELECTED: (("selection", True),),
    Outcome.SELECTED_OUTSIDE_LIMIT: (("selection", True),),
    Outcome.BELOW_MINIMUM: (("points", True), ("selection", False)),
    Outcome.NOT_ELIGIBLE: (("conformity", False), ("selection", False)),
}
"""Which votes carry a resolution on an operation: on what, and carried or lost; the first found."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution of the council.

    ``one`` is the operation that it is about; ``None``: it adopts the lists. ``selects`` tells the
    resolution on selecting (12a) from that on not selecting (12b).
    """

    number: str
    vote: CheckedVote
    one: Assessment | None = None

    @property
    def selects(self) -> bool:
        """Whether it selects the operation."""
        return self.one is not None and self.one.outcome in _SELECTED


def resolutions_of(decision: Decision) -> list[Resolution]:
    """Tell the resolutions of a sitting: one an operation by case number, then that on the lists.

    There is none where no valid vote stands behind it: an operation that is undecided, one that was
    stopped without a vote, lists whose vote is not valid or was lost.
    """
    held = decision.sitting
    if held is None:
        return []
    found = [*_on_operations(decision, held), *((vote, None) for vote in _on_lists(held))]
    return [
        Resolution(f"{held.sitting.number}/{count}", vote, one)
        for count, (vote, one) in enumerate(found, start=1)
    ]


def _on_operations(
    decision: Decision, held: HeldSitting
) -> Iterator[tuple[CheckedVote, Assessment | None]]:
    some = decision.of(*_SELECTED, *_REFUSED)
    for one in sorted(some, key=lambda one: polish.natural(one.application.number)):
        vote = carrying(held, one)
        if vote is not None:
            yield vote, one


def carrying(held: HeldSitting, one: Assessment) -> CheckedVote | None:
    """Return the valid vote that carries the resolution on an operation."""
    for about, passed in _VOTES[one.outcome]:
        vote = last_vote(held, one.application.number, about)
        if vote is not None and vote.valid and vote.passed is passed:
            return vote
    return None


def _on_lists(held: HeldSitting) -> Iterator[CheckedVote]:
    """Return the last vote that adopted the lists."""
    adopted = [one for one in held.votes if one.vote.about == "list" and one.passed]
    yield from adopted[-1:]


def number_of(found: Sequence[Resolution], one: Assessment) -> Resolution | None:
    """Return the resolution on an operation."""
    number = one.application.number
    return next((r for r in found if r.one and r.one.application.number == number), None)
