"""A round in a process of its own that is killed at one of its boundaries.

Boundaries are the beginning and the end of every step, every commit of the database, and every time a
file or a folder is put in its place. They are counted as they come; at the one that was asked for the
process kills itself with the signal that no program can catch.
"""

import functools
import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.tasks import Task
from sqlalchemy import Engine, event

from flows import run_round as round_flow

MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)
FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["tests.flows.killed"])
PATIENCE = 300


def run_until(boundary: int | None, folder: Path, out: Path, database: str, server: str) -> bool:
    """Run a round until a boundary, or to its end; say whether it got to its end.

    Raises:
        AssertionError: it ended in neither way.
    """
    words = (boundary, folder, out, database, server)
    process = FORKS.Process(target=_run, args=words)
    process.start()
    process.join(PATIENCE)
    assert process.exitcode in (0, -signal.SIGKILL), process.exitcode
    return process.exitcode == 0


def _run(boundary: int | None, folder: Path, out: Path, database: str, server: str) -> None:
    _count_boundaries(boundary, out)
    with temporary_settings({PREFECT_API_URL: server}):
        round_flow.run_round(str(folder), str(out), database, MONDAY)


def _count_boundaries(boundary: int | None, out: Path) -> None:
    passed = 0

    def tick(*_: object) -> None:
        nonlocal passed
        passed += 1
        if passed == boundary:
            os.kill(os.getpid(), signal.SIGKILL)

    for one in vars(round_flow).values():
        if isinstance(one, Task):
            one.fn = _between(tick, one.fn)

    def on_audit(name: str, words: tuple[Any, ...]) -> None:
        if name in ("os.rename", "os.link") and str(words[1]).startswith(str(out)):
            tick()

    sys.addaudithook(on_audit)
    event.listen(Engine, "commit", tick)


def _between(tick: Callable[[], None], step: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(step)
    def stepped(*words: Any) -> Any:
        tick()
        result = step(*words)
        tick()
        return result

    return stepped
