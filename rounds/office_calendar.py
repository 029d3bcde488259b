"""The dates of a call as a calendar file (iCalendar) that an office opens in its own calendar.

The same call gives the same bytes: every event keeps its UID, and its stamp is the latest day that
the folder tells of, never the clock's.
"""

import hashlib
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from rounds.call_deadlines import CallDeadlines
from scoring import polish
from scoring.call import Call
from scoring.deadlines import Deadline

PRODUCER = "-//Nabor//Terminy naboru//PL"
"""By this name a calendar file is known to be ours."""


def office_calendar(found: CallDeadlines) -> bytes:
    """Return the calendar: an all-day event on the last day of every term that has one."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Nabór {found.call.number}")
    stamp = datetime.combine(found.stand, time(), UTC)
    for one in found.deadlines:
        if one.due is not None:
            calendar.add_component(_event(found.call, one, stamp))
    return bytes(calendar.to_ical())


def _event(call: Call, one: Deadline, stamp: datetime) -> Event:
    assert one.due is not None  # noqa: S101 - only those with a last day are shown
    event = Event()
    event.add("uid", _uid(call, one))
    event.add("dtstamp", stamp)
    event.add("dtstart", one.due)
    event.add("dtend", one.due + timedelta(days=1))
    of_case = "" if one.case is None else f" ({one.case})"
    event.add("summary", f"Nabór {call.number}: {one.term.name}{of_case} – ostatni dzień")
    event.add("description", _description(one))
    event.add("transp", "TRANSPARENT")
    return event


def _description(one: Deadline) -> str:
    said = [f"Podstawa: {one.term.source}."]
    if one.done is not None:
        said.append(f"Wykonano {polish.day(one.done)}")
    return " ".join(said)


def _uid(call: Call, one: Deadline) -> str:
    """Name the event by what it is, so that a new date moves it instead of adding another."""
    of = [call.lgd.id, call.number, one.term.id, one.case or "", str(one.delivered_on or "")]
    return f"{hashlib.sha256('|'.join(of).encode()).hexdigest()[:32]}@nabor"
