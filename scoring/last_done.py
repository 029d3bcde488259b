"""What was done last in a call, and when: by the clock, by people, by the program."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from scoring.announcement import Events
from scoring.call import Call
from scoring.deadlines import Deadline
from scoring.polish_time import ZONE


@dataclass(frozen=True, slots=True)
class Made:
    """The instants (with their zone) at which the program made what there is of a call, if it did.

    ``version`` is the number of the newest version that is kept.
    """

    reported: datetime | None = None
    version: int = 0
    kept: datetime | None = None
    packed: datetime | None = None


NOTHING_MADE = Made()
"""Before a call has closed, and where only its clock is asked."""


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done: what, in Polish, and its day, or its minute in Polish time."""

    what: str
    when: date | datetime

    @property
    def day(self) -> date:
        """The day on which it was done."""
        return self.when.date() if isinstance(self.when, datetime) else self.when


def last_done(
    call: Call, events: Events, terms: Sequence[Deadline], made: Made, now: datetime
) -> Done | None:
    """Return what was done last, as far as is known at an instant; ``None`` before the call.

    What the program made is there, so it was done, also where it was made after the look began. Of
    what was done on one day that stands last which comes last in the life of a call.
    """
    clock = now.astimezone(ZONE).replace(tzinfo=None)
    last: Done | None = None
    for one, is_there in _all_done(call, events, terms, made):
        is_past = one.when < clock if isinstance(one.when, datetime) else one.day <= clock.date()
        if (is_there or is_past) and (last is None or last.day <= one.day):
            last = one
    return last


def _all_done(
    call: Call, events: Events, terms: Sequence[Deadline], made: Made
) -> Iterator[tuple[Done, bool]]:
    """Go through all that has a day, in the order of a call's life; say of what is there that it is."""
    found: list[tuple[str, date | datetime | None, bool]] = [
        ("ogłoszono nabór", call.announced_on, False),
        ("zaczęło się przyjmowanie wniosków", call.opens_at, False),
        ("skończyło się przyjmowanie wniosków", call.closes_at, False),
        ("raport przyjęcia", _minute(made.reported), True),
        ("wybrano operacje", events.selected_on, False),
        (f"zapisano wersję {made.version}", _minute(made.kept), True),
        ("złożono zestawy dokumentów", _minute(made.packed), True),
        ("wysłano pisma", events.notified_on, False),
        ("ogłoszono listy", events.published_on, False),
        ("przekazano dokumenty zarządowi województwa", events.handed_over_on, False),
        *((f"{one.term.name}, wniosek {one.case}", one.done, False) for one in terms if one.case),
    ]
    for what, when, is_there in found:
        if when is not None:
            yield Done(what, when), is_there


def _minute(instant: datetime | None) -> datetime | None:
    """Write an instant as a minute that clocks in Poland show, without a zone."""
    if instant is None:
        return None
    return instant.astimezone(ZONE).replace(second=0, microsecond=0, tzinfo=None)
