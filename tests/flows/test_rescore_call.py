"""Re-scorings that are printed, through real Prefect: one document, a constant number of tasks."""

from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterName
from prefect.client.schemas.sorting import TaskRunSort
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.backtest_criteria import backtest_criteria
from flows.rescore_call import rescore_call
from reading.problems import Refused
from rounds.backtest import Which
from rounds.rescore import rescore
from templates.alone import print_difference

EXAMPLES = Path(__file__).parents[2] / "examples"
TRYGON = EXAMPLES / "trygon-2013"
PROPOSAL = TRYGON / "projekt-kryteriow.yaml"


def test_what_the_flow_prints_is_what_the_plain_computation_prints(
    tmp_path: Path, prefect_server: str
):
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        result = rescore_call(TRYGON, PROPOSAL, tmp_path / "a.pdf").value
    plainly = rescore(TRYGON, PROPOSAL)
    assert result.rescored == plainly
    print_difference(plainly.difference, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert result.printed.path == tmp_path / "a.pdf"


@pytest.mark.parametrize("name", ["wspolpraca-60-procent", "kraina-nocy-i-dni-2022"])
def test_the_number_of_tasks_does_not_grow_with_the_applications(
    name: str, tmp_path: Path, prefect_server: str
):
    folder = EXAMPLES / name
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        named = rescore_call.with_options(flow_run_name=f"test-{name}")
        named(folder, folder / "projekt-kryteriow.yaml", tmp_path / "a.pdf")
        with get_client(sync_client=True) as client:
            name_is = FlowRunFilter(name=FlowRunFilterName(any_=[f"test-{name}"]))
            tasks = client.read_task_runs(
                flow_run_filter=name_is, sort=TaskRunSort.NAME_ASC, limit=200
            )
    assert len(tasks) == 3


def test_a_back_test_is_printed(tmp_path: Path, prefect_server: str):
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        result = backtest_criteria(EXAMPLES, PROPOSAL, tmp_path / "wyniki.pdf", Which()).value
    assert result.printed.path.read_bytes().startswith(b"%PDF-")
    assert len(result.backtest.calls) == 1


def test_bad_criteria_are_refused_at_once_and_nothing_is_printed(
    tmp_path: Path, prefect_server: str
):
    file = tmp_path / "kryteria.yaml"
    file.write_text("format: 1\n", encoding="utf-8")
    with temporary_settings({PREFECT_API_URL: prefect_server}), pytest.raises(Refused):
        rescore_call(TRYGON, file, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
