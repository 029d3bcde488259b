"""``nabor up``, a round, ``status`` and ``down``, as an office has them: real processes, real Prefect."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import FlowFilter, FlowFilterName
from prefect.client.schemas.objects import FlowRun
from prefect.deployments import run_deployment
from prefect.input.run_input import keyset_from_paused_state
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.states import Suspended

from nabor.kept_process import KeptProcess
from nabor.kept_server import Kept, read_kept
from tests.flows.small_calls import small_calls
from tests.nabor.conftest import COOPERATION, Answer, Nabor

PATIENCE = 400
"""Seconds that a command may take on a busy machine."""


@dataclass(frozen=True)
class Office:
    """A computer with calls, on which Nabór is switched on and off."""

    calls: Path
    home: Path
    port: int

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/api"

    def nabor(self, *words: str | Path) -> Answer:
        environment = os.environ | {"NABOR_HOME": str(self.home), "COLUMNS": "120"}
        environment.pop("PREFECT_API_URL", None)
        done = subprocess.run(
            [sys.executable, "-m", "nabor", *map(str, words)],
            cwd=self.calls,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def status(self) -> tuple[int, dict[str, Any]]:
        answer = self.nabor("status", "--json")
        return answer.code, json.loads(answer.out)

    def kept(self, monkeypatch: pytest.MonkeyPatch) -> Kept:
        monkeypatch.setenv("NABOR_HOME", str(self.home))
        kept = read_kept()
        assert kept is not None
        return kept


def of_calls(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out what runs by the clock, for no call: it may come between at any moment."""
    return [one for one in runs if one["call"] is not None]


def asked_for(client: SyncPrefectClient, flow: str) -> FlowRun:
    """Return the one run of a flow that does not come from its plan."""
    wanted = FlowFilter(name=FlowFilterName(any_=[flow]))
    (found,) = [one for one in client.read_flow_runs(flow_filter=wanted) if not one.auto_scheduled]
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office where ``nabor up`` has been said, until the last test of this file."""
    folder = tmp_path_factory.mktemp("biuro")
    calls = folder / "nabory"
    small_calls(calls, 1)
    # Not below the folder that is served: the calendar leaves it to the test.
    shutil.copytree(
        COOPERATION, folder / "wspolpraca", ignore=shutil.ignore_patterns("wyniki", "*.sqlite*")
    )
    office = Office(calls, folder / "dom", free_port())
    try:
        answer = office.nabor("up", "--port", str(office.port))
        assert (answer.code, answer.err.strip()) == (0, "")
        yield office
    finally:
        end_all(office)


def end_all(office: Office) -> None:
    """End what is left, whatever the command under test does."""
    file = office.home / "up.json"
    if file.exists():
        said = json.loads(file.read_text(encoding="utf-8"))
        for one in (said["serving"], said["server"]):
            if one is not None:
                KeptProcess(**one).stop(grace=5)


@pytest.fixture
def client(running: Office) -> Iterator[SyncPrefectClient]:
    with (
        temporary_settings({PREFECT_API_URL: running.api}),
        get_client(sync_client=True) as opened,
    ):
        yield opened


def test_said_again_it_says_that_it_runs_and_starts_nothing(
    running: Office, monkeypatch: pytest.MonkeyPatch
):
    before = running.kept(monkeypatch)
    answer = running.nabor("up")
    assert answer.code == 0
    assert answer.out.startswith("Już działa, niczego nie uruchomiono.\n")
    assert f"Strony Prefect: http://127.0.0.1:{running.port}\n" in answer.out
    assert running.kept(monkeypatch) == before


def test_the_calendar_looks_at_once_not_only_at_its_hour(client: SyncPrefectClient):
    give_up = time.monotonic() + PATIENCE
    while not (look := asked_for(client, "kalendarz")).end_time:
        assert time.monotonic() < give_up
        time.sleep(0.5)
    assert look.state is not None
    assert look.state.is_completed()


def test_for_another_folder_it_has_to_be_stopped_first(running: Office, tmp_path: Path):
    answer = running.nabor("up", tmp_path)
    assert answer.code == 2
    assert f"Nabór obsługuje już folder {running.calls}" in answer.err


def test_a_round_goes_to_the_kept_server_and_status_shows_it(running: Office):
    answer = running.nabor("round", "../wspolpraca")
    assert answer.code == 0, answer.err
    code, said = running.status()
    assert code == 0
    assert (said["server"]["answers"], said["serving"], said["calls"]) == (
        True,
        True,
        str(running.calls),
    )
    shown = [(one["flow"], one["call"], one["stage"], one["why"]) for one in of_calls(said["last"])]
    assert shown == [("runda", "wspolpraca", "done", None)]


def test_a_served_run_that_fails_is_told_with_its_reason(
    running: Office, client: SyncPrefectClient
):
    with temporary_settings({PREFECT_API_URL: running.api}):
        run = run_deployment(
            "runda/runda",
            parameters={
                "folder": "nie-ma-go",
                "out": "wyniki",
                "database": "sqlite:///nabor.sqlite",
                "recorded_at": "2030-04-01T08:00:00Z",
            },
            timeout=PATIENCE,
        )
    assert isinstance(run, FlowRun)
    assert run.state is not None
    assert run.state.is_failed()
    answer = running.nabor("status")
    assert answer.code == 1
    assert "nie udało się" in answer.out
    assert "nie ma takiego folderu" in answer.out
    assert "Flow run" not in answer.out
    client.delete_flow_run(run.id)


def test_a_run_that_waits_for_somebody_says_for_whom(running: Office, client: SyncPrefectClient):
    with temporary_settings({PREFECT_API_URL: running.api}):
        deployment = client.read_deployment_by_name("runda/runda")
        run = client.create_flow_run_from_deployment(
            deployment.id,
            parameters={
                "folder": "nabory/1-2030",
                "out": "wyniki",
                "database": "sqlite:///nabor.sqlite",
                "recorded_at": "2030-04-01T08:00:00Z",
            },
            state=Suspended(timeout_seconds=86400, pause_key=str(uuid4())),
        )
        assert run.state is not None
        key = keyset_from_paused_state(run.state)["description"]
        awaited = "Rada: wpisz posiedzenie do sitting.xlsx"
        client.create_flow_run_input(run.id, key=key, value=json.dumps(awaited))
    _, said = running.status()
    shown = [(one["call"], one["stage"], one["why"]) for one in of_calls(said["now"])]
    assert shown == [("1-2030", "waiting", awaited)]


def test_down_stops_both_and_said_again_nothing(running: Office, monkeypatch: pytest.MonkeyPatch):
    kept = running.kept(monkeypatch)
    assert kept.server is not None
    assert kept.serving is not None
    answer = running.nabor("down")
    assert (answer.code, answer.out) == (0, "Zatrzymano obsługę naborów i serwer Prefect.\n")
    assert not kept.server.is_running
    assert not kept.serving.is_running
    assert running.nabor("down").out == "Nic nie działało, niczego nie zatrzymano.\n"
    code, said = running.status()
    assert (code, said["server"], said["serving"], said["last"]) == (1, None, False, None)


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[Office]:
    """An office where nothing runs."""
    calls = tmp_path / "nabory"
    calls.mkdir()
    office = Office(calls, tmp_path / "dom", free_port())
    try:
        yield office
    finally:
        end_all(office)


def test_a_port_that_is_taken_is_told_with_another(stopped: Office):
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", stopped.port))
        stranger.listen()
        answer = stopped.nabor("up", "--port", str(stopped.port))
    assert answer.code == 2
    assert f"port {stopped.port} zajmuje inny program" in answer.err
    assert f"nabor up {stopped.calls} --port {stopped.port + 1}" in answer.err
    assert not (stopped.home / "up.json").exists()


def test_a_server_that_dies_at_its_start_is_told_by_its_log_and_leaves_nothing(stopped: Office):
    database = stopped.home / "prefect" / "prefect.db"
    database.parent.mkdir(parents=True)
    database.write_bytes(b"to nie jest baza danych" * 100)
    with pytest.raises(sqlite3.DatabaseError), sqlite3.connect(database) as spoilt:
        spoilt.execute("select 1 from sqlite_master")
    answer = stopped.nabor("up", "--port", str(stopped.port))
    assert answer.code == 2
    assert "serwer Prefect: nie uruchamia się. Ostatnie wiersze dziennika" in answer.err
    assert "file is not a database" in answer.err.replace("\n", " ")
    assert not (stopped.home / "up.json").exists()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", stopped.port)) != 0


def test_a_folder_that_is_not_there_is_refused(nabor: Nabor, tmp_path: Path):
    answer = nabor("up", tmp_path / "nie-ma-go")
    assert answer.code == 2
    assert "nie ma takiego folderu" in answer.err
