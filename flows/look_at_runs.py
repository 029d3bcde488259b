"""What Prefect knows of our runs: the last, the next, who is waited for, what failed and why."""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterName,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.exceptions import PrefectHTTPStatusError
from prefect.input.run_input import keyset_from_paused_state

from flows.deployments import CUT_OFF, DEPLOYMENTS
from flows.steps import clock

MOST = 10
"""How many runs are shown of those that are over, or are to come."""

PAGE = 200
"""How many runs the server hands over at a time; so many never go on at once."""

LATELY = timedelta(days=14)
"""For so long it is told of a run that failed and that nothing followed."""

Stage = Literal["planned", "late", "running", "waiting", "done", "failed", "cancelled"]
"""Where a run is; ``waiting`` is for a person."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: of which flow, of which call (the name of its folder), and where it is.

    ``moment`` is when it began, or is to begin. ``why`` says why it failed, or what is waited for.
    """

    flow: str
    call: str | None
    stage: Stage
    moment: datetime | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of a server: those that go on or wait, the last, newest first, and the next.

    ``failed`` are those of late that no other run of the same name followed; each stands in ``last``
    too, however many others have ended since.
    """

    now: tuple[Run, ...]
    last: tuple[Run, ...]
    next: tuple[Run, ...]
    failed: tuple[Run, ...]


GOING_ON = [StateType.PENDING, StateType.RUNNING, StateType.PAUSED, StateType.CANCELLING]
OVER = [StateType.COMPLETED, StateType.FAILED, StateType.CRASHED, StateType.CANCELLED]
"""Together with ``SCHEDULED`` all that Prefect has."""

BUSY = "exception: Busy: "
"""In what Prefect says of a run that left its call to somebody else: no failure, they do it."""

IN_VAIN = [StateType.FAILED, StateType.CRASHED]


def look_at_runs() -> Runs:
    """Ask the server that Prefect is set to; it has been seen to answer.

    Of a flow that runs by the clock, every few minutes, only the last and the next run are shown.
    """
    with get_client(sync_client=True) as client:
        now = _read(client, GOING_ON, FlowRunSort.START_TIME_DESC, PAGE, PAGE)
        last = _read(client, OVER, FlowRunSort.START_TIME_DESC, MOST, 1)
        failed = _failed(client)
        following = _read(
            client, [StateType.SCHEDULED], FlowRunSort.EXPECTED_START_TIME_ASC, MOST, 1
        )
    return Runs(now, _ordered(tuple({*last, *failed}))[::-1], _ordered(following), failed)


def _failed(client: SyncPrefectClient) -> tuple[Run, ...]:
    """Read what failed of late and was not tried again since: runs are named after what they are of.

    A flow that runs by the clock names its runs by chance; each follows the one before.
    """
    since = clock() - LATELY
    found = client.read_flow_runs(
        flow_filter=FlowFilter(name=FlowFilterName(any_=[one.name for one in DEPLOYMENTS])),
        flow_run_filter=FlowRunFilter(
            state=FlowRunFilterState(type=FlowRunFilterStateType(any_=IN_VAIN)),
            expected_start_time=FlowRunFilterExpectedStartTime.model_validate({"after_": since}),
        ),
        sort=FlowRunSort.START_TIME_DESC,
        limit=PAGE,
    )
    flows = _names(client, found)
    by_clock = {one.name for one in DEPLOYMENTS if one.cron}
    return tuple(
        _run(client, flows[one.flow_id], one)
        for one in found
        if BUSY not in ((one.state and one.state.message) or "")
        and _newest_like(client, flows[one.flow_id], one, by_clock).id == one.id
    )


def _newest_like(
    client: SyncPrefectClient, flow: str, run: FlowRun, by_clock: Collection[str]
) -> FlowRun:
    """Return the newest run that does what ``run`` did: itself, or one that followed it."""
    named = None if flow in by_clock else FlowRunFilterName(any_=[run.name])
    begun = [*OVER, *GOING_ON]
    (newest,) = client.read_flow_runs(
        flow_filter=FlowFilter(name=FlowFilterName(any_=[flow])),
        flow_run_filter=FlowRunFilter(
            name=named, state=FlowRunFilterState(type=FlowRunFilterStateType(any_=begun))
        ),
        sort=FlowRunSort.START_TIME_DESC,
        limit=1,
    )
    return newest


def _names(client: SyncPrefectClient, found: Sequence[FlowRun]) -> dict[UUID, str]:
    return {one: client.read_flow(one).name for one in {run.flow_id for run in found}}


def _ordered(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(sorted(runs, key=lambda run: (run.moment is not None, run.moment)))


def _read(
    client: SyncPrefectClient, states: list[StateType], sort: FlowRunSort, most: int, by_clock: int
) -> tuple[Run, ...]:
    """Read up to ``most`` runs of the flows that are asked for, ``by_clock`` of each other one."""
    asked_for = [one.name for one in DEPLOYMENTS if one.cron is None]
    kinds = [(asked_for, most), *(([one.name], by_clock) for one in DEPLOYMENTS if one.cron)]
    state = FlowRunFilterState(type=FlowRunFilterStateType(any_=states))
    found = [
        run
        for names, limit in kinds
        for run in client.read_flow_runs(
            flow_filter=FlowFilter(name=FlowFilterName(any_=names)),
            flow_run_filter=FlowRunFilter(state=state),
            sort=sort,
            limit=limit,
        )
    ]
    flows = _names(client, found)
    return tuple(_run(client, flows[one.flow_id], one) for one in found)


def _run(client: SyncPrefectClient, flow: str, found: FlowRun) -> Run:
    folder = found.parameters.get("folder")
    return Run(
        flow,
        Path(folder).name if isinstance(folder, str) else None,
        "planned" if found.state is None else _stage(found.state),
        found.start_time or found.expected_start_time,
        None if found.state is None else _why(client, found, found.state),
    )


def _stage(state: State[object]) -> Stage:
    if state.name == "Late":
        return "late"
    return _STAGES[state.type]


_STAGES: dict[StateType, Stage] = {
    StateType.SCHEDULED: "planned",
    StateType.PENDING: "running",
    StateType.RUNNING: "running",
    StateType.PAUSED: "waiting",
    StateType.COMPLETED: "done",
    StateType.FAILED: "failed",
    StateType.CRASHED: "failed",
    StateType.CANCELLING: "cancelled",
    StateType.CANCELLED: "cancelled",
}


def _why(client: SyncPrefectClient, found: FlowRun, state: State[object]) -> str | None:
    if state.is_paused():
        return _awaited(client, found, state)
    if state.is_failed():
        return _OF_PREFECT.sub("", state.message or "") or None
    if state.is_crashed():
        return state.message if state.message == CUT_OFF else f"{CUT_OFF} {state.message or ''}"
    return None


_OF_PREFECT = re.compile(
    r"^Flow run encountered an exception: (?:(?:Refused|\w*Unavailable|Busy|Overtaken): )?"
)
"""What Prefect puts before our own words."""


def _awaited(client: SyncPrefectClient, found: FlowRun, state: State[object]) -> str | None:
    """Return what the flow said when it stopped to wait: the description of the input it asks for."""
    try:
        said = client.read_flow_run_input(found.id, keyset_from_paused_state(state)["description"])
    except PrefectHTTPStatusError:
        return None
    return str(json.loads(said))
