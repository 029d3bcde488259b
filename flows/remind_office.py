"""Every morning: what is to be done soon in every call, each thing told once at each of its stages.

    dates of every call ─► one run of send_reminder for each stage of each term

The run of a reminder is started under the key of its stage, and Prefect starts one run for a key.
"""

from datetime import datetime
from pathlib import Path

from prefect import flow
from prefect.client.schemas.objects import FlowRun
from prefect.deployments import run_deployment

from flows.steps import clock, key_of
from reading.problems import Refused
from rounds.call_deadlines import read_deadlines
from rounds.calls_of_office import name_of, places_of_calls
from scoring.call import Call
from scoring.polish_time import polish_day
from scoring.reminders import Reminder, reminders


@flow(name="przypomnienia", persist_result=False)
def remind_office(calls: Path, at: datetime | None = None) -> None:
    """Remind of what is due in every call below ``calls`` on the day of ``at`` (else today)."""
    today = polish_day(at or clock())
    for places in places_of_calls(calls):
        try:
            found = read_deadlines(places.folder)
        except Refused:
            continue  # the calendar tells of a call that cannot be read
        for one in reminders(found.call, found.deadlines, today):
            remind(found.call, one)


def remind(call: Call, one: Reminder) -> None:
    """Start the sending of a reminder, once; again where it was tried and could not be sent."""
    key: str | None = one.key
    while key is not None:
        run = run_deployment(
            "przypomnienie/przypomnienie",
            parameters={"subject": one.subject, "text": one.text, "call": key_of(call)},
            flow_run_name=one.subject,
            tags=[name_of(call)],
            idempotency_key=key,
            timeout=0,
            as_subflow=False,
        )
        assert isinstance(run, FlowRun)  # noqa: S101 - asked for from a flow that is not asynchronous
        # Of a key that was used before, the run of that time is given back.
        key = f"{one.key} {run.id}" if _is_in_vain(run) else None


def _is_in_vain(run: FlowRun) -> bool:
    return run.state is not None and (run.state.is_failed() or run.state.is_crashed())
