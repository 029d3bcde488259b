"""The step after a call has closed: the intake report, with all that the sitting needs, laid ready.

The report is a function of the call's folder: "today" in it is the day after the call has closed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from criteria.places import SETS
from intake.call import CallFile, read_call
from intake.council import find_council
from intake.deliveries import Deliveries
from intake.sitting import find_sitting
from intake.strays import CALL, USUAL
from reading.problems import Problem, Refused
from rounds.call_deadlines import CallDeadlines, dated, read_deadlines
from rounds.numbered_folder import keep_numbered, newest_numbered
from rounds.open_call import open_call, prepare_call
from rounds.paper import paper_of
from rounds.sitting_forms import Found, lay_ready
from rounds.sums import sums_of
from scoring.completion import Waiting, waiting
from scoring.decision import Decision
from templates.alone import print_intake_report
from templates.intake_report.view import IntakeOf

FOLDER = "przyjecie"
"""What the folder of a report is called, before its number."""

REPORT = "raport-przyjecia.pdf"
"""The report itself, in that folder."""

READ = "dane.sha256"
"""The sums of the files that the report was made from, in that folder."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """A report on the disk.

    ``folder`` is where its files are; ``is_new``: it was not there yet. ``applications`` is how many
    came in, the withdrawn too, and ``None`` where the files of the call cannot be read; ``mistakes``
    then say why. They may also tell of a file that a decision does not need; ``warnings`` stop nothing. ``missing`` tells by case number what
    each undecided application waits for.
    """

    folder: Path
    is_new: bool
    applications: int | None
    mistakes: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    missing: tuple[Waiting, ...]


def report_intake(folder: Path, out: Path) -> IntakeReport:
    """Write the intake report of a call, and what its sitting needs, into a numbered folder of ``out``.

    The same input writes nothing and gives the same folder. Mistakes in the files of the call stop
    no report: they stand in it.

    Args:
        folder: the folder of the call.
        out: where ``przyjecie-1``, ``przyjecie-2`` and so on stand.

    Raises:
        Refused: ``call.yaml`` itself cannot be read, so that nobody knows which call it is.
        OSError: the report cannot be written.
    """
    call_file = read_call(folder.resolve())
    made_from = _sums_of_intake(call_file)  # before they are read: what is saved meanwhile is new
    reading = _Reading(call_file, problems=[])
    found = reading.found()
    decision = None if found.opened is None else found.opened.decide()
    problems = reading.problems

    def write(draft: Path) -> None:
        _print(draft, reading, found, decision)
        (draft / READ).write_text(made_from, encoding="utf-8")

    kept = keep_numbered(out, FOLDER, (REPORT, READ), write)
    return IntakeReport(
        kept.folder,
        kept.is_new,
        None if decision is None else len(decision.assessments),
        tuple(one for one in problems if one.level == "error"),
        tuple(one for one in problems if one.level != "error"),
        () if decision is None else waiting(decision),
    )


def is_reported(call_file: CallFile, out: Path) -> bool:
    """Say whether the newest report was made from the files that came in as they are now.

    What the council adds later, its sitting and its cards, asks for no other report of the intake.
    """
    newest = newest_numbered(out, FOLDER)
    if newest is None or not (newest / READ).is_file():
        return False
    return (newest / READ).read_bytes() == _sums_of_intake(call_file).encode()


def reported_at(out: Path) -> datetime | None:
    """Say when the newest report was written, by its file; ``None`` where there is none."""
    newest = newest_numbered(out, FOLDER)
    if newest is None or not (newest / REPORT).is_file():
        return None
    return datetime.fromtimestamp((newest / REPORT).stat().st_mtime, UTC)


def _sums_of_intake(call_file: CallFile) -> str:
    """Write the sum of every file of a call that comes from applicants and from the office."""
    files = [call_file.folder / CALL]
    files += [file for key in USUAL if key != "cards" and (file := getattr(call_file, key))]
    return sums_of({one.name: one.read_bytes() for one in files if one.is_file()})


@dataclass(slots=True)
class _Reading:
    """The reading of a call that gathers what is wrong, instead of ending at it."""

    call_file: CallFile
    problems: list[Problem]

    def found(self) -> Found:
        """Read all that can be read; errors stand first among the problems, each once."""
        folder = self.call_file.folder
        opened = self._tried(lambda: open_call(folder))
        prepared = self._tried(lambda: prepare_call(folder)) if opened is None else opened.prepared
        warnings = () if prepared is None else prepared.warnings
        self.problems.extend(self.call_file.warnings)
        self.problems.extend(warnings if opened is None else opened.warnings)
        deadlines = self._tried(lambda: read_deadlines(folder)) or self._without_deliveries()
        self.problems.extend(deadlines.warnings)
        paper = self._tried(lambda: paper_of(self.call_file))
        self.problems[:] = sorted(dict.fromkeys(self.problems), key=_errors_first)
        return Found(prepared, opened, deadlines, paper)

    def _tried(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except Refused as refused:
            self.problems.extend(refused.problems)
            return None

    def _without_deliveries(self) -> CallDeadlines:
        return dated(self.call_file, Deliveries(()))


def _errors_first(problem: Problem) -> bool:
    return problem.level != "error"


def _print(draft: Path, reading: _Reading, found: Found, decision: Decision | None) -> None:
    call_file, prepared = reading.call_file, found.prepared
    made_from = IntakeOf(
        call=call_file.call if prepared is None else prepared.call,
        ruleset=None if prepared is None else prepared.ruleset,
        decision=decision,
        files=tuple(dict.fromkeys(_files(call_file, found))),
        problems=tuple(_from_folder(one, call_file.folder) for one in reading.problems),
        deadlines=found.deadlines.deadlines,
        gap=found.deadlines.gap,
        prepared=lay_ready(draft, found),
    )
    print_intake_report(made_from, draft / REPORT, found.paper)


def _files(call_file: CallFile, found: Found) -> Iterator[str]:
    """Name the files of a call that are there."""
    folder = call_file.folder
    yield CALL
    files = [found.prepared.criteria_file] if found.prepared is not None else []
    files += [one for key in USUAL if (one := getattr(call_file, key)) is not None]
    for find in (find_council, find_sitting):
        try:
            files += [one for one in [find(folder)] if one is not None]
        except Refused:  # two of them: the problems say so
            continue
    for one in files:
        if one.is_file():
            yield _shorter(str(one), folder)


def _from_folder(problem: Problem, folder: Path) -> Problem:
    """Tell a problem as it is seen from the folder of the call, wherever that may lie."""
    here = problem.file == str(folder)
    return replace(
        problem,
        file="folder naboru" if here else _shorter(problem.file, folder),
        what=_shorter(problem.what, folder),
        write=_shorter(problem.write, folder),
    )


def _shorter(text: str, folder: Path) -> str:
    """Shorten every path in a text: within the folder, beside it, or of the program's own criteria."""
    for place, shown in ((folder, ""), (folder.parent, "../"), (SETS.parent, "criteria/")):
        text = text.replace(f"{place}/", shown)
    return text
