"""The register of the members' ties as plain data, with what was decided (document 5 of an office)."""

from scoring import polish
from scoring.council.sitting import HeldSitting, open_proposals
from scoring.council.ties import Proposal, Tie
from scoring.decision import Decision
from scoring.value import Value
from templates.base.frame import Frame, frame
from templates.base.person import by_surname
from templates.base.signature import OFFICE
from templates.base.tie import Tied, tied

TITLE = "Rejestr powiązań członków Rady"


class Declared(Value):
    """A tie, whose it is, and by what number the other side is recognised."""

    member: str
    tie: Tied
    identifier: str | None = None


class Ruled(Value):
    """What was decided of an exclusion."""

    application: str
    member: str
    decided: str
    reason: str


class Waiting(Value):
    """A proposed exclusion that nobody has decided on."""

    application: str
    member: str
    why: str


class View(Value):
    """Everything in the register."""

    frame: Frame
    ties: tuple[Declared, ...]
    waiting: tuple[Waiting, ...]
    ruled: tuple[Ruled, ...]
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the register of a council as it stands for a call."""
    ties = sorted(held.council.ties, key=lambda one: by_surname(one.member))
    ruled = sorted(held.sitting.exclusions, key=lambda one: polish.natural(one.application))
    return View(
        frame=frame(decision, version, TITLE, "internal", moves=False),
        ties=tuple(
            Declared(member=one.member, tie=tied(one), identifier=_identifier(one)) for one in ties
        ),
        waiting=tuple(map(_waiting, _open(decision, held))),
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


def _open(decision: Decision, held: HeldSitting) -> list[Proposal]:
    """Return what waits for a person, by case number."""
    applications = [one.application for one in decision.assessments]
    found = open_proposals(held.council, held.sitting, applications)
    return sorted(found, key=lambda one: (polish.natural(one.application), by_surname(one.member)))


def _waiting(one: Proposal) -> Waiting:
    why = f"{one.why}" if one.certain else f"{one.why} (do wyjaśnienia)"
    return Waiting(application=one.application, member=one.member, why=why)


def _identifier(one: Tie) -> str | None:
    """Write the numbers that were declared: the register stays in the office."""
    numbers = (("NIP", one.nip), ("KRS", one.krs))
    return ", ".join(f"{name}{polish.NARROW}{number}" for name, number in numbers if number) or None
