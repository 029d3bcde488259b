"""Every date of the call in a folder, with what happened so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from intake.call import CallFile, read_call
from intake.deliveries import Deliveries, read_deliveries
from reading.problems import Problem
from rounds.calendar import day_off
from rounds.open_call import open_call
from scoring.announcement import Events
from scoring.call import Call
from scoring.deadlines import Deadline, days_of_call, deadlines
from scoring.terms_of_procedure import remark_of, terms_of_case


@dataclass(frozen=True, slots=True)
class CallDeadlines:
    """The dates of a call, what the sources leave open or is not shown, and what to look at.

    ``stand`` is the latest day that anything in the folder tells of.
    """

    call: Call
    deadlines: tuple[Deadline, ...]
    gap: str
    stand: date
    warnings: tuple[Problem, ...]


def read_deadlines(folder: Path) -> CallDeadlines:
    """Read a call's folder and return every date of the call.

    The register is opened only where there are deliveries, to know the case numbers.

    Raises:
        Refused: with every mistake in the call or in the deliveries.
    """
    call_file = read_call(folder)
    return dated(call_file, deliveries_of(call_file))


def dated(call_file: CallFile, delivered: Deliveries) -> CallDeadlines:
    """Return every date of a call, with those of what was delivered."""
    call, events = call_file.call, call_file.events
    found = deadlines(call, events, delivered.rows, day_off)
    warnings = (*call_file.warnings, *delivered.warnings, *_of_no_use(call_file, delivered))
    return CallDeadlines(call, found, remark_of(call), _stand(call, events, delivered), warnings)


def deliveries_of(call_file: CallFile) -> Deliveries:
    """Read the deliveries of a call; none where there is no file of them.

    Raises:
        Refused: with every mistake of the file.
    """
    if call_file.deliveries is None:
        return Deliveries(())
    numbers = None
    if call_file.register is not None:
        register = open_call(call_file.folder).register
        numbers = [one.number for one in register.applications]
    return read_deliveries(call_file.deliveries, call_file.call, numbers)


def _of_no_use(call_file: CallFile, delivered: Deliveries) -> Iterator[Problem]:
    """Warn of deliveries where nobody is sent anything and nobody may protest."""
    if delivered.rows and not terms_of_case(call_file.call):
        what = "w tej procedurze LGD nie wysyła pism i nie ma protestu; doręczeń nie uwzględniono"
        write = "usuń plik albo popraw programme: procedure"
        yield Problem(str(call_file.deliveries), what, write, level="warning")


def _stand(call: Call, events: Events, delivered: Deliveries) -> date:
    of_call = [day for name, day in days_of_call(call, events).items() if name not in PLANNED]
    of_cases = [day for one in delivered.rows for day in one.days.values()]
    return max([*of_call, *of_cases])


PLANNED = ("opens", "closes")
"""Days that stand in the call before they come."""
