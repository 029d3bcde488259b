"""The attendance list of a sitting as plain data, a table a part."""

from collections.abc import Iterator

from scoring import polish
from scoring.council.attendance import Part
from scoring.council.member import SECTOR_NAMES, Member
from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.value import Value
from templates.base.entry import NONE
from templates.base.frame import Frame, frame
from templates.base.person import by_alphabet, chair_signs, listed

TITLE = "Lista obecności na posiedzeniu Rady"


class Row(Value):
    """A member of the council: whom he or she stands for, and when he or she was there."""

    name: str
    stands_for: str
    sector: str
    there: str


class Attended(Value):
    """A part of the sitting."""

    title: str
    rows: tuple[Row, ...]
    sum: str


class View(Value):
    """Everything on the list."""

    frame: Frame
    parts: tuple[Attended, ...]
    guests: str | None
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the attendance list of a sitting."""
    sitting = held.sitting
    return View(
        frame=frame(decision, version, f"{TITLE} nr {sitting.number}", "internal", moves=False),
        parts=tuple(_part(held, one) for one in sitting.parts),
        guests=listed(sitting.guests) or None,
        signatures=chair_signs(held),
    )


def _part(held: HeldSitting, part: Part) -> Attended:
    composition = {one.name: one for one in held.chamber.composition(part.opened_at)}
    rows = tuple(_row(held, part, composition[name]) for name in by_alphabet(composition))
    there = sum(row.there != "nieobecność" for row in rows)
    return Attended(
        title=(
            f"{polish.day(part.opened_at.date())}, godz. {part.opened_at:%H:%M}–"
            f"{part.closed_at:%H:%M}, {part.place}"
        ),
        rows=rows,
        sum=f"Obecnych choćby przez część obrad: {there} z {len(rows)} w składzie Rady.",
    )


def _row(held: HeldSitting, part: Part, member: Member) -> Row:
    stands = (member.function, member.body)
    return Row(
        name=member.name,
        stands_for=", ".join(one for one in stands if one) or NONE,
        sector=SECTOR_NAMES[member.sector],
        there="; ".join(_stretches(held, part, member.name)) or "nieobecność",
    )


def _stretches(held: HeldSitting, part: Part, name: str) -> Iterator[str]:
    """Write the hours at which a member was there."""
    for one in held.sitting.presences:
        left = part.closed_at if one.left is None else min(one.left, part.closed_at)
        came = max(one.came, part.opened_at)
        if one.member == name and came < left:
            whole = (came, left) == (part.opened_at, part.closed_at)
            yield "cały czas" if whole else f"{came:%H:%M}–{left:%H:%M}"
