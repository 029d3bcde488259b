"""``nabor running-costs``: the rate, the tranches, the posts and rules L1-L5 of 19.4."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.markup import escape
from rich.table import Table

from intake.running_costs import read_running_costs
from nabor import screen
from nabor.new_file import new_file
from nabor.words import AsJson
from scoring import polish
from scoring.answer import UNKNOWN, VERDICT_NAMES, Verdict
from scoring.rule_ids import RULES
from scoring.running_costs.assess import Assessment, assess, result

STYLES: dict[Verdict, str] = {
    "met": "green",
    "not_met": "red",
    "unknown": "bold magenta",
    "not_applicable": "dim",
}


def run(
    file: Annotated[Path, typer.Argument(metavar="PLIK", help="Plik kosztów bieżących LGD.")],
    as_json: AsJson = False,
    pdf: Annotated[
        Path | None, typer.Option(metavar="PLIK.pdf", help="Drukuje arkusz kosztów bieżących.")
    ] = None,
) -> None:
    """Liczy stawkę, transze i etaty kosztów bieżących LGD (19.4) i sprawdza zasady L1–L5.

    Przykład: nabor running-costs examples/koszty-biezace/lgd-przyklad.yaml
    """
    read = read_running_costs(file)
    assessment = assess(read.given)
    screen.show_problems(read.warnings)
    if pdf is not None:
        from templates.alone import print_running_costs
        from templates.attachments import Written

        source = Written(file.name, read.yaml.text)
        print_running_costs(assessment, source, new_file(pdf, ".pdf"))
    if as_json:
        sys.stdout.write(json.dumps(result(assessment), ensure_ascii=False, indent=2) + "\n")
        return
    _show(assessment)
    if pdf is not None:
        screen.out.print(f"Zapisano: {escape(str(pdf))}", soft_wrap=True)


def _show(assessment: Assessment) -> None:
    given, rate, upcoming = assessment.given, assessment.rate, assessment.next
    screen.out.print(f"[bold]{escape(given.lgd)}[/] – koszty bieżące, stan na {_day(assessment)}")
    screen.out.print(f"Stawka: {UNKNOWN if rate is None else f'{rate.applied} %'}")
    screen.out.print(f"Wypłacone transze: {_money(upcoming.before)}")
    screen.out.print(f"Transza {upcoming.position} z obliczenia: {_money(upcoming.due)}")
    posts = " albo ".join(map(str, assessment.posts)) or UNKNOWN
    screen.out.print(f"Wymagane etaty: {posts}")
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Zasada", no_wrap=True)
    table.add_column("Wynik", no_wrap=True)
    table.add_column("Ustalenie", ratio=1)
    for one in assessment.answers:
        number = one.id if one.id in RULES else "§ 14"
        verdict = f"[{STYLES[one.verdict]}]{VERDICT_NAMES[one.verdict]}[/]"
        table.add_row(number, verdict, escape(one.sentence))
    screen.out.print(table)
    if assessment.missing:
        screen.out.print("[bold magenta]Czego nie wiadomo[/]:")
        for name in assessment.missing:
            screen.out.print(f"  {escape(name)}")


def _money(grosze: int | None) -> str:
    return UNKNOWN if grosze is None else polish.money(grosze)


def _day(assessment: Assessment) -> str:
    return polish.day(assessment.given.as_of)
