"""Where a call stands, read from its folder, the records and the results."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from intake.call import CallFile, read_call
from reading.problems import Problem, Refused, Unavailable
from records import store
from records.database import open_database
from rounds import finish
from rounds.call_deadlines import read_deadlines
from rounds.calls_of_office import Places
from rounds.intake_report import is_reported
from rounds.kept_versions import kept_versions
from rounds.open_call import OpenedCall, open_call
from rounds.pack import is_packed
from scoring.call import Call
from scoring.completion import waiting
from scoring.deadlines import Deadline
from scoring.decision import Decision
from scoring.life import Phase, Seen, Standing, standing


@dataclass(frozen=True, slots=True)
class CallStanding:
    """A call, where it stands, and what stands against reading it.

    ``call`` and ``now`` are ``None`` where not even ``call.yaml`` can be read, or the records
    cannot; ``problems`` and ``unavailable`` say why. ``failed``: why the step that was due, and was
    tried, did not succeed.
    """

    places: Places
    call: Call | None = None
    now: Standing | None = None
    terms: tuple[Deadline, ...] = ()
    problems: tuple[Problem, ...] = ()
    unavailable: str = ""
    failed: str = ""


def standing_of(places: Places, now: datetime, *, called: bool = False) -> CallStanding:
    """Say where a call stands at an instant; nothing that is wrong with it is raised.

    ``called``: whether the council's part has begun.
    """
    try:
        call_file = read_call(places.folder)
        found = read_deadlines(places.folder)
    except Refused as refused:
        return _unreadable(places, refused, now, called=called)
    call, events, terms = call_file.call, call_file.events, found.deadlines
    by_clock = standing(call, events, terms, Seen(decided=True, packed=True), now)
    if by_clock.phase in (Phase.ANNOUNCED, Phase.OPEN, Phase.HANDED_OVER):
        return CallStanding(places, call, by_clock, terms)
    try:
        seen, problems = _seen(places, call_file, called=called)
    except Unavailable as error:
        return CallStanding(places, call, None, terms, unavailable=str(error))
    return CallStanding(places, call, standing(call, events, terms, seen, now), terms, problems)


def _unreadable(places: Places, refused: Refused, now: datetime, *, called: bool) -> CallStanding:
    """Where ``call.yaml`` can be read and something beside it cannot, the clock still counts."""
    try:
        call_file = read_call(places.folder)
    except Refused:
        return CallStanding(places, problems=refused.problems)
    reported = is_reported(call_file, places.out)
    seen = Seen(mistakes=_errors(refused.problems), reported=reported, called=called)
    found = standing(call_file.call, call_file.events, (), seen, now)
    return CallStanding(places, call_file.call, found, problems=refused.problems)


def _seen(places: Places, call_file: CallFile, *, called: bool) -> tuple[Seen, tuple[Problem, ...]]:
    """Look into the folder, the records and the results of a call that has closed.

    Raises:
        Unavailable: the database cannot be opened.
    """
    reported = is_reported(call_file, places.out)
    try:
        opened = open_call(places.folder)
    except Refused as refused:
        return Seen(_errors(refused.problems), reported=reported, called=called), refused.problems
    decision = opened.decide()
    version = _version_of(decision, places)
    office, council = lacking(decision)
    seen = Seen(
        office_lacks=office,
        council_lacks=council,
        sat=sat(opened),
        reported=reported,
        called=called,
        decided=version is not None and not decision.provisional,
        packed=version is not None and is_packed(version, places.out),
    )
    return seen, ()


def sat(opened: OpenedCall) -> bool | None:
    """Say whether a sitting is recorded; ``None`` where the call's folder knows of no council."""
    return None if opened.prepared.council is None else opened.sitting is not None


def lacking(decision: Decision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the case numbers that wait for applicant or office, and those for the council alone."""
    found = waiting(decision)
    office = [one.application for one in found if one.applicant or one.office]
    council = [one.application for one in found if not (one.applicant or one.office)]
    return tuple(office), tuple(council)


def _version_of(decision: Decision, places: Places) -> store.Version | None:
    """Return the newest version, where it is what the folder says now and its documents are there."""
    try:
        newest = kept_versions(decision.call, places.folder, places.database)[-1]
    except Refused:
        return None
    if newest.fingerprint != decision.fingerprint:
        return None
    engine = open_database(places.database)
    try:
        printed = store.documents(engine, newest.id)
    finally:
        engine.dispose()
    return newest if finish.is_printed(decision, printed, places.out, newest) else None


def _errors(problems: Iterable[Problem]) -> int:
    return sum(one.level == "error" for one in problems)
