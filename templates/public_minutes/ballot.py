"""A vote as it is published: figures and verdicts, nobody's name and nothing that people wrote."""

from collections import Counter
from collections.abc import Iterator, Sequence

from scoring.call import Regime
from scoring.council.chamber import BY_LOT, UNSIGNED
from scoring.council.counting import CheckedVote
from scoring.council.sitting import HeldSitting
from scoring.council.vote import About
from templates.base.ballot import (
    NUMBERED,
    RESULTS,
    Ballot,
    Check,
    checks,
    figures,
    hour,
    orders,
    place,
    repeated,
    repeats,
    result,
    shares,
)
from templates.base.person import people

SUBJECTS: dict[About, str] = {
    "order": "Sprawa porządkowa",
    "exclusion": "Wyłączenia z oceny operacji",
    "conformity": "Zgodność z LSR",
    "points": "Punkty",
    "amount": "Kwota wsparcia",
    "selection": "Wybór operacji",
    "tie": "Kolejność operacji o równej liczbie punktów",
    "list": "Przyjęcie list operacji",
}
"""What a vote is on, in place of what somebody wrote of it."""

CONDITIONS = "Spełnienie warunków udzielenia wsparcia"
"""What conformity is called in the wording of 2023."""

IN_FIGURES = frozenset({"quorum", "groups", "half", "control"})
"""The conditions whose sentences hold figures alone; others may name members."""


def public_ballots(held: HeldSitting, some: Sequence[CheckedVote]) -> tuple[Ballot, ...]:
    """Return some votes of a sitting as they are published, under the numbers of the minutes."""
    return tuple(_ballot(held, one) for one in some)


def _ballot(held: HeldSitting, one: CheckedVote) -> Ballot:
    return Ballot(
        name=NUMBERED.format(number=place(held, one)),
        subject=_subject(one.vote.about, held.chamber.regime),
        when=hour(held, one),
        figures=figures(one),
        ways=(),
        not_voting=tuple(_not_voting(one)),
        shares=shares(one),
        checks=tuple(_checks(one)),
        result=RESULTS[result(one)],
        mark=result(one),
        remarks=(*repeats(held, one), *orders(held, one), *repeated(held, one)),
    )


def _subject(about: About, regime: Regime) -> str:
    return CONDITIONS if about == "conformity" and regime == "2023" else SUBJECTS[about]


def _checks(one: CheckedVote) -> Iterator[Check]:
    """Tell each condition with its verdict, and with its figures where it has them."""
    for finding in one.findings:
        for check in checks([finding]):
            kept = finding.id in IN_FIGURES
            yield check if kept else check.model_copy(update={"sentence": ""})


def _not_voting(one: CheckedVote) -> Iterator[str]:
    """Count who did not vote, by why: the reasons for which somebody is excluded are not told."""
    known = {BY_LOT, UNSIGNED}
    why = Counter(said if said in known else _EXCLUDED for said in one.excluded.values())
    why[_ABSENT] = one.composition - len(one.present)
    for said in (_EXCLUDED, UNSIGNED, BY_LOT, _ABSENT):
        if why[said]:
            yield f"{said} – {people(why[said])}"


_EXCLUDED = "wyłączenie z oceny operacji"
_ABSENT = "nieobecność w chwili głosowania"
