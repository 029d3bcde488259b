"""A competition round: intake → decision → records → documents.

    take_in ─► decide ─► ready_to_print ─► record ─► freeze ─► print_documents ─► show
     files      pure    paper, PDF folder  database  criteria     PDF folder      artifacts

The number of tasks is always the same, however many applications there are. What touches files or
the database is a task, and is tried again where that can help; a call that is refused is refused
at once. Nothing is cached: a round that runs again reads again, and the records tell that nothing
has changed.
"""

from datetime import datetime
from pathlib import Path

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from flows.steps import Whole, as_it_is, clock, holding, key_of, show_table, step
from intake.call import CallFile
from records.database import with_password
from records.store import Because, Version
from rounds import finish
from rounds.open_call import OpenedCall, open_call
from rounds.paper import paper_of
from rounds.ranking import COLUMNS, money_line, ranking_rows
from rounds.result import RoundResult, documents_in_markdown
from rounds.shared_storage import call_at_hand, results_at_hand
from scoring.decision import Decision
from templates.letterhead import Paper


@flow(name="runda", persist_result=False)
def run_round(
    folder: str,
    out: str,
    database: str,
    recorded_at: datetime | None = None,
    because: Because | None = None,
) -> Whole[RoundResult]:
    """Run one round of the call in ``folder``; print into ``out``, keep in ``database``.

    ``folder`` and ``out`` are paths, or addresses of shared storage. ``recorded_at`` is the moment that
    the records carry (UTC; else now), ``because`` the reason, if somebody says one. Running it again
    on unchanged input changes nothing.

    Raises:
        Refused: the input has mistakes; the records stay as they were.
        Busy: somebody else works on the call.
        Unavailable: the database cannot be opened, or the documents cannot be written.
    """
    database = with_password(database)
    with (
        call_at_hand(folder) as here,
        holding(here, database),
        results_at_hand(out) as results,
    ):
        opened = take_in(here)
        decision = opened.decide()
        paper = ready_to_print(opened.prepared.call_file, results)
        version = record(as_it_is(decision), database, recorded_at or clock(), because)
        freeze_criteria(opened.prepared.criteria_file)
        printed = print_documents(as_it_is(decision), version, results, database, as_it_is(paper))
    result = RoundResult(decision, version, printed, opened.warnings)
    show(as_it_is(result), out)
    return Whole(result)


@step("przyjęcie danych")
def take_in(folder: Path) -> OpenedCall:
    """Read and check everything in the call's folder."""
    return open_call(folder)


@step("przygotowanie wydruku")
def ready_to_print(call_file: CallFile, out: Path) -> Paper | None:
    """Make sure that documents can be printed and written, before anything is kept."""
    paper = paper_of(call_file)
    finish.ready_folder(out)
    return paper


@step("zapis rozstrzygnięcia")
def record(
    decision: Decision, database: str, recorded_at: datetime, because: Because | None
) -> Version:
    """Keep the decision as a version of its call."""
    return finish.keep(decision, database, recorded_at, because)


@step("zamrożenie kryteriów")
def freeze_criteria(file: Path) -> None:
    """Remember that these criteria have decided something."""
    finish.freeze_criteria(file)


@step("wydruk dokumentów")
def print_documents(
    decision: Decision, version: Version, out: Path, database: str, paper: Paper | None
) -> finish.Printed:
    """Print the documents of the version into its own folder."""
    return finish.print_version(decision, version, out, database, paper)


@step("pokazanie wyniku")
def show(result: RoundResult, out: str) -> None:
    """Show the ranking and the links to the documents in Prefect."""
    call = result.decision.call
    key = key_of(call)
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in ranking_rows(result.decision)]
    for row in rows:
        del row["Wnioskodawca"]  # Prefect keeps artifacts in a database of its own
    description = f"Nabór {call.number}, wersja {result.version.version}. "
    description += money_line(result.decision)
    show_table(rows, f"lista-{key}", description)
    create_markdown_artifact(documents_in_markdown(result.printed, out), key=f"dokumenty-{key}")
