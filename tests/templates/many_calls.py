"""The calls of a whole country, made up: 300 calls of 270 LGDs, in every state that there is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from reading.problems import Problem
from rounds.calendar import day_off
from rounds.calls_of_office import Places
from rounds.standing import CallStanding
from rounds.summary import how_calls_stand
from scoring.announcement import Events
from scoring.call import Call, Lgd, Limit
from scoring.deadlines import deadlines
from scoring.deliveries import Delivery
from scoring.how_calls_stand import HowCallsStand
from scoring.last_done import NOTHING_MADE, Made, last_done
from scoring.life import Seen, standing

NOW = datetime(2030, 5, 20, 5, 30, 41, tzinfo=UTC)
ALL = Path("/nabory")
LGDS, CALLS = 270, 300
LONG_REASON = (
    "/nabory/lgd-00/1-2030/applications.xlsx, arkusz „Wnioski”: nie udało się zapisać dokumentów, "
    "bo na dysku zabrakło miejsca; "
) * 12
"""A reason that is longer than most, so that its row is too."""

_SEEN = (
    Seen(office_lacks=tuple(f"LGD/1/2030/{number}" for number in range(1, 6)), reported=True),
    Seen(reported=True, called=True, sat=False),
    Seen(reported=True, called=True, sat=True),
    Seen(decided=True, packed=True),
    Seen(mistakes=3),
    Seen(decided=True),
)
"""What is seen of one call after the other."""


def many_calls(count: int = CALLS) -> HowCallsStand:
    """Say how so many calls stand."""
    return how_calls_stand(list(_standings(count)), ALL, NOW)


def _standings(count: int) -> Iterator[CallStanding]:
    for number in range(count):
        places = Places(ALL / f"lgd-{number % LGDS:03}" / f"{number // LGDS + 1}-2030", ALL, "")
        if number % 97 == 96:
            yield CallStanding(places, problems=(Problem("call.yaml", "x", "y"),) * 2)
        else:
            yield _standing(places, number)


def _standing(places: Places, number: int) -> CallStanding:
    call, seen = _call(number), _SEEN[number % len(_SEEN)]
    over = call.closes_at.date() < NOW.date()
    sent = NOW.date() - timedelta(days=5 + number % 7) if over and number % 12 == 3 else None
    events = Events(
        calendar_published_on=date(2029, 12, 1),
        regulations_agreed_on=date(2030, 1, 8),
        notified_on=sent,
        published_on=sent,
        handed_over_on=sent if number % 24 == 3 else None,
    )
    delivered = [Delivery(number=f"A/{number}", delivered_on=sent)] if sent else []
    terms = deadlines(call, events, delivered, day_off)
    made = NOTHING_MADE
    if over:
        made = Made(NOW - timedelta(days=3), 1, NOW - timedelta(hours=30) if seen.decided else None)
    return CallStanding(
        places,
        call,
        standing(call, events, terms, seen, NOW),
        terms,
        last=last_done(call, events, terms, made, NOW),
        failed={4: LONG_REASON, 5: "brak miejsca na dysku"}.get(number % 60, ""),
        working="biuro@serwer-1 (proces 411, od 07:12)" if number % 60 == 11 else "",
    )


def _call(number: int) -> Call:
    """Make one up: most are over; some are open, and some have not begun."""
    of, shift = number % LGDS, timedelta(days=(number % 30) * 4)
    closes = datetime(2030, 2, 15, 12, 0) + shift  # noqa: DTZ001 - Polish time
    return Call(
        number=f"{number // LGDS + 1}/2030",
        title="Rozwijanie działalności gospodarczej przez mikroprzedsiębiorców (przykład)",
        lgd=Lgd(
            id=f"zmyslona-{of}",
            name=f"Stowarzyszenie Lokalna Grupa Działania „Zmyślone Łąki i Źródła {of + 1:03}”",
            seat="Zmyślin",
            region="województwo przykładowe",
        ),
        regime="2023",
        scope="start-of-business",
        announced_on=date(2030, 1, 10),
        opens_at=closes - timedelta(days=14),
        closes_at=closes,
        limit=Limit(pln=Decimal(150000), policy="stop", source="ogłoszenie"),
    )
