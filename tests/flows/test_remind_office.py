"""A reminder is sent once; one that could not be sent is tried again at the next look."""

import asyncio
from datetime import date
from pathlib import Path

from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterName
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.sorting import FlowRunSort
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.states import Completed, Failed

from flows.deployments import DEPLOYMENTS
from flows.remind_office import remind
from flows.serve_calls import as_served
from rounds.call_deadlines import read_deadlines
from scoring.reminders import reminders
from tests.flows.unattended import new_call

DAY = date(2030, 3, 20)


def runs(subject: str) -> list[FlowRun]:
    with get_client(sync_client=True) as client:
        return client.read_flow_runs(
            flow_run_filter=FlowRunFilter(name=FlowRunFilterName(any_=[subject])),
            sort=FlowRunSort.EXPECTED_START_TIME_DESC,
        )


def test_it_is_started_once_and_again_only_where_it_failed(tmp_path: Path, prefect_server: str):
    found = read_deadlines(new_call(tmp_path))
    reminder = next(reminders(found.call, found.deadlines, DAY))
    served = next(one for one in DEPLOYMENTS if one.name == "przypomnienie")
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        asyncio.run(as_served(served, tmp_path).aapply())
        remind(found.call, reminder)
        remind(found.call, reminder)
        (first,) = runs(reminder.subject)

        with get_client(sync_client=True) as client:
            client.set_flow_run_state(first.id, Failed(), force=True)
        remind(found.call, reminder)
        remind(found.call, reminder)
        second, *others = runs(reminder.subject)
        assert [one.id for one in others] == [first.id]

        with get_client(sync_client=True) as client:
            client.set_flow_run_state(second.id, Completed(), force=True)
        remind(found.call, reminder)
        assert len(runs(reminder.subject)) == 2
