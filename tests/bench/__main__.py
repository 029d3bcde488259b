"""Print the table of ratios: ``make bench``."""

from tests.bench import scoring


def main() -> None:
    """Measure everything and print a table."""
    print(f"{'what':32} {'rival':20} {'ours s':>9} {'rival s':>9} {'ratio':>7}")
    for row in scoring.rows():
        ratio = row.ours / row.theirs
        print(f"{row.what:32} {row.rival:20} {row.ours:9.4f} {row.theirs:9.4f} {ratio:7.1f}")


main()
