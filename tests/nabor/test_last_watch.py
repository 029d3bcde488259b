"""What a command started ends with it, also where it is killed; what others started goes on."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

COMMAND = """
import subprocess, sys, time
from nabor.last_watch import end_with_me
end_with_me()
server = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"])
print(server.pid, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def command() -> Iterator[subprocess.Popen[str]]:
    """A command that has started a server, and waits."""
    with subprocess.Popen(
        [sys.executable, "-c", COMMAND],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        yield process
        process.kill()


def lives(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="ascii").split()[2]
    except FileNotFoundError:
        return False


def is_gone(pid: int) -> bool:
    give_up = time.monotonic() + 30
    while lives(pid):
        if time.monotonic() > give_up:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="the system does not list its processes")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, None])
def test_what_a_command_started_ends_with_it_however_it_ends(
    command: subprocess.Popen[str], how: signal.Signals | None
):
    assert command.stdout is not None
    server = int(command.stdout.readline())
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"]) as stranger:
        try:
            assert lives(server)
            if how is None:
                command.communicate("")
            else:
                command.send_signal(how)
            assert is_gone(server)
            assert lives(stranger.pid)
        finally:
            stranger.kill()
