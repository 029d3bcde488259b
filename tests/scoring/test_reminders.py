"""What is reminded of on which day, in which words, and that each stage is told once."""

from datetime import date, timedelta

import pytest

from rounds.calendar import day_off
from scoring.announcement import Events
from scoring.deadlines import Deadline, deadlines
from scoring.deliveries import Delivery
from scoring.polish import NARROW
from scoring.reminders import Reminder, reminders
from tests.scoring.test_life import call

DUE = date(2030, 5, 14)
"""The last day of the letters, of publishing and of handing over: 60 days after 15 March 2030."""


def terms(events: Events, *delivered: Delivery) -> tuple[Deadline, ...]:
    return deadlines(call(), events, delivered, day_off)


BEFORE = Events(
    calendar_published_on=date(2029, 11, 5),
    regulations_agreed_on=date(2030, 1, 14),
)
"""What was done before the announcement; nothing since."""

LETTERS_LEFT = BEFORE.model_copy(update={"published_on": DUE, "handed_over_on": DUE})


def told(today: date, events: Events = LETTERS_LEFT, *delivered: Delivery) -> list[Reminder]:
    return list(reminders(call(), terms(events, *delivered), today))


def stage(today: date) -> str:
    (one,) = told(today)
    return one.key.rsplit("|", 1)[1]


@pytest.mark.parametrize(
    ("days", "name"),
    [
        (14, "14 dni"),
        (8, "14 dni"),
        (7, "7 dni"),
        (4, "7 dni"),
        (3, "3 dni"),
        (2, "3 dni"),
        (1, "1 dni"),
        (0, "0 dni"),
        (-1, "po terminie, tydzień 1"),
        (-6, "po terminie, tydzień 1"),
        (-7, "po terminie, tydzień 2"),
        (-55, "po terminie, tydzień 8"),
    ],
)
def test_a_stage_begins_fourteen_seven_three_one_and_no_days_before_and_each_week_after(
    days: int, name: str
):
    assert stage(DUE - timedelta(days=days)) == name


def test_nothing_is_told_while_the_day_is_far_nor_for_ever_after_it():
    assert told(DUE - timedelta(days=15)) == []
    assert told(DUE + timedelta(days=56)) == []


def test_within_a_stage_the_key_is_the_same_so_each_of_thirteen_is_sent_once():
    days = [DUE - timedelta(days=14) + timedelta(days=one) for one in range(14 + 56)]
    keys = [one.key for day in days for one in told(day)]
    assert len(keys) == len(days)
    assert len(set(keys)) == 5 + 8
    assert keys == sorted(keys, key=keys.index)  # a stage that is over does not come again


def test_what_is_done_is_not_told_of_not_even_what_is_done_late():
    for done in (DUE - timedelta(days=20), DUE, DUE + timedelta(days=3)):
        finished = LETTERS_LEFT.model_copy(update={"notified_on": done})
        days = [DUE + timedelta(days=one) for one in range(-14, 14)]
        assert [told(day, finished) for day in days] == [[]] * len(days)


def test_each_term_and_each_application_has_a_key_of_its_own():
    today = DUE - timedelta(days=7)
    assert len({one.key for one in told(today, BEFORE)}) == 3
    protests = [
        Delivery(number=number, delivered_on=today, protested_on=today) for number in ("A/1", "A/2")
    ]
    of_reviews = told(today + timedelta(days=7), LETTERS_LEFT, *protests)
    assert len({one.key for one in of_reviews}) == len(of_reviews)
    assert {one.key.split("|")[3] for one in of_reviews} == {"None", "A/1", "A/2"}


def test_a_term_that_is_moved_is_told_of_anew():
    (first,) = told(DUE)
    later = call(closes="2030-03-18T12:00")
    moved = deadlines(later, LETTERS_LEFT, (), day_off)
    (second,) = reminders(later, moved, DUE + timedelta(days=3))
    assert first.key.rsplit("|", 1)[1] == second.key.rsplit("|", 1)[1] == "0 dni"
    assert first.key != second.key


def test_the_words_tell_who_does_what_until_when_by_which_article_and_where_it_is_written():
    (one,) = told(DUE - timedelta(days=14))
    assert one.subject == "Nabór 1/2030: Pisma do wnioskodawców – do 14.05.2030"
    assert one.text.splitlines() == [
        "Nabór 1/2030 – Nabór przykładowy",
        "LGD Przykład",
        "",
        "Co: Pisma do wnioskodawców",
        "Kto: biuro LGD",
        f"Do kiedy: 14 maja 2030 r. (zostało 14{NARROW}dni)",
        "Podstawa: art. 21 ust. 5 ustawy",
        "Gdy to zrobione: wpisz dzień w call.yaml (notified_on)",
    ]


def test_on_the_last_day_and_after_it_the_words_say_so():
    (last,) = told(DUE)
    (late,) = told(DUE + timedelta(days=1))
    assert "Do kiedy: 14 maja 2030 r. (dziś ostatni dzień)" in last.text
    assert late.subject == "Nabór 1/2030: Pisma do wnioskodawców – termin minął 14.05.2030"
    assert "Do kiedy: 14 maja 2030 r. (termin minął, wykonania nie wpisano)" in late.text


def test_of_a_self_review_the_office_is_reminded_with_the_case_and_the_column():
    protest = Delivery(number="A/1", delivered_on=DUE, protested_on=DUE)
    sent = LETTERS_LEFT.model_copy(update={"notified_on": DUE})
    found = told(DUE + timedelta(days=7), sent, protest)
    review = next(one for one in found if "|self_review|" in one.key)
    assert review.subject == "Nabór 1/2030: Autokontrola LGD, wniosek A/1 – do 28.05.2030"
    for line in (
        "Co: Autokontrola LGD, wniosek A/1",
        "Kto: biuro LGD",
        "Podstawa: art. 22a–22m ustawy",
        "Gdy to zrobione: wpisz dzień w pliku doręczeń (dzień zakończenia autokontroli)",
    ):
        assert line in review.text.splitlines()


def test_a_right_of_an_applicant_is_told_of_once_when_it_ends_and_never_as_late():
    sent = LETTERS_LEFT.model_copy(update={"notified_on": DUE})
    delivered = Delivery(number="A/1", delivered_on=DUE)
    days = [DUE + timedelta(days=one) for one in range(30)]
    found = {day: told(day, sent, delivered) for day in days}
    assert {day for day, some in found.items() if some} == {date(2030, 5, 20), date(2030, 5, 21)}
    assert len({one.key for some in found.values() for one in some}) == 1
    (one,) = found[date(2030, 5, 21)]
    assert "Kto: wnioskodawca" in one.text.splitlines()


def test_while_a_term_waits_for_its_event_nothing_is_told_of_it():
    asked = Delivery(
        number="A/1",
        delivered_on=DUE,
        protested_on=DUE,
        board_informed_on=DUE,
        asked_on=DUE + timedelta(days=1),
    )
    sent = LETTERS_LEFT.model_copy(update={"notified_on": DUE})
    days = [DUE + timedelta(days=one) for one in range(60)]
    keys = {one.key.split("|")[2] for day in days for one in told(day, sent, asked)}
    assert keys == {"complete"}  # the self-review is paused until the protest is completed
