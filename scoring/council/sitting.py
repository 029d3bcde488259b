"""A sitting of the council as its minutes tell it: when, where, who led, what was voted on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from scoring.call import Regime
from scoring.council.attendance import Presence
from scoring.council.member import Member
from scoring.council.rules import CouncilRules
from scoring.council.ties import ExclusionDecision, Tie
from scoring.council.vote import Chamber, CheckedVote, Vote, check_vote

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


@dataclass(frozen=True, slots=True)
class TieOrder:
    """The order that the council gave by a vote to operations with equal points.

    ``vote`` is the position of the vote among the votes of the sitting.
    """

    vote: int
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Council:
    """The council with its rules, the ties its members declared, and who signed the statements."""

    members: tuple[Member, ...]
    rules: CouncilRules
    ties: tuple[Tie, ...] = ()
    signed: frozenset[str] = frozenset()

    def find(self, name: str) -> Member | None:
        """Return the member of this name."""
        return next((one for one in self.members if one.name == name), None)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Everything that is recorded of a sitting.

    ``discussion`` is free text (Markdown) by case number, or under ``""`` of the sitting itself.
    ``seed`` is the recorded seed of any lot that was drawn.
    """

    number: str
    parts: tuple[Part, ...]
    chair: str
    secretary: str | None = None
    committee: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    presences: tuple[Presence, ...] = ()
    exclusions: tuple[ExclusionDecision, ...] = ()
    votes: tuple[Vote, ...] = ()
    tie_orders: tuple[TieOrder, ...] = ()
    discussion: Mapping[str, str] = field(default_factory=dict)
    seed: str | None = None

    @property
    def day(self) -> date:
        """The day on which the sitting began."""
        return self.parts[0].opened_at.date()


@dataclass(frozen=True, slots=True)
class HeldSitting:
    """A sitting with every vote counted again."""

    council: Council
    sitting: Sitting
    votes: tuple[CheckedVote, ...]

    def of(self, number: str) -> list[CheckedVote]:
        """Return the votes on one application, in the order they were taken."""
        return [one for one in self.votes if one.vote.application == number]

    @property
    def settled(self) -> dict[str, int]:
        """The places that valid votes gave among equals, by case number."""
        orders = (one for one in self.sitting.tie_orders if self.votes[one.vote].passed)
        return {number: place for one in orders for place, number in enumerate(one.order)}


def held(council: Council, sitting: Sitting, regime: Regime) -> HeldSitting:
    """Count every vote of a sitting again."""
    exclusions: dict[str, dict[str, str]] = {}
    for one in sitting.exclusions:
        if one.excluded:
            exclusions.setdefault(one.application, {})[one.member] = one.reason
    chamber = Chamber(
        council.members,
        council.rules,
        regime,
        sitting.presences,
        council.signed,
        exclusions,
        sitting.chair,
    )
    return HeldSitting(council, sitting, tuple(check_vote(one, chamber) for one in sitting.votes))
