"""The council's part of a call: the run suspends until cards and votes are there, then decides.

    what_is_missing ─► suspended … resumed ─► run_round
     plain look          for days              the round

While it is suspended no process runs. It is resumed by the calendar when the files are complete
(:mod:`flows.watch_calendar`), or by somebody who says so (``nabor resume``); it then looks again,
and waits again where something is missing still.
"""

from pathlib import Path

from prefect import flow, get_run_logger
from prefect.flow_runs import suspend_flow_run
from prefect.input import RunInput
from prefect.runtime import flow_run

from flows.run_round import run_round
from flows.steps import tell
from reading.problems import Refused
from records.store import Because
from rounds.confirmation import Confirmation
from rounds.open_call import open_call
from rounds.standing import lacking, sat
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
    said = Confirmation()
    while missing := what_is_missing(folder, said):
        waits = f"czeka na Radę: {missing}"
        get_run_logger().info(waits)
        asked = CONFIRMED.with_initial_data(description=waits)
        answer = Confirmation(**suspend_flow_run(wait_for_input=asked).model_dump())
        said = answer if answer != Confirmation() else said
    named = run_round.with_options(flow_run_name=flow_run.get_name())
    result = named(str(folder), str(out), database, because=_because(said)).value
    tell(result.decision.call, Phase.DECIDED, of=result.decision.fingerprint)


def what_is_missing(folder: Path, said: Confirmation) -> str:
    """Say what the decision waits for still; an empty text: for nothing."""
    try:
        opened = open_call(folder)
    except Refused as refused:
        return f"błędy danych: {len(refused.problems)}"
    office, council = lacking(opened.decide())
    if office or council:
        return f"nierozstrzygnięte: {', '.join((*office, *council))}"
    if not sat(opened) and not said.decided_elsewhere:
        return "posiedzenie Rady"
    return ""


def _because(said: Confirmation) -> Because | None:
    if not (said.author or said.reason):
        return None
    return Because(said.reason, author=said.author or None)
