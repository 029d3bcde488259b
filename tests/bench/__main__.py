"""Print the table of ratios: ``make bench``."""

from tests.bench import programme, rescoring, scoring
from tests.bench.rows import with_growth


def main() -> None:
    """Measure everything and print a table."""
    heads = f"{'ours s':>9} {'rival s':>9} {'ratio':>7} {'growth':>7}"
    print(f"{'what':18} {'applications':>12} {'rival':16} {heads}")
    for row, growth in with_growth([*scoring.rows(), *programme.rows(), *rescoring.rows()]):
        ratio = row.ours / row.theirs
        times = f"{row.ours:9.4f} {row.theirs:9.4f} {ratio:7.1f}"
        shown = "-" if growth is None else f"{growth:.2f}"
        print(f"{row.what:18} {row.size:12} {row.rival:16} {times} {shown:>7}")
    print("growth: the time of one application, divided by that in the line above; 1 is linear")


main()
