"""``nabor criteria``: a set of criteria read aloud, or printed as the annex of the LSR."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from criteria.read import read_ruleset
from criteria.table import criteria_table
from nabor import screen
from nabor.new_file import new_file


def run(
    file: Annotated[Path, typer.Argument(metavar="PLIK", help="Plik z kryteriami.")],
    pdf: Annotated[
        Path | None,
        typer.Option(metavar="PLIK.pdf", help="Drukuje kryteria jako załącznik do LSR."),
    ] = None,
) -> None:
    """Czyta kryteria na głos: tabela po polsku, a z --pdf załącznik do LSR.

    Przykład: nabor criteria criteria/sets/krajowe/cooperation/2015-01-01.yaml
    """
    ruleset, found = read_ruleset(file)
    screen.show_problems([problem for problem in found if problem.level != "note"])
    screen.show_criteria(criteria_table(ruleset))
    if pdf is not None:
        from templates.alone import print_criteria

        print_criteria(ruleset, new_file(pdf, ".pdf"))
        screen.out.print(f"Zapisano: {escape(str(pdf))}")
