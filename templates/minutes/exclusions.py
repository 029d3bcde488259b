"""Who was excluded from which operation and why, and the voting composition for each operation."""

from collections.abc import Iterator
from itertools import groupby

from scoring import polish
from scoring.council.counting import CheckedVote
from scoring.council.member import SECTOR_NAMES
from scoring.council.sitting import HeldSitting
from scoring.decision import Assessment, Decision
from scoring.value import Value
from templates.base.ballot import place
from templates.base.person import by_surname

REACH = {
    "operation": "Wyłączenie obejmuje tę operację, której dotyczy.",
    "stage": "Wyłączenie obejmuje etap oceny, na którym je stwierdzono.",
    "call": "Wyłączenie z jednej operacji obejmuje cały nabór.",
}
"""How far the LGD's rules let an exclusion reach."""


class Excluded(Value):
    """A decision on a member and an operation: excluded or not, and why."""

    number: str
    member: str
    decided: str
    reason: str


class Composition(Value):
    """Who votes on an operation, in figures: one row for each composition that was voted in."""

    number: str
    votes: str
    entitled: str
    sectors: tuple[str, ...]
    others: str
    kept: str


def reach(held: HeldSitting) -> str:
    """Say how far an exclusion reaches and where that is written."""
    rules = held.council.rules
    source = "" if rules.exclusion_source is None else f" ({rules.exclusion_source})"
    return f"{REACH[rules.exclusion][:-1]}{source}."


def exclusions(held: HeldSitting) -> tuple[Excluded, ...]:
    """Tell every decision on an exclusion, by case number."""
    some = sorted(
        held.sitting.exclusions,
        key=lambda one: (polish.natural(one.application), by_surname(one.member)),
    )
    return tuple(
        Excluded(
            number=one.application,
            member=one.member,
            decided="tak" if one.excluded else "nie",
            reason=one.reason,
        )
        for one in some
    )


def compositions(decision: Decision, held: HeldSitting) -> tuple[Composition, ...]:
    """Tell in which composition each operation was voted on, and whether parity was kept."""
    return tuple(row for one in in_order(decision, held) for row in _rows(held, one))


def in_order(decision: Decision, held: HeldSitting) -> list[Assessment]:
    """Order the operations as the council voted on them; those without a vote by case number."""

    def key(one: Assessment) -> tuple[int, polish.Natural]:
        own = own_votes(held, one)
        first = place(held, own[0]) if own else len(held.votes) + 1
        return first, polish.natural(one.application.number)

    return sorted(decision.assessments, key=key)


def own_votes(held: HeldSitting, one: Assessment) -> list[CheckedVote]:
    """Return the votes on one operation alone, in their order."""
    return [vote for vote in held.votes if vote.vote.application == one.application.number]


def _rows(held: HeldSitting, one: Assessment) -> Iterator[Composition]:
    selecting = [vote for vote in own_votes(held, one) if vote.vote.selects]
    for entitled, some in groupby(selecting, key=lambda vote: vote.entitled):
        votes = list(some)
        first = votes[0]
        yield Composition(
            number=one.application.number,
            votes=span([place(held, vote) for vote in votes]),
            entitled=str(len(entitled)),
            sectors=tuple(
                _share(group.count, polish.percent(group.percent)) for group in first.sectors
            ),
            others=_others(first),
            kept=_kept(votes),
        )


def span(numbers: list[int]) -> str:
    """Write numbers of votes: „4–6”, „7, 9”."""
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))


def _share(count: int, percent: str) -> str:
    return f"{count} ({percent})"


def _others(one: CheckedVote) -> str:
    """Count those from outside the public sector."""
    public = next(group for group in one.sectors if group.name == SECTOR_NAMES["public"])
    others = type(public)("", public.of - public.count, public.of)
    return _share(others.count, polish.percent(others.percent))


def _kept(votes: list[CheckedVote]) -> str:
    """Say whether quorum and parity were kept in every vote of a composition."""
    wrong = {
        _SHORT[found.id]
        for vote in votes
        for found in vote.findings
        if found.id in _SHORT and found.verdict != "met"
    }
    return f"nie: {', '.join(sorted(wrong))}" if wrong else "tak"


_SHORT = {"quorum": "kworum", "groups": "parytet", "half": "parytet", "control": "parytet"}
