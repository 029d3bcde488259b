"""How all calls stand: a block a call on the screen, a row in Prefect, plain data, a page."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from rounds.standing import CallStanding
from scoring import polish
from scoring.how_calls_stand import (
    Awaited,
    HowCallsStand,
    Summary,
    Turn,
    awaited,
    next_term,
    overdue,
    turn_of,
    when,
)
from scoring.life import PHASE_NAMES, WHO_NAMES, Step
from scoring.polish_time import ZONE

COLUMNS = ("LGD", "Nabór", "Stan", "Ostatnio", "Program", "Czeka na", "Najbliższy termin")

DOES: dict[Step, str] = {
    "close": "raport przyjęcia",
    "council": "rozstrzygnięcie",
    "publish": "zestawy dokumentów",
}
"""What the program does by itself in each step."""

TOLD = 3
"""How many mistakes of an unreadable call are told on the page; „nabor check” lists all."""

FAILED = "Program"
"""What the line begins with that tells why something did not succeed."""


def how_calls_stand(found: Iterable[CallStanding], folder: Path, now: datetime) -> HowCallsStand:
    """Say how calls stand at an instant; ``folder`` (absolute) is what they all lie below."""
    at = now.astimezone(ZONE).replace(second=0, microsecond=0, tzinfo=None)
    return HowCallsStand(at, tuple(summary(one, folder, at.date()) for one in found))


def summary(one: CallStanding, folder: Path, today: date) -> Summary:
    """Say how a call stands on a day."""
    place = str(one.places.folder.relative_to(folder))
    if one.call is None:
        waits = (_waits_for_a_readable_call(one),)
        mistakes = tuple(
            f"{_shorter(problem.place, one.places.folder)}: {problem.what}"
            for problem in one.problems[:TOLD]
        )
        return Summary(place, Turn.UNREADABLE, "nieczytelny", waits=waits, mistakes=mistakes)
    now, lgd = one.now, one.call.lgd
    failed = one.failed or one.unavailable
    return Summary(
        place,
        turn_of(now, failed=bool(failed), working=bool(one.working)),
        "nieznany" if now is None else PHASE_NAMES[now.phase],
        lgd=lgd.name,
        seat=", ".join(part for part in (lgd.seat, lgd.region) if part),
        number=one.call.number,
        title=one.call.title,
        last="" if one.last is None else one.last.what,
        last_when="" if one.last is None else when(one.last),
        does="" if now is None or now.step is None else DOES[now.step],
        working=one.working,
        failed=failed,
        waits=() if now is None else tuple(awaited(wait, today) for wait in now.waits),
        next_term=next_term(one.terms, today),
        overdue=overdue(one.terms, today),
    )


def _shorter(place: str, folder: Path) -> str:
    return place.replace(f"{folder}/", "").replace(f"{folder.resolve()}/", "")


def _waits_for_a_readable_call(one: CallStanding) -> Awaited:
    mistakes = polish.plural(len(one.problems), "błąd", "błędy", "błędów")
    what = f"popraw dane naboru ({mistakes}; wypisze je „nabor check”)"
    return Awaited(WHO_NAMES["office"], what)


def summary_rows(stand: HowCallsStand) -> list[tuple[str, ...]]:
    """Return a row of ``COLUMNS`` a call, in the order of the calls."""
    return [_row(one) for one in stand.calls]


def _row(said: Summary) -> tuple[str, ...]:
    cells = (
        said.lgd,
        said.number or said.folder,
        said.stands,
        _last(said),
        said.program_and_why,
        "; ".join(f"{one.who}: {one.said}" for one in said.waits),
        "; ".join(part for part in (said.next_term, said.overdue) if part),
    )
    return tuple(cell or "–" for cell in cells)


def summary_block(said: Summary) -> list[tuple[str, str]]:
    """Return the lines of a call on the screen under its heading: what each is, and what it says."""
    lines = [
        ("Ostatnio", _last(said)),
        (FAILED if said.failed or said.working else "Program zrobi", said.program_and_why),
        *((polish.capital(one.who), one.said) for one in said.waits),
        ("Najbliższy termin", said.next_term),
        ("Po terminie", said.overdue),
    ]
    return [(label, text) for label, text in lines if text]


def _last(said: Summary) -> str:
    return " – ".join(part for part in (said.last_when, said.last) if part)


def as_plain(one: CallStanding, said: Summary) -> dict[str, object]:
    """Return how a call stands as plain data for a script; ``said`` is the same in words."""
    now, last = one.now, one.last
    waits = () if now is None else now.waits
    return {
        "folder": str(one.places.folder),
        "lgd": None if one.call is None else one.call.lgd.id,
        "number": None if one.call is None else one.call.number,
        "title": None if one.call is None else one.call.title,
        "turn": said.turn.value,
        "phase": None if now is None else now.phase.value,
        "last": None if last is None else {"what": last.what, "when": last.when.isoformat()},
        "due": None if now is None else now.step,
        "working": one.working or None,
        "waits": [
            {
                "who": wait.who,
                "what": wait.what,
                "until": None if wait.until is None else wait.until.isoformat(),
            }
            for wait in waits
        ],
        "problems": [f"{problem.place}: {problem.what}" for problem in one.problems],
        "failed": one.failed or one.unavailable or None,
        "next_term": said.next_term or None,
        "overdue": said.overdue or None,
    }
