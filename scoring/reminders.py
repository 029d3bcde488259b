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

DAYS_BEFORE = (14, 7, 3, 1, 0)
"""How many days before the last one each stage begins."""

WEEK = 7
"""A term that has passed is told of at once, and again each week until it is done."""

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
        return f"po terminie, tydzień {-left // WEEK + 1}"
    if one.status(today) is not Status.OPEN or left > max(DAYS_BEFORE):
        return None
    return f"{min(days for days in DAYS_BEFORE if days >= left)} dni"


def _reminder(call: Call, one: Deadline, today: date, stage: str) -> Reminder:
    assert one.due is not None  # noqa: S101 - a term without a last day has no stage
    who = WHO.get(one.term.id, OFFICE)
    of_case = "" if one.case is None else f", wniosek {one.case}"
    what = f"{one.term.name}{of_case}"
    lines = [
        f"Nabór {call.number} – {call.title}",
        call.lgd.name,
        "",
        f"Co: {what}",
        f"Kto: {who}",
        f"Do kiedy: {polish.day(one.due)} ({state(one, today)})",
        f"Podstawa: {one.term.source}",
    ]
    named = (call.lgd.id, call.number, one.term.id, one.case, one.delivered_on, one.due, stage)
    return Reminder(
        key="|".join(map(str, named)),
        subject=f"Nabór {call.number}: {what} – do {polish.short_day(one.due)}",
        text="\n".join(lines) + "\n",
    )
