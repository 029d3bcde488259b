"""Lots that anybody can draw again: the order comes from a recorded seed, not from chance.

Each name has its number: the SHA-256 of ``seed|matter|name`` (UTF-8, nothing at the end). The names
are put in the order of these numbers. By hand:
``printf '%s' 'seed|PD/1/2022|Anna Nowak' | sha256sum``
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scoring.council.member import Member
from scoring.council.parity import names_of

HOW = (
    "Każdej osobie odpowiada liczba SHA-256 napisu „{seed}|{matter}|imię i nazwisko”; kolejność "
    "wyznaczają te liczby, od najmniejszej. Sprawdzenie: "
    "printf '%s' '{seed}|{matter}|imię i nazwisko' | sha256sum"
)
"""How a lot is explained in documents."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A name in a lot and its number, as ``sha256sum`` writes it."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Draw:
    """A lot: its seed, what it was for, all tickets in their order, and on whom it fell."""

    seed: str
    matter: str
    order: tuple[Ticket, ...]
    drawn: tuple[str, ...]

    @property
    def how(self) -> str:
        """Say how anybody can draw it again."""
        return HOW.format(seed=self.seed, matter=self.matter)


def tickets(seed: str, matter: str, names: Iterable[str]) -> tuple[Ticket, ...]:
    """Put names in the order of their numbers; the order in which they came never matters."""
    made = (Ticket(_number(f"{seed}|{matter}|{name}"), name) for name in set(names))
    return tuple(sorted(made, key=lambda one: (one.number, one.name)))


def _number(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def draw_assessors(seed: str, number: str, members: Sequence[Member], count: int) -> Draw | None:
    """Draw who assesses an operation, so that no two share a sector or an interest group.

    Down the order each is taken who shares no group with those taken before and with whom the
    number can still be made up. ``None`` where no such set of members exists.
    """
    by_name = {one.name: one for one in members}
    order = tickets(seed, number, by_name)
    found = _apart([by_name[one.name] for one in order], count)
    if found is None:
        return None
    return Draw(seed, number, order, tuple(one.name for one in found))


def _apart(members: Sequence[Member], count: int) -> list[Member] | None:
    """Return the first members, in their order, of whom no two share a group."""
    if count == 0:
        return []
    for place, one in enumerate(members):
        mine = names_of(one)
        others = [other for other in members[place + 1 :] if not mine & names_of(other)]
        rest = _apart(others, count - 1)
        if rest is not None:
            return [one, *rest]
    return None
