"""Days on the command line; only here does the door read the clock for today."""

from datetime import date, datetime

from reading.problems import Problem, Refused
from scoring import polish


def past_day_of(written: str | None, option: str) -> date:
    """Return the day that an option gives, which has come already, or today.

    Raises:
        Refused: what is written is no day, or has not come yet.
    """
    day = day_of(written, option)
    if day > day_of(None, option):
        what = f"dzień {polish.short_day(day)} jeszcze nie nadszedł"
        raise Refused([Problem(option, what, "popraw datę")])
    return day


def day_of(written: str | None, option: str) -> date:
    """Return the day that an option gives, or today where it gives none.

    Raises:
        Refused: what is written is no day.
    """
    if written is None:
        return datetime.now().astimezone().date()  # noqa: TID251 - the door reads the clock
    try:
        return date.fromisoformat(written)
    except ValueError:
        what = f"„{written}” nie jest dniem"
        raise Refused([Problem(option, what, "wpisz np. 2022-06-01")]) from None
