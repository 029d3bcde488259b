"""Where a call stands, by its clock, its folder and its records."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from rounds.calendar import day_off
from scoring.announcement import Events
from scoring.call import Call, Lgd, Limit
from scoring.deadlines import deadlines
from scoring.deliveries import Delivery
from scoring.life import Phase, Seen, Standing, Wait, standing
from scoring.polish_time import instant, polish_day

AFTER = datetime(2030, 3, 18, 7, 0, tzinfo=UTC)
SIXTIETH = date(2030, 5, 14)
"""The last day of the first term after the closing, 60 days after it."""

READY = Seen(sat=True, reported=True, called=True)
DONE = Seen(decided=True, packed=True)
SITS = Seen(reported=True, called=True, sat=False)


def polish(text: str) -> datetime:
    return datetime.fromisoformat(text)


def call(closes: str = "2030-03-15T12:00", opens: str = "2030-03-01T08:00") -> Call:
    return Call(
        number="1/2030",
        title="Nabór przykładowy",
        lgd=Lgd(id="przyklad", name="LGD Przykład"),
        regime="2023",
        scope="start-of-business",
        announced_on=date(2030, 2, 1),
        opens_at=polish(opens),
        closes_at=polish(closes),
        limit=Limit(pln=Decimal(150000), policy="stop", source="ogłoszenie"),
    )


def stands(seen: Seen, now: datetime = AFTER, events: Events | None = None, *delivered: Delivery):
    found, happened = call(), events or Events()
    return standing(found, happened, deadlines(found, happened, delivered, day_off), seen, now)


def test_a_call_is_announced_then_open_then_closed_by_the_clock_alone():
    hours = {
        "2030-03-01T07:59:59": Phase.ANNOUNCED,
        "2030-03-01T08:00": Phase.OPEN,
        "2030-03-15T12:00": Phase.OPEN,
        "2030-03-15T12:00:01": Phase.VERIFIED,
    }
    found = {hour: stands(Seen(reported=True), instant(polish(hour))).phase for hour in hours}
    assert found == hours


def test_after_closing_the_intake_is_reported_first():
    assert stands(Seen()) == Standing(Phase.VERIFIED, "close")


def test_mistakes_and_missing_facts_keep_it_closed_and_the_office_is_waited_for():
    found = stands(Seen(mistakes=2, office_lacks=("A/1", "A/2"), reported=True))
    assert found == Standing(
        Phase.CLOSED,
        None,
        (
            Wait(
                "office",
                "popraw dane naboru (2\u00a0błędy; wypisze je „nabor score” z folderem naboru)",
                SIXTIETH,
            ),
            Wait("office", "uzupełnij dane wniosków: A/1, A/2", SIXTIETH),
        ),
    )


def test_a_verified_call_is_given_to_its_council():
    assert stands(Seen(reported=True, sat=False)) == Standing(Phase.VERIFIED, "council")


@pytest.mark.parametrize(
    ("seen", "who"),
    [
        (Seen(reported=True, called=True, sat=False), "council"),
        (Seen(reported=True, called=True, sat=True, council_lacks=("A/1",)), "council"),
        (Seen(reported=True, called=True, sat=None), "office"),
    ],
)
def test_with_the_council_it_waits_for_whoever_must_act(seen: Seen, who: str):
    found = stands(seen)
    assert (found.phase, found.step) == (Phase.COUNCIL, None)
    assert [wait.who for wait in found.waits] == [who]


def test_when_everything_of_the_council_is_there_the_decision_is_due():
    assert stands(READY) == Standing(Phase.COUNCIL, "council")


def test_files_that_come_early_do_not_spare_the_report_of_the_intake():
    early = Seen(sat=True, called=True)
    assert stands(early) == Standing(Phase.COUNCIL, "close")


def test_a_decision_that_is_not_packed_is_published():
    assert stands(Seen(decided=True)) == Standing(Phase.DECIDED, "publish")


@pytest.mark.parametrize(
    "told",
    [
        Events(notified_on=date(2030, 4, 1)),
        Events(published_on=date(2030, 4, 1)),
        Events(handed_over_on=date(2030, 4, 1)),
    ],
)
def test_once_anybody_knows_the_result_no_other_is_made_without_somebody_s_word(told: Events):
    departed = Seen(sat=True, reported=True, called=True, departed=3)
    assert stands(departed) == Standing(Phase.COUNCIL, "council")
    found = stands(departed, AFTER, told)
    assert (found.phase, found.step) == (Phase.DECIDED, None)
    assert [wait.who for wait in found.waits] == ["office"]
    assert "różnią się od wersji 3" in found.waits[0].what


def test_once_the_sets_are_there_the_office_sends_and_publishes_and_hands_over():
    found = stands(DONE)
    assert found.phase is Phase.PUBLISHED
    assert [wait.what.rsplit(" ", 1)[1] for wait in found.waits] == [
        "(notified_on)",
        "(published_on)",
        "(handed_over_on)",
    ]


def test_each_wait_tells_its_own_last_day_by_the_act_until_it_is_done():
    sent = Events(selected_on=date(2030, 4, 1), notified_on=date(2030, 4, 2))
    assert [wait.until for wait in stands(DONE, AFTER, sent).waits] == [SIXTIETH, SIXTIETH]
    early = call().model_copy(update={"regime": "2015"})
    terms = deadlines(early, sent, (), day_off)
    found = standing(early, sent, terms, DONE, AFTER)
    assert [wait.until for wait in found.waits] == [date(2030, 4, 8)] * 2
    council = standing(early, Events(), deadlines(early, Events(), (), day_off), SITS, AFTER)
    assert [(wait.who, wait.until) for wait in council.waits] == [("council", date(2030, 4, 29))]


def test_where_the_act_gives_no_term_nobody_is_told_a_day():
    found = standing(call(), Events(), (), SITS, AFTER)
    assert [wait.until for wait in found.waits] == [None]


SENT = Events(
    notified_on=date(2030, 4, 2), published_on=date(2030, 4, 2), handed_over_on=date(2030, 4, 3)
)


def test_protests_are_waited_for_until_the_last_term_has_passed():
    delivered = Delivery(number="A/1", delivered_on=date(2030, 4, 5))
    last = instant(polish("2030-04-12T23:59"))
    assert stands(DONE, last, SENT, delivered).phase is Phase.PROTESTS
    assert stands(DONE, instant(polish("2030-04-13T00:01")), SENT, delivered) == Standing(
        Phase.HANDED_OVER
    )


def test_without_a_delivery_nobody_knows_when_protests_end():
    found = stands(DONE, instant(polish("2030-12-01T12:00")), SENT)
    assert found.phase is Phase.PROTESTS
    assert [wait.who for wait in found.waits] == ["office"]


def test_on_the_night_when_an_hour_comes_twice_the_second_one_closes_the_call():
    """27 October 2030: at 3:00 summer time the clock goes back to 2:00."""
    closing = call(closes="2030-10-27T02:30")
    at = {
        datetime(2030, 10, 27, 0, 31, tzinfo=UTC): Phase.OPEN,  # 2:31, summer time
        datetime(2030, 10, 27, 1, 30, tzinfo=UTC): Phase.OPEN,  # 2:30, winter time
        datetime(2030, 10, 27, 1, 31, tzinfo=UTC): Phase.VERIFIED,
    }
    found = {now: standing(closing, Events(), (), Seen(), now).phase for now in at}
    assert found == at


def test_an_hour_that_is_skipped_cuts_nobody_off():
    """31 March 2030: at 2:00 the clock goes on to 3:00."""
    assert instant(polish("2030-03-31T02:30")) == datetime(2030, 3, 31, 1, 30, tzinfo=UTC)
    closing = call(closes="2030-03-31T02:30")
    just_before = datetime(2030, 3, 31, 1, 29, tzinfo=UTC)  # 3:29, summer time
    assert standing(closing, Events(), (), Seen(), just_before).phase is Phase.OPEN


def test_the_day_is_that_in_poland():
    assert polish_day(datetime(2030, 6, 30, 22, 30, tzinfo=UTC)) == date(2030, 7, 1)
    assert polish_day(datetime(2030, 12, 31, 22, 30, tzinfo=UTC)) == date(2030, 12, 31)
