"""A call as the changes after its decision leave it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from intake.changes import ChangesFile, check_changes
from reading.problems import Problem, refuse_if_errors
from scoring.change_flaws import Around, Condition
from scoring.changes import Change, SelfReview, applied, with_new_limit
from scoring.council.ties import proposals
from scoring.gate import rules_of
from scoring.self_review import moved_uncontested

if TYPE_CHECKING:
    from rounds.open_call import OpenedCall


def with_changes(opened: "OpenedCall", changes: Sequence[Change]) -> "OpenedCall":
    """Return the call with more changes, which were checked before."""
    if not changes:
        return opened
    prepared, register = opened.prepared, opened.register
    catalogue = prepared.ruleset.catalogue
    applications = applied(changes, register.applications, catalogue)
    call = with_new_limit(prepared.call, changes)
    return replace(
        opened,
        prepared=replace(prepared, call=call),
        register=replace(register, applications=applications),
        changes=(*opened.changes, *changes),
    )


def changed_as_written(opened: "OpenedCall", written: ChangesFile) -> "OpenedCall":
    """Return the call as its file of changes leaves it.

    Raises:
        Refused: with everything that speaks against the changes.
    """
    if not written.changes:
        return opened
    check_changes(written, around(opened))
    refuse_if_errors(_of_reviews(opened, written))
    return with_changes(opened, written.changes)


def _of_reviews(opened: "OpenedCall", written: ChangesFile) -> Iterator[Problem]:
    """Tell of self-reviews that would move what nobody contested."""
    for position, change in enumerate(written.changes):
        if isinstance(change, SelfReview):
            before = with_changes(opened, written.changes[:position])
            reviewed = with_changes(before, [change])
            for what in moved_uncontested(before.decide(), reviewed.decide(), change):
                write = "autokontrola dotyczy tylko tego, co zakwestionował protest"
                yield written.problem(position, ("contested",), what, write)


def around(opened: "OpenedCall") -> Around:
    """Return what a change of this call is checked against."""
    prepared, applications = opened.prepared, opened.register.applications
    return Around(
        prepared.call,
        prepared.ruleset,
        {one.number: one for one in applications},
        conditions=_conditions(opened),
        members=prepared.call.council.members,
        barred=_barred(opened),
    )


def _conditions(opened: "OpenedCall") -> dict[str, Condition]:
    """Return every condition of the gate by the id that findings bear, the council's vote too."""
    prepared = opened.prepared
    catalogue = prepared.ruleset.catalogue
    some = opened.register.applications[:1]
    sitting = None if opened.sitting is None else opened.sitting.held
    rules = rules_of(prepared.call, catalogue, opened.surroundings, sitting)
    findings = (rule.ask(one) for rule in rules for one in some)
    return {one.id: Condition(one.name, frozenset(one.facts)) for one in findings}


def _barred(opened: "OpenedCall") -> Mapping[str, Mapping[str, str]]:
    """Say who may not review what: whoever helped with it (act, art. 22d) or was excluded from it."""
    if opened.prepared.council is None:
        return {}
    found: dict[str, dict[str, str]] = {}
    council, applications = opened.prepared.council.council, opened.register.applications
    if opened.sitting is not None:
        chamber = opened.sitting.held.chamber
        found = {one.number: dict(chamber.excluded_from(one.number)) for one in applications}
    helped = [tie for tie in council.ties if tie.kind == "helped"]
    for one in proposals(council.members, helped, applications):
        if one.certain:
            found.setdefault(one.application, {})[one.member] = str(one.why)
    return found
