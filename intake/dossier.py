"""What stands beside the register in a call's folder: partners, findings of people, earlier aid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from intake.call import CallFile
from intake.history import read_history
from intake.partners import read_partners
from intake.rulings import missing_rulings, read_rulings, rulings_wanted
from reading.problems import Problem, Refused
from scoring.application import Application
from scoring.call import Call
from scoring.earlier_aid import EarlierAid
from scoring.facts import Catalogue
from scoring.programme.edition import Programme

Found = TypeVar("Found")


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
    partners, rulings, history = call_file.partners, call_file.rulings, call_file.history
    if partners is not None:
        joint = reading.read(lambda: read_partners(partners, reading.applications))
        if joint is not None:
            reading.take(joint.added_to(reading.applications), joint.warnings)
    if rulings is not None:
        found = reading.read(lambda: read_rulings(rulings, call, programme, reading.applications))
        if found is not None:
            reading.take(found.added_to(reading.applications), found.warnings)
    aid: tuple[EarlierAid, ...] | None = None
    if history is not None:
        listed = reading.read(lambda: read_history(history, call, reading.applications))
        if listed is not None:
            aid = listed.entries
            reading.take(reading.applications, listed.warnings)
    if reading.refused:
        raise Refused(reading.problems)
    wanted = rulings_wanted(call, catalogue, programme, reading.applications)
    reading.problems += missing_rulings(call_file.folder, wanted, rulings)
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

    def take(self, applications: tuple[Application, ...], warnings: Sequence[Problem]) -> None:
        """Keep what a file added, and its warnings."""
        self.applications = applications
        self.problems += warnings
