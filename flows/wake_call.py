"""Waking a call that waits for its council, because somebody says that it may go on."""

from pathlib import Path

from flows.runs_of_call import FLOWS, is_waiting, resume, runs_of, under_way
from intake.call import read_call
from intake.confirmation import Confirmation, keep_confirmation
from reading.problems import Problem, Refused


def wake_call(folder: Path, said: Confirmation) -> None:
    """Keep what was said in the call's ``folder``, and resume the suspended run of the call with it.

    Raises:
        Refused: ``call.yaml`` has mistakes, or the call does not wait for its council.
        OSError: it cannot be kept.
    """
    run = under_way(runs_of(read_call(folder).call, FLOWS["council"]))
    if run is None or not is_waiting(run):
        what = "ten nabór nie czeka na Radę"
        write = (
            "na kogo czeka, pokaże „nabor rounds”; czy program go obsługuje: „nabor status”;"
            " bez niego rozstrzyga „nabor round”"
        )
        raise Refused([Problem(str(folder), what, write)])
    keep_confirmation(folder, said)
    resume(run, said)
