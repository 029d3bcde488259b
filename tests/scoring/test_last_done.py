"""What was done last in a call, by its clock, its people and the program."""

from datetime import UTC, date, datetime, timedelta

import pytest

from rounds.calendar import day_off
from scoring.announcement import Events
from scoring.deadlines import deadlines
from scoring.deliveries import Delivery
from scoring.last_done import NOTHING_MADE, Done, Made, last_done
from scoring.polish_time import instant
from tests.scoring.test_life import AFTER, call

REPORTED = AFTER - timedelta(days=1)


def last(
    now: datetime, made: Made = NOTHING_MADE, events: Events | None = None, *delivered: Delivery
) -> Done | None:
    found, happened = call(), events or Events()
    return last_done(found, happened, deadlines(found, happened, delivered, day_off), made, now)


@pytest.mark.parametrize(
    ("moment", "what"),
    [
        ("2030-01-31T23:59", None),
        ("2030-02-01T00:00", "ogłoszono nabór"),
        ("2030-03-01T08:00:01", "zaczęło się przyjmowanie wniosków"),
        ("2030-03-15T12:00", "zaczęło się przyjmowanie wniosków"),
        ("2030-03-15T12:00:01", "skończyło się przyjmowanie wniosków"),
    ],
)
def test_the_clock_alone_leads_a_call_up_to_its_closing(moment: str, what: str | None):
    found = last(instant(datetime.fromisoformat(moment)))
    assert (None if found is None else found.what) == what


def test_what_the_program_made_is_told_in_polish_time():
    made = Made(reported=datetime(2030, 3, 15, 11, 5, 42, tzinfo=UTC))
    assert last(AFTER, made) == Done("raport przyjęcia", datetime(2030, 3, 15, 12, 5))  # noqa: DTZ001


def test_of_one_day_that_stands_last_which_comes_last_in_the_life_of_a_call():
    day = datetime(2030, 4, 2, 9, 0, tzinfo=UTC)
    made = Made(REPORTED, 2, kept=day, packed=day - timedelta(hours=1))
    sent = Events(notified_on=date(2030, 4, 2))
    later = AFTER + timedelta(days=60)
    assert last(later, made) == Done("złożono zestawy dokumentów", datetime(2030, 4, 2, 10, 0))  # noqa: DTZ001
    assert last(later, made, sent) == Done("wysłano pisma", date(2030, 4, 2))


def test_a_later_version_is_later_than_the_sets_of_an_earlier_one():
    made = Made(REPORTED, 2, kept=AFTER + timedelta(days=3), packed=AFTER + timedelta(days=2))
    found = last(AFTER + timedelta(days=4), made)
    assert found is not None
    assert found.what == "zapisano wersję 2"


def test_what_was_made_while_the_look_went_on_is_done():
    found = last(AFTER, Made(reported=AFTER + timedelta(minutes=5)))
    assert found is not None
    assert found.what == "raport przyjęcia"


def test_what_is_written_down_for_a_day_to_come_was_not_done():
    planned = Events(notified_on=date(2030, 4, 2))
    found = last(AFTER, Made(REPORTED), planned)
    assert found is not None
    assert found.what == "raport przyjęcia"


def test_a_protest_is_told_with_its_case():
    delivery = Delivery(number="A/1", delivered_on=date(2030, 4, 5), protested_on=date(2030, 4, 9))
    found = last(AFTER + timedelta(days=60), NOTHING_MADE, None, delivery)
    assert found == Done("Protest wnioskodawcy, wniosek A/1", date(2030, 4, 9))
