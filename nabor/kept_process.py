"""A process that outlives its command, and is known again later: it is stopped, never a stranger.

A number of a process is given again to another after a while, and after a restart of the machine at
once. So the moment of its start is kept beside it, and of the machine's.
"""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from shutil import which

PROC = Path("/proc")
GRACE = 20.0
"""Seconds that a process gets to end by itself; a run that is printing is told to stop meanwhile."""


@dataclass(frozen=True, slots=True)
class KeptProcess:
    """A process at the head of its own group: its number, and when it was started."""

    pid: int
    started: str

    @classmethod
    def of(cls, pid: int) -> "KeptProcess":
        """Return what the process ``pid`` is known by; it is running, or has not been waited for."""
        return cls(pid, _started(pid) or "")

    @property
    def is_running(self) -> bool:
        """Whether this very process is there, not another one of its number."""
        return bool(self.started) and _started(self.pid) == self.started and not _is_dead(self.pid)

    def stop(self, grace: float = GRACE) -> bool:
        """End the process with all that it started; return whether there was anything to end.

        It is asked first, and killed when ``grace`` seconds have passed.
        """
        if not self.is_running:
            return False
        os.kill(self.pid, signal.SIGTERM)
        if not self._is_gone_within(grace):
            try:
                os.killpg(self.pid, signal.SIGKILL)
            except ProcessLookupError:
                return True
            self._is_gone_within(grace)
        return True

    def _is_gone_within(self, seconds: float) -> bool:
        """Wait until nobody of the group is left; a number is not given again before that."""
        give_up = time.monotonic() + seconds
        while _group_lives(self.pid):
            if time.monotonic() > give_up:
                return False
            time.sleep(0.05)
        return True


def _stat(pid: int | str) -> list[str]:
    """Return what Linux says of a process, from its state on; nothing where there is none."""
    try:
        text = (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return text.rpartition(")")[2].split()


_STATE, _GROUP, _START = 0, 2, 19
"""Places in ``_stat``: the fields 3, 5 and 22 of proc(5)."""


def _started(pid: int) -> str | None:
    """Return the moment of the start, in words that only one process of this number can have."""
    if PROC.is_dir():
        fields = _stat(pid)
        boot = PROC / "sys/kernel/random/boot_id"
        return f"{boot.read_text().strip()} {fields[_START]}" if fields else None
    return _asked("lstart=", pid)


def _is_dead(pid: int) -> bool:
    """Tell whether the process has ended, and only waits to be counted off."""
    state = _stat(pid)[_STATE] if PROC.is_dir() else _asked("stat=", pid) or "Z"
    return state.startswith(("Z", "X"))


def _group_lives(group: int) -> bool:
    if not PROC.is_dir():
        try:
            os.killpg(group, 0)
        except OSError:
            return False
        return True
    all_of_them = (_stat(one.name) for one in PROC.iterdir() if one.name.isdigit())
    return any(one and one[_GROUP] == str(group) and one[_STATE] not in "ZX" for one in all_of_them)


def _asked(what: str, pid: int) -> str | None:
    """Ask ``ps``, where there is no ``/proc`` (macOS)."""
    done = subprocess.run(  # noqa: S603 - a number is all that is handed over
        [which("ps") or "/bin/ps", "-o", what, "-p", str(pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or None
