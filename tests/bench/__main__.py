"""Print the table of ratios: ``make bench``."""

from tests.bench import points, programme, rescoring, scoring
from tests.bench.rows import with_growth


def main() -> None:
    """Measure everything and print a table."""
    heads = f"{'ours s':>9} {'rival s':>9} {'ratio':>7} {'growth':>7}"
    print(f"{'what':18} {'applications':>12} {'rival':16} {heads}")
    measured = [*points.rows(), *scoring.rows(), *programme.rows(), *rescoring.rows()]
    for row, growth in with_growth(measured):
        ratio = row.ours / row.theirs
        times = f"{row.ours:9.4f} {row.theirs:9.4f} {ratio:7.2f}"
        shown = "-" if growth is None else f"{growth:.2f}"
        print(f"{row.what:18} {row.size:12} {row.rival:16} {times} {shown:>7}")
    print("growth: the time of one application, divided by that in the line above; 1 is linear")
    of_each = ", ".join(f"{what} {size}" for what, size in points.memory().items())
    print(f"bytes for each application at the peak, beyond the applications: {of_each}")


main()
