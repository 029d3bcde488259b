"""The deployments served for real, in a process of their own, on the server of the tests."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PREFECT = str(Path(sys.executable).with_name("prefect"))
PATIENCE = 180
"""Seconds that anything may take on a busy machine."""


@contextmanager
def served(calls: Path, server: str, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Serve the calls below a folder while the block runs."""
    ready = calls.parent / "gotowe"
    log = calls.parent / "obsluga.log"
    environment = os.environ | {"PREFECT_API_URL": server, "PYTHONSAFEPATH": "1"} | settings
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "flows.serve_calls", str(calls), str(ready)],
            cwd=calls,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_for(lambda: ready.exists() or process.poll() is not None, log)
        yield process
    finally:
        process.terminate()
        process.wait(60)
        ready.unlink(missing_ok=True)


def wait_for(happened: Callable[[], object], log: Path) -> None:
    """Wait until something has happened; tell the log where it does not."""
    give_up = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > give_up:
            pytest.fail(f"it did not happen:\n{log.read_text(encoding='utf-8')[-6000:]}")
        time.sleep(0.3)
