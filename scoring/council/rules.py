"""The LGD's own rules of the council: quorum, groups, exclusions, majority; each with its paragraph."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from scoring.value import Value


class Quorum(Value):
    """How many must be present and entitled: a share of the composition, or more than it.

    The act sets no quorum for the council; it is the LGD's own rule.
    """

    percent: Decimal = Field(gt=0, le=100)
    more_than: bool = False
    source: str

    def reached(self, present: int, composition: int) -> bool:
        """Compare in whole numbers: 10 of 19 is more than 50 %, 9 is not."""
        mine, needed = 100 * present, self.percent * composition
        return mine > needed if self.more_than else mine >= needed

    def least(self, composition: int) -> int:
        """Return the smallest number of members that reaches the quorum."""
        return next(count for count in range(composition + 2) if self.reached(count, composition))


class GroupLimit(Value):
    """The most votes that one group may have, in per cent (49 by Regulation 1303/2013, art. 32)."""

    percent: Decimal = Field(default=Decimal(49), gt=0, le=100)
    source: str = "art. 32 ust. 2 lit. b rozporządzenia (UE) nr 1303/2013"


ExclusionScope = Literal["operation", "stage", "call"]
"""How far an exclusion from one operation reaches: it alone, its stage of assessment, the call."""


class CouncilRules(Value):
    """The rules of procedure of the council.

    ``by_name``: votes are recorded by name, else by count. ``majority``: of the votes cast, more
    for than against (``simple``), or more than half of those entitled (``absolute``).
    ``chair_decides``: at equal votes that of the chair decides. ``lot``: parity may be mended by
    leaving members of the largest group out by lot.
    """

    quorum: Quorum
    groups: GroupLimit = GroupLimit()
    exclusion: ExclusionScope = "operation"
    exclusion_source: str | None = None
    by_name: bool = False
    majority: Literal["simple", "absolute"] = "simple"
    chair_decides: bool = False
    lot: bool = False
    lot_source: str | None = None
    written_vote: bool = False
    remote: bool = False
