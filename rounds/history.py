"""The versions of a call, each with who made it and why, and what moved since the one before."""

from dataclasses import dataclass
from pathlib import Path

from intake.call import read_call
from records import store
from records.database import open_database
from rounds.kept_versions import kept_versions
from scoring import polish
from scoring.call import Call


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


def _moved(
    before: dict[str, store.KeptOutcome], after: dict[str, store.KeptOutcome]
) -> tuple[Step, ...]:
    numbers = sorted({*before, *after}, key=polish.natural)
    steps = (Step(number, before.get(number), after.get(number)) for number in numbers)
    return tuple(one for one in steps if one.before != one.after)
