"""A look at a call before it is announced: the act, the programme's rules of selection, the criteria."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from criteria.checks.in_a_call import answers_for_call, frozen_flaws, is_example
from criteria.choose import in_force
from criteria.frozen import is_frozen
from criteria.places import SETS, hash_of
from criteria.read import Loaded, load
from intake.call import CallFile, bound_call, read_call
from reading.problems import Problem, Refused
from rounds.call_and_criteria import mismatches, of_proposal
from rounds.open_call import criteria_file_of, programme_of
from rounds.paper import paper_problems
from scoring.before_call import before_call_flaws
from scoring.flaws import Flaw
from scoring.rule_answer import RuleAnswer


@dataclass(frozen=True, slots=True)
class CallCheck:
    """What was found: problems with their lines, errors first; and the answers of the rules.

    There are no answers where the criteria could not be read. ``example``: the call's own notice
    says that it is one, and so it may break rules that a real call may not.
    """

    problems: tuple[Problem, ...]
    answers: tuple[RuleAnswer, ...] = ()
    example: bool = False

    @property
    def ready(self) -> bool:
        """Whether nothing stands against announcing the call."""
        return not any(one.level == "error" for one in self.problems)

    @property
    def unkept(self) -> tuple[str, ...]:
        """The rules of selection that are not met, or of which nobody knows."""
        return tuple(one.number for one in self.answers if one.verdict in ("not_met", "unknown"))


def check_call(folder: Path, criteria_root: Path = SETS) -> CallCheck:
    """Check a call before it is announced; whatever cannot be read is told as a problem."""
    try:
        call_file = read_call(folder)
    except Refused as refused:
        return CallCheck(refused.problems)
    problems = [*call_file.warnings]
    loaded: Loaded | None = None
    try:
        file = criteria_file_of(call_file, criteria_root)
        loaded = load(file)
        problems += [one for one in loaded.problems if one.level == "error"]
        problems += _placed(call_file, _kept(call_file, file, criteria_root))
    except Refused as refused:
        problems += refused.problems
    answers = _answers(call_file, loaded, problems)
    by_board = loaded is not None and _is_cooperation(loaded)
    flaws = before_call_flaws(
        call_file.call, call_file.events, call_file.announcement, selected_by_board=by_board
    )
    problems += _placed(call_file, flaws)
    problems += _placed(call_file, [flaw for answer in answers for flaw in answer.flaws])
    problems += paper_problems(call_file)
    once = dict.fromkeys(problems)
    ordered = sorted(once, key=lambda one: _LEVELS.index(one.level))
    return CallCheck(tuple(ordered), answers, is_example(call_file.call))


_LEVELS = ("error", "warning", "note")


def _placed(call_file: CallFile, flaws: Iterable[Flaw]) -> list[Problem]:
    """Find the line of each flaw in ``call.yaml``."""
    problem = call_file.yaml.problem
    return [problem(one.path, one.what, one.write, one.level) for one in flaws]


def _is_cooperation(loaded: Loaded) -> bool:
    return loaded.ruleset is not None and loaded.ruleset.scope_kind == "cooperation"


def _answers(
    call_file: CallFile, loaded: Loaded | None, problems: list[Problem]
) -> tuple[RuleAnswer, ...]:
    """Ask the rules of selection; note what does not fit between the call and the criteria."""
    if loaded is None or loaded.ruleset is None:
        return ()
    call, programme = call_file.call, None
    try:
        programme = programme_of(call_file)
        call = bound_call(call_file, loaded.ruleset.catalogue)
    except Refused as refused:
        problems += refused.problems
    problems += mismatches(call_file, call, loaded.ruleset, programme)
    answers = answers_for_call(call, loaded.ruleset)
    if not any(one.flaws for one in answers if one.number == "S2"):
        problems += of_proposal(call_file, loaded.ruleset)
    return answers


def _kept(call_file: CallFile, file: Path, root: Path) -> Iterator[Flaw]:
    """Tell when nothing keeps the criteria as they are, or when newer ones were in force."""
    pinned = call_file.criteria is not None
    hashed = call_file.yaml.at(("criteria", "sha256")) is not None
    yield from frozen_flaws(pinned=pinned, hashed=hashed, frozen=is_frozen(file))
    call = call_file.call
    if not pinned:
        return
    try:
        current = in_force(root, call.lgd.id, call.scope, call.announced_on)
    except Refused:
        return  # the LGD keeps its criteria with its calls
    if hash_of(current) != hash_of(file):
        what = f"w dniu ogłoszenia obowiązują inne kryteria: {current}"
        yield Flaw(("criteria",), what, "wskaż je albo wpisz criteria: by_date", "warning")
