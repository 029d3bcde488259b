"""A round through real Prefect: versions, documents, artifacts, and what it refuses."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    ArtifactFilter,
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterId,
    FlowRunFilterState,
    FlowRunFilterStateType,
    TaskRunFilter,
)
from prefect.client.schemas.objects import FlowRun, StateType, TaskRun
from prefect.client.schemas.sorting import ArtifactSort, FlowRunSort, TaskRunSort
from prefect.settings import PREFECT_API_URL, temporary_settings
from pypdf import PdfReader

from flows.run_round import run_round
from reading.problems import Refused
from records.database import open_database
from records.store import versions
from rounds.result import RoundResult

ROOT = Path(__file__).parents[2]
MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)

Run = Callable[[], RoundResult]


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A small call that a test may change."""
    folder = tmp_path / "wspolpraca"
    shutil.copytree(
        ROOT / "examples" / "wspolpraca-60-procent", folder, ignore=shutil.ignore_patterns("wyniki")
    )
    return folder


@pytest.fixture
def run(call: Path, tmp_path: Path, prefect_server: str):
    """Run the round of the call."""

    def once() -> RoundResult:
        with temporary_settings({PREFECT_API_URL: prefect_server}):
            return run_round(str(call), str(tmp_path / "wyniki"), url(tmp_path), MONDAY).value

    return once


def url(folder: Path) -> str:
    return f"sqlite:///{folder / 'nabor.sqlite'}"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_round_keeps_a_version_and_prints_its_documents(run: Run, tmp_path: Path):
    result = run()
    assert (result.version.version, result.version.is_new) == (1, True)
    printed = contents(tmp_path / "wyniki" / "wersja-1")
    assert sorted(printed) == sorted(one.name for one in result.printed.documents)
    assert all(content.startswith(b"%PDF-") for content in printed.values())


def test_the_same_round_again_changes_nothing(run: Run, tmp_path: Path):
    run()
    before = contents(tmp_path / "wyniki")
    again = run()
    assert again.changed_nothing
    assert contents(tmp_path / "wyniki") == before


def test_changed_input_makes_a_new_version_and_keeps_the_old_documents(
    run: Run, call: Path, tmp_path: Path
):
    run()
    before = contents(tmp_path / "wyniki" / "wersja-1")
    file = call / "call.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: ", "title: Zmieniony – ", 1), encoding="utf-8")
    second = run()
    assert (second.version.version, second.version.is_new) == (2, True)
    assert contents(tmp_path / "wyniki" / "wersja-1") == before
    assert (tmp_path / "wyniki" / "wersja-2").is_dir()


def test_a_document_that_was_lost_is_printed_again_with_the_same_bytes(run: Run, tmp_path: Path):
    run()
    before = contents(tmp_path / "wyniki")
    (tmp_path / "wyniki" / "wersja-1" / "lista-rankingowa.pdf").unlink()
    again = run()
    assert not again.version.is_new
    assert contents(tmp_path / "wyniki") == before


def test_two_rounds_on_two_databases_print_the_same_but_for_the_salt(
    call: Path, tmp_path: Path, prefect_server: str
):
    """A list commits to what it withholds with a salt that is drawn for each version."""
    printed = []
    for name in ("a", "b"):
        place = tmp_path / name
        place.mkdir()
        with temporary_settings({PREFECT_API_URL: prefect_server}):
            run_round(str(call), str(place / "wyniki"), url(place), MONDAY)
        printed.append(contents(place / "wyniki"))
    one, other = printed
    differ = {name for name in one if one[name] != other[name]}
    assert not any("/arkusze/" in name for name in differ)
    assert {name: pages(document) for name, document in one.items()} == {
        name: pages(document) for name, document in other.items()
    }


def pages(document: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(document)).pages]


def test_bad_input_is_refused_and_leaves_the_records_as_they_were(
    run: Run, call: Path, tmp_path: Path
):
    run()
    file = call / "call.yaml"
    broken = file.read_text(encoding="utf-8").replace("policy: ", "polityka: ", 1)
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(Refused, match="polityka"):
        run()
    engine = open_database(url(tmp_path))
    assert len(versions(engine, "krajowe", _number(call))) == 1
    engine.dispose()


def _number(call: Path) -> str:
    lines = (call / "call.yaml").read_text(encoding="utf-8").splitlines()
    return next(
        line.split(": ", 1)[1].strip().strip('"') for line in lines if line.startswith("number: ")
    )


COMPLETED = FlowRunFilter(
    state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.COMPLETED]))
)
TASKS = 6
PATIENCE = 30
"""Seconds that the server may take to hear of a task on a busy machine."""


def test_the_number_of_tasks_does_not_grow_and_artifacts_show_the_result(
    run: Run, prefect_server: str
):
    run()
    with (
        temporary_settings({PREFECT_API_URL: prefect_server}),
        get_client(sync_client=True) as client,
    ):
        # Other tests leave runs on this server that are due later.
        newest = client.read_flow_runs(
            flow_filter=FlowFilter(name=FlowFilterName(any_=["runda"])),
            flow_run_filter=COMPLETED,
            sort=FlowRunSort.END_TIME_DESC,
            limit=1,
        )[0]
        # The server hears of tasks by events, a while later.
        give_up = monotonic() + PATIENCE
        tasks: list[TaskRun] = []
        while len(tasks) < TASKS and monotonic() < give_up:
            sleep(0.2)
            tasks = client.read_task_runs(
                flow_run_filter=only_of(newest), sort=TaskRunSort.NAME_ASC, limit=200
            )
        artifacts = client.read_artifacts(
            artifact_filter=ArtifactFilter(),
            flow_run_filter=only_of(newest),
            task_run_filter=TaskRunFilter(),
            sort=ArtifactSort.KEY_ASC,
            limit=200,
            offset=0,
        )
    assert len(tasks) == TASKS
    assert {one.type for one in artifacts} == {"table", "markdown"}


def only_of(run: FlowRun) -> FlowRunFilter:
    return FlowRunFilter(id=FlowRunFilterId(any_=[run.id]))
