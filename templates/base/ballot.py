"""A vote of the council as minutes tell it: figures, who did not vote and why, every condition."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from scoring import polish
from scoring.answer import Finding, Verdict
from scoring.council.counting import CheckedVote
from scoring.council.parity import Group
from scoring.council.sitting import HeldSitting
from scoring.council.vote import Tally
from scoring.value import Value
from templates.base.person import Forms, agreeing, by_alphabet, listed, worded
from templates.base.remedy import remedies

FULFILLED: dict[Verdict, str] = {
    "met": "warunek spełniony",
    "not_met": "warunek niespełniony",
    "unknown": "nie można ustalić",
    "not_applicable": "nie dotyczy",
}
"""How the verdict on a condition of a vote reads."""

NUMBERED = "Głosowanie nr {number}"


class Check(Value):
    """A condition of a valid vote and what was found; ``mark`` is how it looks."""

    name: str
    verdict: str
    mark: Verdict
    sentence: str
    source: str


class Ballot(Value):
    """One vote. ``mark``: carried, lost, or void where the vote is not valid."""

    name: str
    subject: str
    when: str
    figures: tuple[tuple[str, str], ...]
    ways: tuple[str, ...]
    not_voting: tuple[str, ...]
    shares: str | None
    checks: tuple[Check, ...]
    result: str
    mark: str
    remarks: tuple[str, ...]


def ballots(held: HeldSitting, some: list[CheckedVote]) -> tuple[Ballot, ...]:
    """Return some votes of a sitting, ready to print."""
    return tuple(ballot(held, one) for one in some)


def place(held: HeldSitting, one: CheckedVote) -> int:
    """Return the number that a vote has in the minutes: its place among all votes of the sitting."""
    return next(count for count, other in enumerate(held.votes, start=1) if other is one)


def hour(held: HeldSitting, one: CheckedVote) -> str:
    """Write when a vote was taken; the day too where the sitting had several."""
    return moment(held, one.vote.at)


def moment(held: HeldSitting, at: datetime) -> str:
    """Write an hour of a sitting; the day too where the sitting had several."""
    several = len({part.opened_at.date() for part in held.sitting.parts}) > 1
    day = f"{polish.short_day(at.date())}, " if several else ""
    return f"{day}godz. {at:%H:%M}"


def ballot(held: HeldSitting, one: CheckedVote) -> Ballot:
    """Return one vote, ready to print."""
    vote = one.vote
    return Ballot(
        name=NUMBERED.format(number=place(held, one)),
        subject=polish.capital(vote.subject),
        when=hour(held, one),
        figures=figures(one),
        ways=tuple(_ways(held, one)),
        not_voting=tuple(_not_voting(held, one)),
        shares=shares(one),
        checks=checks(one.findings),
        result=RESULTS[result(one)],
        mark=result(one),
        remarks=tuple(_remarks(held, one)),
    )


def figures(one: CheckedVote) -> tuple[tuple[str, str], ...]:
    """Return the count of a vote: how it was voted, who might vote, who was there, of how many."""
    vote = one.vote
    return (
        ("za", str(vote.in_favour.count)),
        ("przeciw", str(vote.against.count)),
        ("wstrzymało się", str(vote.abstained.count)),
        ("uprawnionych", str(len(one.entitled))),
        ("obecnych", str(len(one.present))),
        ("w składzie Rady", str(one.composition)),
    )


def checks(findings: Iterable[Finding]) -> tuple[Check, ...]:
    """Return the conditions of a vote, each with the paragraph that asks for it."""
    return tuple(
        Check(
            name=one.name,
            verdict=FULFILLED[one.verdict],
            mark=one.verdict,
            sentence=polish.capital(one.sentence),
            source=one.source,
        )
        for one in findings
        if one.verdict != "met" or one.id not in _PLAIN
    )


_PLAIN = frozenset({"votes", "by_name"})
"""What goes without saying where it is met: the figures and the names show it."""


RESULTS = {
    "carried": "Głosowanie ważne – przyjęto.",
    "lost": "Głosowanie ważne – nie przyjęto.",
    "void": "Głosowanie nieważne – niczego nie rozstrzyga.",
}
"""How the result of a vote reads."""


def result(one: CheckedVote) -> str:
    """Say whether a vote was carried, lost, or is void."""
    if not one.valid:
        return "void"
    return "carried" if one.passed else "lost"


_ABSTAINED = Forms(
    she="Wstrzymała się od głosu",
    he="Wstrzymał się od głosu",
    they_f="Wstrzymały się od głosu",
    they="Wstrzymali się od głosu",
    unknown="Głosy wstrzymujące się",
)


def _ways(held: HeldSitting, one: CheckedVote) -> Iterator[str]:
    """Tell by name who voted how, where it was recorded."""
    vote = one.vote
    if vote.cast and vote.names is None:
        yield "Nie zapisano imiennie, kto jak głosował."
        return
    for words, tally in (
        ("Za", vote.in_favour),
        ("Przeciw", vote.against),
        (agreeing(held, vote.abstained.known or (), _ABSTAINED), vote.abstained),
    ):
        if tally.count:
            yield f"{words}: {_who(one, tally)}."


def _who(one: CheckedVote, tally: Tally) -> str:
    names = tally.known or ()
    if len(names) > 1 and sorted(names) == sorted(one.entitled):
        return "wszyscy uprawnieni"
    return listed(by_alphabet(names))


def _not_voting(held: HeldSitting, one: CheckedVote) -> Iterator[str]:
    """Tell who did not vote and why: the excluded by name, then those who were not there."""
    for name in by_alphabet(one.excluded):
        yield f"{name} – {one.excluded[name]}"
    chamber = held.chamber
    away = {member.name for member in chamber.composition(one.vote.at)} - set(one.present)
    if away:
        yield f"nieobecność w chwili głosowania: {listed(by_alphabet(away))}"


def shares(one: CheckedVote) -> str | None:
    """Tell how the votes fall on sectors and groups, where parity is asked of the vote."""
    if not one.vote.selects or not one.voters:
        return None
    said = "; ".join(map(share, (each for each in (*one.sectors, *one.groups) if each.count)))
    whose = "Głosy" if one.voters_known else "Głosy, gdyby głosowali wszyscy uprawnieni"
    return f"{whose}: {said}."


def share(group: Group) -> str:
    """Write the share of a group: „sektor publiczny 7 z 19, czyli 36,84 %”."""
    return f"{group.name} {group.count} z {group.of} ({polish.percent(group.percent)})"


def _remarks(held: HeldSitting, one: CheckedVote) -> Iterator[str]:
    vote = one.vote
    if vote.led_by is not None:
        led = worded(held.council.find(vote.led_by), "prowadziła", "prowadził", "prowadzi")
        yield f"Głosowanie {led} {vote.led_by}."
    yield from repeats(held, one)
    if vote.left_out:
        seed = "" if held.chamber.seed is None else f" Ziarno losowania: „{held.chamber.seed}”."
        yield f"Losowe wyłączenie z głosowania: {listed(vote.left_out)}.{seed}"
    yield from orders(held, one)
    yield from remedies(one.remedy)
    yield from repeated(held, one)


def repeats(held: HeldSitting, one: CheckedVote) -> Iterator[str]:
    """Say which vote that was not valid this one repeats."""
    before, _ = _same_matter(held, one)
    if before is not None:
        yield f"Jest to powtórzenie głosowania nr {place(held, before)}."


def orders(held: HeldSitting, one: CheckedVote) -> Iterator[str]:
    """Say which order of equals the vote was on."""
    for order in held.sitting.tie_orders:
        if held.votes[order.vote] is one:
            verb = "Rada ustaliła kolejność" if one.passed else "Głosowano nad kolejnością"
            yield f"{verb}: {', '.join(order.order)}."


def repeated(held: HeldSitting, one: CheckedVote) -> Iterator[str]:
    """Say whether a vote that is not valid was repeated."""
    _, after = _same_matter(held, one)
    if after is not None:
        yield f"Głosowanie powtórzono jako nr {place(held, after)}."
    elif not one.valid:
        yield "Głosowania nie powtórzono."


def _same_matter(
    held: HeldSitting, one: CheckedVote
) -> tuple[CheckedVote | None, CheckedVote | None]:
    """Return the vote that this one repeats, and that which repeats it: after one not valid."""

    def matter(vote: CheckedVote) -> tuple[str, ...]:
        return vote.vote.about, *(vote.vote.operations or (vote.vote.subject,))

    same = [other for other in held.votes if matter(other) == matter(one)]
    here = next(count for count, other in enumerate(same) if other is one)
    before = same[here - 1] if here and not same[here - 1].valid else None
    after = same[here + 1] if not one.valid and here + 1 < len(same) else None
    return before, after
