"""What the terminal shows of one application: why it ended so, by which rules, with what amount."""

from collections.abc import Iterator

from rich import box
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from nabor.explanation_of_cards import cards_table
from nabor.screen import STYLES, out
from scoring import polish
from scoring.answer import Finding
from scoring.decision import Assessment, Decision
from scoring.explain import OUTCOME_NAMES, distances, next_steps, reasons
from scoring.flips.find import Flips
from scoring.population import evidence

VERDICTS = {
    "met": ("spełniony", "green"),
    "not_met": ("niespełniony", "red"),
    "unknown": ("brak danych", "bold magenta"),
}
"""How each verdict reads and is coloured; what has no bearing is only counted."""

WARNING = ("ostrzeżenie", "yellow")


def show_explanation(decision: Decision, one: Assessment, flips: Flips | None = None) -> None:
    """Show why one application ended as it did, rule by rule and criterion by criterion."""
    application = one.application
    out.print(f"[bold]{escape(application.number)}[/] {escape(application.applicant)}")
    out.print(escape(application.title))
    place = "" if one.rank is None else f", miejsce {one.rank}"
    out.print(f"[{STYLES[one.outcome]}]Wynik: {OUTCOME_NAMES[one.outcome]}{place}[/]")
    for reason in reasons(decision, one):
        out.print(f"  {escape(reason)}")
    if decision.programme is not None:
        _show_findings(one)
    if one.scores:
        out.print(_points_table(decision, one))
    if cards := decision.cards_of(application.number):
        out.print(cards_table(decision, cards))
    if decision.programme is not None and one.aid is not None:
        out.print(_aid_table(one))
    population = evidence(application, decision.call)
    for title, lines in (
        ("Liczba mieszkańców", [] if population is None else [population]),
        ("Czego potrzeba na więcej punktów", next_steps(decision, one)),
        ("Jak daleko", distances(decision, one)),
        ("Co zmieniłoby wynik", [] if flips is None else flips.sentences(decision)),
        ("Warunki dla całego naboru", list(_of_call(decision))),
    ):
        if lines:
            out.print(f"[bold]{title}[/]")
            for line in lines:
                out.print(Padding(escape(line), (0, 0, 0, 2)))


def _show_findings(one: Assessment) -> None:
    """Show the conditions that bear on the operation, and count the others."""
    bearing = [finding for finding in one.findings if finding.verdict != "not_applicable"]
    if bearing:
        out.print(_findings_table(bearing))
    others = [finding.id for finding in one.findings if finding.verdict == "not_applicable"]
    if others:
        count = polish.plural(len(others), "warunek", "warunki", "warunków")
        out.print(f"Nie dotyczy: {count} ({', '.join(others)}).", style="dim")


def _findings_table(some: list[Finding]) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("Warunek", ratio=2)
    table.add_column("Wynik", no_wrap=True)
    table.add_column("Ustalenie", ratio=5)
    for one in some:
        word, style = VERDICTS[one.verdict]
        if not one.decides and one.verdict != "met":
            word, style = WARNING
        why = f"{one.sentence}\nŹródło: {one.source}"
        table.add_row(escape(one.name), f"[{style}]{word}[/]", escape(why))
    return table


def _aid_table(one: Assessment) -> Table:
    """Show the calculation of the aid, a row a limit."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("Kwota pomocy", ratio=2)
    table.add_column("Obniżono o", justify="right", no_wrap=True)
    table.add_column("Pozostaje", justify="right", no_wrap=True)
    table.add_column("Dlaczego", ratio=5)
    if one.aid is None:
        return table
    table.add_row("kwota wnioskowana", "", polish.money(one.aid.requested), "")
    for step in one.aid.steps:
        taken = polish.money(step.taken) if step.taken else "–"
        why = f"{step.sentence}\nŹródło: {step.source}"
        table.add_row(escape(step.name), taken, polish.money(step.left), escape(why))
    if one.aid.amount is not None:
        table.add_row("[bold]Ustalona kwota[/]", "", f"[bold]{polish.money(one.aid.amount)}[/]", "")
    return table


def _of_call(decision: Decision) -> Iterator[str]:
    """Say what was found of the call as a whole."""
    for one in decision.findings:
        yield f"{one.name}: {VERDICTS[one.verdict][0]}. {one.sentence} Źródło: {one.source}."


def _points_table(decision: Decision, one: Assessment) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("Kryterium", ratio=2)
    table.add_column("Punkty", justify="right", no_wrap=True)
    table.add_column("Dlaczego", ratio=5)
    catalogue = decision.ruleset.catalogue
    for criterion, score in zip(decision.ruleset.criteria, one.scores, strict=True):
        points = "–" if score.points is None else polish.points(score.points)
        why = f"{criterion.explain(score, one.application.facts, catalogue)}\nŹródło: {criterion.source}"
        given = f"{points} / {polish.points(score.maximum)}"
        table.add_row(escape(criterion.name), given, escape(why))
    if one.points is not None and one.maximum is not None:
        total = f"{polish.points(one.points)} / {polish.points(one.maximum)}"
        table.add_row("[bold]Razem[/]", f"[bold]{total}[/]", "")
    return table
