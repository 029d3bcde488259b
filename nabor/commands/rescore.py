"""``nabor rescore``: a call, or all past calls, decided again under other criteria beside their own."""

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.markup import escape

from criteria.read import read_ruleset
from nabor import screen
from nabor.difference_screen import show_backtest, show_difference
from nabor.new_file import new_file
from nabor.quiet_prefect import quiet_prefect
from nabor.words import AsJson
from reading.problems import Problem, Refused
from rounds.backtest import Which, backtest
from rounds.binding import bind
from rounds.rescore import Rescored, rescore
from scoring import polish
from scoring.canonical import Json
from scoring.difference.aside import notes
from scoring.difference.backtest import backtest_json
from scoring.difference.export import as_json as exported

if TYPE_CHECKING:
    from templates.base.frame import Variant
    from templates.printing import Printed

WARSAW = ZoneInfo("Europe/Warsaw")


def run(
    call: Annotated[
        Path | None,
        typer.Argument(metavar="NABÓR", help="Folder naboru; bez niego podaj --all-calls."),
    ] = None,
    *,
    criteria: Annotated[
        Path, typer.Option("--criteria", metavar="PLIK.yaml", help="Kryteria, które się sprawdza.")
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="PLIK.pdf", help="Drukuje zestawienie do tego pliku.")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Drukuje wersję do publikacji, bez danych osobowych.")
    ] = False,
    binding: Annotated[
        bool,
        typer.Option(
            "--binding", help="Wpisuje kryteria do naboru naprawdę, jeśli ustawa na to pozwala."
        ),
    ] = False,
    all_calls: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Próba na wszystkich naborach w tym folderze."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DZIEŃ", help="Z --all-calls: nabory ogłoszone od tego dnia."),
    ] = None,
    all_lgds: Annotated[
        bool, typer.Option("--all-lgds", help="Z --all-calls: także nabory innych LGD.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Liczy nabór drugi raz, według innych kryteriów, i pokazuje, co by się zmieniło.

    Zwykle to symulacja: niczego nie zmienia. Z --all-calls sprawdza kryteria na dawnych naborach.
    Przykład: nabor rescore examples/trygon-2013 --criteria examples/trygon-2013/projekt-kryteriow.yaml
    """
    _refuse_odd_words(call, all_calls, binding=binding, out=out, narrowed=bool(since) or all_lgds)
    if public and (call is None or out is None):
        what = "wersję do publikacji ma tylko drukowane zestawienie zmian jednego naboru"
        raise Refused(
            [Problem("--public", what, "podaj NABÓR i --out PLIK.pdf albo usuń tę opcję")]
        )
    if all_calls is not None:
        _try_all(all_calls, criteria, Which(_day(since), all_lgds), out, as_json=as_json)
    elif call is not None and binding:
        _bind(call, criteria, as_json=as_json)
    elif call is not None:
        _rescore(call, criteria, out, "public" if public else "internal", as_json=as_json)


def _refuse_odd_words(
    call: Path | None, all_calls: Path | None, *, binding: bool, out: Path | None, narrowed: bool
) -> None:
    """Refuse words that say two things at once, before anything is read."""
    wrong: list[tuple[str, str, str]] = []
    if (call is None) == (all_calls is None):
        what = "trzeba podać albo folder naboru, albo --all-calls FOLDER"
        wrong.append(("rescore", what, "np. nabor rescore NABÓR --criteria PLIK.yaml"))
    if binding and (all_calls is not None or out is not None):
        what = "kryteria wpisuje się do jednego naboru i niczego się przy tym nie drukuje"
        wrong.append(("--binding", what, "usuń --all-calls i --out"))
    if narrowed and all_calls is None:
        what = "--since i --all-lgds wybierają nabory, a podano jeden"
        wrong.append(("--since", what, "usuń je albo podaj --all-calls FOLDER"))
    if wrong:
        raise Refused(Problem(*each) for each in wrong)


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        what = f"„{written}” nie jest dniem"
        raise Refused([Problem("--since", what, "wpisz np. 2022-06-01")]) from None


def _rescore(
    call: Path, criteria: Path, out: Path | None, variant: "Variant", *, as_json: bool
) -> None:
    """Show what would move; with a file, print it by the flow."""
    printed = None
    if out is None:
        rescored = rescore(call, criteria)
    else:
        rescored, printed = _printed(call, criteria, new_file(out, ".pdf"), variant)
    screen.show_problems(rescored.warnings)
    if as_json:
        _write_json({"simulation": True, **exported(rescored.difference)})
        return
    screen.out.print("[bold]Symulacja[/]: w naborze niczego nie zmieniono.")
    title = escape(rescored.difference.after.ruleset.title)
    screen.out.print(f"Sprawdzane kryteria: {title}", soft_wrap=True)
    show_difference(rescored.difference, notes(rescored.difference))
    _tell(printed)


def _printed(
    call: Path, criteria: Path, out: Path, variant: "Variant"
) -> tuple[Rescored, "Printed"]:
    rescore(call, criteria)  # refuses bad input at once, before Prefect is asked to start
    quiet_prefect()
    with screen.progress():
        from flows.ask_server import ask_the_server
        from flows.rescore_call import rescore_call

        ask_the_server()
        result = rescore_call(call.resolve(), criteria.resolve(), out.resolve(), variant).value
    return result.rescored, result.printed


def _try_all(
    folder: Path, criteria: Path, which: Which, out: Path | None, *, as_json: bool
) -> None:
    """Show what the criteria would have done in past calls; with a file, print it by the flow."""
    printed = None
    file = None if out is None else new_file(out, ".pdf")
    if file is not None:
        read_ruleset(criteria)  # refuses bad criteria at once, before Prefect is asked to start
        quiet_prefect()
    with screen.progress("Nabory"):
        if file is None:
            found = backtest(folder, criteria, which)
        else:
            from flows.ask_server import ask_the_server
            from flows.backtest_criteria import backtest_criteria

            ask_the_server()
            tried = backtest_criteria(folder.resolve(), criteria.resolve(), file.resolve(), which)
            result = tried.value
            found, printed = result.backtest, result.printed
    if as_json:
        _write_json({"simulation": True, **backtest_json(found)})
        return
    screen.out.print("[bold]Symulacja[/]: w naborach niczego nie zmieniono.")
    show_backtest(found)
    _tell(printed)


def _bind(call: Path, criteria: Path, *, as_json: bool) -> None:
    """Point the call to the criteria, where the act allows it."""
    now = datetime.now(WARSAW)  # noqa: TID251 - the door reads the clock, nobody else
    bound = bind(call, criteria, now.replace(tzinfo=None))
    if as_json:
        _write_json({"simulation": False, "changed": bound.changed, "duties": list(bound.duties)})
        return
    title = escape(bound.ruleset.title)
    if not bound.changed:
        screen.out.print(f"Nic się nie zmieniło: nabór ma już te kryteria ({title}).")
        return
    screen.out.print(f"Nabór {escape(bound.call.number)} ma teraz kryteria: {title}.")
    for duty in bound.duties:
        screen.out.print(escape(duty))


def _tell(printed: "Printed | None") -> None:
    if printed is not None:
        pages = polish.plural(printed.pages, "strona", "strony", "stron")
        screen.out.print(f"Zapisano: {escape(str(printed.path))} ({pages})", soft_wrap=True)


def _write_json(said: Json) -> None:
    sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
