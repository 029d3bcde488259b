"""The ``nabor`` command: what each command reads, and what it answers.

Exit codes: 0 all is well; 1 ``check`` found errors; 2 the input cannot be used, and nothing was
changed; 70 the program itself failed, and says where it wrote how.
"""

import json
import os
import re
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from typer._click.exceptions import UsageError

from criteria.check import check as check_criteria
from criteria.places import SETS
from criteria.read import read_ruleset
from criteria.table import criteria_table
from intake.register import read_register
from nabor import screen
from nabor.polish_help import PolishCommand, PolishGroup, in_polish
from reading.problems import Problem, Refused, Unavailable, why
from rounds.open_call import open_call, prepare_call
from scoring.call import Call
from scoring.export import results

app = typer.Typer(
    cls=PolishGroup,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="Nabór: od rejestru wniosków i kryteriów LGD do listy rankingowej i protokołów PDF.",
)

CallFolder = Annotated[
    Path, typer.Argument(metavar="NABÓR", help="Folder naboru (z plikiem call.yaml).")
]
FormFile = Annotated[
    Path | None, typer.Option("--out", metavar="PLIK.xlsx", help="Dokąd zapisać formularz.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Wypisuje wynik jako JSON.")]


@app.command(cls=PolishCommand)
def score(call: CallFolder, as_json: AsJson = False) -> None:
    """Liczy punkty i ranking; niczego nie zapisuje.

    Przykład: nabor score examples/kraina-nocy-i-dni-2022
    """
    opened = open_call(call)
    decision = opened.decide()
    screen.show_problems(opened.warnings)
    if as_json:
        sys.stdout.write(json.dumps(results(decision), ensure_ascii=False, indent=2) + "\n")
    else:
        screen.show_ranking(decision)


@app.command("round", cls=PolishCommand)
def round_(
    call: CallFolder,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Dokąd drukować: do folderu naboru w nim; zwykle NABÓR/wyniki."
        ),
    ] = None,
    database: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            envvar="NABOR_DATABASE",
            help="Baza: sqlite:///plik albo postgresql://…; zwykle nabor.sqlite obok naboru.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Przeprowadza rundę: dane, punkty, zapis wersji i dokumenty PDF.

    Przykład: nabor round examples/kraina-nocy-i-dni-2022
    """
    opened = open_call(call)
    screen.show_problems(opened.warnings)
    _quiet_prefect()
    with screen.progress():
        from flows.ask_server import ask_the_server
        from flows.run_round import run_round

        ask_the_server()
        result = run_round(
            call.resolve(),
            _folder_of(call, out, opened.prepared.call),
            database or _database_beside(call),
            datetime.now(UTC),  # noqa: TID251 - the door reads the clock, nobody else
        )
    if as_json:
        documents = [str(result.printed.folder / one.name) for one in result.printed.documents]
        said = {
            "version": result.version.version,
            "changed": not result.changed_nothing,
            "documents": documents,
            **results(result.decision),
        }
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        screen.show_ranking(result.decision)
        screen.show_round(result)


@app.command(cls=PolishCommand)
def explain(
    call: CallFolder,
    number: Annotated[str, typer.Argument(metavar="ZNAK", help="Znak sprawy wniosku.")],
) -> None:
    """Wyjaśnia wynik jednego wniosku: skąd każdy punkt i czego zabrakło.

    Przykład: nabor explain examples/kraina-nocy-i-dni-2022 KND/1/7/2022
    """
    decision = open_call(call).decide()
    one = decision.find(number)
    if one is None:
        numbers = [one.application.number for one in decision.assessments]
        near = get_close_matches(number.upper(), numbers, n=1) or numbers[:1]
        what = f"w naborze nie ma wniosku „{number}”"
        write = f"wpisz znak sprawy z rejestru, np. {near[0]}" if near else "rejestr jest pusty"
        raise Refused([Problem(str(call), what, write)])
    screen.show_explanation(decision, one)


@app.command(cls=PolishCommand)
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PLIK…]", help="Pliki albo foldery z kryteriami; zwykle wszystkie."
        ),
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="Wypisuje też noty: co źródło zostawia otwarte.")
    ] = False,
) -> None:
    """Sprawdza pliki kryteriów: wszystkie błędy naraz, z plikiem i wierszem.

    Przykład: nabor check criteria
    """
    problems = check_criteria(paths or [SETS])
    hidden = [] if notes else [problem for problem in problems if problem.level == "note"]
    screen.show_problems([problem for problem in problems if problem not in hidden])
    if any(problem.level == "error" for problem in problems):
        raise typer.Exit(1)
    screen.out.print("Kryteria są poprawne.")
    if hidden:
        said = screen.counted(hidden)
        screen.out.print(f"{said} o lukach w źródłach; pokazuje je „nabor check --notes”.")


@app.command(cls=PolishCommand)
def criteria(
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
        from templates.printing import print_criteria

        print_criteria(ruleset, _new_file(pdf, ".pdf"))
        screen.out.print(f"Zapisano: {escape(str(pdf))}")


@app.command("register-template", cls=PolishCommand)
def register_template(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje pusty rejestr wniosków (XLSX) z kolumnami, których potrzebuje ten nabór.

    Przykład: nabor register-template examples/trygon-2013 --out rejestr.xlsx
    """
    from intake.forms import write_register_form

    prepared = prepare_call(call)
    screen.show_problems(prepared.warnings)
    file = _new_file(out or call / "rejestr-szablon.xlsx", ".xlsx")
    write_register_form(file, prepared.call, prepared.ruleset)
    screen.out.print(f"Zapisano: {escape(str(file))}")


@app.command("cards-template", cls=PolishCommand)
def cards_template(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje puste karty oceny (XLSX): każdy członek Rady, każdy wniosek.

    Przykład: nabor cards-template examples/trygon-2013 --out karty.xlsx
    """
    from intake.forms import write_cards_form

    prepared = prepare_call(call)
    file_of_register = prepared.call_file.needed_register()
    register = read_register(file_of_register, prepared.call, prepared.ruleset)
    screen.show_problems([*prepared.warnings, *register.warnings])
    file = _new_file(out or call / "karty-szablon.xlsx", ".xlsx")
    write_cards_form(file, prepared.call, prepared.ruleset, register.applications)
    screen.out.print(f"Zapisano: {escape(str(file))}")


def _new_file(file: Path, ending: str) -> Path:
    """Refuse to write over a file that an office may have filled in, or where none can be.

    Raises:
        OSError: the folder is not there or cannot be written to.
    """
    if file.suffix.lower() != ending or file.is_dir():
        what = f"to nie jest nazwa pliku {ending}"
        raise Refused([Problem(str(file), what, f"podaj nazwę zakończoną na {ending}")])
    if file.exists():
        what = "taki plik już jest i mógł zostać wypełniony"
        raise Refused([Problem(str(file), what, f"podaj inną nazwę, np. nowy-{file.name}")])
    file.touch()
    file.unlink()
    return file


def _folder_of(folder: Path, out: Path | None, call: Call) -> Path:
    """Return where the documents go: a folder of several calls has one folder for each."""
    if out is None:
        return (folder / "wyniki").resolve()
    name = re.sub(r"[^\w.-]+", "-", f"{call.lgd.id}-{call.number}").strip("-.")
    return out.resolve() / name


def _database_beside(call: Path) -> str:
    """Name the database of the calls that lie side by side: a file next to their folders."""
    return f"sqlite:///{call.resolve().parent / 'nabor.sqlite'}"


def _quiet_prefect() -> None:
    """Keep Prefect's own messages off a clerk's screen; nothing is sent anywhere."""
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    # The temporary server's first start on a slow office PC outlasts Prefect's own patience.
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")


def main() -> None:
    """Run the command; every failure ends in Polish words and an exit code."""
    screen.speak_utf8()
    sys.exit(run())


def run() -> int:
    """Run the command of the command line; return its exit code."""
    try:
        return int(app(standalone_mode=False) or 0)
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
