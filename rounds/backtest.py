"""Every past call below a folder, decided again under proposed criteria."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from criteria.places import SETS
from criteria.read import read_ruleset
from intake.call import read_call
from intake.strays import CALL
from reading.problems import Problem, Refused, why
from rounds.open_call import open_call
from rounds.progress import report
from rounds.rescore import under
from scoring.call import Call
from scoring.difference import Difference
from scoring.difference.backtest import Backtest, NotOpened
from scoring.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Which:
    """Which of the calls are asked about: since a day, of one LGD or of all."""

    since: date | None = None
    all_lgds: bool = False

    def leaves_out(self, call: Call, ruleset: Ruleset) -> str | None:
        """Say why a call is not asked about; ``None`` where it is."""
        if call.scope != ruleset.scope:
            return "innego zakresu"
        if not self.all_lgds and call.lgd.id != ruleset.lgd:
            return "innych LGD"
        if self.since is not None and call.announced_on < self.since:
            return "ogłoszone wcześniej"
        return None


@dataclass(slots=True)
class _Tried:
    """What became of each call so far."""

    calls: list[Difference] = field(default_factory=list)
    not_opened: list[NotOpened] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


def backtest(
    folder: Path, criteria: Path, which: Which = Which(), criteria_root: Path = SETS
) -> Backtest:
    """Decide every call below a folder under proposed criteria, beside its own.

    A folder with ``call.yaml`` is a call, wherever it lies. One that cannot be read is named with
    the reasons, and the others go on.

    Raises:
        Refused: with every mistake of the criteria, or because there is no call at all.
    """
    ruleset, _ = read_ruleset(criteria)
    folders = list(_calls(folder))
    if not folders:
        what = f"w tym folderze nie ma żadnego naboru (pliku {CALL})"
        raise Refused([Problem(str(folder), what, "podaj folder, w którym leżą foldery naborów")])
    tried = _Tried()
    for done, one in enumerate(folders, start=1):
        name = one.relative_to(folder).as_posix()
        _try(
            one,
            folder.name if name == "." else name,
            tried,
            (ruleset, criteria, which),
            criteria_root,
        )
        report("Nabory", done, len(folders))
    ordered = sorted(tried.calls, key=_order)
    others = tuple(sorted(tried.others.items()))
    return Backtest(ruleset, tuple(ordered), tuple(tried.not_opened), others)


def _calls(folder: Path) -> Iterator[Path]:
    yield from sorted(file.parent for file in folder.rglob(CALL) if file.is_file())


def _try(
    folder: Path,
    name: str,
    tried: _Tried,
    asked: tuple[Ruleset, Path, Which],
    criteria_root: Path,
) -> None:
    """Decide one call both ways, or note why it is not among those that were."""
    ruleset, criteria, which = asked
    try:
        left_out = which.leaves_out(read_call(folder).call, ruleset)
        if left_out is not None:
            tried.others[left_out] += 1
            return
        rescored = under(open_call(folder, criteria_root), ruleset, criteria)
    except Refused as refused:
        errors = [str(one) for one in refused.problems if one.level == "error"]
        tried.not_opened.append(NotOpened(name, tuple(errors)))
        return
    except OSError as error:
        tried.not_opened.append(NotOpened(name, (why(error),)))
        return
    tried.calls.append(rescored.difference)


def _order(one: Difference) -> tuple[date, str, str]:
    call = one.after.call
    return call.announced_on, call.lgd.id, call.number
