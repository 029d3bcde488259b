"""Sets of criteria side by side as plain data, so many to a table as a page holds."""

import hashlib
import math
from collections.abc import Iterator

from scoring.comparison.compare import ASPECT_NAMES, Comparison, Line, Step, head_lines
from scoring.comparison.said import heading, only_words, weight_words
from scoring.value import Value
from templates.base.frame import FUND, Frame, grouped, status_notices

TITLE = "Porównanie kryteriów wyboru"

ABREAST = 5
"""How many sets stand side by side; more go into tables of their own, as even as can be."""


class Compared(Value):
    """A line of a table: what it is of, what each set says, and which set alone has it."""

    name: str
    cells: tuple[str, ...]
    only: str


class Group(Value):
    """A table: its title, the headings of its columns, its lines."""

    title: str
    headings: tuple[str, ...]
    lines: tuple[Compared, ...]


class Changes(Value):
    """What changed between two versions of one set."""

    title: str
    changes: tuple[tuple[str, str], ...]


class View(Value):
    """Everything in the comparison."""

    frame: Frame
    sets: tuple[str, ...]
    groups: tuple[Group, ...]
    steps: tuple[Changes, ...]


def view(found: Comparison) -> View:
    """Return the comparison; it is dated by the newest of the sets."""
    rulesets = found.rulesets
    texts = "\n".join(one.sha256 for one in rulesets)
    return View(
        frame=Frame(
            title=TITLE,
            information=FUND,
            notices=tuple(dict.fromkeys(said for one in rulesets for said in status_notices(one))),
            fingerprint=grouped(hashlib.sha256(texts.encode()).hexdigest()),
            dated=max(one.in_force_from for one in rulesets).isoformat(),
        ),
        sets=tuple(f"{heading(place, one)} – {one.title}" for place, one in enumerate(rulesets)),
        groups=tuple(_groups(found)),
        steps=tuple(_changes(found, step) for step in found.steps),
    )


def _groups(found: Comparison) -> Iterator[Group]:
    """Go through the tables: the sets as a whole, then each aspect, some sets at a time."""
    count = len(found.rulesets)
    abreast = math.ceil(count / math.ceil(count / ABREAST))
    slices = [slice(start, start + abreast) for start in range(0, count, abreast)]
    for part in slices:
        yield Group(
            title="Zestawy jako całość",
            headings=_headings(part, count),
            lines=tuple(_heads(found, part)),
        )
    for aspect, title in ASPECT_NAMES.items():
        for part in slices:
            shown = [line for line in found.lines[aspect] if any(line.weights[part])]
            lines = tuple(_line(line, part) for line in shown)
            yield Group(title=title, headings=_headings(part, count), lines=lines)


def _headings(part: slice, count: int) -> tuple[str, ...]:
    return tuple(f"[{place + 1}]" for place in range(count)[part])


def _heads(found: Comparison, part: slice) -> Iterator[Compared]:
    each = [head_lines(one) for one in found.rulesets[part]]
    for rows in zip(*each, strict=True):
        yield Compared(name=rows[0][0], cells=tuple(said for _, said in rows), only="")


def _line(line: Line, part: slice) -> Compared:
    cells = tuple(weight_words(weight) for weight in line.weights[part])
    return Compared(name=line.name, cells=cells, only=only_words(line.only))


def _changes(found: Comparison, step: Step) -> Changes:
    before, after = (heading(place, found.rulesets[place]) for place in (step.before, step.after))
    changes = tuple((one.name, one.what) for one in step.changes)
    return Changes(title=f"{before} → {after}", changes=changes)
