"""A vote: who was entitled, whether it was valid, and what would mend it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from scoring.answer import Answer, Finding, met, not_met
from scoring.call import Regime
from scoring.council.attendance import Presence, present_at
from scoring.council.member import Member
from scoring.council.parity import (
    CONTROL_SOURCE,
    HALF_SOURCE,
    Group,
    groups_of,
    half_not_public,
    no_group_above,
    no_group_controls,
    sectors_of,
    too_many,
    within_limit,
)
from scoring.council.rules import CouncilRules

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

SELECTING: frozenset[About] = frozenset(
    {"conformity", "points", "amount", "selection", "tie", "list"}
)
"""Votes that decide on selection: impartiality and parity are evidenced for each of them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Those who voted one way: by name where the rules ask for it, and how many."""

    count: int
    names: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote as it was taken. ``application`` is the case number where it concerns one."""

    about: About
    subject: str
    at: datetime
    in_favour: Tally
    against: Tally
    abstained: Tally
    application: str | None = None

    @property
    def cast(self) -> int:
        """How many voted, abstentions included."""
        return self.in_favour.count + self.against.count + self.abstained.count

    @property
    def names(self) -> tuple[str, ...] | None:
        """Who voted, where it was recorded."""
        ways = (self.in_favour.names, self.against.names, self.abstained.names)
        return None if None in ways else tuple(name for way in ways for name in way or ())


@dataclass(frozen=True, slots=True)
class Mend:
    """What would make a vote valid: how many of a group leave the vote, and whether that can be."""

    group: str
    count: int
    quorum_holds: bool
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedVote:
    """A vote with everything that was counted at its moment.

    ``excluded`` names who did not vote and why (an exclusion, no statement signed). ``voters`` are
    those counted for parity. ``passed`` is ``None`` where the vote is not valid: it decides nothing.
    """

    vote: Vote
    composition: int
    present: tuple[str, ...]
    excluded: Mapping[str, str]
    voters: tuple[Member, ...]
    sectors: tuple[Group, ...]
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    passed: bool | None
    mends: tuple[Mend, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether every condition of the vote was met."""
        return all(one.verdict == "met" for one in self.findings)


@dataclass(frozen=True, slots=True)
class Chamber:
    """The council at a sitting: members, rules, who was there, who signed, who is excluded.

    ``signed`` names those who signed the statement of impartiality. ``exclusions`` is, by case
    number, who is excluded and why.
    """

    members: Sequence[Member]
    rules: CouncilRules
    regime: Regime
    presences: Sequence[Presence]
    signed: frozenset[str]
    exclusions: Mapping[str, Mapping[str, str]]
    chair: str | None = None

    def composition(self, moment: datetime) -> list[Member]:
        """Return the members whose term of office holds."""
        return [one for one in self.members if one.in_office(moment.date())]

    def not_voting(self, vote: Vote) -> dict[str, str]:
        """Name who may not vote although there, and why."""
        why: dict[str, str] = {}
        if vote.about in SELECTING:
            for member in self.members:
                if member.name not in self.signed:
                    why[member.name] = "nie podpisał(a) deklaracji bezstronności i poufności"
            why |= self._excluded(vote)
        return why

    def _excluded(self, vote: Vote) -> Mapping[str, str]:
        """Return the exclusions that reach a vote: by operation, stage or the whole call."""
        if self.rules.exclusion == "operation":
            return self.exclusions.get(vote.application or "", {})
        if self.rules.exclusion == "stage" and vote.application is None:
            return {}
        return {name: why for some in self.exclusions.values() for name, why in some.items()}


def check_vote(vote: Vote, chamber: Chamber) -> CheckedVote:
    """Count again at the moment of a vote: entitled, quorum, both parities, the result."""
    composition = chamber.composition(vote.at)
    there = present_at(vote.at, chamber.presences)
    present = [one for one in composition if one.name in there]
    why = {name: reason for name, reason in chamber.not_voting(vote).items() if name in there}
    entitled = [one for one in present if one.name not in why]
    voters = _voters(vote, entitled)
    findings = tuple(_findings(vote, chamber, len(composition), entitled, voters))
    counted = entitled if voters is None else voters
    valid = all(one.verdict == "met" for one in findings)
    return CheckedVote(
        vote,
        len(composition),
        tuple(one.name for one in present),
        why,
        tuple(counted),
        sectors_of(counted),
        groups_of(counted),
        findings,
        passes(vote, chamber.rules, len(entitled), chamber.chair) if valid else None,
        tuple(_mends(chamber, len(composition), counted)) if not valid else (),
    )


def _voters(vote: Vote, entitled: Sequence[Member]) -> list[Member] | None:
    """Return who voted; ``None`` where fewer voted than might, and nobody wrote down who."""
    if vote.names is not None:
        return [one for one in entitled if one.name in vote.names]
    return list(entitled) if vote.cast == len(entitled) else None


def _findings(
    vote: Vote,
    chamber: Chamber,
    composition: int,
    entitled: Sequence[Member],
    voters: Sequence[Member] | None,
) -> Iterable[Finding]:
    """Ask quorum of every vote, and parity of every vote that selects."""
    rules = chamber.rules
    count = len(entitled)
    said = "Uprawnionych obecnych: {count:liczba} z {composition:liczba}, wymaga się co najmniej {least:liczba}."
    values = {"count": count, "composition": composition, "least": rules.quorum.least(composition)}
    reached = rules.quorum.reached(count, composition)
    yield Finding(
        "quorum", "Kworum", rules.quorum.source, (met if reached else not_met)(said, **values)
    )
    yield Finding("votes", "Liczba głosów", rules.quorum.source, _counted(vote, entitled))
    if vote.about not in SELECTING:
        return
    if voters is None:
        open_answer = Answer(
            "unknown", "Głosowało mniej osób, niż było uprawnionych, a nie zapisano kto."
        )
        answers = (open_answer, open_answer, open_answer)
    else:
        answers = (
            no_group_above(voters, rules.groups),
            half_not_public(voters),
            no_group_controls(voters),
        )
    yield Finding("groups", "Żadna grupa powyżej limitu głosów", rules.groups.source, answers[0])
    if chamber.regime == "2023":
        yield Finding("control", "Kontrola pojedynczej grupy interesu", CONTROL_SOURCE, answers[2])
    else:
        yield Finding(
            "half", "Co najmniej połowa głosów spoza sektora publicznego", HALF_SOURCE, answers[1]
        )


def _counted(vote: Vote, entitled: Sequence[Member]) -> Answer:
    """Answer whether no more voted than might, and nobody who might not."""
    if vote.names is not None:
        strange = sorted(set(vote.names) - {one.name for one in entitled})
        if strange:
            return not_met(
                "Głosowali, choć nie byli uprawnieni: {names}.", names=", ".join(strange)
            )
    if vote.cast > len(entitled):
        said = "Głosów {cast:liczba}, a uprawnionych {entitled:liczba}."
        return not_met(said, cast=vote.cast, entitled=len(entitled))
    if vote.cast == 0:
        return not_met("Nikt nie głosował.")
    return met(
        "Głosów {cast:liczba}, uprawnionych {entitled:liczba}.",
        cast=vote.cast,
        entitled=len(entitled),
    )


def passes(vote: Vote, rules: CouncilRules, entitled: int, chair: str | None = None) -> bool:
    """Say whether those in favour carry the vote by the majority that the rules ask for."""
    if rules.majority == "absolute":
        return 2 * vote.in_favour.count > entitled
    if vote.in_favour.count == vote.against.count and rules.chair_decides:
        return chair is not None and chair in (vote.in_favour.names or ())
    return vote.in_favour.count > vote.against.count


def _mends(chamber: Chamber, composition: int, voters: Sequence[Member]) -> Iterable[Mend]:
    """Tell of each group above the limit how many would have to leave the vote."""
    limit = chamber.rules.groups.percent
    for group in (*sectors_of(voters), *groups_of(voters)):
        if within_limit(group, limit):
            continue
        count = too_many(group, limit)
        holds = chamber.rules.quorum.reached(len(voters) - count, composition)
        candidates = tuple(one.name for one in voters if _belongs(one, group.name))
        yield Mend(group.name, count, holds, candidates)


def _belongs(member: Member, group: str) -> bool:
    return any(
        one.name == group and one.count for one in (*sectors_of([member]), *groups_of([member]))
    )
