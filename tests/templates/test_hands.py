"""Work over several processes: the same results, errors where they are raised, nobody left behind."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from templates.hands import done_by_all
from templates.printing import Sheet, print_sheet
from templates.proof import example_of

COUNT = 24


def doubled(number: int) -> tuple[int, int]:
    """Return twice the number, and the process that found it."""
    time.sleep(0.05)
    return 2 * number, os.getpid()


def refused(number: int) -> int:
    """Fail at one of them."""
    if number == 17:
        raise OSError(28, "No space left on device")
    return number


def dead_elsewhere(caller: int, number: int) -> int:
    """Die in a helper, as when the system takes back its memory."""
    time.sleep(0.05)
    if os.getpid() != caller:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def children() -> set[str]:
    """Name the processes that this one started and that still run."""
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split())


def test_two_processes_do_each_job_once() -> None:
    done = list(done_by_all(doubled, iter(range(COUNT)), COUNT, processes=2))
    assert sorted((job, result) for job, (result, _) in done) == [(n, 2 * n) for n in range(COUNT)]
    # A helper takes a second to start, so the caller may have done all that is as short as this.
    assert len({process for _, (_, process) in done}) <= 2


def test_few_jobs_are_done_where_they_are() -> None:
    before = children()
    done = [process for _, (_, process) in done_by_all(doubled, iter(range(3)), 3, processes=2)]
    assert done == [os.getpid()] * 3
    assert children() == before


def test_what_fails_in_a_helper_is_raised_here() -> None:
    before = children()
    with pytest.raises(OSError, match="No space left"):
        list(done_by_all(refused, iter(range(COUNT)), COUNT, processes=3))
    assert children() <= before


def test_what_fails_while_a_job_is_made_up_is_raised_here() -> None:
    def jobs():
        yield from range(COUNT - 1)
        raise ValueError("nie da się")

    with pytest.raises(ValueError, match="nie da się"):
        list(done_by_all(doubled, jobs(), COUNT, processes=3))


def test_what_a_dead_helper_left_is_done_again() -> None:
    work = partial(dead_elsewhere, os.getpid())
    done = list(done_by_all(work, iter(range(60)), 60, processes=2))
    assert sorted(job for job, _ in done) == list(range(60))


def test_helper_ends_when_the_round_is_killed() -> None:
    program = (
        "import time\n"
        "from tests.templates.test_hands import children, doubled\n"
        "from templates.hands import done_by_all\n"
        "for _ in done_by_all(doubled, iter(range(1000)), 1000, processes=2):\n"
        "    print(*children(), flush=True)\n"
    )
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, env=env
    ) as round_:
        assert round_.stdout is not None
        helper = int(round_.stdout.readline())
        round_.kill()
    deadline = time.monotonic() + 30
    while Path(f"/proc/{helper}").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not Path(f"/proc/{helper}").exists()


def test_helper_prints_the_same_bytes() -> None:
    names = ("attendance_list", "resolution")
    sheets = [Sheet(name, name, example_of(name), ()) for name in names * 8]
    work = partial(print_sheet, None, None)
    alone = {name: print_sheet(None, None, sheets[place]) for place, name in enumerate(names)}
    found = list(done_by_all(work, iter(sheets), len(sheets), processes=2))
    assert len(found) == len(sheets)
    assert all(pages == alone[sheet.name] for sheet, pages in found)
