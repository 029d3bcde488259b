"""What each member gave an application, and why: the cards as the terminal shows them."""

from collections.abc import Sequence

from rich import box
from rich.markup import escape
from rich.table import Table

from scoring import polish
from scoring.cards import Card
from scoring.decision import Decision
from scoring.points.judged import Judged


def cards_table(decision: Decision, cards: Sequence[Card]) -> Table:
    """Show every card of an application, criterion by criterion, with its justifications."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("Karta", ratio=2)
    table.add_column("Kryterium", ratio=3)
    table.add_column("Ocena", justify="right", no_wrap=True)
    table.add_column("Uzasadnienie", ratio=4)
    judged = [one for one in decision.ruleset.simple() if isinstance(one, Judged)]
    for card in cards:
        if card.excluded:
            table.add_row(escape(card.member), "", "", "wyłączony z oceny")
            continue
        for position, one in enumerate(judged):
            given = card.points.get(one.id)
            table.add_row(
                escape(card.member) if position == 0 else "",
                escape(one.name),
                "–" if given is None else polish.points(given),
                escape(card.justifications.get(one.id, "")),
            )
    return table
