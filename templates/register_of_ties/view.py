"""The register of the members' interests and ties as plain data (documents 5 and 6 of an office)."""

from scoring import polish
from scoring.council.member import SECTOR_NAMES, Member
from scoring.council.sitting import HeldSitting
from scoring.council.ties import TIE_NAMES, Tie
from scoring.decision import Decision
from scoring.value import Value
from templates.base.entry import NONE
from templates.base.frame import Frame, frame
from templates.base.person import by_alphabet
from templates.base.signature import OFFICE

TITLE = "Rejestr interesów i powiązań członków Rady"


class Interest(Value):
    """A member: the sector, whom he or she stands for, the interest groups, the term of office."""

    member: str
    sector: str
    body: str
    groups: str
    term: str


class Declared(Value):
    """A tie that a member declared."""

    member: str
    kind: str
    to: str
    application: str


class Ruled(Value):
    """What was decided of an exclusion."""

    application: str
    member: str
    decided: str
    reason: str


class View(Value):
    """Everything in the register."""

    frame: Frame
    interests: tuple[Interest, ...]
    ties: tuple[Declared, ...]
    ruled: tuple[Ruled, ...]
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the register of a council as it stands for a call."""
    members = {one.name: one for one in held.council.members}
    ties = sorted(held.council.ties, key=lambda one: polish.alphabetical(one.member))
    ruled = sorted(held.sitting.exclusions, key=lambda one: polish.natural(one.application))
    return View(
        frame=frame(decision, version, TITLE, "internal", moves=False),
        interests=tuple(_interest(members[name]) for name in by_alphabet(members)),
        ties=tuple(_declared(one) for one in ties),
        ruled=tuple(
            Ruled(
                application=one.application,
                member=one.member,
                decided="wyłączenie" if one.excluded else "bez wyłączenia",
                reason=one.reason,
            )
            for one in ruled
        ),
        signatures=OFFICE,
    )


def _interest(one: Member) -> Interest:
    since = "" if one.since is None else f"od {polish.short_day(one.since)}"
    until = "" if one.until is None else f"do {polish.short_day(one.until)}"
    return Interest(
        member=one.name,
        sector=SECTOR_NAMES[one.sector],
        body=one.body or NONE,
        groups=", ".join(one.groups) or NONE,
        term=" ".join(part for part in (since, until) if part) or NONE,
    )


def _declared(one: Tie) -> Declared:
    note = "" if one.note is None else f" ({one.note})"
    return Declared(
        member=one.member,
        kind=TIE_NAMES[one.kind],
        to=f"{one.to}{note}",
        application=one.application or NONE,
    )
