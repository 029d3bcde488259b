"""Polish time: which instant a written day and hour is, on the days of both clock changes too."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Warsaw")


def instant(moment: datetime) -> datetime:
    """Return the instant (in UTC) of a moment written in Polish time without a zone.

    On the night when an hour comes twice it is the second one, and an hour that is skipped is read
    as if the clock had not been moved: of two readings the later, so that nobody's term is cut.
    """
    return max(moment.replace(tzinfo=ZONE, fold=fold).astimezone(UTC) for fold in (0, 1))


def polish_day(now: datetime) -> date:
    """Return the day that it is in Poland at an instant."""
    return now.astimezone(ZONE).date()
