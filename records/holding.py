"""One at a time: who works on a call holds it, and whoever else comes is told who that is.

The hold is the operating system's (a locked file beside an SQLite database) or the server's (an
advisory lock of the connection), so it ends with whoever holds it, however that end comes: a
process that was killed leaves none behind.
"""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from sqlalchemy import Connection

from reading.problems import Unavailable
from records.database import DatabaseUnavailable, connection_to, file_of

LONGEST_NAME = 63
"""PostgreSQL keeps so many bytes of the name by which a connection says what it is."""

SOMEBODY = "ktoś inny"
"""Who holds a call, where nothing else is known of them."""


class Busy(Unavailable):
    """Somebody else works on the call; ``by`` says who."""

    def __init__(self, call: str, by: str) -> None:
        self.by = by
        super().__init__(f"nabór {call} prowadzi teraz {by}; poczekaj, aż skończy, i powtórz")


Renew = Callable[[], None]
"""Makes sure that the call is held still; a server that was away meanwhile has let go of it.

Raises:
    Busy: somebody else holds it by now.
    DatabaseUnavailable: the server is away.
"""


@contextmanager
def held(database: str, call: str, who: str) -> Iterator[Renew]:
    """Hold a call (by its LGD and number) while the block runs; ``who`` is told to others.

    Raises:
        Busy: somebody holds it.
        DatabaseUnavailable: the database cannot be opened.
    """
    file = file_of(database)
    with (
        _held_in_postgresql(database, call, who) if file is None else _held_beside(file, call, who)
    ) as renew:
        yield renew


def holder(database: str, call: str) -> str | None:
    """Say who holds a call now; ``None``: nobody. Nothing is written, so that anybody may look.

    Raises:
        DatabaseUnavailable: the database cannot be opened.
    """
    file = file_of(database)
    if file is not None:
        return _holder_beside(_place(file, call))
    connection = connection_to(database, application_name="sprawdzenie")
    try:
        return _holder_of(connection, _key(call))
    finally:
        _close(connection)


@contextmanager
def _held_beside(database: Path, call: str, who: str) -> Iterator[Renew]:
    """Lock a file of the call's own beside the database; what is written in it is only for people."""
    database.parent.mkdir(parents=True, exist_ok=True)
    place = _place(database, call)
    with _locked(place, call) as file:
        with suppress(OSError):  # a full disk holds a lock as well
            os.write(file.fileno(), who.encode())
        try:
            yield lambda: None
        finally:
            place.unlink(missing_ok=True)


def _place(database: Path, call: str) -> Path:
    return database.with_name(f".{database.name}-{_key(call):x}")


def _holder_beside(place: Path) -> str | None:
    """Read who holds a file; one that is not there, or that a killed run left, nobody holds."""
    try:
        with place.open(encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return file.read() or SOMEBODY
    except FileNotFoundError:
        pass
    return None


@contextmanager
def _locked(place: Path, call: str) -> Iterator[IO[str]]:
    while True:
        with place.open("a+", encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                raise Busy(call, file.read() or SOMEBODY) from None
            if not _is_still(file, place):
                continue  # its holder took it away between our opening and our locking
            file.truncate(0)
            yield file
            return


def _is_still(file: IO[str], place: Path) -> bool:
    try:
        return os.fstat(file.fileno()).st_ino == place.stat().st_ino
    except FileNotFoundError:
        return False


@contextmanager
def _held_in_postgresql(database: str, call: str, who: str) -> Iterator[Renew]:
    """Lock the call in the server, on a connection of its own that tells who it is."""
    connection = _locked_in_postgresql(database, call, who)

    def renew() -> None:
        """Ask the server; where the connection is gone, lock the call on a new one."""
        nonlocal connection
        with suppress(DatabaseUnavailable):
            if not connection.invalidated:
                connection.exec_driver_sql("SELECT 1")
                return
        _close(connection)
        connection = _locked_in_postgresql(database, call, who)

    try:
        yield renew
    finally:
        _close(connection)


def _locked_in_postgresql(database: str, call: str, who: str) -> Connection:
    connection = connection_to(database, application_name=_short(who))
    try:
        connection.exec_driver_sql(_SOON_MISSED)
        key = _key(call)
        if not connection.exec_driver_sql("SELECT pg_try_advisory_lock(%s)", (key,)).scalar():
            raise Busy(call, _holder_of(connection, key) or SOMEBODY)
    except BaseException:
        _close(connection)
        raise
    return connection


_SOON_MISSED = (
    "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3"
)
"""After a minute the server lets go of the hold of a machine that lost its power or its network."""


def _close(connection: Connection) -> None:
    """Close a connection, and with it the hold; it may be closed already."""
    connection.invalidate()
    connection.engine.dispose()


def _holder_of(connection: Connection, key: int) -> str | None:
    """Ask the server who holds a lock: its 64 bits stand there as two halves."""
    found = connection.exec_driver_sql(
        "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
        " JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()"
        " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
        " AND l.classid::bigint = %s AND l.objid::bigint = %s",
        (key >> 32, key & 0xFFFFFFFF),
    ).scalar()
    return None if found is None else str(found or SOMEBODY)


def _key(call: str) -> int:
    """Name a call by 63 bits: PostgreSQL's locks are signed whole numbers of 64."""
    return int.from_bytes(hashlib.sha256(f"nabór {call}".encode()).digest()[:8]) >> 1


def _short(who: str) -> str:
    """Cut what a connection says of itself to what the server keeps; it keeps ASCII alone."""
    ascii_only = who.encode("ascii", "replace")[:LONGEST_NAME]
    return ascii_only.decode("ascii")
