"""All that is due, at once, while somebody waits: every call of every LGD, one after the other.

    standing ─► close · decide · publish ─► … ─► show
                  until nothing is due      artifact

A call that fails does not stop the others. Nothing waits here: a call that needs its council says so.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from flows.close_call import close_call
from flows.publish_call import publish_call
from flows.run_round import run_round
from flows.steps import told
from flows.watch_calendar import show
from reading.problems import in_one_line
from records.database import with_password
from records.holding import Busy
from rounds.calls_of_office import Places, places_of_calls
from rounds.progress import report
from rounds.standing import CallStanding, confirmed, standing_of
from rounds.twins import Twins, twins_among, with_twins
from scoring.life import Step


@flow(name="nabory", persist_result=False)
def run_due_calls(calls: Path, database: str | None, now: datetime) -> list[CallStanding]:
    """Do all that is due of every call below ``calls`` at an instant.

    ``database``: that of all calls, as Prefect may be told of it; else each has one beside it.
    Returns how each then stands, and what failed.
    """
    all_places = list(places_of_calls(calls, database and with_password(database)))
    twins = twins_among(all_places)
    found = []
    for done, places in enumerate(all_places, start=1):
        report("Nabory", done, len(all_places))
        found.append(run_what_is_due(places, twins, now))
    show(found, calls, now)
    return found


def run_what_is_due(places: Places, twins: Twins, now: datetime) -> CallStanding:
    """Take a call as far as it goes; ``failed`` says at what it stopped, ``working`` at whom."""
    tried: set[Step] = set()
    while True:
        # Called: nothing is prepared for the council here, so what waits for it is told at once.
        found = with_twins(standing_of(places, now, called=True), twins)
        due = None if found.now is None else found.now.step
        if due is None or due in tried:
            return found
        tried.add(due)
        state = RUNS[due](places)
        if not state.is_completed():
            failure = state.result(raise_on_failure=False)
            if isinstance(failure, Busy):
                return replace(found, working=failure.by)
            return replace(found, failed=in_one_line(failure))


def _decide(places: Places) -> State[Any]:
    because = confirmed(places)
    return run_round(
        str(places.folder),
        str(places.out),
        told(places.database),
        because=because,
        return_state=True,
    )


RUNS: dict[Step, Callable[[Places], State[Any]]] = {
    "close": lambda to: close_call(to.folder, to.out, told(to.database), return_state=True),
    "council": _decide,
    "publish": lambda to: publish_call(to.folder, to.out, told(to.database), return_state=True),
}
"""What each step runs."""
