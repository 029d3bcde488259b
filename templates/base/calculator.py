"""The two calculators of a council: no group above its limit, and the public against the others."""

from collections.abc import Sequence

from scoring import polish
from scoring.council.chamber import Chamber
from scoring.council.member import SECTOR_NAMES, Member
from scoring.council.parity import Group, groups_of, parity_findings, sectors_of
from scoring.value import Value
from templates.base.ballot import Check, checks


class Share(Value):
    """A row: a group, how many belong to it, and what part of all that is."""

    name: str
    count: str
    percent: str


class Calculator(Value):
    """Both calculators of some members: sectors, other interest groups, public against others."""

    of: str
    sectors: tuple[Share, ...]
    groups: tuple[Share, ...]
    halves: tuple[Share, ...]
    checks: tuple[Check, ...]


def calculator(members: Sequence[Member], chamber: Chamber) -> Calculator:
    """Count some members by both calculators."""
    sectors, count = sectors_of(members), len(members)
    public = sum(one.count for one in sectors if one.name == SECTOR_NAMES["public"])
    halves = (
        Group(SECTOR_NAMES["public"], public, count),
        Group("pozostali (spoza sektora publicznego)", count - public, count),
    )
    return Calculator(
        of=str(count),
        sectors=_shares(sectors),
        groups=_shares(groups_of(members)),
        halves=_shares(halves),
        checks=checks(parity_findings(members, chamber.limit, chamber.regime)),
    )


def _shares(groups: Sequence[Group]) -> tuple[Share, ...]:
    return tuple(
        Share(name=one.name, count=str(one.count), percent=polish.percent(one.percent))
        for one in groups
    )
