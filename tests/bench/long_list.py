"""A ranking list of many rows, made of the fictitious example, against Chromium's print to PDF."""

import shutil
import subprocess
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from scoring.value import Value
from templates.desk import HERE
from templates.press import html_of, press
from templates.proof import example_of
from templates.ranking_list import view as ranking_list
from tests.bench.rows import Row, by_the_clock

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome", "headless_shell")


def rows(sizes: Sequence[int] = (50, 100)) -> list[Row]:
    """Measure every size and return the lines of the table; none where there is no Chromium."""
    browser = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    found = []
    for size in sizes:
        made = view(size)
        ours = by_the_clock(partial(press, "ranking_list", made))
        theirs = None if browser is None else by_the_clock(partial(_by_chromium, browser, made))
        found.append(Row("ranking list", size, "Chromium", ours, theirs))
    return found


def _by_chromium(browser: str, made: Value) -> None:
    """Print the same HTML with the same styles by a browser."""
    styles = [f"{HERE.as_uri()}/{name}/style.css" for name in ("base", "ranking_list")]
    links = "".join(f'<link rel="stylesheet" href="{one}">' for one in styles)
    html = html_of("ranking_list", made).replace("</head>", f"{links}</head>")
    with TemporaryDirectory() as folder:
        page, pdf = Path(folder) / "lista.html", Path(folder) / "lista.pdf"
        page.write_text(html.replace("<head>", f'<head><base href="{HERE.as_uri()}/">'))
        asked = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={pdf}"]
        subprocess.run([browser, *asked, page.as_uri()], check=True, capture_output=True)
        assert pdf.stat().st_size > 0


def view(size: int) -> Value:
    """Return a ranking list with so many operations, all of them with points and reasons."""
    made = cast("ranking_list.View", example_of("ranking_list"))
    operations = [one for one in made.rows if isinstance(one, ranking_list.Row)]
    rows = []
    for place in range(1, size + 1):
        one = operations[place % len(operations)]
        entry = one.entry.model_copy(update={"number": f"1/2022/{place:04}"})
        rows.append(one.model_copy(update={"place": str(place), "entry": entry}))
    tables = tuple(_table(one, size) for one in made.points_tables)
    reasons = tuple(
        _reason(made.reasons[place % len(made.reasons)], place) for place in range(size)
    )
    return made.model_copy(
        update={"rows": tuple(rows), "points_tables": tables, "reasons": reasons}
    )


def _table(made: ranking_list.PointsTable, size: int) -> ranking_list.PointsTable:
    some = [
        made.operations[place % len(made.operations)].model_copy(
            update={"number": f"1/2022/{place + 1:04}"}
        )
        for place in range(size)
    ]
    return made.model_copy(update={"operations": tuple(some)})


def _reason(made: ranking_list.Reason, place: int) -> ranking_list.Reason:
    return made.model_copy(update={"number": f"1/2022/{place + 1:04}"})
