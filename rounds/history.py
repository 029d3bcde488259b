"""The versions of a call, each with who made it and why, and what moved since the one before."""

from dataclasses import dataclass
from pathlib import Path

from intake.call import read_call
from records import store
from records.database import open_database
from rounds.kept_decisions import decision_of, version_numbered
from rounds.kept_versions import kept_versions
from scoring import polish
from scoring.call import Call
from scoring.difference import Difference, difference


@dataclass(frozen=True, slots=True)
class Step:
    """An application before and after a version; ``None`` where it is not there."""

    number: str
    before: store.KeptOutcome | None
    after: store.KeptOutcome | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One version in the history of a call; ``unchanged`` counts the applications that stayed."""

    version: store.Version
    applications: int
    moved: tuple[Step, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class History:
    """All versions of a call, oldest first."""

    call: Call
    entries: tuple[Entry, ...]


def history_of(folder: Path, database: str) -> History:
    """Return every kept version of the call in a folder.

    Raises:
        Refused: the call cannot be read, or no version of it was kept yet.
        Unavailable: the database cannot be opened.
    """
    call = read_call(folder).call
    versions = kept_versions(call, folder, database)
    engine = open_database(database)
    entries = []
    before: dict[str, store.KeptOutcome] | None = None
    try:
        for version in versions:
            after = store.outcomes_of(engine, version.id)
            moved = () if before is None else _moved(before, after)
            unchanged = 0 if before is None else len(after) - sum(1 for one in moved if one.after)
            entries.append(Entry(version, len(after), moved, unchanged))
            before = after
    finally:
        engine.dispose()
    return History(call, tuple(entries))


def between(
    folder: Path, database: str, first: int | None = None, last: int | None = None
) -> tuple[Difference, tuple[int, int], str]:
    """Compare two kept versions of a call, both decided again from the records alone.

    ``last`` is the newest where it is not given, and ``first`` the one before ``last``. Returned
    are the difference, the numbers of both, and why the later one was made.

    Raises:
        Refused: there is no such version, or what was kept of it cannot be read.
        Unavailable: the database cannot be opened.
    """
    versions = kept_versions(read_call(folder).call, folder, database)
    after = version_numbered(versions, versions[-1].version if last is None else last)
    before = version_numbered(versions, after.version - 1 if first is None else first)
    engine = open_database(database)
    try:
        moved = difference(decision_of(engine, before), decision_of(engine, after))
        return moved, (before.version, after.version), after.because.reason
    finally:
        engine.dispose()


def _moved(
    before: dict[str, store.KeptOutcome], after: dict[str, store.KeptOutcome]
) -> tuple[Step, ...]:
    numbers = sorted({*before, *after}, key=polish.natural)
    steps = (Step(number, before.get(number), after.get(number)) for number in numbers)
    return tuple(one for one in steps if one.before != one.after)
