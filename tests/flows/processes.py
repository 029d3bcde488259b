"""Processes that a test starts, and ends with all that they started."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def running(
    words: list[str], log: Path, folder: Path, **settings: str
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command with all that it starts, and end them all."""
    folder.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            words,
            cwd=folder,
            env=os.environ | settings,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        end(process, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            process.wait(30)
        end(process, signal.SIGKILL)
        process.wait(30)


def end(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """End a process and all that it started, also what leads a session of its own."""
    for one in (*reversed(started_by(process.pid)), process.pid):
        with suppress(ProcessLookupError):
            os.kill(one, how)


def started_by(process: int) -> list[int]:
    """Return every process that a process started, and those that these started, and so on."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            after_name = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(after_name[1])
    found, to_ask = list[int](), [process]
    while to_ask:
        parent = to_ask.pop()
        children = [one for one, of in parents.items() if of == parent]
        found += children
        to_ask += children
    return found
