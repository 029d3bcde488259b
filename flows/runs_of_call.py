"""The runs that Prefect knows of one flow of one call: is one under way, does it wait, was one lost.

A flow is started under a key made of the call, the flow, and the run before. So of two that start it at
the same moment one starts it, and the other is given the run of the first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterName,
    FlowRunFilter,
    FlowRunFilterTags,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.deployments import run_deployment
from prefect.flow_runs import resume_flow_run
from prefect.states import Crashed

from flows.steps import told
from intake.confirmation import Confirmation
from records.database import with_password
from records.holding import holder
from rounds.calls_of_office import Places, name_of
from scoring.call import Call
from scoring.life import Step

FLOWS: dict[Step, str] = {
    "close": "zamknięcie",
    "council": "posiedzenie",
    "publish": "zestawy dokumentów",
}
"""The flow of each step; its deployment has the same name."""

NEWEST = 20
"""How many runs are looked at: what came before them changes nothing."""

GRACE: Mapping[StateType, timedelta] = {
    StateType.PENDING: timedelta(minutes=10),
    StateType.RUNNING: timedelta(minutes=2),
}
"""How long a run may hold nothing, while it starts and while it reads, before it is taken for lost."""

FAILED = (StateType.FAILED, StateType.CRASHED)

LONGEST_PAUSE = timedelta(hours=1)
"""A step that fails again and again is tried this often at least."""


@dataclass(frozen=True, slots=True)
class Where:
    """What every flow of a call is told: its folder and its results, as paths or addresses; its records.

    ``database`` is an address without its password.
    """

    folder: str
    out: str
    database: str

    @classmethod
    def of(cls, places: Places) -> "Where":
        """Return the places of this machine as a flow is told of them."""
        return cls(str(places.folder), str(places.out), told(places.database))


def runs_of(call: Call, flow: str) -> list[FlowRun]:
    """Return the newest runs of a flow for a call, the newest first."""
    with get_client(sync_client=True) as client:
        return client.read_flow_runs(
            flow_run_filter=FlowRunFilter(tags=FlowRunFilterTags(all_=[name_of(call)])),
            deployment_filter=DeploymentFilter(name=DeploymentFilterName(any_=[flow])),
            sort=FlowRunSort.EXPECTED_START_TIME_DESC,
            limit=NEWEST,
        )


def under_way(runs: Sequence[FlowRun]) -> FlowRun | None:
    """Return the run that has not ended, if there is one."""
    return next((one for one in runs if one.state is None or not one.state.is_final()), None)


def is_waiting(run: FlowRun) -> bool:
    """Say whether a run is suspended until somebody or something resumes it."""
    return run.state is not None and run.state.is_paused()


def resume(run: FlowRun, said: Confirmation) -> None:
    """Let a suspended run go on, with what was said.

    One that was killed between its suspending and its question can never go on: it is ended as lost,
    and the next look starts another.
    """
    try:
        resume_flow_run(run.id, run_input=said.model_dump(mode="json"))
    except RuntimeError:
        end(run, Crashed(message="Przerwano, zanim zapisano, o co pyta; zacznie się od nowa."))


def end(run: FlowRun, state: State[None]) -> None:
    """End a run that nobody is doing."""
    with get_client(sync_client=True) as client:
        client.set_flow_run_state(run.id, state, force=True)


def start(call: Call, flow: str, where: Where, runs: Sequence[FlowRun], now: datetime) -> None:
    """Start a flow for a call; after failures in a row it waits longer and longer, up to an hour."""
    failures = _failures_in_a_row(runs)
    pause = min(timedelta(minutes=2**failures), LONGEST_PAUSE)
    run_deployment(
        f"{flow}/{flow}",
        parameters=asdict(where),
        scheduled_time=now + pause if failures else None,
        flow_run_name=name_of(call),
        tags=[name_of(call)],
        idempotency_key=f"{flow} {name_of(call)} {runs[0].id if runs else 'first'}",
        timeout=0,
        as_subflow=False,
    )


def _failures_in_a_row(runs: Sequence[FlowRun]) -> int:
    ended = [one.state.type for one in runs if one.state is not None]
    return sum(1 for _ in takewhile(lambda one: one in FAILED, ended))


def declare_lost(
    call: Call,
    run: FlowRun,
    where: Where,
    now: datetime,
    grace: Mapping[StateType, timedelta] = GRACE,
) -> bool:
    """Say that a run crashed which claims to run while nobody holds its call: its machine is gone.

    ``grace`` is how long it may claim so in each state.

    Raises:
        DatabaseUnavailable: the database cannot be asked who holds the call.
    """
    state = run.state
    if state is None or state.type not in grace or now - state.timestamp < grace[state.type]:
        return False
    if holder(with_password(where.database), name_of(call)) is not None:
        return False
    lost: State[None] = Crashed(
        message="Nikt już nie prowadzi tej rundy: komputer lub proces zniknął."
    )
    end(run, lost)
    return True
