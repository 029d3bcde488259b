"""The council at a sitting: who may vote on what at a moment, and why others may not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from scoring.call import Regime
from scoring.council.attendance import Part, Presence, part_at, present_at
from scoring.council.member import Member, why_not
from scoring.council.rules import CouncilRules, GroupLimit
from scoring.council.vote import Vote

UNSIGNED = "brak podpisanej deklaracji bezstronności i poufności"
BY_LOT = "losowe wyłączenie z głosowania dla zachowania parytetu"


@dataclass(frozen=True, slots=True)
class Chamber:
    """The council at a sitting: members, rules, who was there, who signed, who is excluded.

    ``signed`` names those who signed the statement of impartiality. ``exclusions`` is, by case
    number, who is excluded and why. ``consents`` names who agreed in documentary form to vote
    outside a sitting. ``seed`` is the recorded seed of lots.
    """

    members: Sequence[Member]
    rules: CouncilRules
    regime: Regime
    presences: Sequence[Presence]
    signed: frozenset[str]
    exclusions: Mapping[str, Mapping[str, str]]
    chair: str | None = None
    parts: Sequence[Part] = ()
    consents: frozenset[str] = frozenset()
    seed: str | None = None

    @property
    def limit(self) -> GroupLimit | None:
        """The limit of a group's votes that holds here."""
        return self.rules.group_limit(self.regime)

    def composition(self, moment: datetime) -> list[Member]:
        """Return the members whose term of office holds, and who may sit at all."""
        on = moment.date()
        return [one for one in self.members if one.in_office(on) and why_not(one) is None]

    def present(self, moment: datetime) -> list[Member]:
        """Return the members in office who were there."""
        there = present_at(moment, self.presences)
        return [one for one in self.composition(moment) if one.name in there]

    def part(self, moment: datetime) -> Part | None:
        """Return the part of the sitting that a moment falls in."""
        return part_at(moment, self.parts)

    def not_voting(self, vote: Vote) -> dict[str, str]:
        """Name who may not vote, there or not, and why."""
        why = dict.fromkeys(vote.left_out, BY_LOT)
        if vote.selects:
            unsigned = (one.name for one in self.members if one.name not in self.signed)
            why |= dict.fromkeys(unsigned, UNSIGNED)
            why |= self._excluded(vote)
        return why

    def entitled(self, vote: Vote) -> list[Member]:
        """Return who may vote: in office, there, with a statement signed, and not excluded."""
        why = self.not_voting(vote)
        return [one for one in self.present(vote.at) if one.name not in why]

    def could_come(self, vote: Vote) -> list[Member]:
        """Return who might vote but was not there."""
        why, there = self.not_voting(vote), present_at(vote.at, self.presences)
        members = self.composition(vote.at)
        return [one for one in members if one.name not in why and one.name not in there]

    def excluded_from(self, number: str) -> dict[str, str]:
        """Name who takes no part in assessing an operation, and why: by the rules' own reach."""
        if self.rules.exclusion == "operation":
            return dict(self.exclusions.get(number, {}))
        return self._of_all()

    def _excluded(self, vote: Vote) -> dict[str, str]:
        """Return the exclusions that reach a vote: by operation, stage or the whole call."""
        if self.rules.exclusion == "call":
            return self._of_all()
        found: dict[str, str] = {}
        for number in vote.operations:
            found = {**self.excluded_from(number), **found}
        return found

    def _of_all(self) -> dict[str, str]:
        """Name everybody who is excluded from any operation, each with the first reason."""
        found: dict[str, str] = {}
        for number in sorted(self.exclusions):
            for name, why in self.exclusions[number].items():
                found.setdefault(name, f"{why} ({number})")
        return found
