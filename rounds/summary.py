"""How all calls stand, in words: a block a call on the screen, a row in Prefect, plain data for a script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rounds.standing import CallStanding
from scoring import polish
from scoring.deadlines import Deadline, Status
from scoring.life import PHASE_NAMES, WHO_NAMES, Step

COLUMNS = ("LGD", "Nabór", "Stan", "Program", "Czeka na", "Najbliższy termin")

DOES: dict[Step, str] = {
    "close": "raport przyjęcia",
    "council": "rozstrzygnięcie",
    "publish": "zestawy dokumentów",
}
"""What the program does by itself in each step."""

FAILED = "Program"
"""What the line begins with that tells why something did not succeed."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How one call stands on a day, in words; what there is nothing to say of is empty.

    ``does`` is what the program does by itself next, ``failed`` why that did not succeed, ``waits``
    who is waited for, and for what.
    """

    lgd: str
    number: str
    stands: str
    does: str = ""
    failed: str = ""
    waits: tuple[tuple[str, str], ...] = ()
    next_term: str = ""
    overdue: str = ""


def summary(one: CallStanding, today: date) -> Summary:
    """Say how a call stands on a day."""
    if one.call is None:
        return Summary("", "", "nieczytelny", waits=(_waits_for_a_readable_call(one),))
    lgd, number = one.call.lgd.name, one.call.number
    if one.now is None:
        return Summary(lgd, number, "nieznany", failed=one.unavailable)
    return Summary(
        lgd,
        number,
        PHASE_NAMES[one.now.phase],
        "" if one.now.step is None else DOES[one.now.step],
        one.failed,
        tuple((WHO_NAMES[wait.who], wait.what) for wait in one.now.waits),
        next_term(one.terms, today),
        overdue(one.terms, today),
    )


def _waits_for_a_readable_call(one: CallStanding) -> tuple[str, str]:
    mistakes = polish.plural(len(one.problems), "błąd", "błędy", "błędów")
    return WHO_NAMES["office"], f"popraw dane naboru ({mistakes}; wypisze je „nabor check”)"


def summary_rows(found: Iterable[CallStanding], today: date) -> list[tuple[str, ...]]:
    """Return a row of ``COLUMNS`` a call, in the order of the calls."""
    return [_row(one, summary(one, today)) for one in found]


def _row(one: CallStanding, said: Summary) -> tuple[str, ...]:
    cells = (
        said.lgd,
        said.number or str(one.places.folder),
        said.stands,
        _what_the_program_does(said),
        "; ".join(f"{who}: {what}" for who, what in said.waits),
        "; ".join(part for part in (said.next_term, said.overdue) if part),
    )
    return tuple(cell or "–" for cell in cells)


def summary_block(said: Summary) -> list[tuple[str, str]]:
    """Return the lines of a call on the screen under its heading: what each is, and what it says."""
    lines = [
        (FAILED if said.failed else "Program zrobi", _what_the_program_does(said)),
        *((polish.capital(who), what) for who, what in said.waits),
        ("Najbliższy termin", said.next_term),
        ("Po terminie", said.overdue),
    ]
    return [(label, text) for label, text in lines if text]


def _what_the_program_does(said: Summary) -> str:
    failed = f"nie udało się: {said.failed}" if said.failed else ""
    return " – ".join(part for part in (said.does, failed) if part)


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


def as_plain(one: CallStanding) -> dict[str, object]:
    """Return how a call stands as plain data for a script."""
    waits = () if one.now is None else one.now.waits
    return {
        "folder": str(one.places.folder),
        "lgd": None if one.call is None else one.call.lgd.id,
        "number": None if one.call is None else one.call.number,
        "phase": None if one.now is None else one.now.phase.value,
        "due": None if one.now is None else one.now.step,
        "waits": [{"who": wait.who, "what": wait.what} for wait in waits],
        "problems": [f"{problem.place}: {problem.what}" for problem in one.problems],
        "failed": one.failed or one.unavailable or None,
    }
