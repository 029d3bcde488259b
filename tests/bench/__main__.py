"""Print the table of ratios: ``make bench``, or ``make bench FULL=1`` for a round of 1 000."""

import sys
from collections.abc import Iterator

from tests.bench import documents, intake, long_list, points, programme, rescoring, scoring
from tests.bench.rows import Row, with_growth


def main() -> None:
    """Measure everything and print a table."""
    heads = f"{'ours s':>9} {'rival s':>9} {'ratio':>7} {'growth':>7}"
    print(f"{'what':18} {'applications':>12} {'rival':16} {heads}")
    for row, growth in with_growth([*_rows(full="--full" in sys.argv)]):
        times = f"{row.ours:9.4f} {'not here':>9} {'-':>7}"
        if row.theirs is not None:
            times = f"{row.ours:9.4f} {row.theirs:9.4f} {row.ours / row.theirs:7.2f}"
        shown = "-" if growth is None else f"{growth:.2f}"
        print(f"{row.what:18} {row.size:12} {row.rival:16} {times} {shown:>7}")
    print("growth: the time of one application, divided by that in the line above; 1 is linear")
    of_each = ", ".join(f"{what} {size}" for what, size in points.memory().items())
    print(f"bytes for each application at the peak, beyond the applications: {of_each}")


def _rows(*, full: bool) -> Iterator[Row]:
    """Measure one subject after another; documents and registers are large only where asked."""
    yield from points.rows()
    yield from scoring.rows()
    yield from programme.rows()
    yield from rescoring.rows()
    yield from documents.rows((1_000,) if full else (30,))
    yield from long_list.rows((250, 1_000) if full else (50, 100))
    yield from intake.rows((10_000, 100_000) if full else (1_000, 5_000))


# Processes that print import this module again.
if __name__ == "__main__":
    main()
