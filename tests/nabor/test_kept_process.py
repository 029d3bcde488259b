"""A kept process is known again, stopped with all that it started, and never taken for a stranger."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nabor.kept_process import KeptProcess
from nabor.kept_server import Kept, read_kept, write_kept
from tests.nabor.conftest import Nabor

STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(child.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    started = subprocess.Popen(["sleep", "600"], start_new_session=True)
    try:
        yield started
    finally:
        started.kill()
        started.wait()


def test_a_process_is_stopped_and_then_is_not_there(process: subprocess.Popen[bytes]):
    kept = KeptProcess.of(process.pid)
    assert [kept.stop(), kept.stop()] == [True, False]
    assert process.wait(timeout=10) != 0
    assert not kept.is_running


def test_a_process_that_has_ended_and_was_not_counted_off_is_not_running(
    process: subprocess.Popen[bytes],
):
    kept = KeptProcess.of(process.pid)
    process.kill()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert not kept.is_running


def test_one_that_does_not_listen_is_killed_with_its_children():
    with subprocess.Popen(
        [sys.executable, "-c", STUBBORN], stdout=subprocess.PIPE, start_new_session=True
    ) as stubborn:
        assert stubborn.stdout is not None
        child = KeptProcess.of(int(stubborn.stdout.readline()))
        assert child.is_running
        assert KeptProcess.of(stubborn.pid).stop(grace=0.5)
    assert not child.is_running


def test_a_number_given_again_to_a_stranger_stops_nobody(
    process: subprocess.Popen[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nabor: Nabor
):
    monkeypatch.setenv("NABOR_HOME", str(tmp_path))
    stale = KeptProcess(process.pid, "00000000-0000-0000-0000-000000000000 17")
    write_kept(Kept(str(tmp_path), "http://127.0.0.1:4200/api", stale, stale))
    assert nabor("status").code == 1
    answer = nabor("down")
    assert (answer.code, answer.out) == (0, "Nic nie działało, niczego nie zatrzymano.\n")
    assert process.poll() is None
    assert read_kept() is None


def test_a_state_that_cannot_be_read_is_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nabor: Nabor
):
    monkeypatch.setenv("NABOR_HOME", str(tmp_path))
    (tmp_path / "up.json").write_text('{"calls": 1', encoding="utf-8")
    assert nabor("down").code == 0
    answer = nabor("status")
    assert (answer.code, answer.err) == (1, "")
    assert answer.out.startswith("Nie działa. Uruchom: nabor up FOLDER")
