"""A member of the council, and what the law says of who may be one."""

from datetime import date
from typing import Literal

from scoring.value import Value

Sector = Literal["public", "economic", "social", "residents"]
"""The sector that delegated a member; residents stand apart."""

SECTOR_NAMES: dict[Sector, str] = {
    "public": "sektor publiczny",
    "economic": "sektor gospodarczy",
    "social": "sektor społeczny",
    "residents": "mieszkańcy",
}
"""How each sector reads in documents."""

SECTORS: tuple[Sector, ...] = ("public", "economic", "social", "residents")
"""The sectors in the order in which minutes count them."""

Seat = Literal["board", "control_body", "office"]
"""A seat in the LGD that excludes from the council (act, art. 4 sec. 4-5)."""

SEAT_NAMES: dict[Seat, str] = {
    "board": "zarządu LGD",
    "control_body": "organu kontroli wewnętrznej LGD",
    "office": "biura LGD",
}
"""How each such seat reads in a sentence (in the genitive)."""

Represented = Literal["in_person", "organ", "proxy", "sub_proxy"]
"""How a member takes part: natural persons in person, bodies by an organ or one proxy."""

REPRESENTED_NAMES: dict[Represented, str] = {
    "in_person": "osobiście",
    "organ": "przez organ",
    "proxy": "przez pełnomocnika",
    "sub_proxy": "przez dalszego pełnomocnika",
}
"""How each way to take part is written in the form of the council and in its papers."""


class Member(Value):
    """A member of the council.

    ``groups`` are the interest groups that the member belongs to, beside the sector; there may be
    several. ``body`` is the body that delegated the member, with its NIP or KRS where known;
    ``natural_person`` says, where it is known, that the seat is of a person or of a body.
    ``gender`` tells how the minutes speak of the member. ``since`` and ``until`` bound the term of
    office, both included.
    """

    name: str
    sector: Sector
    groups: tuple[str, ...] = ()
    gender: Literal["f", "m"] | None = None
    body: str | None = None
    nip: str | None = None
    krs: str | None = None
    gmina: str | None = None
    locality: str | None = None
    address: str | None = None
    represented: Represented = "in_person"
    function: str | None = None
    natural_person: bool | None = None
    since: date | None = None
    until: date | None = None
    also_sits_in: Seat | None = None

    def in_office(self, day: date) -> bool:
        """Whether the term of office holds on a day."""
        began = self.since is None or self.since <= day
        return began and (self.until is None or day <= self.until)


def why_not(member: Member) -> str | None:
    """Say why somebody may not sit in the council, or may not be represented so.

    Act on local development, art. 4 sec. 4 and 5: natural persons act in person, bodies by their
    organ or a proxy who gives no further proxy; members of the board, of the control body and
    employees of the office do not sit in the council.
    """
    if member.also_sits_in == "office":
        return "jest pracownikiem biura LGD"
    if member.also_sits_in is not None:
        return f"należy do {SEAT_NAMES[member.also_sits_in]}"
    if member.represented == "sub_proxy":
        return "głosuje przez dalszego pełnomocnika, a pełnomocnik nie może ustanowić dalszego"
    if member.natural_person is True and member.represented != "in_person":
        return "jest osobą fizyczną, a osoba fizyczna działa osobiście"
    if member.natural_person is False and member.represented == "in_person":
        return "jest osobą prawną, a osoba prawna działa przez organ albo pełnomocnika"
    return None
