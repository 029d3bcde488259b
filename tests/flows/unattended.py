"""A run that the calendar started, done in this process: nobody sits before the screen, nothing is slow."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import FlowRun
from prefect.flow_engine import run_flow
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.states import Pending
from prefect.tasks import Task

from flows import run_round as round_flow
from flows.deployments import DEPLOYMENTS
from flows.runs_of_call import Where, runs_of, start
from flows.serve_calls import as_served
from intake.call import read_call
from records.database import open_database
from records.store import versions
from scoring.call import Call
from tests.flows.small_calls import small_calls

NUMBERS = count(1001)
STEPS = [one for one in vars(round_flow).values() if isinstance(one, Task)]


def new_call(office: Path) -> Path:
    """Lay a small call into a folder that Prefect has never heard of."""
    number = next(NUMBERS)
    small_calls(office, 1, number)
    return office / f"nabor-{number}"


@contextmanager
def without_pauses(patch: pytest.MonkeyPatch, server: str) -> Iterator[None]:
    """Try every step as often as ever, but at once."""
    for one in STEPS:
        patch.setattr(one, "retry_delay_seconds", [0.0] * len(one.retry_delay_seconds))
    with temporary_settings({PREFECT_API_URL: server}):
        yield


def started(call: Call, where: Where, now: datetime) -> FlowRun:
    """Start the round as the calendar does, and return the run that is to be done."""
    served = next(one for one in DEPLOYMENTS if one.name == "runda")
    asyncio.run(as_served(served, Path(where.folder)).aapply())
    start(call, "runda", where, runs_of(call, "runda"), now)
    return runs_of(call, "runda")[0]


def done(run: FlowRun) -> None:
    """Do a run to its end, well or not, as though its moment had come."""
    with get_client(sync_client=True) as client:
        client.set_flow_run_state(run.id, Pending(), force=True)
    run_flow(round_flow.run_round, flow_run=run, parameters=run.parameters, return_type="state")


def kept(folder: Path, database: str) -> list[tuple[int, str]]:
    """Return the number and the fingerprint of every version that was kept of a call."""
    of = read_call(folder).call
    engine = open_database(database)
    try:
        return [(one.version, one.fingerprint) for one in versions(engine, of.lgd.id, of.number)]
    finally:
        engine.dispose()
