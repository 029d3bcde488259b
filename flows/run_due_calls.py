"""All that is due, at once, while somebody waits: every call of every LGD, one after the other.

    standing ─► close · decide · publish ─► … ─► show
                  until nothing is due      artifact

A call that fails does not stop the others. Nothing waits here: a call that needs its council says so.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State

from flows.close_call import close_call
from flows.publish_call import publish_call
from flows.run_round import run_round
from flows.watch_calendar import show
from reading.problems import Refused, Unavailable, why
from records.holding import Busy
from rounds.calls_of_office import Places
from rounds.progress import report
from rounds.standing import CallStanding, standing_of
from scoring.life import Step


@flow(name="nabory", persist_result=False)
def run_due_calls(all_places: Sequence[Places], calls: Path, now: datetime) -> list[CallStanding]:
    """Do all that is due of every call below ``calls`` at an instant.

    Returns how each then stands, and what failed.
    """
    found = []
    for done, places in enumerate(all_places, start=1):
        report("Nabory", done, len(all_places))
        found.append(run_what_is_due(places, now))
    show(found, calls, now)
    return found


def run_what_is_due(places: Places, now: datetime) -> CallStanding:
    """Take a call as far as it goes; ``failed`` says at what it stopped, ``working`` at whom."""
    tried: set[Step] = set()
    while True:
        # Called: nothing is prepared for the council here, so what waits for it is told at once.
        found = standing_of(places, now, called=True)
        due = None if found.now is None else found.now.step
        if due is None or due in tried:
            return found
        tried.add(due)
        state = RUNS[due](places)
        if not state.is_completed():
            failure = state.result(raise_on_failure=False)
            if isinstance(failure, Busy):
                return replace(found, working=failure.by)
            return replace(found, failed=_why(failure))


def _why(failure: object) -> str:
    """Tell in Polish why a step failed; what only programmers understand stays with Prefect."""
    if isinstance(failure, Refused):
        return "; ".join(f"{one.place}: {one.what}" for one in failure.problems)
    if isinstance(failure, Unavailable):
        return str(failure)
    if isinstance(failure, OSError):
        return f"{failure.filename or ''}: {why(failure)}"
    return f"błąd programu: {failure}"


def _decide(places: Places) -> State[Any]:
    return run_round(str(places.folder), str(places.out), places.database, return_state=True)


RUNS: dict[Step, Callable[[Places], State[Any]]] = {
    "close": lambda to: close_call(to.folder, to.out, to.database, return_state=True),
    "council": _decide,
    "publish": lambda to: publish_call(to.folder, to.out, to.database, return_state=True),
}
"""What each step runs."""
