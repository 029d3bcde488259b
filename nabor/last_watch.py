"""Prefect's temporary server must not outlive the command that started it, however that one ends.

A command that ends in order stops its server. One that is killed cannot; so a small process waits for
its end, at the other end of a pipe that the system closes then, and ends what was started under its
mark. It is run as a file, with nothing but Python's own library, and is there as long as the command.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

MARK = "NABOR_STARTED_BY"
"""The variable that everything bears which this command starts."""

GRACE = 5.0
"""Seconds that what is left gets to end by itself."""

PROC = Path("/proc")

_watches: list[subprocess.Popen[bytes]] = []
"""Kept to the end of this process: the pipe is closed with them."""


def end_with_me() -> None:
    """Let everything that this process starts from now on end with it; where the system can tell."""
    if _watches or not PROC.is_dir():
        return
    mark = f"{os.getpid()}-{token_hex(8)}"
    watch = subprocess.Popen(  # noqa: S603 - our own file
        [sys.executable, "-I", "-S", __file__, mark],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    _watches.append(watch)
    os.environ[MARK] = mark


def _marked(mark: str) -> Iterator[int]:
    """Find the processes that bear a mark."""
    said = f"{MARK}={mark}".encode()
    for one in PROC.iterdir():
        with suppress(OSError):  # it ends meanwhile, or is somebody else's
            if one.name.isdigit() and said in (one / "environ").read_bytes().split(b"\0"):
                yield int(one.name)


def _end(mark: str, how: signal.Signals) -> bool:
    """Tell what bears a mark to end; return whether anything did."""
    found = list(_marked(mark))
    for one in found:
        with suppress(ProcessLookupError):
            os.kill(one, how)
    return bool(found)


def main() -> None:
    """Wait for the end of the command, and end what it left."""
    mark = sys.argv[1]
    sys.stdin.buffer.read()
    give_up = time.monotonic() + GRACE
    while _end(mark, signal.SIGTERM):
        if time.monotonic() > give_up:
            _end(mark, signal.SIGKILL)
            return
        time.sleep(0.2)


if __name__ == "__main__":
    main()
