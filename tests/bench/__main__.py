"""Measure, print and write the table of ratios.

``make bench`` measures small sizes and writes into ``build/``; ``make bench FULL=1`` takes the better
part of an hour on two cores, and writes ``docs/benchmarks.md`` and its plot.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench import documents, flow, intake, long_list, points, programme, rescoring, scoring
from tests.bench.report import HEAD, cells, write
from tests.bench.rows import Row, with_growth

HERE = Path(__file__).parents[2]


def main() -> None:
    """Measure everything, each line told as it comes."""
    full = "--full" in sys.argv
    console = Console()
    found = []
    for row in _rows(full=full):
        console.print(" · ".join(cells(row, None)[:6]), markup=False, style="dim")
        found.append(row)
    table = Table(*HEAD)
    for row, growth in with_growth(found):
        table.add_row(*cells(row, growth))
    console.print(table)
    today = datetime.now(UTC).date()  # noqa: TID251 - a measurement is of a day
    console.print(write(found, points.memory(), HERE / ("docs" if full else "build"), today))


def _rows(*, full: bool) -> Iterator[Row]:
    """Measure one subject after another; documents and registers are large only where asked."""
    yield from points.rows()
    yield from scoring.rows()
    yield from programme.rows()
    yield from rescoring.rows()
    yield from flow.rows((10, 1_000, 10_000) if full else (10, 300))
    yield from intake.rows((10_000, 100_000) if full else (1_000, 5_000))
    yield from long_list.rows((250, 1_000) if full else (50, 100))
    yield from documents.rows(1_000 if full else 30, 250 if full else 30)


# Processes that print import this module again.
if __name__ == "__main__":
    main()
