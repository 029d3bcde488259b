"""Opening a call's folder: call, criteria, register and cards, all checked, or refused whole."""

from dataclasses import dataclass, replace
from pathlib import Path

from criteria.choose import in_force
from criteria.places import SETS
from criteria.programme import read_programme
from criteria.read import read_ruleset
from intake.call import CallFile, bound_call, read_call
from intake.cards import Cards, read_cards
from intake.changes import read_changes
from intake.council import CouncilFile, find_council, of_council, read_council
from intake.dossier import Dossier, read_dossier
from intake.register import Register, read_register
from reading.problems import Problem, Refused, refuse_if_errors
from rounds.call_and_criteria import mismatches, of_proposal
from rounds.changed import changed_as_written
from rounds.places import places_of
from rounds.sitting import ReadSitting, counting, read_sitting_of
from scoring.call import Call
from scoring.changes import Change
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.earlier_aid import EarlierAid
from scoring.programme.edition import Programme
from scoring.programme.operation import Surroundings, Under, surroundings
from scoring.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class PreparedCall:
    """A call with the criteria that it is decided by; what the office's forms are made from."""

    folder: Path
    call_file: CallFile
    call: Call
    ruleset: Ruleset
    criteria_file: Path
    programme: Programme | None
    warnings: tuple[Problem, ...]
    council: CouncilFile | None = None


@dataclass(frozen=True, slots=True)
class OpenedCall:
    """Everything that a decision is made of, read and checked.

    ``sitting`` is ``None`` where the folder holds none, or no council. ``cards`` are those that
    count: a sitting tells of the excluded. ``changes`` are those after an earlier decision; the
    call and the register are as they left them.
    """

    prepared: PreparedCall
    register: Register
    cards: Cards
    earlier_aid: tuple[EarlierAid, ...] | None = None
    beside: tuple[Problem, ...] = ()
    sitting: ReadSitting | None = None
    changes: tuple[Change, ...] = ()

    @property
    def surroundings(self) -> Surroundings | None:
        """The programme that the call runs under, ready to be asked; ``None`` without one."""
        prepared = self.prepared
        return surroundings(prepared.call, prepared.ruleset.catalogue, self._under)

    @property
    def _under(self) -> Under | None:
        programme = self.prepared.programme
        return None if programme is None else Under(programme, self.earlier_aid)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What the office should look at, though it stops nothing; ``beside`` of other tables."""
        of_tables = (*self.register.warnings, *self.cards.warnings, *self.beside)
        of_sitting = () if self.sitting is None else self.sitting.file.warnings
        return (*self.prepared.warnings, *of_tables, *of_sitting)

    def decide(self) -> Decision:
        """Decide the call."""
        prepared = self.prepared
        return decide(
            prepared.call,
            prepared.ruleset,
            self.register.applications,
            self.cards.cards,
            self._under,
            sitting=None if self.sitting is None else self.sitting.held,
            changes=self.changes,
        )


def prepare_call(folder: Path, criteria_root: Path = SETS) -> PreparedCall:
    """Read the call and the criteria that apply to it.

    Raises:
        Refused: with every mistake in the call, the criteria, or between the two.
    """
    call_file = read_call(folder)
    file = criteria_file_of(call_file, criteria_root)
    # What the criteria's source leaves open is told by `nabor check` and on every document.
    ruleset, _ = read_ruleset(file)
    call = bound_call(call_file, ruleset.catalogue)
    programme = programme_of(call_file)
    mismatched = mismatches(call_file, call, ruleset, programme)
    proposed = of_proposal(call_file, ruleset)
    found = refuse_if_errors([*call_file.warnings, *mismatched, *proposed])
    council_file, council = find_council(folder), None
    if council_file is not None:
        council = read_council(council_file, call)
        call, found = of_council(call, council.council), [*found, *council.warnings]
    return PreparedCall(folder, call_file, call, ruleset, file, programme, tuple(found), council)


def open_call(folder: Path, criteria_root: Path = SETS, *, changes: bool = True) -> OpenedCall:
    """Read everything in a call's folder; without ``changes``, as it was before any of them.

    Raises:
        Refused: with every mistake found; nothing is taken in by halves.
    """
    prepared = prepare_call(folder, criteria_root)
    register, dossier = read_applications(prepared)
    call, applications = prepared.call, register.applications
    cards = Cards(cards=(), warnings=())
    if prepared.call_file.cards is not None:
        cards = read_cards(prepared.call_file.cards, call, prepared.ruleset, applications)
    sitting = read_sitting_of(folder, prepared.council, call, applications)
    if prepared.call_file.cards is not None:
        file, held = prepared.call_file.cards, None if sitting is None else sitting.held
        cards = counting(cards, held, applications, prepared.ruleset, file)
    opened = OpenedCall(prepared, register, cards, dossier.earlier_aid, dossier.warnings, sitting)
    return changed_as_written(opened, read_changes(folder)) if changes else opened


def read_applications(prepared: PreparedCall) -> tuple[Register, Dossier]:
    """Read the register and all that stands beside it, with the facts of the call's criteria.

    Raises:
        Refused: with every mistake of the register, or of the files beside it.
    """
    call, ruleset, programme = prepared.call, prepared.ruleset, prepared.programme
    file, places = prepared.call_file.needed_register(), places_of(prepared.call_file)
    register = read_register(file, call, ruleset, programme, places)
    dossier = read_dossier(
        prepared.call_file, call, ruleset.catalogue, programme, register.applications
    )
    return replace(register, applications=dossier.applications), dossier


def criteria_file_of(call_file: CallFile, root: Path) -> Path:
    """Return the file that the call names, or the one in force when it was announced.

    Raises:
        Refused: no criteria were in force on that day.
    """
    call = call_file.call
    if call_file.criteria is not None:
        return call_file.criteria
    try:
        return in_force(root, call.lgd.id, call.scope, call.announced_on)
    except Refused as refused:
        problems = [
            call_file.yaml.problem(("criteria",), one.what, one.write) for one in refused.problems
        ]
        raise Refused(problems) from None


def programme_of(call_file: CallFile) -> Programme | None:
    """Read the edition of the programme that the call names, if it names one.

    Raises:
        Refused: there is no such edition.
    """
    of_call = call_file.call.programme
    if of_call is None:
        return None
    try:
        return read_programme(of_call.edition)
    except Refused as refused:
        where = ("programme", "edition")
        problems = [
            call_file.yaml.problem(where, f"{one.what} ({one.place})", one.write)
            for one in refused.problems
        ]
        raise Refused(problems) from None
