"""The indicators of the LSR on the terminal, below the ranking."""

from rich import box
from rich.markup import escape
from rich.table import Table

from nabor.screen import out
from scoring.decision import Decision
from scoring.indicator_table import COLUMNS, indicator_remarks, indicator_rows
from scoring.indicators import balances


def show_indicators(decision: Decision) -> None:
    """Show what the selection brings to the LSR; nothing where the call lists no indicators."""
    if not decision.call.indicators:
        return
    found = balances(decision)
    table = Table(box=box.SIMPLE_HEAD)
    for name in COLUMNS:
        table.add_column(name, justify="left" if name == COLUMNS[0] else "right")
    for balance, row in zip(found.rows, indicator_rows(found), strict=True):
        table.add_row(*map(escape, row), style="yellow" if balance.exceeded else "")
    out.print(table)
    for remark in indicator_remarks(found):
        out.print(escape(remark), soft_wrap=True)
