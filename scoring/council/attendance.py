"""Who was there and when: members come and leave, and every vote looks at the clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Form = Literal["in_person", "remote", "mixed", "circulation"]

FORM_NAMES: dict[Form, str] = {
    "in_person": "stacjonarne",
    "remote": "zdalne (transmisja w czasie rzeczywistym i dwustronna komunikacja)",
    "mixed": "mieszane (stacjonarne i zdalne)",
    "circulation": "głosowanie poza posiedzeniem (tryb obiegowy)",
}
"""How each form of a sitting reads in minutes."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sitting: a sitting may be broken off and go on another day."""

    opened_at: datetime
    closed_at: datetime
    place: str
    form: Form

    def at(self, moment: datetime) -> bool:
        """Whether a moment falls in the part, its first and its last minute included."""
        return self.opened_at <= moment <= self.closed_at


def part_at(moment: datetime, parts: Iterable[Part]) -> Part | None:
    """Return the part that a moment falls in."""
    return next((one for one in parts if one.at(moment)), None)


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
