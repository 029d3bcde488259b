"""The clock of one application's protest: 7 days to lodge it, 14 of self-review, 21 of the board."""

from dataclasses import dataclass
from pathlib import Path

from intake.call import read_call
from rounds.calendar import day_off
from rounds.call_deadlines import deliveries_of
from scoring.call import Call
from scoring.changes import SelfReview
from scoring.deadlines import Deadline, deadlines
from scoring.deliveries import Delivery


@dataclass(frozen=True, slots=True)
class CaseClock:
    """The terms of one case, in their order, and what is known of its protest."""

    call: Call
    delivery: Delivery
    terms: tuple[Deadline, ...]


def clock_of(folder: Path, number: str, review: SelfReview | None = None) -> CaseClock:
    """Return the terms of a case; days that only the review knows are taken from there.

    Raises:
        Refused: with every mistake in the call or in its deliveries.
    """
    call_file = read_call(folder)
    rows = [one for one in deliveries_of(call_file).rows if one.number == number]
    delivery = rows[-1] if rows else Delivery(number=number)
    if review is not None:
        delivery = _with_days_of(delivery, review)
    found = deadlines(call_file.call, call_file.events, [delivery], day_off)
    return CaseClock(call_file.call, delivery, tuple(one for one in found if one.case == number))


def _with_days_of(delivery: Delivery, review: SelfReview) -> Delivery:
    known = {
        "protested_on": review.lodged_on,
        "received_on": review.received_on or review.lodged_on,
        "reviewed_on": review.on,
    }
    said = {**known, **{name: day for name, day in delivery.model_dump().items() if day}}
    return Delivery.model_validate(said)
