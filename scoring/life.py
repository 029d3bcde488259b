"""The life of a call: which phase it has come to, what the program may do now, who is waited for.

    announced → open → closed → verified → council → decided → published → protests → handed over

The clock leads a call up to its closing. From there on it goes as far as what lies in its folder
and in the records allows, so where it stands is always worked out anew and never kept: a machine
that was off over a moment finds the same answer as one that was not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from scoring import polish
from scoring.announcement import Events
from scoring.call import Call
from scoring.deadlines import Deadline, Status
from scoring.polish_time import instant, polish_day


class Phase(StrEnum):
    """What a call has come to."""

    ANNOUNCED = "announced"
    OPEN = "open"
    CLOSED = "closed"
    VERIFIED = "verified"
    COUNCIL = "council"
    DECIDED = "decided"
    PUBLISHED = "published"
    PROTESTS = "protests"
    HANDED_OVER = "handed_over"


PHASE_NAMES = {
    Phase.ANNOUNCED: "ogłoszony",
    Phase.OPEN: "otwarty",
    Phase.CLOSED: "zamknięty",
    Phase.VERIFIED: "zweryfikowany",
    Phase.COUNCIL: "w Radzie",
    Phase.DECIDED: "rozstrzygnięty",
    Phase.PUBLISHED: "gotowy do ogłoszenia",
    Phase.PROTESTS: "w czasie na protesty",
    Phase.HANDED_OVER: "zakończony",
}
"""How each phase reads after „nabór jest”."""

Step = Literal["close", "council", "publish"]
"""What the program does by itself: report the intake, lead the council's part, make the sets."""

Who = Literal["office", "council"]

WHO_NAMES: dict[Who, str] = {"office": "biuro", "council": "Rada"}
"""How each of those who may be waited for is called."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What lies in a call's folder and in the records, as far as its life hangs on it.

    ``mistakes`` counts what makes the folder unreadable. ``office_lacks`` and ``council_lacks`` are
    the case numbers whose outcome waits for either. ``sat``: whether a sitting of the council is
    recorded; ``None`` where the folder knows of no council. ``reported``, ``decided``, ``packed``:
    whether the intake report, the newest version with its documents, and the sets made of it show
    what the folder says now. ``called``: whether the council's part has begun. ``departed`` is the
    number of the newest version where the folder says something else by now; else 0.
    """

    mistakes: int = 0
    office_lacks: tuple[str, ...] = ()
    council_lacks: tuple[str, ...] = ()
    sat: bool | None = None
    reported: bool = False
    called: bool = False
    decided: bool = False
    packed: bool = False
    departed: int = 0

    @property
    def complete(self) -> bool:
        """Whether everything that the council's decision is made of is there."""
        return not (self.mistakes or self.office_lacks or self.council_lacks) and bool(self.sat)


@dataclass(frozen=True, slots=True)
class Wait:
    """Who is waited for, what they have to do, in Polish, and until when by the act.

    ``until`` is the last day of the first term that hangs on it; ``None`` where there is none.
    """

    who: Who
    what: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a call stands: its phase, the step that is due, and who is waited for."""

    phase: Phase
    step: Step | None = None
    waits: tuple[Wait, ...] = ()


def standing(
    call: Call, events: Events, terms: Sequence[Deadline], seen: Seen, now: datetime
) -> Standing:
    """Say where a call stands at an instant (with its zone); its own hours are in Polish time.

    An application that comes at the closing moment itself is in time, so a call is closed only
    after it.
    """
    if now < instant(call.opens_at):
        return Standing(Phase.ANNOUNCED)
    if now <= instant(call.closes_at):
        return Standing(Phase.OPEN)
    if seen.departed and _is_told(events):
        return Standing(Phase.DECIDED, None, (_said_otherwise(seen.departed),))
    if not seen.decided:
        return _before_the_decision(seen, _until(terms, *AFTER_CLOSING))
    if not seen.packed:
        return Standing(Phase.DECIDED, "publish")
    return _after_publication(events, terms, polish_day(now))


def _is_told(events: Events) -> bool:
    """Say whether anybody outside the office knows the result: then no program decides anew by itself."""
    return any(getattr(events, key) is not None for key in _TO_BE_DONE)


def _said_otherwise(version: int) -> Wait:
    what = (
        f"dane naboru różnią się od wersji {version}, a wynik jest już znany poza biurem: przywróć pliki albo powiedz,"
        " dlaczego się zmieniły (nabor correct, withdraw, limit, protest; inaczej nabor round z --reason"
        " i --author)"
    )
    return Wait("office", what)


def _until(terms: Sequence[Deadline], *events: str) -> date | None:
    """Return the last day of the first term of the call that one of these events is yet to fulfil."""
    open_ones = (one for one in terms if one.case is None and one.done is None)
    due = (one.due for one in open_ones if one.term.done_by in events)
    return min((day for day in due if day is not None), default=None)


def _before_the_decision(seen: Seen, until: date | None) -> Standing:
    due: Step | None = None if seen.reported else "close"
    waits = tuple(_waits_for_the_office(seen, until))
    if waits:
        return Standing(Phase.CLOSED, due, waits)
    if not seen.called:
        return Standing(Phase.VERIFIED, due or "council")
    if seen.complete:
        return Standing(Phase.COUNCIL, due or "council")
    return Standing(Phase.COUNCIL, due, tuple(_waits_for_the_council(seen, until)))


def _waits_for_the_office(seen: Seen, until: date | None) -> Iterator[Wait]:
    if seen.mistakes:
        mistakes = polish.plural(seen.mistakes, "błąd", "błędy", "błędów")
        what = f"popraw dane naboru ({mistakes}; wypisze je „nabor score” z folderem naboru)"
        yield Wait("office", what, until)
    if seen.office_lacks:
        yield Wait("office", f"uzupełnij dane wniosków: {', '.join(seen.office_lacks)}", until)


def _waits_for_the_council(seen: Seen, until: date | None) -> Iterator[Wait]:
    if seen.sat is None:
        yield Wait(
            "office",
            "zapisz Radę i posiedzenie w folderze naboru albo potwierdź decyzję Rady: nabor resume",
            until,
        )
    elif not seen.sat:
        yield Wait("council", "posiedzenie; jego zapis zachowaj w folderze naboru", until)
    elif seen.council_lacks:
        yield Wait("council", f"karty lub głosowania: {', '.join(seen.council_lacks)}", until)


def _after_publication(events: Events, terms: Sequence[Deadline], today: date) -> Standing:
    """Once the sets are there the office sends, publishes and hands over, and protests may come."""
    waits = [
        Wait("office", f"{what} i wpisz dzień w call.yaml ({key})", _until(terms, key))
        for key, what in _TO_BE_DONE.items()
        if getattr(events, key) is None
    ]
    if events.notified_on is None or events.published_on is None:
        return Standing(Phase.PUBLISHED, None, tuple(waits))
    running = [one for one in terms if _is_of_a_protest(one, today)]
    if any(one.case is None for one in running):
        waits.append(Wait("office", "uzupełnij plik doręczeń: od nich biegnie termin na protest"))
    if waits or running:
        return Standing(Phase.PROTESTS, None, tuple(waits))
    return Standing(Phase.HANDED_OVER)


_TO_BE_DONE = {
    "notified_on": "wyślij pisma",
    "published_on": "ogłoś listy na stronie",
    "handed_over_on": "przekaż dokumenty zarządowi województwa",
}

AFTER_CLOSING = ("selected_on", *_TO_BE_DONE)
"""What the office still has to do once a call has closed, each with its term in the act."""


def _is_of_a_protest(one: Deadline, today: date) -> bool:
    """Say whether a term of one application still runs: a protest may come, or is being handled.

    Where no letter is known to have been delivered one term of protest stands for all, without a
    case and without a day.
    """
    if one.case is None:
        return one.term.right and one.due is None
    return one.status(today) in (Status.OPEN, Status.OVERDUE, Status.PAUSED, Status.WAITING)
