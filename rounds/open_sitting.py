"""Opening a sitting: the call with its council, which must be there, and the sitting itself."""

from dataclasses import dataclass
from pathlib import Path

from criteria.places import SETS
from intake.council import COUNCIL, CouncilFile
from intake.register import Register, read_register
from intake.sitting import SITTING, SittingFile
from reading.problems import Problem, Refused
from rounds.open_call import OpenedCall, PreparedCall, open_call, prepare_call
from scoring import polish
from scoring.council.sitting import HeldSitting


@dataclass(frozen=True, slots=True)
class PreparedSitting:
    """A call with its council and register: what the form of a sitting is made from."""

    prepared: PreparedCall
    council: CouncilFile
    register: Register

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What the office should look at, though it stops nothing."""
        return (*self.prepared.warnings, *self.register.warnings)


@dataclass(frozen=True, slots=True)
class OpenedSitting:
    """A call with a sitting that was held."""

    call: OpenedCall
    file: SittingFile
    held: HeldSitting

    @property
    def numbers(self) -> list[str]:
        """The case numbers that are assessed: those not withdrawn."""
        given = (one for one in self.call.register.applications if not one.withdrawn)
        return sorted((one.number for one in given), key=polish.natural)


def prepare_sitting(folder: Path, criteria_root: Path = SETS) -> PreparedSitting:
    """Read a call, its council and its register.

    Raises:
        Refused: with every mistake found, or because there is no council's file.
    """
    prepared = prepare_call(folder, criteria_root)
    council = council_of(prepared)
    table = prepared.call_file.needed_register()
    register = read_register(table, prepared.call, prepared.ruleset, prepared.programme)
    return PreparedSitting(prepared, council, register)


def open_sitting(folder: Path, criteria_root: Path = SETS) -> OpenedSitting:
    """Read the sitting of a call, and count every vote again.

    Raises:
        Refused: with every mistake found, or because there is no council or no sitting.
    """
    opened = open_call(folder, criteria_root)
    council_of(opened.prepared)
    if opened.sitting is None:
        what = f"w folderze naboru nie ma posiedzenia ({' albo '.join(SITTING)})"
        raise Refused([Problem(str(folder), what, "formularz zapisze „nabor sitting-template”")])
    return OpenedSitting(opened, opened.sitting.file, opened.sitting.held)


def council_of(prepared: PreparedCall) -> CouncilFile:
    """Return the council's records.

    Raises:
        Refused: there is no file of them.
    """
    if prepared.council is None:
        what = f"nie ma pliku Rady ({' albo '.join(COUNCIL)}) w folderze naboru ani wyżej"
        write = "formularz zapisze „nabor council-template”"
        raise Refused([Problem(str(prepared.folder), what, write)])
    return prepared.council
