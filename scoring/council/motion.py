"""A formal motion at a sitting (wniosek formalny): who moved what, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Fate = Literal["adopted", "rejected", "withdrawn", "left"]
"""What becomes of a motion without a vote; ``left``: nobody dealt with it."""

FATE_NAMES: dict[Fate, str] = {
    "adopted": "przyjęty przez aklamację",
    "rejected": "odrzucony bez głosowania",
    "withdrawn": "wycofany",
    "left": "pozostawiony bez biegu",
}
"""How each reads in the form of a sitting."""


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion as it was moved.

    ``moved_by`` is a member of the council or somebody else who was there. ``at`` is ``None`` where
    nobody wrote the hour down; then ``part`` may tell the part of the sitting, from 1. ``vote`` is
    the position, among the votes of the sitting, of the one that decided on it; then ``fate`` is
    ``None``, for it follows from the count.
    """

    moved_by: str
    text: str
    at: datetime | None = None
    part: int | None = None
    vote: int | None = None
    fate: Fate | None = None
