"""What the terminal shows: the ranking, criteria, mistakes, progress."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich import box
from rich.console import JustifyMethod
from rich.markup import escape
from rich.table import Table

from criteria.table import CriteriaTable
from nabor.console import TyingConsole
from reading.problems import Level, Problem
from rounds.progress import Report, watched_by
from rounds.ranking import COLUMNS, money_line, ranking_rows
from scoring import polish
from scoring.answer import Verdict
from scoring.decision import Decision, Outcome

if TYPE_CHECKING:
    from rich.progress import Progress

    from rounds.result import RoundResult

MOST_PROBLEMS = 200
"""How many mistakes are written out; the rest are counted."""

STYLES = {
    Outcome.SELECTED: "green",
    Outcome.SELECTED_OUTSIDE_LIMIT: "yellow",
    Outcome.BELOW_MINIMUM: "red",
    Outcome.NOT_ELIGIBLE: "red",
    Outcome.UNDECIDED: "bold magenta",
    Outcome.WITHDRAWN: "dim",
}

out = TyingConsole(highlight=False)
err = TyingConsole(stderr=True, highlight=False)


def speak_utf8() -> None:
    """Write Polish letters whatever the terminal says of itself."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


WORDS = {"error": ("Błąd", "bold red"), "warning": ("Uwaga", "yellow"), "note": ("Nota", "dim")}
"""How each level of a problem is called and coloured."""


def show_problems(problems: Sequence[Problem]) -> None:
    """Write mistakes and warnings, each with its place and what to write instead; count them."""
    for problem in problems[:MOST_PROBLEMS]:
        word, style = WORDS[problem.level]
        err.print(f"[{style}]{word}[/] {escape(problem.place)}", soft_wrap=True)
        err.print(f"  {escape(problem.what)}\n  → {escape(problem.write)}", soft_wrap=True)
    if len(problems) > MOST_PROBLEMS:
        more = polish.plural(len(problems) - MOST_PROBLEMS, "dalszy", "dalsze", "dalszych")
        err.print(f"… i jeszcze {more}.")
    if problems:
        err.print(counted(problems))


COUNTED: dict[Level, tuple[str, str, str]] = {
    "error": ("błąd", "błędy", "błędów"),
    "warning": ("uwaga", "uwagi", "uwag"),
    "note": ("nota", "noty", "not"),
}
"""How each level is counted."""


def counted(problems: Sequence[Problem]) -> str:
    """Count what was found: ``2 błędy, 1 uwaga``."""
    found = Counter(problem.level for problem in problems)
    return ", ".join(
        polish.plural(found[level], *forms) for level, forms in COUNTED.items() if found[level]
    )


def show_ranking(decision: Decision) -> None:
    """Show the ranking with the money, and say aloud that it is provisional where it is."""
    call = decision.call
    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        padding=(0, 1, 0, 0),
        title=escape(f"Nabór {call.number} – {call.title}"),
    )
    rows = ranking_rows(decision)
    if _room_for_names(rows) < len("Wni…"):
        for row in rows:
            out.print(escape(" · ".join(row)), soft_wrap=True)
        _show_money(decision)
        return
    for name, width in zip(COLUMNS, _widths(rows), strict=True):
        left = name in ("Znak sprawy", "Wnioskodawca", "Wynik")
        side: JustifyMethod = "left" if left else "right"
        one_line = name != "Wynik"
        table.add_column(name, justify=side, min_width=width, max_width=width, no_wrap=one_line)
    for one, row in zip(decision.assessments, rows, strict=False):
        table.add_row(*map(escape, row), style=STYLES[one.outcome])
    out.print(table)
    hidden = len(decision.assessments) - table.row_count
    if hidden:
        out.print(f"… i jeszcze {polish.plural(hidden, 'wniosek', 'wnioski', 'wniosków')}.")
    _show_money(decision)


OF_CALL: dict[Verdict, str] = {"not_met": "niespełniony", "unknown": "nierozstrzygnięty"}
"""What has to be seen of the call as a whole (such as the share of public units in the grants)."""


def _show_money(decision: Decision) -> None:
    out.print(money_line(decision), soft_wrap=True)
    for one in decision.findings:
        if one.verdict in OF_CALL:
            said = f"{one.name}. {one.sentence} Źródło: {one.source}."
            word = f"[bold red]Warunek dla całego naboru {OF_CALL[one.verdict]}[/]"
            out.print(f"{word}: {escape(said)}", soft_wrap=True)
    undecided = len(decision.of(Outcome.UNDECIDED))
    if undecided:
        count = polish.plural(
            undecided, "nierozstrzygnięty", "nierozstrzygnięte", "nierozstrzygniętych"
        )
        out.print(f"[bold magenta]Lista wstępna[/]: {count}; powody pokazuje „nabor explain”.")
    out.print(f"Odcisk: {decision.fingerprint[:16]}", style="dim")


def _widths(rows: Sequence[tuple[str, ...]]) -> list[int]:
    """Return the widths of the columns: only the applicant's name is cut on a small screen."""
    widths = [max(len(row[place]) for row in [COLUMNS, *rows]) for place in range(len(COLUMNS))]
    name, outcome = COLUMNS.index("Wnioskodawca"), COLUMNS.index("Wynik")
    widths[outcome] = min(widths[outcome], len("nierozstrzygnięta"))
    between = 2 * len(COLUMNS) - 1
    room = out.width - sum(widths) + widths[name] - between
    widths[name] = min(widths[name], room, 40)
    return widths


def _room_for_names(rows: Sequence[tuple[str, ...]]) -> int:
    """Return how many letters of an applicant's name fit beside all that must not be cut."""
    return _widths(rows)[COLUMNS.index("Wnioskodawca")]


def show_round(result: "RoundResult") -> None:
    """Say which version it is, whether anything changed, and where the documents are."""
    version = result.version
    if result.changed_nothing:
        out.print(f"Nic się nie zmieniło: obowiązuje wersja {version.version}.")
    elif version.is_new:
        out.print(f"Zapisano wersję {version.version} ({version.because.reason}).")
    else:
        out.print(f"Wersja {version.version} bez zmian; wydrukowano dokumenty, których brakowało.")
    documents, changed = result.printed.documents, result.printed.changed
    if result.printed.other_paper:
        said = "papier firmowy zmienił się po wydruku; dokumenty tej wersji zostają na dawnym"
        err.print(f"[bold yellow]Uwaga[/]: {said}.", soft_wrap=True)
        err.print("Aby wydrukować je na nowym, przenieś folder tej wersji i powtórz polecenie.")
    count = polish.plural(len(documents), "dokument", "dokumenty", "dokumentów")
    out.print(f"{count} w {escape(str(result.printed.folder))}:", soft_wrap=True)
    for document in documents:
        pages = polish.plural(document.pages, "strona", "strony", "stron")
        mark = " – zmieniony po wydruku (np. podpisany)" if document.name in changed else ""
        out.print(f"  {escape(document.name)} ({pages}){mark}", soft_wrap=True)


def show_criteria(table: CriteriaTable) -> None:
    """Read a set of criteria aloud."""
    out.print(f"[bold]{escape(table.title)}[/]")
    for line in table.header:
        out.print(escape(line))
    shown = Table(box=box.SIMPLE_HEAD)
    shown.add_column("Lp.", justify="right")
    shown.add_column("Kryterium", ratio=3)
    shown.add_column("Punkty", ratio=5)
    shown.add_column("Maks.", justify="right")
    for row in table.rows:
        shown.add_row(row.position, escape(row.name), escape("\n".join(row.lines)), row.maximum)
    out.print(shown)
    for line in table.footer:
        out.print(escape(line))


@contextmanager
def progress(first: str = "Uruchamianie Prefect") -> Iterator[None]:
    """Show a bar while something long happens inside; ``first`` is what it says until it moves."""
    # Only a round takes long enough for a bar.
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=err, transient=True) as bar, watched_by(_moving(bar, first)):
        yield


def _moving(bar: "Progress", first: str) -> Report:
    """Make a watcher that moves the one bar."""
    shown = bar.add_task(first, total=None)

    def move(what: str, done: int, total: int) -> None:
        bar.update(shown, description=what, completed=done, total=total)

    return move
