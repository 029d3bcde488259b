"""Where a call stands, read from its folder, the records and the results."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from intake.call import CallFile, read_call
from intake.confirmation import NOTHING_SAID, read_confirmation
from reading.problems import Problem, Refused, Unavailable, unusable
from records import store
from records.database import open_database
from records.holding import holder
from records.store import Because
from rounds import finish
from rounds.call_deadlines import read_deadlines
from rounds.calls_of_office import Places, name_of
from rounds.intake_report import is_reported, reported_at
from rounds.kept_versions import kept_versions
from rounds.open_call import OpenedCall, open_call
from rounds.pack import is_packed, packed_at
from scoring.call import Call
from scoring.completion import waiting
from scoring.deadlines import Deadline
from scoring.decision import Decision
from scoring.last_done import NOTHING_MADE, Done, Made, last_done
from scoring.life import Phase, Seen, Standing, standing


@dataclass(frozen=True, slots=True)
class CallStanding:
    """A call, where it stands, and what stands against reading it.

    ``call`` and ``now`` are ``None`` where not even ``call.yaml`` can be read, or the records
    cannot; ``problems`` and ``unavailable`` say why. ``last`` is what was done last. ``failed``: why
    the step that was due, and was tried, did not succeed; ``working``: who works on the call now.
    """

    places: Places
    call: Call | None = None
    now: Standing | None = None
    terms: tuple[Deadline, ...] = ()
    problems: tuple[Problem, ...] = ()
    unavailable: str = ""
    last: Done | None = None
    failed: str = ""
    working: str = ""


def standing_of(places: Places, now: datetime, *, called: bool = False) -> CallStanding:
    """Say where a call stands at an instant; nothing that is wrong with it is raised.

    ``called``: whether the council's part has begun.
    """
    try:
        call_file = read_call(places.folder)
        found = read_deadlines(places.folder)
    except Refused as refused:
        return _unreadable(places, refused, now, called=called)
    look = _Look(places, call_file, found.deadlines, now)
    by_clock = look.stands(Seen(decided=True, packed=True))
    assert by_clock.now is not None  # noqa: S101 - the clock is always known
    if by_clock.now.phase in (Phase.ANNOUNCED, Phase.OPEN, Phase.HANDED_OVER):
        return by_clock
    try:
        seen, made, problems = _seen(places, call_file, called=called)
    except Unavailable as error:
        return replace(by_clock, now=None, unavailable=str(error))
    except OSError as error:
        return replace(by_clock, now=None, unavailable=str(unusable(error)))
    return replace(look.stands(seen, made), problems=problems)


def with_who_works(one: CallStanding) -> CallStanding:
    """Add who works on a call now, if that can be known and the program has something to do in it."""
    if one.call is None or one.now is None or one.now.step is None:
        return one
    try:
        return replace(one, working=holder(one.places.database, name_of(one.call)) or "")
    except Unavailable:
        return one


@dataclass(frozen=True, slots=True)
class _Look:
    """A look at a call at an instant: what its own files say of it."""

    places: Places
    call_file: CallFile
    terms: tuple[Deadline, ...]
    now: datetime

    def stands(self, seen: Seen, made: Made = NOTHING_MADE) -> CallStanding:
        """Say where the call stands by what is seen and was made of it."""
        call, events = self.call_file.call, self.call_file.events
        found = standing(call, events, self.terms, seen, self.now)
        last = last_done(call, events, self.terms, made, self.now)
        return CallStanding(self.places, call, found, self.terms, last=last)


def _unreadable(places: Places, refused: Refused, now: datetime, *, called: bool) -> CallStanding:
    """Where ``call.yaml`` can be read and something beside it cannot, the clock still counts."""
    try:
        call_file = read_call(places.folder)
    except Refused:
        return CallStanding(places, problems=refused.problems)
    look = _Look(places, call_file, (), now)
    try:
        reported = is_reported(call_file, places.out)
        made = _made_if_known(call_file.call, places)
    except OSError as error:
        return CallStanding(places, call_file.call, unavailable=str(unusable(error)))
    seen = Seen(mistakes=_errors(refused.problems), reported=reported, called=called)
    return replace(look.stands(seen, made), problems=refused.problems)


def _seen(
    places: Places, call_file: CallFile, *, called: bool
) -> tuple[Seen, Made, tuple[Problem, ...]]:
    """Look into the folder, the records and the results of a call that has closed.

    Raises:
        Unavailable: the database cannot be opened.
    """
    reported = is_reported(call_file, places.out)
    try:
        opened = open_call(places.folder)
        said = read_confirmation(places.folder)
    except Refused as refused:
        seen = Seen(_errors(refused.problems), reported=reported, called=called)
        return seen, _made_if_known(call_file.call, places), refused.problems
    decision = opened.decide()
    newest = _newest(decision.call, places)
    version = newest if newest is not None and _is_shown(newest, decision, places) else None
    office, council = lacking(decision)
    seen = Seen(
        office_lacks=office,
        council_lacks=council,
        sat=said.decided_elsewhere or sat(opened),
        reported=reported,
        called=called,
        decided=version is not None and not decision.provisional,
        packed=version is not None and is_packed(version, places.out),
        departed=newest.version if newest and newest.fingerprint != decision.fingerprint else 0,
    )
    return seen, _made(newest, places), ()


def _made_if_known(call: Call, places: Places) -> Made:
    """Say what the program made of a call whose mistakes matter more than its records."""
    try:
        return _made(_newest(call, places), places)
    except Unavailable:
        return _made(None, places)


def _made(newest: store.Version | None, places: Places) -> Made:
    """Say when the program made what there is of a call."""
    reported = reported_at(places.out)
    if newest is None:
        return Made(reported)
    return Made(reported, newest.version, newest.recorded_at, packed_at(newest, places.out))


def sat(opened: OpenedCall) -> bool | None:
    """Say whether a sitting is recorded; ``None`` where the call's folder knows of no council."""
    return None if opened.prepared.council is None else opened.sitting is not None


def confirmed(places: Places) -> Because | None:
    """Say with whose word, and why, a call is decided for the first time; ``None``: with nobody's.

    Later versions have reasons of their own.

    Raises:
        Refused: what was confirmed cannot be read.
        Unavailable: the database cannot be opened.
    """
    said = read_confirmation(places.folder)
    if said == NOTHING_SAID or _newest(read_call(places.folder).call, places) is not None:
        return None
    return Because(said.reason, author=said.author or None)


def lacking(decision: Decision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the case numbers that wait for applicant or office, and those for the council alone."""
    found = waiting(decision)
    office = [one.application for one in found if one.applicant or one.office]
    council = [one.application for one in found if not (one.applicant or one.office)]
    return tuple(office), tuple(council)


def _newest(call: Call, places: Places) -> store.Version | None:
    """Return the newest version of a call, if one is kept."""
    try:
        return kept_versions(call, places.folder, places.database)[-1]
    except Refused:
        return None


def _is_shown(newest: store.Version, decision: Decision, places: Places) -> bool:
    """Say whether a version is what the folder says now, and its documents are there."""
    if newest.fingerprint != decision.fingerprint:
        return False
    engine = open_database(places.database)
    try:
        printed = store.documents(engine, newest.id)
    finally:
        engine.dispose()
    return finish.is_printed(decision, printed, places.out, newest)


def _errors(problems: Iterable[Problem]) -> int:
    return sum(one.level == "error" for one in problems)
