"""The first step after a call has closed: what came in, what is missing, and a sitting prepared.

    report ─► show
    PDF, forms  artifact

A register that cannot be read ends in a report too, with all its mistakes.
"""

from pathlib import Path

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from flows.steps import holding, key_of, step, tell
from intake.call import read_call
from records.database import with_password
from rounds.intake_report import IntakeReport, report_intake
from scoring import polish
from scoring.call import Call
from scoring.life import Phase


@flow(name="zamknięcie", persist_result=False)
def close_call(folder: Path, out: Path, database: str) -> None:
    """Report the intake of the call in ``folder`` into ``out``, and prepare the council's sitting.

    Raises:
        Refused: ``call.yaml`` itself has mistakes.
        Busy: somebody else works on the call.
    """
    database = with_password(database)
    with holding(folder, database):
        call = read_call(folder).call
        made = report(folder, out)
    show(call, made)
    tell(call, Phase.CLOSED, of=str(made.folder.name))


@step("raport przyjęcia")
def report(folder: Path, out: Path) -> IntakeReport:
    """Print the report and write the forms, all or none."""
    return report_intake(folder, out)


@step("pokazanie raportu")
def show(call: Call, made: IntakeReport) -> None:
    """Show in Prefect what came in, without names."""
    came = "rejestru nie da się odczytać"
    if made.applications is not None:
        came = polish.plural(made.applications, "wniosek", "wnioski", "wniosków")
    place = made.folder.resolve()
    files = [f"- [{one.name}]({one.as_uri()})" for one in sorted(place.iterdir())]
    said = [f"Nabór {call.number}: {came}.", "", f"Folder: {place}", "", *files]
    create_markdown_artifact("\n".join(said), key=f"przyjecie-{key_of(call)}")
