"""The intake report of a call as plain data: for the office, before anything is decided.

It is drawn whether or not the files of the call can be read: where they cannot, there is no
decision, and the mistakes stand in the place of the applications.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reading.problems import Level, Problem
from scoring import polish
from scoring.answer import Verdict
from scoring.call import Call
from scoring.completion import Waiting, waiting
from scoring.deadline_state import state
from scoring.deadlines import LATE, Deadline
from scoring.decision import Assessment, Decision, Outcome
from scoring.gate import InTime
from scoring.ruleset import Ruleset
from scoring.value import Value
from templates.base.entry import (
    NONE,
    Entry,
    applications,
    by_receipt,
    entry,
    total_requested,
    unsummed,
)
from templates.base.frame import Frame, frame, frame_of_call
from templates.base.rules_text import limit_text

TITLE = "Raport przyjęcia wniosków"

IN_TIME: dict[Verdict, str] = {
    "met": "w terminie",
    "not_met": "poza terminem",
    "unknown": "nie wiadomo",
    "not_applicable": "nie dotyczy",
}
"""How it reads whether an application came while the call was open."""

LEVELS: dict[Level, str] = {"error": "błąd", "warning": "uwaga", "note": "nota"}
"""How each kind of a problem is called."""

UNREAD = (
    "Danych naboru nie udało się odczytać w całości, dlatego raport nie wymienia wniosków i nie ma "
    "formularzy, które je wymieniają. Popraw błędy z tabeli: potem program może wskazać następne."
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Something for the sitting: its file and what to do with it, or why there is none."""

    title: str
    file: str | None
    said: str


@dataclass(frozen=True, slots=True)
class IntakeOf:
    """What an intake report is made from.

    ``decision`` is what the files give on the day of the report, mostly still undecided, and
    ``None`` where they cannot be read; ``ruleset`` may be known even then. ``files`` are the names
    of those that were found, ``problems`` tell places from the folder of the call, ``gap`` says
    which terms are not shown.
    """

    call: Call
    ruleset: Ruleset | None
    decision: Decision | None
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    deadlines: tuple[Deadline, ...]
    gap: str
    prepared: tuple[Prepared, ...]

    @property
    def day(self) -> date:
        """The day after the call has closed: the report says how things stand then."""
        return self.call.closes_at.date() + timedelta(days=1)


class Received(Value):
    """A line of the applications."""

    position: str
    entry: Entry
    in_time: str
    withdrawn: str
    marked: bool


class Mistake(Value):
    """A mistake or a warning, as people find it and mend it."""

    kind: str
    place: str
    what: str
    write: str
    stops: bool


class Lacks(Value):
    """What an application waits for; ``who`` is its applicant, where it is a single one."""

    number: str
    who: str | None
    first: tuple[str, ...]
    second: tuple[str, ...] = ()


class Due(Value):
    """A term of the call."""

    name: str
    case: str | None
    day: str
    state: str
    source: str
    late: bool


class Ready(Value):
    """What was prepared, or was not."""

    title: str
    file: str
    said: str
    made: bool


class View(Value):
    """Everything in the report."""

    frame: Frame
    figures: tuple[tuple[str, str], ...]
    head: tuple[tuple[str, str], ...]
    read: bool
    received: tuple[Received, ...]
    counted: str
    requested: str
    mistakes: tuple[Mistake, ...]
    of_office: tuple[Lacks, ...]
    of_council: tuple[Lacks, ...]
    due: tuple[Due, ...]
    gap: str
    ready: tuple[Ready, ...]


def view(made_from: IntakeOf) -> View:
    """Return the report."""
    decision = made_from.decision
    waits = () if decision is None else waiting(decision)
    assessed = () if decision is None else tuple(by_receipt(decision.assessments))
    standing = [one for one in assessed if not one.application.withdrawn]
    left_out = ["bez wniosków wycofanych"] if len(standing) < len(assessed) else []
    return View(
        frame=_frame(made_from),
        figures=tuple(_figures(made_from, assessed, waits)),
        head=tuple(_head(made_from)),
        read=decision is not None,
        received=() if decision is None else tuple(_received(decision, assessed)),
        counted=f"{applications(len(standing))}{unsummed(standing, *left_out)}",
        requested=total_requested(standing),
        mistakes=tuple(map(_mistake, made_from.problems)),
        of_office=tuple(_lacks(decision, waits, lambda one: (one.office, one.applicant))),
        of_council=tuple(_lacks(decision, waits, lambda one: (one.council, ()))),
        due=tuple(_due(one, made_from.day) for one in made_from.deadlines),
        gap=made_from.gap,
        ready=tuple(map(_ready, made_from.prepared)),
    )


def _frame(made_from: IntakeOf) -> Frame:
    """Return the frame; a report without a decision has the hash of what it knows."""
    if made_from.decision is not None:
        return frame(made_from.decision, None, TITLE, "internal", moves=False)
    known = [made_from.call.model_dump_json(), *map(str, made_from.problems)]
    fingerprint = hashlib.sha256("\n".join(known).encode()).hexdigest()
    made = frame_of_call(made_from.call, made_from.ruleset, TITLE, fingerprint)
    return made.model_copy(update={"notices": (*made.notices, UNREAD)})


def _figures(
    made_from: IntakeOf, assessed: Sequence[Assessment], waits: Sequence[Waiting]
) -> Iterator[tuple[str, str]]:
    """Tell what to see at once; what could not be read is not counted."""
    if made_from.decision is not None:
        verdicts = [_verdict(made_from.call, one) for one in assessed]
        yield "Wnioski", str(len(assessed))
        yield "Wycofane", str(sum(one.application.withdrawn for one in assessed))
        yield "Poza terminem", str(verdicts.count("not_met"))
        yield "Nie spełniają warunków", str(len(made_from.decision.of(Outcome.NOT_ELIGIBLE)))
        yield "Nierozstrzygnięte", str(len(waits))
    levels = [one.level for one in made_from.problems]
    yield "Błędy", str(levels.count("error"))
    yield "Uwagi", str(levels.count("warning"))
    yield "Limit środków", limit_text(made_from.call.limit)


def _head(made_from: IntakeOf) -> Iterator[tuple[str, str]]:
    call = made_from.call
    opens, closes = polish.moment(call.opens_at), polish.moment(call.closes_at)
    yield "Termin naboru", f"od {opens} do {closes}"
    yield "Stan na dzień", f"{polish.day(made_from.day)} (dzień po zakończeniu naboru)"
    yield "Pliki naboru", ", ".join(made_from.files)


def _verdict(call: Call, one: Assessment) -> Verdict:
    return InTime(call).ask(one.application).verdict


def _received(decision: Decision, assessed: Sequence[Assessment]) -> Iterator[Received]:
    for position, one in enumerate(assessed, start=1):
        verdict, withdrawn = _verdict(decision.call, one), one.application.withdrawn
        yield Received(
            position=str(position),
            entry=entry(decision, one, "internal"),
            in_time=IN_TIME[verdict],
            withdrawn="tak" if withdrawn else NONE,
            marked=withdrawn or verdict != "met",
        )


def _mistake(problem: Problem) -> Mistake:
    return Mistake(
        kind=LEVELS[problem.level],
        place=problem.place,
        what=polish.capital(problem.what),
        write=polish.capital(problem.write),
        stops=problem.level == "error",
    )


Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""What the two columns of a table say of one application."""


def _lacks(
    decision: Decision | None, waits: Sequence[Waiting], of: Callable[[Waiting], Sides]
) -> Iterator[Lacks]:
    """Tell what the applications wait for; what all of them do is told once, before the others."""
    sides = [of(one) for one in waits]
    if decision is None or not any(map(any, sides)):
        return
    first, second = (_shared([one[side] for one in sides]) for side in (0, 1))
    if first or second:
        every = f"każdy z {_of_undecided(len(waits))}"
        yield Lacks(number=every, who=None, first=first, second=second)
    for one, (mine, other) in zip(waits, sides, strict=True):
        rest = [
            tuple(said for said in some if said not in (*first, *second)) for some in (mine, other)
        ]
        if any(rest):
            found = decision.find(one.application)
            who = None if found is None else found.application.applicant or None
            yield Lacks(number=one.application, who=who, first=rest[0], second=rest[1])


def _of_undecided(count: int) -> str:
    """Write of how many applications something is said, in the genitive."""
    many = "nierozstrzygniętych wniosków"
    return polish.plural(count, "nierozstrzygniętego wniosku", many, many)


def _shared(some: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what is said of all, where there are several."""
    if len(some) < 2:  # noqa: PLR2004 - of one there is nothing to share
        return ()
    return tuple(said for said in some[0] if all(said in one for one in some))


def _due(one: Deadline, day: date) -> Due:
    return Due(
        name=one.term.name,
        case=one.case,
        day=NONE if one.due is None else polish.short_day(one.due),
        state=state(one, day),
        source=one.term.source,
        late=one.status(day) in LATE,
    )


def _ready(one: Prepared) -> Ready:
    made = one.file is not None
    return Ready(title=one.title, file=one.file or "nie przygotowano", said=one.said, made=made)
