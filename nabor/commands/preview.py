"""``nabor preview``: what a template of a document looks like, from its example."""

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from nabor import screen
from nabor.new_file import new_file
from reading.problems import Problem, Refused


def run(
    template: Annotated[
        str | None, typer.Argument(metavar="WZÓR", help="Nazwa wzoru; bez niej: lista wzorów.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="PLIK.pdf", help="Dokąd zapisać; zwykle WZÓR.pdf w tym folderze."),
    ] = None,
    paper: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Papier firmowy LGD: folder z letterhead.yaml."),
    ] = None,
) -> None:
    """Drukuje wzór dokumentu z przykładowymi, zmyślonymi danymi; bez nazwy wymienia wzory.

    Przykład: nabor preview ranking_list --out wzor.pdf
    """
    from templates.letterhead import read_paper
    from templates.printing import example_names, render_example

    names = example_names()
    if template is None:
        _show(names)
        return
    if template not in names:
        near = get_close_matches(template, names, n=1, cutoff=0)
        write = f"czy chodziło o „{near[0]}”? Wszystkie wymienia „nabor preview”"
        raise Refused([Problem(template, "nie ma takiego wzoru", write)])
    file = new_file(out or Path(f"{template}.pdf"), ".pdf")
    file.write_bytes(render_example(template, None if paper is None else read_paper(paper)))
    screen.out.print(f"Zapisano: {escape(str(file))}", soft_wrap=True)


def _show(names: list[str]) -> None:
    from templates.printing import example_title

    widest = max(map(len, names))
    for name in names:
        screen.out.print(f"{name:<{widest}}  {escape(example_title(name))}", soft_wrap=True)
