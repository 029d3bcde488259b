"""What would make an invalid vote valid: who is missing, or how few must leave it for parity."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.council.chamber import Chamber
from scoring.council.lot import Draw, tickets
from scoring.council.member import Member
from scoring.council.parity import Group, all_groups, limits, names_of, within_limit
from scoring.council.vote import Vote

MOST_STATES = 20_000
"""How many ways to leave are looked at; a council of any usual make-up needs a few hundred."""

Kind = tuple[str, ...]
"""The groups of a member; those of one kind stand for each other in every count."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """So many of the members of these groups leave the vote, whichever of the candidates."""

    groups: Kind
    count: int
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mend:
    """A way to parity with the fewest leaving."""

    leaving: tuple[Leaving, ...]

    @property
    def count(self) -> int:
        """How many leave the vote in all."""
        return sum(one.count for one in self.leaving)


@dataclass(frozen=True, slots=True)
class Remedy:
    """What would mend a vote.

    ``missing`` is how many more must come for the quorum, of ``absent``, who might vote. ``ways``
    all reach parity with the fewest leaving and keep the quorum; ``lot`` is on whom the recorded
    lot falls, where the rules have one. ``out_of_reach``: no leaving helps (``None`` where there
    were too many ways to look at them all).
    """

    missing: int = 0
    absent: tuple[str, ...] = ()
    ways: tuple[Mend, ...] = ()
    lot: Draw | None = None
    out_of_reach: bool | None = False

    @property
    def candidates(self) -> tuple[str, ...]:
        """Everybody who might leave the vote, by one way or another."""
        names = {name for way in self.ways for one in way.leaving for name in one.candidates}
        return tuple(sorted(names))


def remedy(vote: Vote, chamber: Chamber, entitled: Sequence[Member]) -> Remedy:
    """Tell what would mend a vote in which all who are entitled take part."""
    composition, present = len(chamber.composition(vote.at)), len(chamber.present(vote.at))
    quorum = chamber.rules.quorum
    by_presence = quorum.counts == "present"
    count = present if by_presence else len(entitled)
    missing = max(0, quorum.least(composition) - count)
    absent = tuple(sorted(one.name for one in chamber.could_come(vote))) if missing else ()
    if not vote.selects or missing or not entitled:
        return Remedy(missing, absent)
    spare = len(entitled) - 1 if by_presence else count - quorum.least(composition)
    most = limits(chamber.limit, chamber.regime, all_groups(entitled))
    spare = min(spare, len(entitled) - 1)
    kinds = kinds_of(entitled, most, spare)
    found = fewest(kinds.values(), most, spare)
    if found is None:
        return Remedy(out_of_reach=None)
    ways = tuple(_mend(one, kinds) for one in found if one)
    lot = None
    if ways and chamber.rules.lot and chamber.seed is not None:
        lot = _lot(chamber.seed, vote.lot, kinds, found)
    return Remedy(ways=ways, lot=lot, out_of_reach=not found)


def kinds_of(voters: Sequence[Member], most: Mapping[str, Decimal], spare: int) -> dict[str, Kind]:
    """Tell the kind of every member by name.

    Only groups count that pass their limit if ``spare`` others leave; the rest never matter.
    """
    left = len(voters) - spare
    every = all_groups(voters)
    watched = {one.name for one in every if 100 * one.count > most[one.name] * left}
    return {one.name: tuple(sorted(names_of(one) & watched)) for one in voters}


def _mend(leaving: Mapping[Kind, int], kinds: Mapping[str, Kind]) -> Mend:
    """Name the candidates of each kind."""
    return Mend(
        tuple(
            Leaving(kind, count, tuple(sorted(name for name, one in kinds.items() if one == kind)))
            for kind, count in sorted(leaving.items())
        )
    )


def _lot(
    seed: str, matter: str, kinds: Mapping[str, Kind], ways: Sequence[Mapping[Kind, int]]
) -> Draw:
    """Draw one way: down the order each is taken with whom the rest of some way can follow."""
    named = {kind for way in ways for kind in way}
    order = tickets(seed, matter, (name for name, kind in kinds.items() if kind in named))
    drawn: list[str] = []
    for one in order:
        with_one = Counter(kinds[name] for name in (*drawn, one.name))
        if any(all(way.get(kind, 0) >= many for kind, many in with_one.items()) for way in ways):
            drawn.append(one.name)
    return Draw(seed, matter, order, tuple(drawn))


def fewest(
    voters: Iterable[Kind], most: Mapping[str, Decimal], spare: int
) -> list[dict[Kind, int]] | None:
    """Return every way to keep all groups within their limits with the fewest members leaving.

    At most ``spare`` may leave. Of a group above its limit somebody must leave whatever else is
    done, so only such are tried, one more at a time; where even its members alone could not go far
    enough, nothing is. An empty list: no way; ``None``: not known.
    """
    kinds = Counter(voters)
    if any(_needed(kinds, name, limit) > spare for name, limit in most.items()):
        return []
    level: set[tuple[tuple[Kind, int], ...]] = {()}
    looked = 0
    for _ in range(spare + 1):
        done = [dict(one) for one in sorted(level) if _above(kinds, dict(one), most) is None]
        if done:
            return done
        looked += len(level)
        if looked > MOST_STATES:
            return None
        level = {further for one in level for further in _further(kinds, dict(one), most)}
    return []


def _needed(kinds: Mapping[Kind, int], name: str, limit: Decimal) -> int:
    """Return how many of a group must leave at least: the least k with 100 (g - k) ≤ 49 (n - k)."""
    count = sum(many for kind, many in kinds.items() if name in kind)
    of, leave = sum(kinds.values()), 0
    while not within_limit(Group(name, count - leave, of - leave), limit):
        leave += 1
    return leave


def _further(
    kinds: Mapping[Kind, int], leaving: dict[Kind, int], most: Mapping[str, Decimal]
) -> Iterator[tuple[tuple[Kind, int], ...]]:
    """Let one more leave, of each kind in a group that is above its limit."""
    above = _above(kinds, leaving, most)
    for kind, count in kinds.items():
        if above in kind and leaving.get(kind, 0) < count:
            yield tuple(sorted({**leaving, kind: leaving.get(kind, 0) + 1}.items()))


def _above(
    kinds: Mapping[Kind, int], leaving: Mapping[Kind, int], most: Mapping[str, Decimal]
) -> str | None:
    """Return the first group that is above its limit when these have left."""
    left = {kind: count - leaving.get(kind, 0) for kind, count in kinds.items()}
    of = sum(left.values())
    for name, limit in most.items():
        count = sum(many for kind, many in left.items() if name in kind)
        if not within_limit(Group(name, count, of), limit):
            return name
    return None
