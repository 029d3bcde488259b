"""The register of interests as plain data, a page a member (document 6 of an office).

What a member stands for and belongs to, as the council's file tells it, for the member to complete
and to sign. The ties to applicants stand in the register of ties (5), and here beside the rest.
"""

from scoring import polish
from scoring.council.member import REPRESENTED_NAMES, SECTOR_NAMES, Member
from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.value import Value
from templates.base.entry import NONE
from templates.base.frame import Frame, frame
from templates.base.person import by_alphabet
from templates.base.tie import Tied, tied

TITLE = "Rejestr interesów członków Rady"

STATED = (
    "Oświadczam, że wpis jest zgodny ze stanem na dzień podpisania i obejmuje wszystkie znane mi "
    "interesy, które mogą wpłynąć na bezstronność oceny operacji. Każdą zmianę zgłoszę przed oceną."
)


class Own(Value):
    """The register of one member."""

    name: str
    about: tuple[tuple[str, str], ...]
    interests: tuple[Tied, ...]


class View(Value):
    """Everything in the registers; ``stated`` and the line of the office are under each."""

    frame: Frame
    members: tuple[Own, ...]
    stated: str
    office: str


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the registers of all members, by the alphabet."""
    members = {one.name: one for one in held.council.members}
    return View(
        frame=frame(decision, version, TITLE, "internal", moves=False),
        members=tuple(_own(held, members[name]) for name in by_alphabet(members)),
        stated=STATED,
        office="Wpis przyjęto w biurze LGD",
    )


def _own(held: HeldSitting, member: Member) -> Own:
    ties = [one for one in held.council.ties if one.member == member.name]
    return Own(name=member.name, about=_about(member), interests=tuple(map(tied, ties)))


def _about(one: Member) -> tuple[tuple[str, str], ...]:
    return (
        ("Funkcja w Radzie", one.function or NONE),
        ("Sektor", SECTOR_NAMES[one.sector]),
        ("Reprezentuje", one.body or NONE),
        ("Bierze udział", REPRESENTED_NAMES[one.represented]),
        ("Gmina", one.gmina or NONE),
        ("Inne grupy interesu", ", ".join(one.groups) or NONE),
        ("Kadencja", _term(one)),
    )


def _term(one: Member) -> str:
    """Write the term of office, as far as it is known."""
    since = "" if one.since is None else f"od {polish.short_day(one.since)}"
    until = "" if one.until is None else f"do {polish.short_day(one.until)}"
    return " ".join(part for part in (since, until) if part) or NONE
