"""The difference of two decisions: who moved and through what, who did not, and the money."""

from dataclasses import dataclass
from functools import cached_property

from scoring.answer import Finding
from scoring.decision import Assessment, Decision, Outcome
from scoring.difference.cause import Cause, minus
from scoring.difference.reason import Reason
from scoring.numbers import Points


@dataclass(frozen=True, slots=True)
class Moved:
    """An application whose outcome, points, place or amount is not what it was.

    ``causes`` are of its points, and their changes add up to ``change``; ``reasons`` are all that
    moved it besides.
    """

    was: Assessment
    now: Assessment
    causes: tuple[Cause, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def number(self) -> str:
        """The case number."""
        return self.now.application.number

    @property
    def change(self) -> Points | None:
        """The change of its points; ``None`` where they are not known on one of the sides."""
        return minus(self.now.points, self.was.points)

    @property
    def granted_change(self) -> int | None:
        """The change of the amount in grosze; ``None`` where it is not settled on one side."""
        if Outcome.UNDECIDED in (self.was.outcome, self.now.outcome):
            return None
        return (self.now.granted or 0) - (self.was.granted or 0)

    @property
    def withdrawn(self) -> bool:
        """Whether it is withdrawn on either side: it has no points there, and none are missing."""
        return Outcome.WITHDRAWN in (self.was.outcome, self.now.outcome)

    @property
    def funded(self) -> bool:
        """Whether it is selected within the limit now, and was not."""
        return _funded(self.now) and not _funded(self.was)

    @property
    def unfunded(self) -> bool:
        """Whether it was selected within the limit, and is not any more."""
        return _funded(self.was) and not _funded(self.now)

    @property
    def rose_to_minimum(self) -> bool:
        """Whether it reaches the minimum now, and did not."""
        return self.was.reached_minimum is False and self.now.reached_minimum is True

    @property
    def fell_below_minimum(self) -> bool:
        """Whether it reached the minimum, and does not any more."""
        return self.was.reached_minimum is True and self.now.reached_minimum is False

    @property
    def entered_limit(self) -> bool:
        """Whether it is within the limit now, and stood on the list outside it."""
        return self.was.within_limit is False and self.now.within_limit is True

    @property
    def left_limit(self) -> bool:
        """Whether it was within the limit, and stands on the list outside it now."""
        return self.was.within_limit is True and self.now.within_limit is False


def _funded(one: Assessment) -> bool:
    return one.outcome is Outcome.SELECTED


@dataclass(frozen=True)
class Difference:
    """What two decisions of one call differ in.

    ``moved`` stand in the order of the list as it is now, ``only_before`` and ``only_after`` are
    applications that one of the two does not have, and ``unchanged`` all others.
    """

    before: Decision
    after: Decision
    moved: tuple[Moved, ...]
    unchanged: tuple[Assessment, ...]
    only_before: tuple[Assessment, ...] = ()
    only_after: tuple[Assessment, ...] = ()

    @cached_property
    def empty(self) -> bool:
        """Whether nothing moved."""
        return not (self.moved or self.only_before or self.only_after or self.of_call)

    @property
    def granted_change(self) -> int:
        """The change of the sum granted within the limit, in grosze; what is open counts nothing."""
        return self.after.granted - self.before.granted

    @cached_property
    def given(self) -> int:
        """What operations get now and did not get before, in grosze: the money that moves to them."""
        return sum(max(change, 0) for change in self._changes())

    @cached_property
    def taken(self) -> int:
        """What operations got before and do not get now, in grosze: the money that moves away."""
        return sum(max(-change, 0) for change in self._changes())

    def _changes(self) -> list[int]:
        """Return the change of every amount set; one that is not settled has none set."""
        moved = [(one.now.granted or 0) - (one.was.granted or 0) for one in self.moved]
        gone = [-(one.granted or 0) for one in self.only_before]
        return moved + gone + [one.granted or 0 for one in self.only_after]

    @cached_property
    def of_call(self) -> tuple[tuple[Finding, Finding], ...]:
        """The rules of the call as a whole that are answered otherwise: before and after."""
        old = {one.id: one for one in self.before.findings}
        pairs = [(old[one.id], one) for one in self.after.findings if one.id in old]
        return tuple((was, now) for was, now in pairs if was.verdict != now.verdict)

    @cached_property
    def unsettled(self) -> tuple[Assessment, ...]:
        """The applications that are not decided after the change."""
        return tuple(self.after.of(Outcome.UNDECIDED))

    def find(self, number: str) -> Moved | None:
        """The application of this case number, if it moved."""
        return next((one for one in self.moved if one.number == number), None)
