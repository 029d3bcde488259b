"""A call decided again under other criteria, beside its own: nothing of the call changes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from criteria.places import SETS
from criteria.read import read_ruleset
from intake.call import bound_call
from reading.problems import Problem, refuse_if_errors
from rounds.changed import with_changes
from rounds.open_call import OpenedCall, PreparedCall, open_call, read_applications
from scoring.call import Call
from scoring.difference import Difference, difference
from scoring.facts import Catalogue
from scoring.ruleset import Ruleset


@dataclass(frozen=True, slots=True)
class Rescored:
    """A call as it is, the same call under other criteria, and what moved between the two.

    ``warnings`` are what the office should look at in the call, and in what the other criteria
    read of it.
    """

    before: OpenedCall
    after: OpenedCall
    difference: Difference
    warnings: tuple[Problem, ...]


def rescore(folder: Path, criteria: Path, criteria_root: Path = SETS) -> Rescored:
    """Decide a call under its own criteria and under those of a file.

    Both times on the same register, cards and sitting.

    Raises:
        Refused: with every mistake of the criteria, or of the call.
    """
    ruleset, _ = read_ruleset(criteria)
    return under(open_call(folder, criteria_root), ruleset, criteria)


def under(opened: OpenedCall, ruleset: Ruleset, criteria: Path) -> Rescored:
    """Decide an opened call a second time, under criteria that were read from a file.

    What changed after the decision (a withdrawal, another limit) holds for both. The cards stay
    those that the members filled in: a criterion that is not there any more leaves its points
    aside, and a new one that the council judges has none, so it is not known.

    Raises:
        Refused: the criteria are for another scope, or the register cannot be read with the facts
            that they read.
    """
    refuse_if_errors(_of_another_scope(opened.prepared, ruleset, criteria))
    prepared = _prepared(opened.prepared, ruleset, criteria)
    register, dossier = read_applications(prepared)
    unchanged = replace(
        opened,
        prepared=prepared,
        register=register,
        earlier_aid=dossier.earlier_aid,
        beside=dossier.warnings,
        changes=(),
    )
    after = with_changes(unchanged, opened.changes)
    found = difference(opened.decide(), after.decide())
    warnings = dict.fromkeys((*_of_another_lgd(opened, ruleset, criteria), *opened.warnings))
    return Rescored(opened, after, found, tuple(warnings | dict.fromkeys(after.warnings)))


def _prepared(prepared: PreparedCall, ruleset: Ruleset, criteria: Path) -> PreparedCall:
    """Return the call bound to the facts of other criteria, beside those that it reads already."""
    known = ruleset.catalogue
    catalogue: Catalogue = known.with_facts(
        fact for fact in prepared.ruleset.catalogue.values() if fact.id not in known
    )
    call: Call = bound_call(prepared.call_file, catalogue)
    return replace(
        prepared,
        call=call.model_copy(update={"council": prepared.call.council}),
        ruleset=ruleset.model_copy(update={"catalogue": catalogue}),
        criteria_file=criteria,
    )


def _of_another_scope(
    prepared: PreparedCall, ruleset: Ruleset, criteria: Path
) -> Iterator[Problem]:
    if ruleset.scope != prepared.call.scope:
        what = f"kryteria są dla zakresu „{ruleset.scope}”, a nabór dla „{prepared.call.scope}”"
        yield Problem(str(criteria), what, "podaj kryteria dla zakresu tego naboru")


def _of_another_lgd(opened: OpenedCall, ruleset: Ruleset, criteria: Path) -> Iterator[Problem]:
    if ruleset.lgd not in (opened.prepared.call.lgd.id, opened.prepared.ruleset.lgd):
        lgd = opened.prepared.call.lgd.id
        what = f"kryteria są LGD „{ruleset.lgd}”, a nabór prowadzi LGD „{lgd}”"
        write = "jeśli to nie było zamierzone, podaj kryteria tej LGD"
        yield Problem(str(criteria), what, write, level="warning")
