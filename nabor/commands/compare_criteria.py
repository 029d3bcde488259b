"""``nabor compare-criteria``: several sets of criteria side by side."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from criteria.read import read_ruleset
from intake.strays import CALL
from nabor import screen
from nabor.new_file import new_file
from nabor.words import AsJson
from reading.problems import Problem, Refused
from scoring.comparison.compare import ASPECT_NAMES, Comparison, compare, head_lines, plain
from scoring.comparison.said import heading, only_words, weight_words
from scoring.ruleset import Ruleset


def run(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="PLIK PLIK…", help="Pliki z kryteriami, co najmniej dwa."),
    ],
    as_json: AsJson = False,
    pdf: Annotated[
        Path | None, typer.Option(metavar="PLIK.pdf", help="Drukuje porównanie.")
    ] = None,
) -> None:
    """Porównuje kryteria kilku LGD albo wersji: co nagradzają i jaką częścią maksimum.

    Przykład: nabor compare-criteria criteria/sets/trygon/micro-enterprises/2013-01-01.yaml
    criteria/sets/kraina-nocy-i-dni/start-of-business/2022-01-01.yaml
    """
    target = None if pdf is None else new_file(pdf, ".pdf")
    found = compare(_read(files))
    if as_json:
        sys.stdout.write(json.dumps(plain(found), ensure_ascii=False, indent=2) + "\n")
    else:
        _show(found)
    if target is not None:
        from templates.alone import print_comparison

        print_comparison(found, target)
        screen.err.print(f"Zapisano: {escape(str(target))}", soft_wrap=True)


def _read(files: list[Path]) -> list[Ruleset]:
    """Read every file, and tell the mistakes of all of them at once."""
    problems: list[Problem] = []
    rulesets = []
    for file in files:
        if file.name == CALL:
            what = "to jest plik naboru, nie kryteriów"
            problems.append(
                Problem(str(file), what, "podaj plik z kryteriami, wpisany w nim jako criteria")
            )
            continue
        try:
            rulesets.append(read_ruleset(file)[0])
        except Refused as refused:
            problems += refused.problems
    if len(files) < 2:  # noqa: PLR2004 - one set has nothing to be compared with
        problems.append(Problem(str(files[0]), "jest tylko jeden plik", "podaj co najmniej dwa"))
    if problems:
        raise Refused(problems)
    return rulesets


def _show(found: Comparison) -> None:
    names = [heading(place, one) for place, one in enumerate(found.rulesets)]
    for name, one in zip(names, found.rulesets, strict=True):
        screen.out.print(f"[bold]{escape(name)}[/]")
        for word, said in head_lines(one)[3:]:
            screen.out.print(Padding(f"{word}: {escape(said)}", (0, 0, 0, 2)))
    for aspect, title in ASPECT_NAMES.items():
        table = Table(box=box.SIMPLE_HEAD)
        table.add_column(title, ratio=3, overflow="fold")
        for place in range(len(names)):
            table.add_column(escape(only_words(place)), justify="right", overflow="fold")
        table.add_column("wyłącznie", justify="center")
        for line in found.lines[aspect]:
            only = escape(only_words(line.only))
            table.add_row(escape(line.name), *map(weight_words, line.weights), only)
        screen.out.print(table)
    for step in found.steps:
        screen.out.print(f"[bold]Co się zmieniło: {step.before + 1} → {step.after + 1}[/]")
        for each in step.changes:
            screen.out.print(Padding(escape(f"{each.name}: {each.what}"), (0, 0, 0, 2)))
        if not step.changes:
            screen.out.print("  nic")
