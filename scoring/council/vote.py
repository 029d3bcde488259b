"""A vote as it was taken: on what, when, and how many were for, against and abstained."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

About = Literal[
    "order",
    "exclusion",
    "conformity",
    "points",
    "amount",
    "selection",
    "tie",
    "list",
]
"""What is voted on: the order of the sitting, or a step that selects operations."""

ABOUT_NAMES: dict[About, str] = {
    "order": "sprawa porządkowa",
    "exclusion": "wyłączenia",
    "conformity": "zgodność lub warunki",
    "points": "punkty",
    "amount": "kwota",
    "selection": "wybór",
    "tie": "kolejność przy równej liczbie punktów",
    "list": "lista",
}
"""How each matter reads in documents and in the form of a sitting."""

SELECTING: frozenset[About] = frozenset(
    {"conformity", "points", "amount", "selection", "tie", "list"}
)
"""Votes that decide on selection: impartiality and parity are evidenced for each of them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Those who voted one way: how many, and their names where they were recorded."""

    count: int
    names: tuple[str, ...] | None = None

    @classmethod
    def of(cls, names: Iterable[str]) -> "Tally":
        """Count those who are named."""
        some = tuple(names)
        return cls(len(some), some)

    @property
    def known(self) -> tuple[str, ...] | None:
        """The names; of nobody there are none to record."""
        return () if self.count == 0 and self.names is None else self.names


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote as it was taken.

    ``application`` is the case number where it concerns one; ``concerns`` are the case numbers of a
    vote on several (a tie). ``left_out`` did not vote because the lot fell on them to keep parity.
    ``led_by`` is who led this vote in place of the chair.
    """

    about: About
    subject: str
    at: datetime
    in_favour: Tally
    against: Tally
    abstained: Tally
    application: str | None = None
    concerns: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    led_by: str | None = None

    @property
    def ways(self) -> tuple[Tally, Tally, Tally]:
        """The three ways to vote."""
        return self.in_favour, self.against, self.abstained

    @property
    def cast(self) -> int:
        """How many voted, abstentions included."""
        return sum(one.count for one in self.ways)

    @property
    def names(self) -> tuple[str, ...] | None:
        """Who voted, where it was recorded of all."""
        known = [one.known for one in self.ways]
        some = [names for names in known if names is not None]
        return tuple(name for names in some for name in names) if len(some) == len(known) else None

    @property
    def twice(self) -> list[str]:
        """Who is recorded more than once."""
        named = Counter(name for one in self.ways for name in one.names or ())
        return sorted(name for name, count in named.items() if count > 1)

    @property
    def operations(self) -> tuple[str, ...]:
        """The case numbers that the vote decides on."""
        return self.concerns if self.application is None else (self.application,)

    @property
    def selects(self) -> bool:
        """Whether impartiality and parity are asked of it."""
        return self.about in SELECTING

    @property
    def lot(self) -> str:
        """What a lot drawn for this vote is drawn for: the operation, or what is voted on."""
        return self.application or self.about
