"""Prefect's server is killed while a round runs, and started again: the round ends, and is said to have."""

import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from subprocess import Popen

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.runs_of_call import Where, runs_of, start
from flows.steps import clock
from intake.changes import alone_in
from tests.conftest import free_port, wait_until_it_answers
from tests.flows.processes import end, running
from tests.flows.served import PREFECT, served, wait_for
from tests.flows.small_calls import small_calls
from tests.flows.unattended import kept


class Server:
    """A Prefect server that is killed and started again, on one port and with what it kept."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._port = folder, str(free_port())
        self._running: AbstractContextManager[Popen[bytes]] | None = None
        self._process: Popen[bytes] | None = None
        self.url = f"http://127.0.0.1:{self._port}/api"

    def start(self) -> None:
        """Start it and wait until it answers."""
        log = self._folder / "serwer.log"
        settings = {
            "PREFECT_HOME": str(self._folder),
            "PREFECT_API_URL": self.url,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        }
        words = [PREFECT, "server", "start", "--host", "127.0.0.1", "--port", self._port, "--no-ui"]
        self._running = running(words, log, self._folder, **settings)
        self._process = self._running.__enter__()
        wait_until_it_answers(self._process, self.url, log)

    def kill(self) -> None:
        """Kill it with all that it started, as a power cut does."""
        if self._process is not None and self._running is not None:
            end(self._process, signal.SIGKILL)
            with suppress(ProcessLookupError):
                self._running.__exit__(None, None, None)
        self._process = self._running = None


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    one = Server(tmp_path / "serwer")
    one.start()
    yield one
    one.kill()


def test_a_round_whose_server_was_killed_prints_and_is_completed_when_the_server_is_back(
    tmp_path: Path, server: Server
):
    office = tmp_path / "biuro"
    (call,) = small_calls(office, 1)
    folder, log = office / "nabor-1", tmp_path / "obsluga.log"
    out, database = folder / "wyniki", f"sqlite:///{office / 'nabor.sqlite'}"
    out.mkdir()

    def states() -> list[str | None]:
        return [one.state.name if one.state else None for one in runs_of(call, "runda")]

    with temporary_settings({PREFECT_API_URL: server.url}), served(office, server.url):
        with alone_in(out):  # the round has kept its version, and waits to print
            start(call, "runda", Where(str(folder), str(out), database), [], clock())
            wait_for(lambda: (office / "nabor.sqlite").exists() and kept(folder, database), log)
            server.kill()
        wait_for((out / "wersja-1").is_dir, log)  # printed while nobody answers
        server.start()
        wait_for(lambda: states() == ["Completed"], log)
    assert [version for version, _ in kept(folder, database)] == [1]
    assert sorted(one.name for one in out.iterdir()) == ["wersja-1"]
