"""Starting what ``nabor up`` keeps: Prefect's server, then the process that serves the calls.

Each is the head of its own session, writes into a log of its own, and is waited for until it answers.
Where one of them dies or keeps silent, both are stopped and the end of its log is told.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

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


def refuse_taken_port(port: int) -> None:
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
            write = f"podaj inny, np. nabor up --port {port + 1}"
            raise Refused([Problem("--port", what, write)]) from None


def start(calls: Path, port: int, own_address: str | None) -> Kept:
    """Start both and wait until they answer; with an ``own_address`` of a server, only the serving.

    Raises:
        Unavailable: one of them did not start; nothing is left running.
    """
    kept = Kept(str(calls), own_address or f"http://{HOST}:{port}/api", None, None)
    write_kept(kept)
    try:
        if own_address is None:
            report("Uruchamianie serwera Prefect", 1, 3)
            kept = _with_server(kept, port)
        report("Uruchamianie obsługi naborów", 2, 3)
        return _with_serving(kept)
    except BaseException:
        stop_kept()
        raise


def _with_server(kept: Kept, port: int) -> Kept:
    words = ["-m", "prefect", "server", "start", "--host", HOST, "--port", str(port)]
    process = _launch(words, server_log(), home(), _of_server(kept.url, port))
    kept = Kept(kept.calls, kept.url, KeptProcess.of(process.pid), None)
    write_kept(kept)
    _wait(process, server_log(), "serwer Prefect", lambda: _answers(kept.url))
    return kept


def _with_serving(kept: Kept) -> Kept:
    ready = home() / "gotowe"
    ready.unlink(missing_ok=True)
    words = ["-m", "flows.serve_calls", kept.calls, str(ready)]
    settings = {"PREFECT_API_URL": kept.url, "NABOR_CALLS": kept.calls}
    if kept.server is not None:
        words.append("--own-server")
        settings["PREFECT_HOME"] = str(prefect_home())
    process = _launch(words, serving_log(), Path(kept.calls), settings)
    kept = Kept(kept.calls, kept.url, kept.server, KeptProcess.of(process.pid))
    write_kept(kept)
    _wait(process, serving_log(), "obsługa naborów", ready.exists)
    return kept


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


def _wait(
    process: subprocess.Popen[bytes], log: Path, name: str, is_there: Callable[[], bool]
) -> None:
    give_up = time.monotonic() + PATIENCE
    while not is_there() or process.poll() is not None:
        if process.poll() is not None:
            raise Unavailable(f"{name} nie uruchamia się. {_end_of(log)}")
        if time.monotonic() > give_up:
            raise Unavailable(f"{name} nie odpowiada od {PATIENCE} s. {_end_of(log)}")
        time.sleep(0.1)


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
