"""A finding that a person made, where no document decides alone (rules E1, E2, E8 and the like)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an officer or the council found on a rule, and why.

    ``justification`` is never empty: without one there is no ruling.
    """

    rule: str
    met: bool
    justification: str
    by: Literal["officer", "council"]
    on: date | None = None


BY_NAMES = {"officer": "pracownik biura", "council": "Rada"}
"""Who made a ruling, as documents say it."""
