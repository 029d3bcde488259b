from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.amounts import Unreadable
from intake.moments import date_of, joined, moment_of, time_of

MAY_5 = date(2022, 5, 5)
MOMENT = datetime.fromisoformat("2022-05-05T10:15")

LONG_AGO, LATER = map(datetime.fromisoformat, ("1990-01-01", "2090-01-01"))


@pytest.mark.parametrize(
    "cell",
    [
        "5.05.2022",
        "05.05.2022 r.",
        "5.5.2022r.",
        "05-05-2022",
        "5/5/2022",
        "2022-05-05",
        "2022.05.05",
        "5 maja 2022",
        " 5  MAJA 2022 r. ",
        "5.05.2022 10:15",
        MAY_5,
        MOMENT,
    ],
)
def test_a_day_is_read_in_every_way_offices_write_it(cell):
    assert date_of(cell) == MAY_5


@pytest.mark.parametrize(
    "cell",
    [
        "5.05.2022 10:15",
        "5.05.2022 10:15:00",
        "5.05.2022 10.15",
        "5.05.2022, 10:15",
        "5.05.2022\n10:15",
        "5.05.2022 godz. 10.15",
        "5.05.2022, godz. 10:15",
        "5.05.2022 r. godz.10:15",
        "5.05.2022 r., o godz. 10.15",
        "5.05.2022 g. 10:15",
        "5.05.2022 10:15 h",
        "2022-05-05T10:15",
        "2022-05-05 10:15:00.000",
        "5 maja 2022 r., godz. 10.15",
        datetime.fromisoformat("2022-05-05T10:14:59.999971"),
        MOMENT,
    ],
)
def test_a_moment_is_read_in_every_way_offices_write_it(cell):
    assert moment_of(cell) == MOMENT


@given(st.datetimes(LONG_AGO, LATER).map(lambda one: one.replace(microsecond=0)))
def test_any_moment_reads_back_exactly(moment):
    assert moment_of(f"{moment:%d.%m.%Y %H:%M:%S}") == moment
    assert moment_of(moment.isoformat()) == moment
    assert moment_of(moment) == moment


@given(st.text(max_size=40))
def test_any_text_is_a_moment_or_a_polite_refusal(text):
    with suppress(Unreadable):
        assert moment_of(text) >= datetime.min  # noqa: DTZ901 - any moment is well formed


@pytest.mark.parametrize("cell", ["5.05.2022", "2022-05-05", MAY_5, "5 maja 2022 r."])
def test_an_hour_is_never_made_up(cell):
    with pytest.raises(Unreadable) as wrong:
        moment_of(cell)
    assert wrong.value.what == "przy dacie 5.05.2022 brak godziny"
    assert wrong.value.write == "wpisz np. 5.05.2022 10:15, a północ jako tekst 5.05.2022 00:00"


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("30.02.2022 10:00", "nie ma takiego dnia: „30.02.2022 10:00”"),
        ("5.05.2022 25:00", "nie ma takiej godziny: „5.05.2022 25:00”"),
        ("5.05.22 10:00", "nie można odczytać daty „5.05.22 10:00”"),
        ("wczoraj", "nie można odczytać daty „wczoraj”"),
        (44686.0, "nie można odczytać daty „44 686”"),
        (True, "nie można odczytać daty „PRAWDA”"),
    ],
)
def test_what_is_no_moment_is_said(cell, what):
    with pytest.raises(Unreadable) as wrong:
        moment_of(cell)
    assert wrong.value.what == what


@pytest.mark.parametrize(
    "cell",
    [
        "10:15",
        "10.15",
        "godz. 10.15",
        "10:15:00",
        time(10, 15),
        timedelta(hours=10, minutes=15),
        datetime.fromisoformat("1899-12-31T10:15"),
        0.4270833333333333,
    ],
)
def test_an_hour_in_a_column_of_its_own_joins_its_date(cell):
    assert time_of(cell) == time(10, 15)
    assert joined("5.05.2022", cell) == MOMENT
    assert joined(MAY_5, cell) == MOMENT
    assert joined(MOMENT, cell) == MOMENT


def test_two_hours_that_disagree_are_not_chosen_between():
    with pytest.raises(Unreadable) as wrong:
        joined("5.05.2022 10:15", "11:00")
    assert wrong.value.what == "przy dacie stoi godzina 10:15, a w osobnej kolumnie 11:00"


@pytest.mark.parametrize("cell", ["rano", "24:00", timedelta(days=2), 5.0, True])
def test_what_is_no_hour_is_refused(cell):
    with pytest.raises(Unreadable):
        time_of(cell)
