"""How calls stand at an instant, in words: the one value that screen, JSON, Prefect and page show."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from scoring import polish
from scoring.deadlines import Deadline, Status
from scoring.last_done import Done
from scoring.life import WHO_NAMES, Phase, Standing, Wait


class Turn(StrEnum):
    """Whose turn it is in a call; the first that holds, in this order."""

    UNREADABLE = "unreadable"
    FAILED = "failed"
    WORKING = "working"
    OFFICE = "office"
    COUNCIL = "council"
    PROGRAM = "program"
    TIME = "time"
    DONE = "done"


TURN_NAMES: dict[Turn, str] = {
    Turn.UNREADABLE: "nieczytelnych",
    Turn.FAILED: "nie udało się",
    Turn.WORKING: "program pracuje",
    Turn.OFFICE: "na biuro czeka",
    Turn.COUNCIL: "na Radę czeka",
    Turn.PROGRAM: "program zrobi",
    Turn.TIME: "termin biegnie",
    Turn.DONE: "zakończonych",
}
"""How each is counted: „na biuro czeka: 2”."""

TURN_MEANINGS: dict[Turn, str] = {
    Turn.UNREADABLE: "w call.yaml są błędy, więc nie wiadomo, co to za nabór",
    Turn.FAILED: "program nie mógł zrobić tego, na co przyszedł czas, albo odczytać danych; powód stoi niżej",
    Turn.WORKING: "właśnie trwa runda tego naboru",
    Turn.OFFICE: "biuro LGD ma coś poprawić, uzupełnić, wysłać, ogłosić albo przekazać",
    Turn.COUNCIL: "brakuje posiedzenia Rady, kart albo głosowań",
    Turn.PROGRAM: "program zrobi to sam przy najbliższej okazji",
    Turn.TIME: "nabór się nie zaczął, trwa albo biegnie termin na protest; nikt nie musi nic robić",
    Turn.DONE: "nie ma już nic do zrobienia",
}
"""What each means."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """Who is waited for, for what, and until when, in words; ``late``: that day has passed."""

    who: str
    what: str
    until: str = ""
    late: bool = False

    @property
    def said(self) -> str:
        """What is waited for, with its day in brackets."""
        return f"{self.what} ({self.until})" if self.until else self.what


@dataclass(frozen=True, slots=True)
class Summary:
    """How one call stands, in words; what there is nothing to say of is empty.

    ``folder`` is the call's, below that of all calls. ``last`` and ``last_when`` tell what was done
    last. ``does`` is what the program does by itself next, ``working`` who is doing it now, ``failed``
    why it did not succeed, ``waits`` who is waited for. ``mistakes`` are the first of those that make a
    call unreadable.
    """

    folder: str
    turn: Turn
    stands: str
    lgd: str = ""
    seat: str = ""
    number: str = ""
    title: str = ""
    last: str = ""
    last_when: str = ""
    does: str = ""
    working: str = ""
    failed: str = ""
    waits: tuple[Awaited, ...] = ()
    mistakes: tuple[str, ...] = ()
    next_term: str = ""
    overdue: str = ""

    @property
    def program(self) -> str:
        """What the program does, who does it now, or that it was done in vain."""
        now = f"pracuje teraz: {self.working}" if self.working else ""
        failed = "nie udało się" if self.failed else ""
        return " – ".join(part for part in (self.does, now, failed) if part)

    @property
    def program_and_why(self) -> str:
        """The same, with the reason why it was in vain."""
        return f"{self.program}: {self.failed}" if self.failed else self.program


@dataclass(frozen=True, slots=True)
class HowCallsStand:
    """All calls that were looked at, in their order, and when: in Polish time, without a zone."""

    at: datetime
    calls: tuple[Summary, ...]

    @property
    def counted(self) -> tuple[tuple[Turn, int], ...]:
        """How many calls have each turn; every call has one, so these add up to all."""
        found = Counter(one.turn for one in self.calls)
        return tuple((turn, found[turn]) for turn in Turn)


def turn_of(now: Standing | None, *, failed: bool, working: bool) -> Turn:
    """Say whose turn it is in a call that can be read; ``now`` is unknown where its records are."""
    if working:
        return Turn.WORKING
    if failed or now is None:
        return Turn.FAILED
    who = {wait.who for wait in now.waits}
    if who:
        return Turn.OFFICE if "office" in who else Turn.COUNCIL
    if now.step is not None:
        return Turn.PROGRAM
    return Turn.DONE if now.phase is Phase.HANDED_OVER else Turn.TIME


def awaited(wait: Wait, today: date) -> Awaited:
    """Say who is waited for, and until when by the act."""
    who = WHO_NAMES[wait.who]
    if wait.until is None:
        return Awaited(who, wait.what)
    day = polish.short_day(wait.until)
    if wait.until < today:
        return Awaited(who, wait.what, f"termin minął {day}", late=True)
    return Awaited(who, wait.what, f"do {day}")


def when(done: Done) -> str:
    """Write when something was done: its day, and the hour where it is known."""
    one = done.when
    return polish.moment(one) if isinstance(one, datetime) else polish.short_day(one)


def next_term(terms: Sequence[Deadline], today: date) -> str:
    """Name the term that ends first of those that run; nothing where none does."""
    running = [one for one in terms if one.status(today) is Status.OPEN and one.done is None]
    return _named(min(running, key=_by_day)) if running else ""


def overdue(terms: Sequence[Deadline], today: date) -> str:
    """Name the term that ran out last without being kept, and count the others."""
    late = sorted((one for one in terms if one.status(today) is Status.OVERDUE), key=_by_day)
    if not late:
        return ""
    *others, last = late
    more = polish.plural(len(others), "inny", "inne", "innych")
    return _named(last) + (f"; {more} (nabor deadlines)" if others else "")


def _by_day(one: Deadline) -> tuple[date, str]:
    return one.due or date.max, one.term.name


def _named(one: Deadline) -> str:
    assert one.due is not None  # noqa: S101 - one that runs, or ran out, has a last day
    of_case = "" if one.case is None else f", wniosek {one.case}"
    return f"{polish.short_day(one.due)} – {one.term.name}{of_case}"
