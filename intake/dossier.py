"""What stands beside the register in a call's folder: partners, findings of people, earlier aid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from intake.call import CallFile
from intake.history import read_history
from intake.partners import read_partners
from intake.project_lgds import read_project_lgds
from intake.rulings import missing_rulings, read_rulings, rulings_needed
from reading.problems import Problem, Refused
from scoring.application import Application
from scoring.call import Call
from scoring.earlier_aid import EarlierAid
from scoring.facts import Catalogue
from scoring.programme.edition import Programme
from scoring.programme.operation import Under

Found = TypeVar("Found")


class _Added(Protocol):
    """What a file says of applications."""

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What to look at, though it stops nothing."""

    def added_to(self, applications: Sequence[Application]) -> tuple[Application, ...]:
        """Return the applications with what the file says of them."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The applications with all that is known of them besides, and the aid granted earlier.

    ``earlier_aid`` is ``None`` where nobody looked for it; empty where somebody did and found none.
    """

    applications: tuple[Application, ...]
    earlier_aid: tuple[EarlierAid, ...] | None = None
    warnings: tuple[Problem, ...] = ()


def read_dossier(
    call_file: CallFile,
    call: Call,
    catalogue: Catalogue,
    programme: Programme | None,
    applications: Sequence[Application],
) -> Dossier:
    """Read the files beside the register; outside any programme nothing reads them.

    Raises:
        Refused: with every mistake of all of them.
    """
    if programme is None:
        return Dossier(tuple(applications))
    reading = _Reading(tuple(applications))
    reading.add(call_file.partners, read_partners)
    reading.add(call_file.project_lgds, read_project_lgds)
    reading.add(call_file.rulings, lambda file, some: read_rulings(file, call, programme, some))
    aid: tuple[EarlierAid, ...] | None = None
    history = call_file.history
    if history is not None:
        listed = reading.read(lambda: read_history(history, call, reading.applications))
        if listed is not None:
            aid = listed.entries
            reading.problems += listed.warnings
    if reading.refused:
        raise Refused(reading.problems)
    needed = rulings_needed(call, catalogue, Under(programme, aid), reading.applications)
    reading.problems += missing_rulings(call_file.folder, needed, call_file.rulings)
    return Dossier(reading.applications, aid, tuple(reading.problems))


@dataclass(slots=True)
class _Reading:
    """The applications as they are completed, file by file, and every problem so far."""

    applications: tuple[Application, ...]
    problems: list[Problem] = field(default_factory=list)
    refused: bool = False

    def read(self, reader: Callable[[], Found]) -> Found | None:
        """Read one file; where it is refused keep its problems, so that the next is read too."""
        try:
            return reader()
        except Refused as refusal:
            self.problems += refusal.problems
            self.refused = True
            return None

    def add(
        self, file: Path | None, reader: Callable[[Path, Sequence[Application]], _Added]
    ) -> None:
        """Complete the applications by a file, if it is there, and keep its warnings."""
        if file is None:
            return
        found = self.read(lambda: reader(file, self.applications))
        if found is not None:
            self.applications = found.added_to(self.applications)
            self.problems += found.warnings
