"""What two decisions differ in, on the terminal."""

from rich.markup import escape

from nabor.screen import out
from rounds.ranking import SHORT_NAMES
from scoring import polish
from scoring.decision import Assessment
from scoring.difference import Difference


def show_difference(found: Difference) -> None:
    """Show who moved, from what to what and why; the others are counted."""
    for one in found.moved:
        out.print(f"[bold]{escape(one.number)}[/]: {_place(one.was)} → {_place(one.now)}")
        for cause in (*one.causes, *one.reasons):
            out.print(f"  {escape(cause.sentence)}")
    count = polish.plural(len(found.unchanged), "wniosek", "wnioski", "wniosków")
    out.print(f"Bez zmian: {count}.")


def _place(one: Assessment) -> str:
    points = "–" if one.points is None else polish.with_points(one.points)
    granted = "–" if one.granted is None else polish.money(one.granted)
    return escape(f"{SHORT_NAMES[one.outcome]}, {points}, {granted}")
