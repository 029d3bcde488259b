"""The ``nabor`` command: it finds the command that was asked for, and answers every failure.

Exit codes: 0 all is well; 1 ``check`` found errors or ``verify`` a difference; 2 the input (of ``verify``: one of its
files) cannot be used, and nothing was changed; 70 the program itself failed, and says where it wrote how.
"""

import sys
import tempfile
import traceback
from importlib import import_module

import typer
from rich.markup import escape
from typer._click.exceptions import UsageError

from nabor import screen
from nabor.polish_help import PolishCommand, PolishGroup, in_polish
from reading.problems import Refused, Unavailable, why

COMMANDS = (
    "score",
    "round",
    "rounds",
    "resume",
    "up",
    "status",
    "down",
    "protest",
    "withdraw",
    "limit",
    "correct",
    "history",
    "audit",
    "rescore",
    "letters",
    "pack",
    "verify",
    "docx",
    "sign",
    "explain",
    "sensitivity",
    "check",
    "deadlines",
    "criteria",
    "compare-criteria",
    "lgd",
    "running-costs",
    "preview",
    "register-template",
    "cards-template",
    "history-template",
    "rulings-template",
    "partners-template",
    "project-lgds-template",
    "council-template",
    "sitting-template",
    "sitting",
    "minutes",
)
"""Every command, in the order of the help page; each is ``run`` in ``nabor/commands/<name>.py``."""


def app_for(words: list[str]) -> typer.Typer:
    """Make the command line; where the first word names a command, only that one is loaded."""
    app = typer.Typer(
        cls=PolishGroup,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode="rich",
        help="Nabór: od rejestru wniosków i kryteriów LGD do listy rankingowej i protokołów PDF.",
    )
    app.callback()(_all_of_them)
    asked = [name for name in COMMANDS if name in words[:1]]
    for name in asked or COMMANDS:
        module = import_module(f"nabor.commands.{name.replace('-', '_')}")
        app.command(name, cls=PolishCommand)(module.run)
    return app


def _all_of_them() -> None:
    """Keep a lone command behind its name: without a callback Typer would make it the whole."""


def main() -> None:
    """Run the command; every failure ends in Polish words and an exit code."""
    screen.speak_utf8()
    sys.exit(run())


def run() -> int:
    """Run the command of the command line; return its exit code."""
    try:
        return int(app_for(sys.argv[1:])(standalone_mode=False) or 0)
    except UsageError as error:
        screen.err.print(in_polish(error), markup=False)
    except Refused as refused:
        screen.show_problems(refused.problems)
        screen.err.print("Niczego nie zmieniono.")
    except Unavailable as error:
        screen.err.print(f"[bold red]Niedostępne[/]: {escape(str(error))}")
    except (KeyboardInterrupt, typer.Abort):
        screen.err.print("Przerwano.")
        return 130
    except OSError as error:
        screen.err.print(f"[bold red]Błąd[/] {escape(str(error.filename or ''))}: {why(error)}")
        screen.err.print("Niczego nie zmieniono.")
    except Exception:  # noqa: BLE001 - a clerk never sees a traceback; it is kept for us
        return _unexpected()
    return 2


def _unexpected() -> int:
    with tempfile.NamedTemporaryFile(
        "w", prefix="nabor-blad-", suffix=".txt", delete=False, encoding="utf-8"
    ) as kept:
        traceback.print_exc(file=kept)
    screen.err.print("[bold red]Błąd programu[/]: przepraszamy, to nasza wina, nie danych.")
    screen.err.print(f"Opis dla autorów zapisano w {escape(kept.name)}.", soft_wrap=True)
    return 70
