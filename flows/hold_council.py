"""The council's part of a call: the run suspends until cards and votes are there, then decides.

    what_is_missing ─► suspended … resumed ─► run_round
     plain look          for days              the round

While it is suspended no process runs. It is resumed by the calendar when the files are complete
(:mod:`flows.watch_calendar`), or by somebody who says so (``nabor resume``, Prefect's form); it then looks
again, and waits again where something is missing still. What was said is kept in the call's folder.
"""

from pathlib import Path

from prefect import flow, get_run_logger
from prefect.flow_runs import suspend_flow_run
from prefect.input import RunInput
from prefect.runtime import flow_run

from flows.run_round import run_round
from flows.steps import in_words, tell
from intake.confirmation import (
    NOTHING_SAID,
    Confirmation,
    keep_confirmation,
    read_confirmation,
)
from reading.problems import Refused
from records.database import with_password
from rounds.calls_of_office import Places
from rounds.open_call import open_call
from rounds.standing import confirmed, lacking, sat
from scoring.life import Phase

CONFIRMED = RunInput.subclass_from_base_model_type(Confirmation)
"""What the run is resumed with, checked as it comes."""


@flow(name="posiedzenie", persist_result=False)
def hold_council(folder: Path, out: Path, database: str) -> None:
    """Wait for the council of the call in ``folder``, then decide, keep and print.

    Raises:
        Refused: the input has mistakes.
        Busy: somebody else works on the call.
        Unavailable: the database cannot be opened, or the documents cannot be written.
    """
    said = NOTHING_SAID
    while missing := what_is_missing(folder):
        waits = f"czeka na Radę: {missing}"
        if said.lacks:
            waits += f"; w potwierdzeniu zabrakło: {said.lacks}"
        get_run_logger().info(waits)
        asked = CONFIRMED.with_initial_data(description=waits)
        said = Confirmation(**suspend_flow_run(wait_for_input=asked).model_dump())
        if not said.lacks:
            with in_words():
                keep_confirmation(folder, said)
    named = run_round.with_options(flow_run_name=flow_run.get_name())
    with in_words():
        because = confirmed(Places(folder, out, with_password(database)))
    result = named(str(folder), str(out), database, because=because).value
    tell(result.decision.call, Phase.DECIDED, of=result.decision.fingerprint)


def what_is_missing(folder: Path) -> str:
    """Say what the decision waits for still; an empty text: for nothing."""
    try:
        opened = open_call(folder)
        said = read_confirmation(folder)
    except Refused as refused:
        return f"błędy danych: {len(refused.problems)}"
    missing = []
    if not sat(opened) and not said.decided_elsewhere:
        missing.append("posiedzenie")
    office, council = lacking(opened.decide())
    if council:
        missing.append(f"karty lub głosowania: {', '.join(council)}")
    if office:
        missing.append(f"dane wniosków od biura: {', '.join(office)}")
    return "; ".join(missing)
