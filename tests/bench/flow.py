"""The same round with Prefect and without, and the whole command: cold, warm, and ``nabor score``.

Printing is left out of the first on both sides: it is the same, and would hide what Prefect takes.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from tests.bench.rows import Row, by_the_clock
from tests.flows.small_calls import REGISTER, small_calls

EXAMPLE = Path(__file__).parents[2] / "examples" / "kraina-nocy-i-dni-2022"

FEW = 40
"""So many applications an ordinary call has."""

PRINTS_NOTHING = """
from pathlib import Path
from time import perf_counter
import sys
from rounds import finish
finish.print_version = lambda decision, version, out, database, paper: finish.Printed(out, (), (), True)
folders = [Path(one) for one in sys.argv[1:]]
"""

WITH = """
from flows.run_round import run_round
def work(folder):
    run_round(str(folder), str(folder / "wyniki"), f"sqlite:///{folder}/nabor.sqlite")
"""

WITHOUT = """
from datetime import UTC, datetime
from rounds.open_call import open_call
from rounds.paper import paper_of
def work(folder):
    opened = open_call(folder)
    decision = opened.decide()
    paper = paper_of(opened.prepared.call_file)
    finish.ready_folder(folder / "wyniki")
    database = f"sqlite:///{folder}/nabor.sqlite"
    version = finish.keep(decision, database, datetime.now(UTC))
    finish.freeze_criteria(opened.prepared.criteria_file)
    finish.print_version(decision, version, folder / "wyniki", database, paper)
"""

TIMED = """
for folder in folders:
    start = perf_counter()
    work(folder)
    print(perf_counter() - start)
"""


def rows(sizes: Sequence[int] = (10, 300)) -> Iterator[Row]:
    """Measure every size and return the lines of the table; a server is kept while they are measured."""
    with TemporaryDirectory() as place, _kept_server(Path(place)) as server:
        ours = _rounds(Path(place) / "z", sizes, WITH, server)
        theirs = _rounds(Path(place) / "bez", sizes, WITHOUT, {})
        for size, with_prefect, alone in zip(sizes, ours, theirs, strict=True):
            yield Row("round, no prints", size, "without Prefect", with_prefect, alone)
        for size, with_prefect, alone in zip(sizes, ours, theirs, strict=True):
            yield Row("Prefect's part", size, "", with_prefect - alone, None)
        yield from _commands(Path(place), server)


def _rounds(place: Path, sizes: Sequence[int], work: str, server: Mapping[str, str]) -> list[float]:
    """Run a round of every size in one process, after one that warms it."""
    folders = [_call_of(place / f"{position}-{size}", size) for position, size in _numbered(sizes)]
    program = "".join((PRINTS_NOTHING, work, TIMED))
    answer = _python(["-c", program, *map(str, folders)], server)
    return [float(line) for line in answer.split()[1:]]


def _numbered(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from enumerate([1, *sizes])


def _call_of(place: Path, size: int) -> Path:
    """Lay one call with so many applications."""
    small_calls(place, 1)
    folder = place / "nabor-1"
    heading, one = REGISTER.strip().splitlines()
    lines = [one.replace("A/{number}/", f"A/{n}/") for n in range(1, size + 1)]
    (folder / "applications.csv").write_text("\n".join([heading, *lines]), encoding="utf-8")
    return folder


def _commands(place: Path, server: Mapping[str, str]) -> Iterator[Row]:
    """Measure whole commands, as a clerk waits for them."""
    one, few = _call_of(place / "jeden", 1), _call_of(place / "zwykły", FEW)
    alone = {"PREFECT_HOME": str(place / "prefect"), "NABOR_HOME": str(place / "nikt")}

    def run(*words: str, settings: Mapping[str, str] = alone) -> float:
        return by_the_clock(lambda: _python(["-m", "nabor", *words], settings))

    run("round", str(one))
    cold, warm = run("round", str(one)), run("round", str(one), settings=server)
    yield Row("nabor round", 1, "on a kept server", cold, warm)
    for what, call, size in (("nabor score", few, FEW), ("nabor score, cards", EXAMPLE, 24)):
        score = min(run("score", str(call)) for _ in range(5))
        yield Row(what, size, "a second", score, 1.0, goal=1.0)


@contextmanager
def _kept_server(place: Path) -> Iterator[dict[str, str]]:
    """Keep a server as ``nabor up`` does, and give the settings by which a command finds it."""
    calls = place / "nabory"
    calls.mkdir()
    server = {"NABOR_HOME": str(place / "dom"), "PREFECT_HOME": str(place / "dom" / "prefect")}
    _python(["-m", "nabor", "up", str(calls), "--port", "4299"], server)
    try:
        # The calendar's first look takes a core of its own for a while.
        while not json.loads(_python(["-m", "nabor", "status", "--json"], server))["last"]:
            sleep(0.5)
        yield server | {"PREFECT_API_URL": "http://127.0.0.1:4299/api"}
    finally:
        _python(["-m", "nabor", "down"], server)


def _python(words: Sequence[str], settings: Mapping[str, str]) -> str:
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    env |= {"PREFECT_LOGGING_LEVEL": "CRITICAL", "DO_NOT_TRACK": "1", **settings}
    asked = [sys.executable, *words]
    return subprocess.run(asked, check=True, capture_output=True, text=True, env=env).stdout
