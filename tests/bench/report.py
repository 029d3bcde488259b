"""The measured rows as a table in Markdown, with the machine and the plot beside it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from tests.bench.machine import described
from tests.bench.plot import draw
from tests.bench.rows import Row, grouped, with_growth

HEAD = ("what", "applications", "rival", "ours", "rival's", "ratio", "goal", "growth")

NOTES = """
Ratios are ours divided by the rival's, both measured in the same run: 2 is twice the rival's time, 0.5
half of it. *growth* is the time of one application divided by that in the line above; 1.00 is linear.
Seconds are those of the processor, and of the clock where several processes work together (documents,
the long list, Prefect, whole commands, the register).

- **points**: ten criteria of nine kinds, against one plain Python function that gives the same points, and
  against the same rules as a decision table in zen-engine. All three must agree on every application first.
- **decide**: conditions, points, ranking, aid and limit with every sentence and source an auditor can ask for,
  against plain functions that know none of them; it is there for its growth.
- **card + letter**: two documents an application, tagged PDF/A-3 with all that proves them, against bare
  WeasyPrint of the same HTML in as many processes as there are cores. **moved**: the next version of that
  call, in which so many applications changed; what shows the same gets only a new mark at its foot.
- **ranking list**: one document of so many rows, against Chromium's print to PDF of the same HTML.
- **round, no prints**: a round on a server that is kept, against its steps called one after another;
  *Prefect's part* is the difference. **nabor round**: a whole command that starts a temporary server, against
  one that finds a server kept by `nabor up`. **nabor score**: a whole command against one second.
- **read XLSX**: a register of 25 columns checked cell by cell, against openpyxl that only reads its cells.
"""


def write(rows: Sequence[Row], memory: Mapping[str, int], folder: Path, measured: date) -> Path:
    """Write ``benchmarks.md`` and its plot into a folder; return the first."""
    folder.mkdir(parents=True, exist_ok=True)
    draw(rows, folder / "benchmarks.svg")
    page = folder / "benchmarks.md"
    page.write_text("\n".join(_page(rows, memory, measured)) + "\n", encoding="utf-8")
    return page


def _page(rows: Sequence[Row], memory: Mapping[str, int], measured: date) -> Iterator[str]:
    yield "# Benchmarks"
    yield ""
    yield f"Written by `make bench FULL=1` on {measured.isoformat()}, on this machine:"
    yield ""
    yield from (f"- {line}" for line in described())
    yield ""
    yield "![Ratios and growth](benchmarks.svg)"
    yield ""
    yield from _lines(rows)
    yield NOTES
    yield "Memory at the peak for each application, beyond the applications themselves:"
    yield ""
    yield from (f"- {what}: {size} bytes" for what, size in memory.items())
    yield ""
    yield "Points keep one tuple for each application, of scores that all applications alike in them share;"
    yield "sentences are made when somebody reads them. A decision keeps findings, aid and the assessment."


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    yield _line(HEAD)
    yield _line(["---", *["---:" if name != "rival" else "---" for name in HEAD[1:]]])
    for row, growth in with_growth(rows):
        yield _line(cells(row, growth))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def cells(row: Row, growth: float | None) -> list[str]:
    """Put a row into words, in the order of ``HEAD``."""
    rival = row.rival or "–"
    theirs = (
        "–" if not row.rival else "not here" if row.theirs is None else _amount(row.theirs, row)
    )
    ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
    size = grouped(row.size)
    grows = "–" if growth is None else f"{growth:.2f}"
    return [row.what, size, rival, _amount(row.ours, row), theirs, ratio, _goal(row), grows]


def _amount(amount: float, row: Row) -> str:
    return f"{amount:.0f} MB" if row.unit == "MB" else f"{amount:.4g} s"


def _goal(row: Row) -> str:
    if row.goal is None:
        return "–"
    return f"≤ {row.goal:.3g}" + {True: " met", False: " missed", None: ""}[row.met]
