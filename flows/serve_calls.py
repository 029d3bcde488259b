"""The process that ``nabor up`` keeps: it starts every run that is due, until it is told to stop.

    register the deployments ─► end what was cut off ─► start one for all those missed ─► serve

The calendar looks at once, so what was due while the machine was off is not left to its next hour.

``python -m flows.serve_calls FOLDER READY [--own-server]``: calls lie below FOLDER; the file READY is
made when the deployments are registered. Only on a server of its own (``--own-server``) may it judge
the runs of others: whatever seems to run there while nobody serves was cut off.
"""

import asyncio
import signal
import sys
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from uuid import UUID

from prefect.client.orchestration import PrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterDeploymentId,
    FlowRunFilterNextScheduledStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.deployments.runner import RunnerDeployment
from prefect.events import DeploymentEventTrigger
from prefect.flows import Flow
from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.states import Crashed
from prefect.types.entrypoint import EntrypointType

from flows.deployments import CUT_OFF, DEPLOYMENTS, ZONE, Deployment
from reading.problems import Unavailable
from records.database import with_password
from records.holding import holder

AT_ONCE = 2
"""How many runs go at once: an office's computer has a few cores, and somebody works on it."""

PAGE = 200
"""How many runs the server hands over at a time."""


class CallRunner(Runner):
    """Prefect's runner, which also ends in order when it is told to by a signal."""

    def handle_sigterm(self, *_args: object, **_options: object) -> None:
        """End as on Ctrl+C; Prefect's own handler awaits nothing of what it stops."""
        signal.raise_signal(signal.SIGINT)


async def serve_calls(folder: Path, ready: Path, *, own_server: bool) -> None:
    """Serve every deployment for the calls below ``folder``; make ``ready`` once they can be run."""
    await _wait_for_the_server()
    runner = CallRunner(name="nabor", limit=AT_ONCE, pause_on_shutdown=False)
    registered = [await runner.aadd_deployment(as_served(one, folder)) for one in DEPLOYMENTS]
    async with get_client() as client:
        if own_server:
            await end_what_was_cut_off(client)
        for one, deployment in zip(DEPLOYMENTS, registered, strict=True):
            missed = own_server and await take_away_those_missed(client, deployment)
            if missed or one.at_start:
                await client.create_flow_run_from_deployment(deployment)
    await asyncio.to_thread(ready.touch)
    await runner.start()


async def _wait_for_the_server() -> None:
    """Wait until the server answers; whoever started us both ends us where it never does."""
    async with get_client() as client:
        while await client.api_healthcheck() is not None:
            await asyncio.sleep(0.2)


def as_served(one: Deployment, folder: Path) -> RunnerDeployment:
    """Return the deployment as Prefect registers it, for the calls below ``folder``."""
    return RunnerDeployment.from_flow(
        flow_of(one),
        one.name,
        description=one.description,
        tags=list(one.tags),
        parameters={} if one.calls is None else {one.calls: str(folder)},
        schedule=None if one.cron is None else Cron(one.cron, timezone=ZONE),
        concurrency_limit=one.at_once,
        triggers=[DeploymentEventTrigger(expect=set(one.after))] if one.after else [],
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


def flow_of(one: Deployment) -> Flow[..., object]:
    """Return the flow of the deployment.

    Raises:
        TypeError: its entry point names something else.
    """
    module, _, name = one.entrypoint.rpartition(".")
    found = getattr(import_module(module), name)
    if not isinstance(found, Flow):
        message = f"{one.entrypoint} is no flow"
        raise TypeError(message)
    return found


async def end_what_was_cut_off(client: PrefectClient) -> None:
    """Say of what seems to run that it was cut off: nobody served it, and it would hold its place.

    A round that a clerk's own command runs, which nobody serves, goes on while it holds its call.
    """
    running = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]
    ours = FlowFilter(name=FlowFilterName(any_=[one.name for one in DEPLOYMENTS]))
    for one in await _runs(client, running, flow_filter=ours):
        if one.deployment_id is not None or not _is_held(one):
            await client.set_flow_run_state(one.id, Crashed(message=CUT_OFF), force=True)


def _is_held(run: FlowRun) -> bool:
    """Say whether somebody holds the call of a round, which is named after it."""
    database = run.parameters.get("database")
    try:
        return isinstance(database, str) and holder(with_password(database), run.name) is not None
    except Unavailable:
        return True  # it cannot be asked: nothing is said of the run


async def take_away_those_missed(client: PrefectClient, deployment: UUID) -> bool:
    """Take away the planned runs that nobody started in time; say whether there were any.

    Each would look into the folder that was served when it was planned. What somebody asked for,
    outside the plan, is kept.
    """
    now = datetime.now(UTC)  # noqa: TID251 - what is overdue hangs on the clock, and decides nothing
    overdue = FlowRunFilterNextScheduledStartTime.model_validate({"before_": now})
    of_it = FlowRunFilterDeploymentId(any_=[deployment])
    scheduled = [StateType.SCHEDULED]
    found = await _runs(client, scheduled, deployment_id=of_it, next_scheduled_start_time=overdue)
    planned = [one for one in found if one.auto_scheduled]
    for one in planned:
        await client.delete_flow_run(one.id)
    return bool(planned)


async def _runs(
    client: PrefectClient,
    states: list[StateType],
    flow_filter: FlowFilter | None = None,
    **wanted: object,
) -> list[FlowRun]:
    """Return the runs in these states, of the flows and otherwise as they are wanted."""
    in_states = FlowRunFilterState(type=FlowRunFilterStateType(any_=states))
    found: list[FlowRun] = []
    while page := await client.read_flow_runs(
        flow_filter=flow_filter,
        flow_run_filter=FlowRunFilter.model_validate({"state": in_states, **wanted}),
        sort=FlowRunSort.NEXT_SCHEDULED_START_TIME_ASC,
        limit=PAGE,
        offset=len(found),
    ):
        found.extend(page)
    return found


def main() -> None:
    """Serve until a signal ends it."""
    folder, ready, *rest = sys.argv[1:]
    with suppress(KeyboardInterrupt):
        asyncio.run(serve_calls(Path(folder), Path(ready), own_server="--own-server" in rest))


if __name__ == "__main__":
    main()
