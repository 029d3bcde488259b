"""What a no-break space ties stays on one line of the terminal."""

import re
from io import StringIO

import pytest
from rich.table import Table

from nabor import screen
from nabor.console import TyingConsole
from scoring import polish
from tests.nabor.conftest import EXAMPLES, Nabor

AMOUNT = polish.money(300_000_00)
SENTENCE = f"Fundacja: limit {AMOUNT}, wcześniej {AMOUNT}, więc najwyżej {AMOUNT}."
NARROWEST = len(AMOUNT) + 3
"""Room for an amount, a comma, and the space on each side of a column."""


def console(width: int) -> TyingConsole:
    return TyingConsole(file=StringIO(), width=width, highlight=False)


def shown(width: int, *, table: bool) -> str:
    there = console(width)
    if table:
        inside = Table(box=None)
        inside.add_column(SENTENCE)
        inside.add_row(SENTENCE)
        there.print(inside)
    else:
        there.print(SENTENCE)
    assert isinstance(there.file, StringIO)
    return there.file.getvalue()


@pytest.mark.parametrize("table", [False, True])
@pytest.mark.parametrize("width", range(NARROWEST, 100))
def test_an_amount_never_parts_at_a_lines_end(width: int, table: bool):
    text = shown(width, table=table)
    assert text.count(AMOUNT) == (6 if table else 3)
    assert SENTENCE in " ".join(re.split(r"[ \n]+", text))


def test_what_is_captured_has_no_break_spaces_again():
    there = console(80)
    with there.capture() as caught:
        there.print(f"[bold]{AMOUNT}[/]")
    assert caught.get() == f"{AMOUNT}\n"


@pytest.mark.parametrize("width", ["80", "100", "131"])
@pytest.mark.parametrize(
    "words",
    [
        ("explain", EXAMPLES / "swietlice-i-szlaki-2023", "ZP/IN/06/2023"),
        ("explain", EXAMPLES / "granty-2023", "G/5/2023"),
        ("score", EXAMPLES / "granty-2023"),
    ],
)
def test_no_command_shows_a_parted_amount(
    nabor: Nabor, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], width: str
):
    monkeypatch.setattr(screen.out, "_width", int(width))
    answer = nabor(*words)
    assert answer.code == 0
    assert "zł" in answer.out
    # Every „zł” that is a unit stands right after its number, on the same line.
    assert not re.findall(
        r"^.*(?<![\d]\u00a0)\bzł\b.*$", answer.out.replace(", zł", ""), re.MULTILINE
    )
