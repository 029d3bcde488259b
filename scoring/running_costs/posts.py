"""How many inhabitants of the LSR area count, and how many posts that asks for (§12)."""

from scoring.running_costs.given import Area, Gmina
from scoring.running_costs.readings import REFERENCE_DAY

LARGE_TOWN = 20_000
"""A town with more inhabitants than this does not count."""

BANDS = ((30_000, 60_000, 2), (60_000, 100_000, 3), (100_000, 150_000, 4))
"""From, to, and posts. The source gives both ends of a band: 60 000 stands in two of them."""

LEAD_FUND_POSTS = 1
"""Posts more where EAFRD is the lead fund of the LSR."""


def counted_in(gmina: Gmina) -> int | None:
    """Return the inhabitants of a gmina who count: without its towns above 20 000.

    ``None`` while it is unknown. A gmina of at most 20 000 inhabitants can have no such town, so
    its towns need not be named.
    """
    if gmina.inhabitants is None:
        return None
    if gmina.towns is None:
        return gmina.inhabitants if gmina.inhabitants <= LARGE_TOWN else None
    left = gmina.inhabitants
    for town in gmina.towns:
        if town.inhabitants is None:
            if gmina.inhabitants > LARGE_TOWN:
                return None
        elif town.inhabitants > LARGE_TOWN:
            left -= town.inhabitants
    return left


def counted(area: Area) -> int | None:
    """Return the inhabitants of the area who count, or ``None`` while one gmina is unknown."""
    found = [counted_in(gmina) for gmina in area.gminas]
    known = [one for one in found if one is not None]
    return sum(known) if known and len(known) == len(found) else None


def posts_for(inhabitants: int, *, eafrd_leads: bool | None) -> tuple[int, ...]:
    """Return every number of posts that the source may mean; none where it says nothing.

    There are two at an end shared by two bands, and while the lead fund is unknown.
    """
    more = {True: (LEAD_FUND_POSTS,), False: (0,), None: (0, LEAD_FUND_POSTS)}[eafrd_leads]
    found = {
        posts + one for low, high, posts in BANDS for one in more if low <= inhabitants <= high
    }
    return tuple(sorted(found))


def missing_of(area: Area) -> tuple[str, ...]:
    """Name what must become known before the inhabitants can be counted."""
    if not area.gminas:
        return ("gminy obszaru LSR i liczba ich mieszkańców",)
    found = [] if area.state_on == REFERENCE_DAY else ["liczba mieszkańców na 31.12.2013"]
    for gmina in area.gminas:
        if counted_in(gmina) is None:
            towns = "miasta powyżej 20 000 mieszkańców"
            what = "liczba mieszkańców" if gmina.inhabitants is None else towns
            found.append(f"gmina {gmina.name}: {what}")
    return tuple(found)
