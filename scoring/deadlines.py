"""Every date of a call by the act: the last day of each term, and whether it was kept.

The day after the event is day 1. A term that ends on a Saturday or a public holiday ends on the
next working day (KPA art. 57 §4); a term in months ends on the day of the same number, or on the
last day of the month (KPA art. 57 §3). Days counted back from an event are not moved.
"""

import calendar
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scoring import polish
from scoring.announcement import Events
from scoring.call import Call
from scoring.deliveries import Delivery
from scoring.terms import Term
from scoring.terms_of_procedure import terms_of_call, terms_of_case

DayOff = Callable[[date], bool]
"""Says of a day whether it is a Saturday, a Sunday or a public holiday."""

Days = Mapping[str, date]
"""The days of events, by their names; an event that has not happened is absent."""


class Status(StrEnum):
    """How a term stands on a day."""

    DONE = "done"
    DONE_LATE = "done_late"
    TOO_EARLY = "too_early"
    OPEN = "open"
    OVERDUE = "overdue"
    LAPSED = "lapsed"
    PAUSED = "paused"
    WAITING = "waiting"


LATE = frozenset({Status.DONE_LATE, Status.TOO_EARLY, Status.OVERDUE})
"""What a clerk must see at once."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One term with its dates; ``due`` is the last day, ``None`` while it cannot be known.

    ``case`` is the case number where the term belongs to one application, and ``delivered_on``
    tells its deliveries apart. ``paused`` says that the clock has stopped.
    """

    term: Term
    since: date | None
    due: date | None
    done: date | None
    earliest: date | None = None
    paused: bool = False
    case: str | None = None
    delivered_on: date | None = None

    def status(self, today: date) -> Status:
        """Say how the term stands on a day."""
        if self.due is None:
            return self._without_due()
        if self.done is not None and self.earliest is not None and self.done < self.earliest:
            return Status.TOO_EARLY
        if self.done is not None and self.done > self.due:
            return Status.DONE_LATE
        if self.done is not None and self.done <= today:
            return Status.DONE
        if today <= self.due:
            return Status.OPEN
        return Status.LAPSED if self.term.right else Status.OVERDUE

    def _without_due(self) -> Status:
        if self.done is not None:
            return Status.DONE
        return Status.PAUSED if self.paused else Status.WAITING


def moved(day: date, day_off: DayOff) -> date:
    """Move the end of a term that falls on a day off to the next working day (KPA art. 57 §4)."""
    while day_off(day):
        day += timedelta(days=1)
    return day


def months_after(day: date, months: int) -> date:
    """Return the day of the same number, or the last one of the month (KPA art. 57 §3)."""
    later, month = divmod(day.month - 1 + months, 12)
    year = day.year + later
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def deadlines(
    call: Call, events: Events, deliveries: Sequence[Delivery], day_off: DayOff
) -> tuple[Deadline, ...]:
    """Return every term of a call: first those it has once, then those of each delivery.

    Deliveries stand by case number. While nothing was delivered the term of protest stands alone,
    without a date. A procedure without protest has none of these.
    """
    days = days_of_call(call, events)
    found = [_deadline(term, days, day_off) for term in terms_of_call(call)]
    of_case = terms_of_case(call)
    ordered = sorted(
        deliveries, key=lambda one: (polish.natural(one.number), one.delivered_on or date.max)
    )
    for one in ordered:
        found += _of_case(of_case, one, day_off)
    if of_case and not ordered:
        found.append(_deadline(of_case[0], {}, day_off))
    return tuple(found)


def days_of_call(call: Call, events: Events) -> dict[str, date]:
    """Return the days that a call itself knows, by the names of their events."""
    known = {name: getattr(events, name) for name in Events.model_fields}
    return {
        "announced_on": call.announced_on,
        "opens": call.opens_at.date(),
        "closes": call.closes_at.date(),
        **{name: day for name, day in known.items() if day is not None},
    }


def _of_case(terms: Sequence[Term], delivery: Delivery, day_off: DayOff) -> Iterator[Deadline]:
    days = delivery.days
    for term in terms:
        if term.shown_by is None or term.shown_by in days:
            yield _deadline(term, days, day_off, delivery)


def _deadline(
    term: Term, days: Days, day_off: DayOff, delivery: Delivery | None = None
) -> Deadline:
    since = days.get(term.after)
    pause = _pause(term, days)
    due = None if since is None or pause is None else _due(term, since, pause, day_off)
    earliest = None
    if since is not None and term.earliest is not None:
        earliest = since - timedelta(days=term.earliest)
    return Deadline(
        term,
        since,
        due,
        days.get(term.done_by) if term.done_by is not None else None,
        earliest,
        paused=pause is None,
        case=None if delivery is None else delivery.number,
        delivered_on=None if delivery is None else delivery.delivered_on,
    )


def _pause(term: Term, days: Days) -> timedelta | None:
    """Return the time that does not count; ``None`` while it has not ended."""
    if not term.pauses or "asked_on" not in days:
        return timedelta()
    if "completed_on" not in days:
        return None
    return days["completed_on"] - days["asked_on"]


def _due(term: Term, since: date, pause: timedelta, day_off: DayOff) -> date:
    match term.count:
        case "days":
            return moved(since + timedelta(days=term.length) + pause, day_off)
        case "months":
            return moved(months_after(since, term.length), day_off)
        case "days_before":
            return since - timedelta(days=term.length)
        case "year_before":
            return date(since.year - 1, 12, 31)
        case "by":
            return since
