"""What goes wrong around a run, for real: a disk that is full, a database that is away."""

import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOM = 2 * 1024 * 1024
"""The size of the disk in bytes; the documents of a small call take a fifth of it."""
TOO_LITTLE = 16 * 1024
"""What is left on a full disk: a document begins to be written there, and none is finished."""


@dataclass(frozen=True)
class Disk:
    """A disk of its own, which can be filled up."""

    folder: Path

    def fill(self) -> None:
        """Fill the disk until the system refuses, but for the beginning of one document."""
        with (self.folder / "cudze").open("wb", buffering=0) as ballast:
            with suppress(OSError):
                while ballast.write(bytes(4096)):
                    pass
            ballast.truncate(ballast.tell() - TOO_LITTLE)

    def make_room(self) -> None:
        """Take away what filled the disk."""
        (self.folder / "cudze").unlink()


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """Mount a small disk of memory while the block runs; skip where the system does not let us."""
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "nabor-test", str(folder)]
    try:
        mounted = subprocess.run(words, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no disk can be mounted here (that takes root), so none can be filled up")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@dataclass
class Wire:
    """The way to a server, which can be cut and mended without stopping the server itself."""

    to: tuple[str, int]
    cut_for: int = 0
    """So many connections to come are dropped; below zero: all."""
    _listening: socket.socket = field(default_factory=socket.socket)
    _open: list[socket.socket] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listening.bind(("127.0.0.1", 0))
        self._listening.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._listening.getsockname()[1])

    def cut(self, connections: int = -1) -> None:
        """Drop every connection, and of those to come so many, or all until it is mended."""
        self.cut_for = connections
        while self._open:
            _hang_up(self._open.pop())

    def mend(self) -> None:
        """Let connections through again."""
        self.cut_for = 0

    def close(self) -> None:
        """Take the way down."""
        self.cut()
        _hang_up(self._listening)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                near = self._listening.accept()[0]
                if self.cut_for:
                    self.cut_for -= 1
                    _hang_up(near)
                    continue
                far = socket.create_connection(self.to)
                self._open += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=_carry, args=(one, other), daemon=True).start()


def _carry(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    _hang_up(one)
    _hang_up(other)


def _hang_up(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    with suppress(OSError):
        one.close()


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Make a folder one that can only be read, also for root; skip where the system does not let us."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)
        return
    there = str(folder)
    for words in (["--bind", there, there], ["-o", "remount,bind,ro", there]):
        if subprocess.run(["mount", *words], capture_output=True, check=False).returncode:
            pytest.skip("no folder can be made read-only for root here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", there], check=True)
