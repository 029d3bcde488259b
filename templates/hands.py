"""Printing on all cores: the caller prints, and helper processes beside it, each the next document.

A helper is a Python of its own at the other end of a socket, so it prints the same whatever started
the round (a script, Prefect, a notebook), and it ends when the socket does, however the round ended.
What a helper could not do (an error, or it was killed) is done again by the caller, where errors
are raised; the bytes are those of one process.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import Any, Generic, TypeVar

J = TypeVar("J")
R = TypeVar("R")

FOR_EACH = 8
"""How many jobs a process must have to be worth its start, about a second."""

LAST_WORDS = 5
"""Seconds that a helper has to end by itself."""


def cores() -> int:
    """Return how many processes the system lets run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class _Ended(Generic[J, R]):
    """A job and what came of it; ``None`` of one that its helper could not do."""

    job: J
    result: R | None


class _Shared(Generic[J, R]):
    """The jobs that nobody took yet, how many were taken, and those that helpers ended."""

    def __init__(self, jobs: Iterator[J]) -> None:
        self._jobs = jobs
        self._lock = Lock()
        self.taken = 0
        self.ended: SimpleQueue[_Ended[J, R]] = SimpleQueue()

    def next(self) -> J | None:
        """Take the next job; what it takes to make one up is done by one thread at a time."""
        with self._lock:
            job = next(self._jobs, None)
            self.taken += job is not None
            return job

    def serve(self, helper: Connection) -> None:
        """Hand jobs to a helper until there are none, or it fails one."""
        while (job := self.next()) is not None:
            result: R | None = _ask(helper, job)
            self.ended.put(_Ended(job, result))
            if result is None:
                return


def done_by_all(
    work: Callable[[J], R], jobs: Iterator[J], count: int, processes: int | None = None
) -> Generator[tuple[J, R], None, None]:
    """Do every job by this process and helpers, and give each with its result as it is done.

    Args:
        work: can be pickled, as can jobs and results; a helper is given it once.
        jobs: are made up as they are taken.
        count: how many there are.
        processes: how many processes at most; as many as there are cores where it is not said.

    Raises:
        Exception: whatever ``work`` or ``jobs`` raise; nothing more is done then.
    """
    most = cores() if processes is None else processes
    beside = max(min(most, count // FOR_EACH) - 1, 0)
    shared: _Shared[J, R] = _Shared(jobs)
    done = 0
    with ThreadPoolExecutor(max(beside, 1)) as threads, _helpers(work, beside) as helpers:
        serving = [threads.submit(shared.serve, one) for one in helpers]
        while (job := shared.next()) is not None:
            yield job, work(job)
            done += 1
            while not shared.ended.empty():
                yield _whole(shared.ended.get(), work)
                done += 1
        while done < shared.taken:
            yield _whole(shared.ended.get(), work)
            done += 1
        for one in serving:
            one.result()


def _whole(ended: _Ended[J, R], work: Callable[[J], R]) -> tuple[J, R]:
    """Do again what a helper could not do."""
    return ended.job, work(ended.job) if ended.result is None else ended.result


def _ask(helper: Connection, job: object) -> Any:  # noqa: ANN401 - whatever the work gives
    """Let a helper do a job; ``None`` where it cannot."""
    try:
        helper.send(job)
        return helper.recv()
    except (EOFError, OSError):
        return None


@contextmanager
def _helpers(work: Callable[[J], R], count: int) -> Iterator[list[Connection]]:
    """Start helpers, and end them whatever happens; there are none where the system has no sockets."""
    started: list[tuple[subprocess.Popen[bytes], Connection]] = []
    try:
        started.extend(_start(work) for _ in range(count if os.name == "posix" else 0))
        yield [connection for _, connection in started]
    except BaseException:
        for process, _ in started:
            process.kill()
        raise
    finally:
        for _, connection in started:
            connection.close()
        for process, _ in started:
            _see_off(process)


def _start(work: Callable[[J], R]) -> tuple[subprocess.Popen[bytes], Connection]:
    """Start a helper, which finds the modules where this process does."""
    ours, theirs = Pipe()
    with theirs:
        # What goes wrong with a job is told by the caller, who does it again.
        process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "templates.helper", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(_path())},
        )
    with suppress(OSError):
        ours.send(work)
    return process, ours


def _path() -> list[str]:
    return [str(Path(__file__).parents[1]), *(one for one in sys.path if one)]


def _see_off(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(LAST_WORDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
