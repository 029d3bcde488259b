"""A call decided again under other criteria, with all that moved, against deciding it twice alone."""

from collections.abc import Sequence
from functools import partial

from scoring.application import Application
from scoring.call import Call
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.difference import Difference, difference
from scoring.difference.export import as_json
from scoring.ruleset import Ruleset
from tests.bench.rows import Row, best
from tests.bench.scoring import given

OTHERWISE = ("points: 5}", "points: 6}")
"""The middle range of every criterion gives a point more, so that nearly everybody moves."""


def rows(sizes: Sequence[int] = (50, 500, 5_000)) -> list[Row]:
    """Measure every size and return the lines of the table."""
    compared, told = [], []
    for size in sizes:
        inputs = (*given(size), given(0, OTHERWISE)[1])
        twice = best(partial(_twice, *inputs))
        compared.append(
            Row("re-score", size, "deciding twice", best(partial(_rescored, *inputs)), twice)
        )
        told.append(
            Row("re-score, told", size, "deciding twice", best(partial(_told, *inputs)), twice)
        )
    return [*compared, *told]


def _rescored(
    call: Call, ruleset: Ruleset, applications: Sequence[Application], proposed: Ruleset
) -> Difference:
    """Decide twice and compare."""
    return difference(*_twice(call, ruleset, applications, proposed))


def _told(
    call: Call, ruleset: Ruleset, applications: Sequence[Application], proposed: Ruleset
) -> object:
    """Put every cause into words too, as ``nabor rescore --json`` does."""
    return as_json(_rescored(call, ruleset, applications, proposed))


def _twice(
    call: Call, ruleset: Ruleset, applications: Sequence[Application], proposed: Ruleset
) -> tuple[Decision, Decision]:
    return decide(call, ruleset, applications), decide(call, proposed, applications)
