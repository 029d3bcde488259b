"""How all calls stand as plain data: what to see at once, what failed, and every call by its LGD."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby

from scoring import polish
from scoring.how_calls_stand import (
    TURN_MEANINGS,
    TURN_NAMES,
    Awaited,
    HowCallsStand,
    Summary,
    Turn,
)
from scoring.value import Value
from templates.base.entry import NONE
from templates.base.frame import FUND, Frame, grouped

TITLE = "Stan naborów"
VARIANT = "do użytku wewnętrznego – nie do publikacji"

UNREAD = "Nabory, o których nie wiadomo, czyje są"
"""What stands in the place of the LGD over calls that cannot be read."""

AMISS = (Turn.UNREADABLE, Turn.FAILED)
"""What is told before all others."""

MARKS = {Turn.UNREADABLE: "not_met", Turn.FAILED: "not_met", Turn.DONE: "not_applicable"}
"""How a row looks that is not like the others."""


class Counted(Value):
    """How many calls have one turn, and what that means."""

    name: str
    count: str
    meaning: str


class Amiss(Value):
    """A call that cannot be read, or in which something failed, and why."""

    lgd: str
    number: str
    folder: str
    what: str
    why: str


class Waits(Value):
    """Who is waited for, for what, and until when."""

    who: str
    what: str
    until: str | None
    late: bool


class Standing(Value):
    """The row of a call; ``why`` something failed stands below it."""

    number: str
    title: str | None
    folder: str
    stands: str
    last_when: str
    last: str | None
    program: str
    why: str | None
    waits: tuple[Waits, ...]
    next_term: str
    overdue: str | None
    mark: str


class OfLgd(Value):
    """The calls of one LGD; ``seat`` is where it is, as far as its calls tell."""

    name: str
    seat: str | None
    calls: tuple[Standing, ...]


class View(Value):
    """Everything in the document."""

    frame: Frame
    head: tuple[tuple[str, str], ...]
    counted: tuple[Counted, ...]
    total: str
    amiss: tuple[Amiss, ...]
    lgds: tuple[OfLgd, ...]


def view(found: HowCallsStand) -> View:
    """Return the document: LGDs by the alphabet, their calls by number, the unreadable last."""
    ordered = sorted(found.calls, key=_place)
    return View(
        frame=_frame(found),
        head=(
            ("Stan na", f"{polish.day(found.at.date())}, godz. {found.at:%H:%M} (czas polski)"),
            ("Liczba LGD", polish.number(len({one.lgd for one in ordered if one.lgd}))),
        ),
        counted=tuple(_counted(turn, count) for turn, count in found.counted),
        total=polish.number(len(ordered)),
        amiss=tuple(_amiss(one) for one in ordered if one.turn in AMISS),
        lgds=tuple(_of_lgds(ordered)),
    )


def _place(one: Summary) -> tuple[object, ...]:
    """Return the key by which calls stand in the document."""
    return not one.lgd, polish.alphabetical(one.lgd), polish.natural(one.number), one.folder


def _frame(found: HowCallsStand) -> Frame:
    """Return the frame: under the name of the LGD where all calls are of one."""
    names = {one.lgd for one in found.calls}
    shown = "\n".join([found.at.isoformat(), *map(str, found.calls)])
    return Frame(
        title=TITLE,
        variant=VARIANT,
        lgd=names.pop() or None if len(names) == 1 else None,
        information=FUND,
        fingerprint=grouped(hashlib.sha256(shown.encode()).hexdigest()),
        dated=found.at.date().isoformat(),
    )


def _counted(turn: Turn, count: int) -> Counted:
    return Counted(
        name=polish.capital(TURN_NAMES[turn]),
        count=polish.number(count),
        meaning=polish.capital(TURN_MEANINGS[turn]),
    )


def _amiss(one: Summary) -> Amiss:
    return Amiss(
        lgd=one.lgd or NONE,
        number=one.number or NONE,
        folder=one.folder,
        what=one.does or one.stands,
        why="; ".join([*filter(None, [one.failed]), *one.mistakes, *_asked(one)]),
    )


def _asked(one: Summary) -> list[str]:
    """What is asked of people for a call that cannot be read."""
    return [] if one.failed else [each.what for each in one.waits]


def _of_lgds(ordered: Sequence[Summary]) -> Iterator[OfLgd]:
    for name, some in groupby(ordered, key=lambda one: one.lgd):
        calls = tuple(some)
        seat = next((one.seat for one in calls if one.seat), None)
        yield OfLgd(name=name or UNREAD, seat=seat, calls=tuple(map(_standing, calls)))


def _standing(one: Summary) -> Standing:
    return Standing(
        number=one.number or NONE,
        title=one.title or None,
        folder=one.folder,
        stands=one.stands,
        last_when=one.last_when or NONE,
        last=one.last or None,
        program=one.program or NONE,
        why=one.failed or None,
        waits=tuple(map(_waits, one.waits)),
        next_term=one.next_term or NONE,
        overdue=one.overdue or None,
        mark=MARKS.get(one.turn, "standing"),
    )


def _waits(one: Awaited) -> Waits:
    return Waits(who=polish.capital(one.who), what=one.what, until=one.until or None, late=one.late)
