"""Which days are free in Poland: Saturdays, Sundays and public holidays (library ``holidays``)."""

from datetime import date

from holidays import country_holidays

_FREE = country_holidays("PL")
_SATURDAY = 5


def day_off(day: date) -> bool:
    """Say whether a term that ends on this day ends on a later one (KPA art. 57 § 4).

    24 December is a public holiday since 2025; the library knows from which year each one is.
    """
    return day.weekday() >= _SATURDAY or day in _FREE
