"""Dates and hours as registers have them: of Excel, or as text."""

import re
from datetime import date, datetime, time, timedelta

from intake.amounts import Unreadable, shown, unreadable
from intake.sheet import Cell

_MONTHS = (
    *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
    *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
)
_START = datetime(1900, 1, 1)  # noqa: DTZ001 - Polish time, without a zone
_DAY = r"(?P<day>[0-9]{1,2})[.\-/](?P<month>[0-9]{1,2})[.\-/](?P<year>[0-9]{4})(?: ?r\.?)?"
_ISO = r"(?P<iso_year>[0-9]{4})[.\-/](?P<iso_month>[0-9]{1,2})[.\-/](?P<iso_day>[0-9]{1,2})"
_WORDS = rf"(?P<word_day>[0-9]{{1,2}}) (?P<word>{'|'.join(_MONTHS)}) (?P<word_year>[0-9]{{4}})(?: ?r\.?)?"
_HOUR = (
    r"(?:godz(?:ina|\.)? ?|g\. ?|o godz\. ?)?"
    r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
)
_DATE = rf"(?:{_DAY}|{_ISO}|{_WORDS})"
_MOMENT = re.compile(
    rf"{_DATE}(?:(?:[ ,;T]+|[ ,;]*(?=godz|g\.|o godz)){_HOUR}(?: ?h)?)?", re.IGNORECASE
)
_TIME = re.compile(rf"{_HOUR}(?: ?h)?", re.IGNORECASE)


def date_of(cell: Cell) -> date:
    """Read a date; an hour that stands beside it is left out.

    Raises:
        Unreadable: it is no date, or no such day exists.
    """
    day, _ = parts_of(cell)
    return day


def moment_of(cell: Cell) -> datetime:
    """Read a date with its hour, to the second.

    Raises:
        Unreadable: it is no date, or has no hour: midnight is never made up.
    """
    day, hour = parts_of(cell)
    if hour is None:  # calamine gives midnight of a workbook as a date too
        said = f"{day.day}.{day.month:02}.{day.year}"
        write = f"wpisz np. {said} 10:15, a północ jako tekst {said} 00:00"
        raise Unreadable(f"przy dacie {said} brak godziny", write)
    return datetime.combine(day, hour)


def joined(day_cell: Cell, hour_cell: Cell) -> datetime:
    """Join a date with the hour that stands in a column of its own.

    Raises:
        Unreadable: one of them cannot be read, there is no hour, or the two columns disagree.
    """
    day, with_day = parts_of(day_cell)
    if hour_cell is None:
        return moment_of(day_cell)
    hour = time_of(hour_cell)
    if with_day not in (None, time(), hour):
        what = f"przy dacie stoi godzina {with_day:%H:%M}, a w osobnej kolumnie {hour:%H:%M}"
        raise Unreadable(what, "zostaw jedną godzinę")
    return datetime.combine(day, hour)


def parts_of(cell: Cell) -> tuple[date, time | None]:
    """Read a date and, where there is one, its hour.

    Raises:
        Unreadable: it is no date, or no such day or hour exists.
    """
    if isinstance(cell, datetime):
        rounded = _to_second(cell.replace(tzinfo=None))
        return rounded.date(), rounded.time()
    if isinstance(cell, date):
        return cell, None
    found = _MOMENT.fullmatch(" ".join(cell.split())) if isinstance(cell, str) else None
    if found is None:
        raise unreadable(cell, f"nie można odczytać daty {shown(cell)}")
    return _day(found, shown(cell)), _hour(found, shown(cell)) if found["hour"] else None


def time_of(cell: Cell) -> time:
    """Read an hour: of Excel, or as text (``10:15``, „godz. 10.15”).

    Raises:
        Unreadable: it is no hour.
    """
    if isinstance(cell, datetime):
        return _to_second(cell).time()
    if isinstance(cell, time):
        return _to_second(datetime.combine(_START, cell)).time()
    if isinstance(cell, timedelta) and timedelta() <= cell < timedelta(days=1):
        return _to_second(_START + cell).time()
    if isinstance(cell, float) and 0 <= cell < 1:
        return _to_second(_START + timedelta(days=cell)).time()
    found = _TIME.fullmatch(" ".join(cell.split())) if isinstance(cell, str) else None
    if found is None:
        raise unreadable(cell, f"nie można odczytać godziny {shown(str(cell))}", "wpisz np. 10:15")
    return _hour(found, shown(str(cell)))


def _day(found: re.Match[str], cell: str) -> date:
    if found["iso_year"]:
        numbers = found["iso_year"], found["iso_month"], found["iso_day"]
    elif found["word"]:
        month = _MONTHS.index(found["word"].casefold()) + 1
        numbers = found["word_year"], str(month), found["word_day"]
    else:
        numbers = found["year"], found["month"], found["day"]
    try:
        return date(*map(int, numbers))
    except ValueError:
        raise Unreadable(f"nie ma takiego dnia: {cell}") from None


def _hour(found: re.Match[str], cell: str) -> time:
    try:
        return time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        raise Unreadable(f"nie ma takiej godziny: {cell}") from None


def _to_second(moment: datetime) -> datetime:
    """Round away what a spreadsheet's fraction of a day leaves: 10:14:59.999971 is 10:15."""
    return (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
