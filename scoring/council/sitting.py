"""A sitting of the council as its minutes tell it: when, where, who led, what was voted on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from scoring.application import Application
from scoring.call import Regime
from scoring.council.attendance import Part, Presence
from scoring.council.chamber import Chamber
from scoring.council.counting import CheckedVote, check_vote
from scoring.council.member import Member
from scoring.council.motion import Motion
from scoring.council.rules import CouncilRules
from scoring.council.ties import ExclusionDecision, Proposal, Tie, proposals
from scoring.council.vote import Vote

UNWRITTEN = {"unwritten": True}
"""Marks what is not written down where nobody said it, so that a sitting without it stays the same."""


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

    ``consents`` names who agreed in documentary form to vote outside a sitting. ``discussion`` is free text (Markdown) by case number, or under ``""`` of the sitting itself.
    ``seed`` is the recorded seed of any lot that was drawn. ``committee`` counted the votes; of its
    chair nothing may be recorded, and its remarks are free text (Markdown) too.
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
    consents: frozenset[str] = frozenset()
    discussion: Mapping[str, str] = field(default_factory=dict)
    seed: str | None = None
    motions: tuple[Motion, ...] = field(default=(), metadata=UNWRITTEN)
    committee_chair: str | None = field(default=None, metadata=UNWRITTEN)
    committee_remarks: str | None = field(default=None, metadata=UNWRITTEN)

    @property
    def day(self) -> date:
        """The day on which the sitting began."""
        return self.parts[0].opened_at.date()


@dataclass(frozen=True, slots=True)
class HeldSitting:
    """A sitting with every vote counted again."""

    council: Council
    sitting: Sitting
    chamber: Chamber
    votes: tuple[CheckedVote, ...]

    def of(self, number: str) -> list[CheckedVote]:
        """Return the votes that decide on an application, alone or with others, in their order."""
        return [one for one in self.votes if number in one.vote.operations]

    def on_motion(self, motion: Motion) -> CheckedVote | None:
        """Return the vote that decided on a motion; ``None`` where nobody voted on it."""
        return None if motion.vote is None else self.votes[motion.vote]

    @property
    def invalid(self) -> list[CheckedVote]:
        """The votes that should select and decide nothing: not valid, nor repeated validly later."""
        found: dict[tuple[str, ...], CheckedVote] = {}
        for one in self.votes:
            matter = (one.vote.about, *(one.vote.operations or (one.vote.subject,)))
            if one.valid:
                found.pop(matter, None)
            elif one.vote.selects:
                found[matter] = one
        return list(found.values())

    @property
    def settled(self) -> dict[str, int]:
        """The places that valid votes gave among equals, by case number."""
        orders = (one for one in self.sitting.tie_orders if self.votes[one.vote].passed)
        return {number: place for one in orders for place, number in enumerate(one.order)}


def open_proposals(
    council: Council, sitting: Sitting, applications: Iterable[Application]
) -> list[Proposal]:
    """Return the proposed exclusions that nobody has decided on."""
    decided = {(one.member, one.application) for one in sitting.exclusions}
    found = proposals(council.members, council.ties, applications)
    return [one for one in found if (one.member, one.application) not in decided]


def chamber_of(council: Council, sitting: Sitting, regime: Regime) -> Chamber:
    """Bring together what a vote is counted by: the council and who took part in the sitting."""
    exclusions: dict[str, dict[str, str]] = {}
    for one in sitting.exclusions:
        if one.excluded:
            exclusions.setdefault(one.application, {})[one.member] = one.reason
    return Chamber(
        council.members,
        council.rules,
        regime,
        sitting.presences,
        council.signed,
        exclusions,
        sitting.chair,
        sitting.parts,
        sitting.consents,
        sitting.seed,
    )


def held(council: Council, sitting: Sitting, regime: Regime) -> HeldSitting:
    """Count every vote of a sitting again."""
    chamber = chamber_of(council, sitting, regime)
    votes = tuple(check_vote(one, chamber) for one in sitting.votes)
    return HeldSitting(council, sitting, chamber, votes)
