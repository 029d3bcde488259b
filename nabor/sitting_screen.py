"""What the terminal shows of a sitting: every vote with all that was counted, and what would mend it."""

from collections.abc import Iterator, Sequence

from rich.markup import escape

from nabor.screen import out
from scoring import polish
from scoring.council.assessing import assessors
from scoring.council.counting import CheckedVote
from scoring.council.mend import Mend, Remedy
from scoring.council.parity import Group
from scoring.council.sitting import HeldSitting
from scoring.council.ties import Proposal

MARKS = {"met": "✓", "not_met": "✗", "unknown": "?", "not_applicable": "–"}
"""How each verdict is marked."""


MOST_WAYS = 5
"""How many ways to parity are written out."""


def show_sitting(held: HeldSitting, undecided: Sequence[Proposal], numbers: Sequence[str]) -> None:
    """Show a sitting vote by vote, who was drawn to assess, what waits for a person, and the sum.

    ``numbers`` are the case numbers that are assessed.
    """
    sitting = held.sitting
    out.print(f"[bold]Posiedzenie nr {escape(sitting.number)}, {polish.day(sitting.day)}[/]")
    for place, one in enumerate(held.votes, start=1):
        _show_vote(place, one)
    if held.council.rules.assessors is not None:
        for line in _drawn(held, numbers):
            out.print(escape(line), soft_wrap=True)
    if undecided:
        out.print("[bold]Propozycje wyłączeń bez decyzji[/]")
    for proposal in undecided:
        doubt = "" if proposal.certain else " (do wyjaśnienia)"
        line = f"  {proposal.member}, {proposal.application}: {proposal.why}{doubt}"
        out.print(escape(line), soft_wrap=True)
    out.print(_sum(held), soft_wrap=True)


def _drawn(held: HeldSitting, numbers: Sequence[str]) -> Iterator[str]:
    """Name who was drawn to assess each operation, and how anybody can draw again."""
    yield "Wylosowani oceniający"
    for number in numbers:
        draw = assessors(held, number)
        if draw is None:
            yield f"  {number}: nie ma tylu uprawnionych z różnych grup albo ziarna losowania"
        else:
            yield f"  {number}: {', '.join(draw.drawn)}. {draw.how}"


def _show_vote(place: int, one: CheckedVote) -> None:
    vote = one.vote
    style, word = ("green", _result(one)) if one.valid else ("bold red", "NIEWAŻNE")
    number = "" if vote.application is None else f"{vote.application}: "
    title = f"{place}. {polish.moment(vote.at)} {number}{vote.subject}"
    out.print(f"{escape(title)} – [{style}]{word}[/]", soft_wrap=True)
    for line in _lines(one):
        out.print(f"   {escape(line)}", soft_wrap=True)


def _result(one: CheckedVote) -> str:
    return "ważne, przyjęto" if one.passed else "ważne, nie przyjęto"


def _lines(one: CheckedVote) -> Iterator[str]:
    vote = one.vote
    yield (
        f"za {vote.in_favour.count}, przeciw {vote.against.count}, "
        f"wstrzymało się {vote.abstained.count}; uprawnionych {len(one.entitled)}, "
        f"obecnych {len(one.present)}, w składzie {one.composition}"
    )
    for name, why in one.excluded.items():
        yield f"nie głosuje: {name} – {why}"
    if vote.selects:
        said = "; ".join(map(_share, _with_votes(one)))
        yield f"głosy: {said}" if one.voters_known else f"głosy, gdyby głosowali wszyscy: {said}"
    for finding in one.findings:
        said = f"{MARKS[finding.verdict]} {finding.name}: {finding.sentence}"
        if finding.verdict != "met":
            yield f"{said} ({finding.source})"
        elif finding.id not in _PLAIN:
            yield said
    yield from remedies(one.remedy)
    if _would_hold(one):
        yield "→ gdyby głosowali wszyscy uprawnieni i zapisano kto, parytet byłby zachowany"


def _would_hold(one: CheckedVote) -> bool:
    """Say whether only the votes not cast, or not known, are in the way of parity."""
    broken = [found for found in one.findings if found.id in _PARITY and found.verdict != "met"]
    remedy = one.remedy
    mends = remedy.missing or remedy.ways or remedy.out_of_reach in (True, None)
    return bool(broken and one.entitled) and not mends


_PARITY = frozenset({"groups", "half", "control"})
"""The findings of parity."""

_PLAIN = frozenset({"votes", "by_name"})
"""What goes without saying where it is met."""


def _with_votes(one: CheckedVote) -> list[Group]:
    return [group for group in (*one.sectors, *one.groups) if group.count]


def _share(group: Group) -> str:
    return f"{group.name} {group.count} = {polish.percent(group.percent)}"


def remedies(remedy: Remedy) -> Iterator[str]:
    """Say what would mend a vote, if anything."""
    if remedy.missing:
        more = polish.plural(
            remedy.missing, "osoba uprawniona", "osoby uprawnione", "osób uprawnionych"
        )
        absent = f"; nieobecni: {', '.join(remedy.absent)}" if remedy.absent else ""
        yield f"→ do kworum brakuje: {more}{absent}"
    if remedy.out_of_reach is None:
        yield "→ sposobów na parytet jest zbyt wiele, żeby sprawdzić wszystkie"
    if remedy.out_of_reach:
        yield "→ żadne wyłączenie nie przywróci parytetu"
    if remedy.ways:
        count = polish.plural(remedy.ways[0].count, "osoby", "osób", "osób")
        names = ", ".join(remedy.candidates)
        yield f"→ parytet przywróci nieuczestniczenie w głosowaniu {count} spośród: {names}"
    if len(remedy.ways) > 1 and remedy.ways[0].count > 1:
        yield from map(_way, remedy.ways[:MOST_WAYS])
    if remedy.lot is not None:
        yield f"→ {remedy.lot.how}"
        yield f"→ los pada na: {', '.join(remedy.lot.drawn)}"


def _way(way: Mend) -> str:
    said = (f"{one.count} × {' i '.join(one.groups)}" for one in way.leaving)
    return f"→ na przykład: {', '.join(said)}"


def _sum(held: HeldSitting) -> str:
    count = polish.plural(len(held.votes), "głosowanie", "głosowania", "głosowań")
    invalid = len([one for one in held.votes if not one.valid])
    if not invalid:
        return f"{count}, wszystkie ważne."
    selecting = len(held.invalid)
    said = f"{count}, nieważnych {invalid}"
    if not selecting:
        return f"{said}; każde, od którego zależy wybór, powtórzono ważnie."
    return f"{said}, w tym przy wyborze operacji i niepowtórzonych {selecting}."
