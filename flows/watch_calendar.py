"""The calendar: looks at every call, starts what is due, wakes what waited, and says how all stand.

    look ─► start, wake or bury ─► show
    folders      Prefect's runs    artifact

What is due follows from the folders and the records alone, never from when anybody looked last. So
it does not matter whether the machine was on at the moment: the next look starts what is due, and
what is done or under way is not started twice.
"""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from prefect import flow

from flows.runs_of_call import (
    FLOWS,
    Where,
    declare_lost,
    is_waiting,
    resume,
    runs_of,
    start,
    under_way,
)
from flows.steps import clock, show_table, step
from rounds.calls_of_office import Places, places_of_calls
from rounds.confirmation import Confirmation
from rounds.standing import CallStanding, standing_of
from rounds.summary import COLUMNS, how_calls_stand, summary_rows
from scoring.call import Call
from scoring.life import Phase


@flow(name="kalendarz", persist_result=False)
def watch_calendar(calls: Path, database: str | None = None, at: datetime | None = None) -> None:
    """Look at every call below ``calls`` at the instant ``at`` (else now), and start what is due.

    ``database``: that of all calls, else the one that the variable ``NABOR_DATABASE`` names, else
    each has one beside it.
    """
    now = at or clock()
    database = database or os.environ.get("NABOR_DATABASE")
    found = [look(places, now) for places in places_of_calls(calls, database)]
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
    if one.call is None or one.now is None or one.now.step is None:
        return one
    if one.now.phase in (Phase.COUNCIL, Phase.DECIDED):
        wake_what_waits(one.call, Confirmation(decided_elsewhere=one.now.phase is Phase.DECIDED))
    where = Where.of(one.places)
    flow_name = FLOWS[one.now.step]
    runs = runs_of(one.call, flow_name)
    run = under_way(runs)
    if run is None or declare_lost(one.call, run, where, now):
        start(one.call, flow_name, where, runs, now)
    return one


def wake_what_waits(call: Call, said: Confirmation) -> None:
    """Resume the council's part, if it waits: its files have come, or a round was run beside it."""
    run = under_way(runs_of(call, FLOWS["council"]))
    if run is not None and is_waiting(run):
        resume(run, said)


@step("pokazanie naborów")
def show(found: Sequence[CallStanding], calls: Path, now: datetime) -> None:
    """Show in Prefect how all calls below ``calls`` stand."""
    stand = how_calls_stand(found, calls, now)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in summary_rows(stand)]
    show_table(rows, "nabory", "Nabory: co zrobione, na kogo czekają.")
