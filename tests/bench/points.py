"""The points of every application: ours, by hand, and by the decision tables of zen-engine."""

import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial

from scoring.application import Application
from scoring.call import Call
from scoring.deciding import decide
from scoring.numbers import Points
from scoring.points.case import Score
from scoring.ruleset import Ruleset
from scoring.whole_call import WholeCall
from tests.bench import table, ten
from tests.bench.rows import Row, best, best_of_each, timed
from tests.bench.ten import Given, by_hand

Scored = list[tuple[tuple[Score, ...], Points | None]]

WEIGHED = 10_000
"""Of so many applications the memory is measured."""


def rows(sizes: Sequence[int] = (100, 1_000, 10_000, 100_000)) -> list[Row]:
    """Measure every size and return the lines of the table; all three must agree first."""
    call, ruleset, graph = ten.call(), ten.ruleset(), table.decision()
    hand, tables, whole = [], [], []
    for size in sizes:
        some = ten.applications(size)
        facts = table.contexts(some)
        step = partial(scored, call, ruleset, some)
        found, by_tables = timed(partial(table.by_tables, graph, facts))
        _agree(_plain(step()), by_hand(some), found)
        ours, theirs = best_of_each(step, partial(by_hand, some), times=5)
        decided = best(partial(decide, call, ruleset, some), 1)
        limit = 3.0 if size == sizes[-1] else None
        hand.append(Row("points", size, "the same by hand", ours, theirs, goal=limit))
        tables.append(Row("points, tables", size, "zen-engine", ours, by_tables, goal=1 / 5))
        whole.append(Row("decide, ten kinds", size, "points by hand", decided, theirs))
    return [*hand, *tables, *whole]


def scored(call: Call, ruleset: Ruleset, some: Sequence[Application]) -> Scored:
    """Give the points as deciding does: the criteria made ready, then one application at a time."""
    whole = WholeCall.of(call, ruleset, (), ())
    return [whole.scored(one) for one in some]


def _plain(found: Scored) -> list[Given]:
    return [([score.points for score in scores], total) for scores, total in found]


def _agree(*answers: Sequence[Given]) -> None:
    """Stop where one of them gives other points than another."""
    for position, given in enumerate(zip(*answers, strict=True)):
        if any(one != given[0] for one in given):
            raise AssertionError(f"application {position} has other points: {given}")


def memory() -> dict[str, int]:
    """Return the bytes at the peak for each application, beyond the applications themselves."""
    some = ten.applications(WEIGHED)
    call, ruleset = ten.call(), ten.ruleset()
    return {
        "points": _peak(partial(scored, call, ruleset, some)) // WEIGHED,
        "points by hand": _peak(partial(by_hand, some)) // WEIGHED,
        "decide": _peak(partial(decide, call, ruleset, some)) // WEIGHED,
    }


def _peak(measured: Callable[[], object]) -> int:
    tracemalloc.start()
    measured()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
