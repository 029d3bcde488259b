"""Who came late and who left early, part by part of a sitting, with the hour."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from scoring.council.attendance import Part, Presence


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody came into a part of the sitting after it was opened, or left before its end."""

    at: datetime
    came: bool
    members: tuple[str, ...]


def movements(part: Part, presences: Sequence[Presence]) -> list[Movement]:
    """Tell who came and who left while a part lasted, by the hour; those at one moment together.

    Whoever is there when the part is opened did not come into it, and whoever stays to its end did
    not leave it.
    """
    found: dict[tuple[datetime, bool], list[str]] = {}
    for name, at, came in _moves(part, presences):
        found.setdefault((at, came), []).append(name)
    return [Movement(at, came, tuple(names)) for (at, came), names in sorted(found.items())]


def _moves(part: Part, presences: Sequence[Presence]) -> Iterator[tuple[str, datetime, bool]]:
    for one in presences:
        if part.opened_at < one.came <= part.closed_at:
            yield one.member, one.came, True
        if one.left is not None and part.opened_at < one.left < part.closed_at:
            yield one.member, one.left, False


def away_from(part: Part, names: Sequence[str], presences: Sequence[Presence]) -> list[str]:
    """Name those who were not there for a single moment of a part, in the order given."""
    there = {one.member for one in presences if _touches(part, one)}
    return [name for name in names if name not in there]


def _touches(part: Part, one: Presence) -> bool:
    return one.came <= part.closed_at and (one.left is None or one.left > part.opened_at)
