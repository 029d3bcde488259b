"""A line of the table of ratios, and how long something takes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter, process_time
from typing import Literal, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, for how many, against whom, and both as they came out.

    ``ours`` and ``theirs`` are in ``unit``; the rival's is ``None`` where it is not installed.
    ``goal`` is the ratio that ours should not exceed, where one was set.
    """

    what: str
    size: int
    rival: str
    ours: float
    theirs: float | None
    goal: float | None = None
    unit: Literal["s", "MB"] = "s"

    @property
    def ratio(self) -> float | None:
        """How many times the rival's ours is."""
        return self.ours / self.theirs if self.theirs else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; ``None`` where there is none, or no rival."""
        return None if self.goal is None or self.ratio is None else self.ratio <= self.goal


def grouped(number: int) -> str:
    """Write a number with its thousands apart."""
    return f"{number:,}".replace(",", " ")


def with_growth(rows: Sequence[Row]) -> Iterator[tuple[Row, float | None]]:
    """Give each line with its growth: the time of one application, as a ratio to the line above.

    1.0 is linear; of the first line there is none.
    """
    above: Row | None = None
    for row in rows:
        same = above is not None and above.what == row.what and above.size != row.size
        yield row, row.ours / row.size / (above.ours / above.size) if above and same else None
        above = row


def best(measured: Callable[[], object], times: int = 3) -> float:
    """Return the shortest of several runs, in seconds of the processor."""
    return best_of_each(measured, times=times)[0]


def best_of_each(*rivals: Callable[[], object], times: int) -> list[float]:
    """Return the shortest run of each; they take turns, so that a busy moment is nobody's alone."""
    taken: list[list[float]] = [[] for _ in rivals]
    for _ in range(times):
        for measured, found in zip(rivals, taken, strict=True):
            found.append(timed(measured)[1])
    return list(map(min, taken))


def timed(measured: Callable[[], T]) -> tuple[T, float]:
    """Return what is found in one run, and its seconds of the processor."""
    start = process_time()
    found = measured()
    return found, process_time() - start


def by_the_clock(measured: Callable[[], object], times: int = 1) -> float:
    """Return the shortest of several runs in seconds of the clock: of what several processes share."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        measured()
        taken.append(perf_counter() - start)
    return min(taken)
