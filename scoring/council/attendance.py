"""Who was there and when: members come and leave, and every vote looks at the clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Presence:
    """A stretch of time that a member was present; ``left`` is ``None`` to the very end."""

    member: str
    came: datetime
    left: datetime | None = None

    def at(self, moment: datetime) -> bool:
        """Whether the member was there at a moment; whoever leaves at 10:30 is gone at 10:30."""
        return self.came <= moment and (self.left is None or moment < self.left)


def present_at(moment: datetime, presences: Iterable[Presence]) -> frozenset[str]:
    """Name everybody who was there at a moment."""
    return frozenset(one.member for one in presences if one.at(moment))
