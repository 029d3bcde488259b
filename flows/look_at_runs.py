"""What Prefect knows of our runs: the last, the next, who is waited for, what failed and why."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.exceptions import PrefectHTTPStatusError
from prefect.input.run_input import keyset_from_paused_state

from flows.deployments import CUT_OFF, DEPLOYMENTS

MOST = 10
"""How many runs are shown of those that are over, or are to come."""

PAGE = 200
"""How many runs the server hands over at a time; so many never go on at once."""

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
    """The runs of a server: those that go on or wait, the last, newest first, and the next."""

    now: tuple[Run, ...]
    last: tuple[Run, ...]
    next: tuple[Run, ...]

    @property
    def failed(self) -> tuple[Run, ...]:
        """Those that failed and were not followed by another run of the same flow and call."""
        newest: dict[tuple[str, str | None], Run] = {}
        for run in self.last:
            newest.setdefault((run.flow, run.call), run)
        return tuple(run for run in newest.values() if run.stage == "failed")


GOING_ON = [StateType.PENDING, StateType.RUNNING, StateType.PAUSED, StateType.CANCELLING]
OVER = [StateType.COMPLETED, StateType.FAILED, StateType.CRASHED, StateType.CANCELLED]
"""Together with ``SCHEDULED`` all that Prefect has."""


def look_at_runs() -> Runs:
    """Ask the server that Prefect is set to; it has been seen to answer.

    Of a flow that runs by the clock, every few minutes, only the last and the next run are shown.
    """
    with get_client(sync_client=True) as client:
        now = _read(client, GOING_ON, FlowRunSort.START_TIME_DESC, PAGE, PAGE)
        last = _read(client, OVER, FlowRunSort.START_TIME_DESC, MOST, 1)
        following = _read(
            client, [StateType.SCHEDULED], FlowRunSort.EXPECTED_START_TIME_ASC, MOST, 1
        )
    return Runs(now, _ordered(last)[::-1], _ordered(following))


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
    flows = {one: client.read_flow(one).name for one in {run.flow_id for run in found}}
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


_OF_PREFECT = re.compile(r"^Flow run encountered an exception: (?:Refused: |\w*Unavailable: )?")
"""What Prefect puts before our own words."""


def _awaited(client: SyncPrefectClient, found: FlowRun, state: State[object]) -> str | None:
    """Return what the flow said when it stopped to wait: the description of the input it asks for."""
    try:
        said = client.read_flow_run_input(found.id, keyset_from_paused_state(state)["description"])
    except PrefectHTTPStatusError:
        return None
    return str(json.loads(said))
