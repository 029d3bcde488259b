"""What the terminal shows of a difference: who moved and through what, the lines, the money."""

from collections.abc import Iterable

from rich import box
from rich.console import JustifyMethod
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from nabor.screen import STYLES, out
from rounds.ranking import MOST_ROWS, SHORT_NAMES
from scoring import polish
from scoring.decision import Assessment
from scoring.difference import Difference, Moved
from scoring.difference.aside import notes
from scoring.difference.backtest import Backtest
from scoring.difference.rules import changed_rules
from scoring.difference.summary import (
    counted,
    crossings,
    left_out,
    money,
    remark,
    sum_of,
)

COLUMNS = ("Znak sprawy", "Punkty", "Zmiana", "Msc.", "Wynik", "Zmiana kwoty")
"""The columns of the table of those that moved."""

_SIDES: dict[str, JustifyMethod] = {"Zmiana": "right", "Msc.": "center", "Zmiana kwoty": "right"}


def show_difference(found: Difference, said: Iterable[str] = ()) -> None:
    """Show what moved between two decisions of a call; ``said`` is told after the changed rules."""
    call = found.after.call
    out.print(f"[bold]Nabór {escape(call.number)}[/] – {escape(call.title)}", soft_wrap=True)
    _lines((*changed_rules(found.before, found.after), *said))
    if found.moved:
        _show_moved(found.moved)
    out.print(counted(found), soft_wrap=True)
    out.print(money(found), soft_wrap=True)
    for name, who in crossings(found):
        out.print(f"{name}: {escape(who)}", soft_wrap=True)
    both = f"{found.before.fingerprint[:16]} → {found.after.fingerprint[:16]}"
    out.print(f"Odciski: {both}", style="dim")


def _lines(some: Iterable[str]) -> None:
    for line in some:
        out.print(Padding(escape(line), (0, 0, 0, 2)))


def _show_moved(some: tuple[Moved, ...]) -> None:
    """Show a row for each that moved, and after the table everything through which it moved."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for name in COLUMNS:
        table.add_column(name, no_wrap=name != "Wynik", justify=_SIDES.get(name, "left"))
    for one in some[:MOST_ROWS]:
        table.add_row(*map(escape, _row(one)), style=STYLES[one.now.outcome])
    out.print(table)
    if len(some) > MOST_ROWS:
        hidden = polish.plural(len(some) - MOST_ROWS, "wniosek", "wnioski", "wniosków")
        out.print(f"… i jeszcze {hidden}.")
    out.print("[bold]Przez co[/]")
    for one in some[:MOST_ROWS]:
        out.print(f"  {escape(one.number)}")
        said = (*(cause.told for cause in one.causes), *(why.sentence for why in one.reasons))
        for line in said:
            out.print(Padding(f"– {escape(line)}", (0, 0, 0, 4)))


def _row(one: Moved) -> tuple[str, ...]:
    granted = one.granted_change
    return (
        one.number,
        _both(_points(one.was), _points(one.now)),
        _change(one),
        _both(_place(one.was), _place(one.now)),
        _both(SHORT_NAMES[one.was.outcome], SHORT_NAMES[one.now.outcome]),
        "nieznana" if granted is None else polish.money_change(granted) if granted else "–",
    )


def _change(one: Moved) -> str:
    """Say by how much the points moved; those of a withdrawn application did not move, but went."""
    if one.change is not None:
        return polish.change(one.change)
    return "–" if one.withdrawn else "nieznana"


def _both(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def _points(one: Assessment) -> str:
    return "–" if one.points is None else polish.points(one.points)


def _place(one: Assessment) -> str:
    return "–" if one.rank is None else str(one.rank)


def show_backtest(found: Backtest) -> None:
    """Show what proposed criteria would have done in past calls, call by call and together."""
    out.print(f"[bold]{escape(found.ruleset.title)}[/]", soft_wrap=True)
    for one in found.calls:
        call = one.after.call
        out.print(f"[bold]Nabór {escape(call.number)}[/] {escape(call.lgd.name)}", soft_wrap=True)
        _lines((counted(one), money(one), *notes(one)))
        _lines(f"{name}: {who}" for name, who in crossings(one))
    for missed in found.not_opened:
        out.print(f"[bold red]Nie otwarto[/] {escape(missed.name)}", soft_wrap=True)
        _lines(missed.why)
    if found.others:
        out.print(left_out(found), soft_wrap=True)
    _show_separations(found)
    out.print(sum_of(found), soft_wrap=True)


def _show_separations(found: Backtest) -> None:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Kryterium", ratio=3)
    table.add_column("Rozróżnia w naborach", justify="center")
    table.add_column("Uwagi", ratio=2)
    for one in found.separations:
        known = f"{one.separates} z {one.known}" if one.known else "–"
        table.add_row(escape(one.criterion.name), known, escape(remark(one)))
    out.print(table)
