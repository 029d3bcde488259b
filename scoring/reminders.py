"""What to remind of before each date of a call: who must do what until when, by which provision.

Each term is reminded of in stages, the nearer the more often. A stage has a key, so whoever sends
reminders sends each once, and one that fell on a day when nobody looked is sent at the next look.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from scoring import polish
from scoring.call import Call
from scoring.deadline_state import state
from scoring.deadlines import Deadline, Status
from scoring.deliveries import EVENT_NAMES

DAYS_BEFORE = (14, 7, 3, 1, 0)
"""How many days before the last one each stage begins."""

DAYS_BEFORE_A_RIGHT_ENDS = (1,)
"""The same of what others may do and need not: a protest of each applicant is told of once."""

WEEK = 7
"""A term that has passed is told of at once, and again each week until it is done."""

WEEKS = 8
"""For so many weeks; after them it is no reminder that is needed, and ``nabor deadlines`` still tells."""

OFFICE = "biuro LGD"

WHO = {
    "select": "Rada",
    "protest": "wnioskodawca",
    "complete": "wnioskodawca",
    "complaint": "wnioskodawca",
    "board_decides": "zarząd województwa",
    "board_decides_at_most": "zarząd województwa",
    "lapse": "wnioskodawca",
}
"""Whose each term is, by its id; all others are the office's."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: its key, which no other stage of any term has, and its words."""

    key: str
    subject: str
    text: str


def reminders(call: Call, terms: Iterable[Deadline], today: date) -> Iterator[Reminder]:
    """Go through what is to be reminded of on a day: all that runs soon, or has passed undone."""
    for one in terms:
        stage = _stage(one, today)
        if stage is not None:
            yield _reminder(call, one, today, stage)


def _stage(one: Deadline, today: date) -> str | None:
    """Name the stage that a term is in; ``None`` while it is far, and once it is done."""
    if one.due is None or one.done is not None:
        return None
    left = (one.due - today).days
    if one.status(today) is Status.OVERDUE:
        week = -left // WEEK + 1
        return f"po terminie, tydzień {week}" if week <= WEEKS else None
    stages = DAYS_BEFORE_A_RIGHT_ENDS if one.term.right else DAYS_BEFORE
    if one.status(today) is not Status.OPEN or left > max(stages):
        return None
    return f"{min(days for days in stages if days >= left)} dni"


def _reminder(call: Call, one: Deadline, today: date, stage: str) -> Reminder:
    assert one.due is not None  # noqa: S101 - a term without a last day has no stage
    of_case = "" if one.case is None else f", wniosek {one.case}"
    what = f"{one.term.name}{of_case}"
    until = "termin minął" if one.due < today else "do"
    lines = [
        f"Nabór {call.number} – {call.title}",
        call.lgd.name,
        "",
        f"Co: {what}",
        f"Kto: {WHO.get(one.term.id, OFFICE)}",
        f"Do kiedy: {polish.day(one.due)} ({_how_it_stands(one, today)})",
        f"Podstawa: {one.term.source}",
        *_where_it_is_written(one),
    ]
    named = (call.lgd.id, call.number, one.term.id, one.case, one.delivered_on, one.due, stage)
    return Reminder(
        key="|".join(map(str, named)),
        subject=f"Nabór {call.number}: {what} – {until} {polish.short_day(one.due)}",
        text="\n".join(lines) + "\n",
    )


def _how_it_stands(one: Deadline, today: date) -> str:
    said = state(one, today)
    return f"termin {said}" if one.status(today) is Status.OVERDUE else said


def _where_it_is_written(one: Deadline) -> Iterator[str]:
    """Say where the day goes on which it was done, so that nobody is reminded of it again."""
    done_by = one.term.done_by
    if done_by is None:
        return
    day = EVENT_NAMES.get(done_by)
    where = f"w call.yaml ({done_by})" if day is None else f"w pliku doręczeń ({day})"
    yield f"Gdy to zrobione: wpisz dzień {where}"
