"""``nabor check``: what is wrong in criteria, in the directory, or in a call to be announced."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from criteria.check import check as check_criteria
from criteria.directory.read import holds_directory
from criteria.places import SETS
from intake.strays import CALL
from nabor import screen
from reading.problems import Problem
from rounds.check_call import CallCheck, check_call
from scoring.answer import VERDICT_NAMES
from scoring.rule_ids import RULES


def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PLIK…]",
            help="Kryteria (zwykle wszystkie), katalog LGD albo folder naboru.",
        ),
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="Wypisuje też noty: co źródło zostawia otwarte.")
    ] = False,
) -> None:
    """Sprawdza kryteria, katalog LGD albo nabór przed ogłoszeniem: wszystkie błędy naraz.

    Przykład: nabor check criteria
    """
    given = paths or [SETS]
    calls = [one.parent if one.name == CALL else one for one in given if _is_call(one)]
    criteria = [one for one in given if not _is_call(one)]
    wrong = [_shown_call(folder, notes=notes) for folder in calls]
    if criteria:
        wrong.append(_shown_criteria(criteria, notes=notes))
    if any(wrong):
        raise typer.Exit(1)


def _is_call(path: Path) -> bool:
    return (path / CALL).is_file() or (path.name == CALL and path.is_file())


def _shown_criteria(paths: list[Path], *, notes: bool) -> bool:
    """Show what is wrong in criteria; say whether anything is."""
    problems = check_criteria(paths)
    hidden = _show(problems, notes=notes)
    if any(problem.level == "error" for problem in problems):
        return True
    directory = all(map(holds_directory, paths))
    screen.out.print("Katalog LGD jest poprawny." if directory else "Kryteria są poprawne.")
    if hidden:
        screen.out.print(f"{hidden} o lukach w źródłach; pokazuje je „nabor check --notes”.")
    return False


def _shown_call(folder: Path, *, notes: bool) -> bool:
    """Show what stands against announcing a call; say whether anything does."""
    found = check_call(folder)
    hidden = _show(found.problems, notes=notes)
    _show_answers(found)
    screen.out.print(_closing(found), soft_wrap=True)
    if hidden:
        screen.out.print(f"{hidden}; pokazuje je „nabor check --notes”.")
    return not found.ready


def _closing(found: CallCheck) -> str:
    """Say whether the call may be announced; never more than the rules above it say."""
    if not found.ready:
        return "Naboru nie można tak ogłosić."
    rules = ", ".join(found.unkept)
    unkept = f"zasady niespełnione lub nierozstrzygnięte: {rules}" if rules else ""
    if found.example and unkept:
        return f"To tylko przykład; przed ogłoszeniem prawdziwego naboru trzeba wyjaśnić {unkept}."
    if unkept:
        return f"Nabór można ogłosić, ale najpierw wyjaśnij {unkept}."
    if found.example:
        return "To tylko przykład; prawdziwego naboru nic by nie wstrzymywało."
    return "Nic nie stoi na przeszkodzie ogłoszeniu naboru."


def _show(problems: Sequence[Problem], *, notes: bool) -> str:
    """Show the problems, and count those that are hidden."""
    hidden = [] if notes else [problem for problem in problems if problem.level == "note"]
    screen.show_problems([problem for problem in problems if problem not in hidden])
    return screen.counted(hidden)


def _show_answers(found: CallCheck) -> None:
    """Say of each rule of selection whether the call keeps it."""
    for one in found.answers:
        said = f"{one.number} {RULES[one.number]}: {VERDICT_NAMES[one.verdict]} ({one.said})"
        screen.out.print(escape(said), soft_wrap=True)
