"""Starting what ``nabor up`` keeps: Prefect's server, then the process that serves the calls.

Each is the head of its own session, writes into a log of its own, and is waited for until it answers.
Where one of them dies or keeps silent, both are stopped and the end of its log is told.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from flows.deployments import CALLS
from nabor.kept_process import KeptProcess
from nabor.kept_server import (
    Kept,
    home,
    prefect_home,
    server_log,
    serving_log,
    stop_kept,
    write_kept,
)
from reading.problems import Problem, Refused, Unavailable
from rounds.progress import report

HOST = "127.0.0.1"
"""The server is asked from this machine alone: what it keeps is the office's."""

PATIENCE = 180
"""Seconds that either may take to start on a slow computer."""

LAST_LINES = 8
"""How much of a log is told when a process dies at its start."""
LONGEST_LINE = 200
"""How much of each of its lines."""


def refuse_taken_port(port: int, calls: Path) -> None:
    """Make sure that the port is free.

    Raises:
        Refused: another program listens there.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            what = f"port {port} zajmuje inny program"
            write = f"podaj inny, np. nabor up {calls} --port {port + 1}"
            raise Refused([Problem("--port", what, write)]) from None


def start(calls: Path, port: int, own_address: str | None) -> Kept:
    """Start both and wait until they answer; with an ``own_address`` of a server, only the serving.

    Raises:
        Unavailable: one of them did not start; nothing is left running.
    """
    url = own_address or f"http://{HOST}:{port}/api"
    ready = home() / "gotowe"
    ready.unlink(missing_ok=True)
    waited: list[Waited] = []
    server = None
    try:
        if own_address is None:
            process = _launch(_SERVER, server_log(), home(), _of_server(url, port))
            server = KeptProcess.of(process.pid)
            write_kept(Kept(str(calls), url, server, None))
            waited.append(Waited("serwer Prefect", process, server_log(), lambda: _answers(url)))
        words, settings = _of_serving(calls, url, ready, own_server=server is not None)
        process = _launch(words, serving_log(), calls, settings)
        kept = Kept(str(calls), url, server, KeptProcess.of(process.pid))
        write_kept(kept)
        waited.append(Waited("obsługa naborów", process, serving_log(), ready.exists))
        _wait_for(waited)
    except BaseException:
        stop_kept()
        raise
    return kept


@dataclass(frozen=True, slots=True)
class Waited:
    """A process that was started and does not answer yet."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    answers: Callable[[], bool]


def _wait_for(waited: Sequence[Waited]) -> None:
    """Wait until each of them answers, one after another, and all of them live."""
    give_up = time.monotonic() + PATIENCE
    for place, one in enumerate(waited):
        report(f"Czekam: {one.name}", place, len(waited))
        while not one.answers():
            for each in waited:
                if each.process.poll() is not None:
                    raise Unavailable(f"{each.name}: nie uruchamia się. {_end_of(each.log)}")
            if time.monotonic() > give_up:
                raise Unavailable(f"{one.name}: brak odpowiedzi. {_end_of(one.log)}")
            time.sleep(0.1)


_SERVER = ["-m", "prefect", "server", "start"]


def _of_serving(
    calls: Path, url: str, ready: Path, *, own_server: bool
) -> tuple[list[str], dict[str, str]]:
    words = ["-m", "flows.serve_calls", str(calls), str(ready)]
    settings = {"PREFECT_API_URL": url, CALLS: str(calls)}
    if own_server:
        words.append("--own-server")
        settings["PREFECT_HOME"] = str(prefect_home())
    return words, settings


def _of_server(url: str, port: int) -> dict[str, str]:
    return {
        "PREFECT_HOME": str(prefect_home()),
        "PREFECT_API_URL": url,  # what its pages ask
        "PREFECT_SERVER_API_HOST": HOST,
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    }


def _launch(
    words: list[str], log: Path, folder: Path, settings: dict[str, str]
) -> subprocess.Popen[bytes]:
    """Start Python with these words, apart from the terminal, and write all that it says down."""
    environment = os.environ | {
        "DO_NOT_TRACK": "1",
        "PREFECT_LOGGING_LEVEL": "INFO",
        "PYTHONSAFEPATH": "1",  # what lies beside the calls is no module
        **settings,
    }
    with log.open("wb") as output:
        return subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, *words],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _end_of(log: Path) -> str:
    """Tell the last lines of a log, and where the whole of it is."""
    lines = log.read_text(encoding="utf-8", errors="replace").rstrip().splitlines()[-LAST_LINES:]
    said = "\n".join(f"  {line[:LONGEST_LINE]}" for line in lines) or "  (nic nie napisał)"
    return f"Ostatnie wiersze dziennika {log}:\n{said}"


def _answers(url: str) -> bool:
    try:
        # An office's proxy has nothing to do with this machine.
        with build_opener(ProxyHandler({})).open(f"{url}/health", timeout=5):
            return True
    except (URLError, OSError):
        return False
