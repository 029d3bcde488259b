"""The list of deployments, Prefect's file and what is served say the same; what was missed is one run."""

import asyncio
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterDeploymentId,
)
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.sorting import FlowRunSort
from prefect.states import Running
from ruamel.yaml import YAML

from flows.deployments import CALLS, CUT_OFF, DEPLOYMENTS, POOL, ZONE, Deployment
from flows.run_round import run_round
from flows.serve_calls import (
    as_served,
    end_what_was_cut_off,
    flow_of,
    take_away_those_missed,
)
from records.holding import held

ROOT = Path(__file__).parents[2]
NIGHTLY = Deployment("próba planu", "flows.run_round.run_round", "Próba.", cron="0 3 * * *")
ASKED = {
    "folder": "nabory/1",
    "out": "wyniki",
    "database": "sqlite:///nabor.sqlite",
    "recorded_at": "2030-04-01T08:00:00Z",
}


def in_prefect_yaml(one: Deployment) -> dict[str, object]:
    return {
        "name": one.name,
        "entrypoint": one.entrypoint,
        "description": one.description,
        "tags": list(one.tags),
        "concurrency_limit": one.at_once,
        "parameters": {} if one.calls is None else {one.calls: "{{ $" + CALLS + " }}"},
        "schedules": [] if one.cron is None else [{"cron": one.cron, "timezone": ZONE}],
        "triggers": [{"type": "event", "expect": list(one.after)}] if one.after else [],
        "work_pool": {"name": POOL},
    }


def test_prefect_yaml_has_every_deployment_of_the_list():
    said = YAML(typ="safe").load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
    assert said["deployments"] == [in_prefect_yaml(one) for one in DEPLOYMENTS]
    assert said["pull"] == []


@pytest.mark.parametrize("one", DEPLOYMENTS, ids=lambda one: one.name)
def test_a_deployment_is_named_like_its_flow_and_served_by_import_path(one: Deployment):
    assert flow_of(one).name == one.name
    served = as_served(one, Path("/nabory"))
    assert served.entrypoint == one.entrypoint
    assert set(served.parameters) == ({one.calls} if one.calls else set())


@pytest.fixture
def nightly(client: SyncPrefectClient, tmp_path: Path) -> UUID:
    deployment = asyncio.run(as_served(NIGHTLY, tmp_path).aapply())
    assert client.read_deployment(deployment).name == NIGHTLY.name
    return deployment


def runs_of(client: SyncPrefectClient, deployment: UUID) -> list[FlowRun]:
    wanted = FlowRunFilter(deployment_id=FlowRunFilterDeploymentId(any_=[deployment]))
    return client.read_flow_runs(
        flow_run_filter=wanted, sort=FlowRunSort.EXPECTED_START_TIME_ASC, limit=200
    )


def test_planned_runs_that_were_missed_are_taken_away_and_what_was_asked_for_is_kept(
    client: SyncPrefectClient, nightly: UUID
):
    client.request(
        "POST",
        "/deployments/{id}/schedule",
        path_params={"id": nightly},
        json={"start_time": "2020-04-01T00:00:00Z", "min_runs": 3, "max_runs": 3},
    )
    missed = runs_of(client, nightly)[:3]
    assert [run.expected_start_time and run.expected_start_time.date() for run in missed] == [
        date(2020, 4, 1),
        date(2020, 4, 2),
        date(2020, 4, 3),
    ]
    asked_for = client.create_flow_run_from_deployment(nightly, parameters=ASKED)

    async def take_away() -> bool:
        async with get_client() as serving:
            return await take_away_those_missed(serving, nightly)

    assert asyncio.run(take_away())
    left = {run.id for run in runs_of(client, nightly)}
    assert not {run.id for run in missed} & left
    assert asked_for.id in left
    assert not asyncio.run(take_away())


async def end() -> None:
    async with get_client() as serving:
        await end_what_was_cut_off(serving)


def test_a_run_that_was_cut_off_is_said_to_be(client: SyncPrefectClient, nightly: UUID):
    cut = client.create_flow_run_from_deployment(nightly, parameters=ASKED)
    client.set_flow_run_state(cut.id, Running(), force=True)

    asyncio.run(end())
    state = client.read_flow_run(cut.id).state
    assert state is not None
    assert (state.is_crashed(), state.message) == (True, CUT_OFF)


def test_a_round_of_a_command_goes_on_while_it_holds_its_call(
    client: SyncPrefectClient, tmp_path: Path
):
    database, call = f"sqlite:///{tmp_path}/nabor.sqlite", "przyklad 1/2030"
    told = {"folder": str(tmp_path), "out": str(tmp_path), "database": database}
    run = client.create_flow_run(run_round, parameters=told, name=call, state=Running())

    def stage() -> tuple[bool, bool]:
        state = client.read_flow_run(run.id).state
        assert state is not None
        return state.is_running(), state.is_crashed()

    with held(database, call, "biuro"):
        asyncio.run(end())
        assert stage() == (True, False)
    asyncio.run(end())
    assert stage() == (False, True)
