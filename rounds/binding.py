"""Holding a call under other criteria for real: only where the act allows it, and then written down."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from criteria.read import read_ruleset
from intake.call import CallFile, bound_call, read_call
from intake.pin import pin_criteria
from intake.register import read_register
from reading.problems import Problem, refuse_if_errors
from rounds.call_and_criteria import mismatches
from rounds.open_call import programme_of
from rounds.places import places_of
from scoring.call import Call
from scoring.changing_rules import AGREED_2023, Moment, bans
from scoring.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Bound:
    """The call that was pointed to other criteria; ``changed`` is false where it already was.

    ``duties`` are what the act asks for besides.
    """

    call: Call
    ruleset: Ruleset
    changed: bool
    duties: tuple[str, ...]


def bind(folder: Path, criteria: Path, now: datetime) -> Bound:
    """Point a call to other criteria, if the act allows it now; ``now`` is in Polish time.

    Where the call is already held under exactly these criteria nothing is asked and nothing changes.

    Raises:
        Refused: with every mistake of the criteria and of the call, and with everything that the
            act has against it, each with its article; the call stays as it was.
    """
    ruleset, _ = read_ruleset(criteria)
    call_file = read_call(folder)
    call = bound_call(call_file, ruleset.catalogue)
    if _is_pinned(call_file, criteria):
        return Bound(call, ruleset, changed=False, duties=())
    moment = Moment(now, _submitted(call_file, call, ruleset))
    programme = programme_of(call_file)
    against = [*mismatches(call_file, call, ruleset, programme)]
    refuse_if_errors([*_banned(criteria, call, ruleset, moment), *against])
    changed = pin_criteria(call_file, criteria)
    duties = (AGREED_2023,) if changed and call.regime == "2023" else ()
    return Bound(call, ruleset, changed, duties)


def _is_pinned(call_file: CallFile, criteria: Path) -> bool:
    """Say whether the call names this very file and its hash, which reading has compared."""
    named = call_file.criteria
    hashed = call_file.yaml.at(("criteria", "sha256")) is not None
    return named is not None and hashed and named.resolve() == criteria.resolve()


def _submitted(call_file: CallFile, call: Call, ruleset: Ruleset) -> int | None:
    """Count the applications that were not withdrawn; ``None`` where there is no register."""
    if call_file.register is None:
        return None
    places, programme = places_of(call_file), programme_of(call_file)
    register = read_register(call_file.register, call, ruleset, programme, places)
    return sum(not one.withdrawn for one in register.applications)


def _banned(criteria: Path, call: Call, ruleset: Ruleset, moment: Moment) -> Iterator[Problem]:
    for ban in bans(call, ruleset, moment):
        yield Problem(str(criteria), f"{ban.what} ({ban.article})", ban.write)
