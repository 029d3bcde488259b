"""The calendar: looks at every call, starts what is due, wakes what waited, and says how all stand.

    look ─► start, wake or bury ─► show
    folders      Prefect's runs    artifact

What is due follows from the folders and the records alone, never from when anybody looked last. So
it does not matter whether the machine was on at the moment: the next look starts what is due, and
what is done or under way is not started twice.
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from prefect import flow, get_run_logger
from prefect.states import Completed

from flows.runs_of_call import (
    FLOWS,
    Where,
    declare_lost,
    end,
    is_waiting,
    resume,
    runs_of,
    start,
    under_way,
)
from flows.steps import clock, show_table, step
from intake.confirmation import NOTHING_SAID
from reading.problems import in_one_line
from records.database import ENVIRONMENT, with_password
from rounds.calls_of_office import Places, places_of_calls
from rounds.standing import CallStanding, standing_of
from rounds.summary import COLUMNS, how_calls_stand, summary_rows
from rounds.twins import twins_among, with_twins
from scoring.call import Call
from scoring.life import Phase, Step


@flow(name="kalendarz", persist_result=False)
def watch_calendar(calls: Path, database: str | None = None, at: datetime | None = None) -> None:
    """Look at every call below ``calls`` at the instant ``at`` (else now), and start what is due.

    ``database``: that of all calls, else the one that the variable ``NABOR_DATABASE`` names, else
    each has one beside it.
    """
    now = at or clock()
    database = with_password(database) if database else os.environ.get(ENVIRONMENT)
    all_places = list(places_of_calls(calls, database))
    twins = twins_among(all_places)
    found = [with_twins(look(places, now), twins) for places in all_places]
    show([start_what_is_due(one, now) for one in found], calls, now)


def look(places: Places, now: datetime) -> CallStanding:
    """Say where a call stands; whether the council's part has begun is known to Prefect alone."""
    found = standing_of(places, now)
    if found.call is None or found.now is None or found.now.phase is not Phase.VERIFIED:
        return found
    if under_way(runs_of(found.call, FLOWS["council"])) is None:
        return found
    return standing_of(places, now, called=True)


def start_what_is_due(one: CallStanding, now: datetime) -> CallStanding:
    """Start the step that is due, unless it is under way; wake one that waits for what has come."""
    if one.call is None or one.now is None or one.failed:
        return one
    try:
        if one.now.phase in DECIDED:
            end_what_waits(one.call)
        if one.now.step is not None:
            take_the_step(one.call, one.now.step, Where.of(one.places), now)
    except Exception as error:  # noqa: BLE001 - one call does not stop the others
        get_run_logger().exception("Nabór w folderze %s", one.places.folder)
        return replace(one, failed=in_one_line(error))
    return one


DECIDED = (Phase.DECIDED, Phase.PUBLISHED, Phase.PROTESTS, Phase.HANDED_OVER)


def take_the_step(call: Call, step: Step, where: Where, now: datetime) -> None:
    """Start a step, unless it is under way; what waits for the council goes on, as its files are there."""
    runs = runs_of(call, FLOWS[step])
    run = under_way(runs)
    if run is not None and is_waiting(run):
        resume(run, NOTHING_SAID)
    elif run is None or declare_lost(call, run, where, now):
        start(call, FLOWS[step], where, runs, now)


def end_what_waits(call: Call) -> None:
    """End the council's part of a call that is decided: a round was run beside it while it waited."""
    run = under_way(runs_of(call, FLOWS["council"]))
    if run is not None and is_waiting(run):
        end(run, Completed(message="Nabór rozstrzygnięto poza tym przebiegiem."))


@step("pokazanie naborów")
def show(found: Sequence[CallStanding], calls: Path, now: datetime) -> None:
    """Show in Prefect how all calls below ``calls`` stand."""
    stand = how_calls_stand(found, calls, now)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in summary_rows(stand)]
    show_table(rows, "nabory", "Nabory: co zrobione, na kogo czekają.")
