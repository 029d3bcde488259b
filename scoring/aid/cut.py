"""One line of the calculation of the aid: what is taken off, how much, why, and by which rule."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.points.missing import Missing

if TYPE_CHECKING:
    from scoring.aid.rate import Rate


@dataclass(frozen=True, slots=True)
class Cut:
    """What is taken off, in grosze and more than nothing.

    ``id`` is the number of the rule, or a word where the rule has none. ``said`` is anything whose
    ``str()`` is the reason.
    """

    id: str
    name: str
    amount: int
    said: object
    source: str

    @property
    def sentence(self) -> str:
        """The reason as a sentence that can be printed and quoted in the letter."""
        return str(self.said)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The most that a rule lets through, in grosze, and how the cut is told if it bites."""

    id: str
    name: str
    most: int
    said: object
    source: str

    def cut(self, amount: int) -> Cut | None:
        """Return what the rule takes off an amount; ``None`` where it takes nothing."""
        if amount <= self.most:
            return None
        return Cut(self.id, self.name, amount - self.most, self.said, self.source)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the calculation as it is printed: a limit that was looked at, and what it took.

    ``most`` is the most that it lets through (``None`` where it is no limit, such as rounding),
    ``taken`` what it took off and ``left`` what was left after it, all in grosze.
    """

    id: str
    name: str
    most: int | None
    taken: int
    left: int
    said: object
    source: str

    @property
    def sentence(self) -> str:
        """The reason as a sentence that can be printed."""
        return str(self.said)


@dataclass(frozen=True, slots=True)
class Aid:
    """The aid set for an operation, in grosze; the cuts add up to requested minus ``amount``.

    ``eligible`` is the eligible cost after all its cuts (``None`` for a lump sum or where it is
    not counted). ``amount`` is ``None`` while something is ``missing``. ``rate`` is the rate of
    aid, and ``ceilings`` every limit that was looked at, whether it took anything off or not.
    """

    requested: int
    amount: int | None
    cuts: tuple[Cut, ...] = ()
    eligible: int | None = None
    ineligible: tuple[Cut, ...] = ()
    missing: tuple[Missing, ...] = ()
    rate: "Rate | None" = None
    ceilings: tuple[Ceiling, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The calculation line by line: every limit in its order, then what no limit took."""
        steps: list[Step] = []
        left, bitten = self.requested, 0
        for one in self.ceilings:
            taken = max(left - one.most, 0)
            left, bitten = left - taken, bitten + (taken > 0)
            steps.append(Step(one.id, one.name, one.most, taken, left, one.said, one.source))
        for cut in self.cuts[bitten:]:
            left -= cut.amount
            steps.append(Step(cut.id, cut.name, None, cut.amount, left, cut.said, cut.source))
        return tuple(steps)


def lowered(amount: int, ceilings: tuple[Ceiling, ...]) -> tuple[int, tuple[Cut, ...]]:
    """Bring an amount under one ceiling after another; return it with the cuts."""
    cuts: list[Cut] = []
    for ceiling in ceilings:
        cut = ceiling.cut(amount)
        if cut is not None:
            cuts.append(cut)
            amount = ceiling.most
    return amount, tuple(cuts)
