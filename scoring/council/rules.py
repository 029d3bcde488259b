"""The LGD's own rules of the council: quorum, groups, exclusions, majority; each with its paragraph."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from scoring.call import Regime
from scoring.value import Value

LARGEST_SHARE = Decimal(49)
"""The most votes of one group, in per cent (Regulation (EU) 1303/2013, art. 32 sec. 2 lit. b)."""


class Quorum(Value):
    """How many must take part: a share of the composition, or more than it.

    The act sets no quorum for the council; it is the LGD's own rule. ``counts`` says who makes it:
    those ``entitled`` to the vote, or all who are ``present``, also the excluded.
    """

    percent: Decimal = Field(gt=0, le=100)
    more_than: bool = False
    counts: Literal["entitled", "present"] = "entitled"
    source: str

    def reached(self, count: int, composition: int) -> bool:
        """Compare in whole numbers: 10 of 19 is more than 50 %, 9 is not."""
        mine, needed = 100 * count, self.percent * composition
        return mine > needed if self.more_than else mine >= needed

    def least(self, composition: int) -> int:
        """Return the smallest number of members that reaches the quorum."""
        return next(count for count in range(composition + 2) if self.reached(count, composition))


class GroupLimit(Value):
    """The most votes that one group may have, in per cent."""

    percent: Decimal = Field(default=LARGEST_SHARE, gt=0, le=100)
    source: str


OF_REGULATION = GroupLimit(source="art. 32 ust. 2 lit. b rozporządzenia (UE) nr 1303/2013")
"""The limit that holds in 2014-2020 also where the LGD's rules are silent."""


class Assessors(Value):
    """Each operation is assessed by a few members, drawn so that no two share an interest group."""

    count: int = Field(default=3, ge=1)
    source: str


class CardCheck(Value):
    """Every card is checked by so many persons, none of whom filled it in."""

    persons: int = Field(default=2, ge=1)
    source: str


ExclusionScope = Literal["operation", "stage", "call"]
"""How far an exclusion from one operation reaches: it alone, its stage of assessment, the call."""


class CouncilRules(Value):
    """The rules of procedure of the council.

    ``groups`` is the LGD's own limit of a group's votes. ``by_name``: votes that select are
    recorded by name, else by count. ``majority``: of the votes cast, more for than against
    (``simple``), or more than half of those entitled (``absolute``). ``chair_decides``: at equal
    votes that of the chair decides. ``lot``: parity may be mended by leaving members out by lot.
    ``assessors``: not all assess, but a few who are drawn. ``card_check``: cards
    count only when so many others have checked them. ``written_vote`` and ``remote`` say
    whether the rules allow to vote outside a sitting, and to sit at a distance.
    """

    quorum: Quorum
    groups: GroupLimit | None = None
    exclusion: ExclusionScope = "operation"
    exclusion_source: str | None = None
    by_name: bool = False
    majority: Literal["simple", "absolute"] = "simple"
    chair_decides: bool = False
    lot: bool = False
    lot_source: str | None = None
    assessors: Assessors | None = None
    card_check: CardCheck | None = None
    written_vote: bool = False
    remote: bool = False

    def group_limit(self, regime: Regime) -> GroupLimit | None:
        """Return the limit of a group's votes: the LGD's own, or that of 2014-2020.

        Regulation (EU) 2021/1060 states no percentage: under the wording of 2023 there is a limit
        only where the LGD's rules have one.
        """
        return self.groups if self.groups or regime == "2023" else OF_REGULATION
