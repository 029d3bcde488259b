"""Where the calls of an office, or of many, lie: each a folder with its results inside."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.strays import CALL, like_call
from reading.problems import Problem
from scoring.call import Call


@dataclass(frozen=True, slots=True)
class Places:
    """Where the things of a call are: its folder, its results, and the database of its records."""

    folder: Path
    out: Path
    database: str


def name_of(call: Call) -> str:
    """Name a call among those of all LGDs."""
    return f"{call.lgd.id} {call.number}"


def database_beside(call: Path) -> str:
    """Name the database of the calls that lie side by side: a file next to their folders."""
    return f"sqlite:///{call.resolve().parent / 'nabor.sqlite'}"


def results_beside(call: Path) -> Path:
    """Name the folder that a round prints into, unless it is told another."""
    return (call / "wyniki").resolve()


def places_of_calls(folder: Path, database: str | None = None) -> Iterator[Places]:
    """Find every call below a folder, by name, with its results and its records.

    ``database``: that of all calls; else each has the one beside it. Hidden folders hold none.
    """
    for call in sorted(_with_a_call(folder)):
        yield Places(call, results_beside(call), database or database_beside(call))


def no_calls_yet(folder: Path) -> Iterator[Problem]:
    """Tell of every folder that is not seen as a call because its file has another name."""
    for place, files in _seen(folder):
        like = None if CALL in files else like_call(place)
        if like is not None:
            what = f"tego folderu program nie widzi jako naboru: jest tu „{like}”, a nie „{CALL}”"
            yield Problem(str(place), what, f"zmień nazwę pliku na {CALL}", level="warning")


def _with_a_call(folder: Path) -> Iterator[Path]:
    return (place for place, files in _seen(folder) if CALL in files)


def _seen(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Go through the folders; what a round is just making, and takes away again, is hidden."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield Path(place), files
