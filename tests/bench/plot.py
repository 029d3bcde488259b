"""The table of ratios as a picture: the ratio of each, with its goal, and how each grows."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("svg")
mpl.rcParams["svg.hashsalt"] = "nabor"
mpl.rcParams["svg.fonttype"] = "none"

from matplotlib.axes import Axes  # noqa: E402 - only now is it said what is drawn
from matplotlib.figure import Figure  # noqa: E402

from tests.bench.rows import Row, grouped  # noqa: E402

OURS, MISSED, PLAIN = "#1b6e3c", "#b3261e", "#8a8f98"


def draw(rows: Sequence[Row], file: Path) -> None:
    """Draw the rows into an SVG file."""
    last = [*{(row.what, row.rival): row for row in rows if row.ratio is not None}.values()]
    figure = Figure(figsize=(11, 1.6 + 0.32 * len(last)), layout="constrained")
    left, right = figure.subplots(1, 2, width_ratios=(3, 2))
    _ratios(left, last[::-1])
    _growth(right, rows)
    figure.savefig(file, format="svg", metadata={"Date": None})


def _ratios(axes: Axes, rows: Sequence[Row]) -> None:
    """Draw a bar for the largest size of each, and a mark where its goal is."""
    names = [f"{row.what} / {row.rival}, {grouped(row.size)}" for row in rows]
    colours = [{True: OURS, False: MISSED, None: PLAIN}[row.met] for row in rows]
    axes.barh(names, [row.ratio or 0 for row in rows], color=colours, left=0)
    for place, row in enumerate(rows):
        ratio = row.ratio or 0
        beside = (max(ratio, row.goal or 0), place)
        axes.annotate(f"{ratio:.2f}", beside, (4, -3), textcoords="offset points", fontsize=8)
        if row.goal is not None:
            axes.plot([row.goal] * 2, [place - 0.45, place + 0.45], color="black", linewidth=2)
    axes.set_xscale("log")
    axes.axvline(1, color="black", linewidth=0.6, linestyle=":")
    axes.margins(x=0.12)
    axes.set_title("times the rival (a mark: the goal; left of it is better)", fontsize=10)
    axes.tick_params(labelsize=8)


def _growth(axes: Axes, rows: Sequence[Row]) -> None:
    """Draw microseconds an application over how many there are: a level line is linear growth."""
    axes.set_prop_cycle(color=mpl.colormaps["tab20"](range(20)))
    lines: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row in rows:
        if row.unit == "s":
            lines[row.what].append((row.size, row.ours / row.size * 1e6))
    drawn: list[list[tuple[int, float]]] = []
    for what, line in lines.items():
        # What stands in the table twice, against two rivals, is drawn once.
        if len(line) > 1 and line not in drawn:
            axes.plot(*zip(*line, strict=True), marker="o", markersize=3, label=what)
            drawn.append(line)
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xlabel("applications (level: linear; falling: a constant)", fontsize=8)
    axes.set_title("µs an application", fontsize=10)
    axes.tick_params(labelsize=8)
    axes.legend(fontsize=7)
