"""Whose turn it is in a call, and who is waited for until when, in words."""

from datetime import date

import pytest

from scoring.how_calls_stand import Awaited, Summary, Turn, awaited, turn_of
from scoring.life import Phase, Standing, Step, Wait, Who

TODAY = date(2030, 5, 14)


def stands(phase: Phase, step: Step | None = None, *who: Who) -> Standing:
    return Standing(phase, step, tuple(Wait(one, "coś") for one in who))


@pytest.mark.parametrize(
    ("now", "turn"),
    [
        (stands(Phase.ANNOUNCED), Turn.TIME),
        (stands(Phase.OPEN), Turn.TIME),
        (stands(Phase.CLOSED, "close", "office"), Turn.OFFICE),
        (stands(Phase.CLOSED, None, "office"), Turn.OFFICE),
        (stands(Phase.VERIFIED, "council"), Turn.PROGRAM),
        (stands(Phase.COUNCIL, None, "council"), Turn.COUNCIL),
        (stands(Phase.DECIDED, "publish"), Turn.PROGRAM),
        (stands(Phase.PROTESTS, None, "office"), Turn.OFFICE),
        (stands(Phase.PROTESTS), Turn.TIME),
        (stands(Phase.HANDED_OVER), Turn.DONE),
        (None, Turn.FAILED),
    ],
)
def test_whose_turn_it_is_follows_from_where_a_call_stands(now: Standing | None, turn: Turn):
    assert turn_of(now, failed=False, working=False) is turn


def test_who_works_on_a_call_now_goes_before_what_failed_and_that_before_who_is_waited_for():
    now = stands(Phase.CLOSED, "close", "office")
    assert turn_of(now, failed=True, working=False) is Turn.FAILED
    assert turn_of(now, failed=True, working=True) is Turn.WORKING


@pytest.mark.parametrize(
    ("until", "said", "late"),
    [
        (None, "posiedzenie", False),
        (TODAY, "posiedzenie (do 14.05.2030)", False),
        (date(2030, 5, 13), "posiedzenie (termin minął 13.05.2030)", True),
    ],
)
def test_a_day_that_has_passed_is_told_as_passed(until: date | None, said: str, late: bool):
    found = awaited(Wait("council", "posiedzenie", until), TODAY)
    assert (found.who, found.said, found.late) == ("Rada", said, late)


def test_what_the_program_does_is_told_with_who_does_it_and_why_it_failed():
    one = Summary("a", Turn.FAILED, "zamknięty", does="raport", working="Biuro", failed="dysk")
    assert one.program == "raport – pracuje teraz: Biuro – nie udało się"
    assert one.program_and_why == f"{one.program}: dysk"
    assert Summary("a", Turn.TIME, "otwarty").program_and_why == ""
    assert Awaited("Rada", "coś").said == "coś"
