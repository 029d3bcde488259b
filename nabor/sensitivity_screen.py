"""What the terminal shows of the sensitivity of a call."""

from rich import box
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from nabor.screen import out
from scoring import polish
from scoring.sensitivity.agreement import RULE, Agreement
from scoring.sensitivity.hinges import Hinge
from scoring.sensitivity.report import (
    NO_CARDS,
    SIDES,
    Sensitivity,
    margin_sentences,
    signed,
    turned_sentence,
)


def show_sensitivity(found: Sensitivity) -> None:
    """Show the margins, what outcomes hang on, and the agreement of the members."""
    out.print("[bold]Odległość od linii limitu i od minimum[/]")
    for said in margin_sentences(found.margins):
        out.print(Padding(escape(said), (0, 0, 0, 2)))
    out.print("[bold]Wyniki, które zależą od jednej rzeczy[/]")
    for one in found.hinges:
        _show_hinge(one)
    if not found.hinges:
        out.print("  żaden: ani od karty, ani od reguły remisu, ani od zaokrąglenia")
    out.print("[bold]Zgodność ocen[/]")
    if not found.agreement.criteria and not found.agreement.given:
        out.print(Padding(NO_CARDS, (0, 0, 0, 2)))
        return
    _show_agreement(found.agreement)


def _show_hinge(one: Hinge) -> None:
    out.print(Padding(escape(polish.capital(one.name)), (0, 0, 0, 2)))
    for each in one.turned:
        out.print(Padding(escape(turned_sentence(each)), (0, 0, 0, 4)))


def _show_agreement(found: Agreement) -> None:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("Kryterium", ratio=4)
    table.add_column("Rozrzut średnio", justify="right")
    table.add_column("największy", justify="right")
    table.add_column("we wniosku", ratio=2)
    for one in found.criteria:
        mean, widest = polish.points(one.mean), polish.points(one.widest)
        table.add_row(escape(one.name), mean, widest, escape(one.widest_in))
    out.print(table)
    members = Table(box=box.SIMPLE_HEAD)
    members.add_column("Członek Rady", ratio=3)
    members.add_column("Wniosków", justify="right")
    members.add_column("Różnica średnio", justify="right")
    members.add_column("Zawsze", ratio=3)
    for each in found.members:
        side = SIDES[each.always] if each.always is not None else "–"
        difference, count = signed(each.difference), str(each.applications)
        members.add_row(escape(each.member), count, difference, side)
    out.print(members)
    out.print(RULE, style="dim")
