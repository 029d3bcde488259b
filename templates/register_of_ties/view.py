"""The register of the members' ties as plain data, with what was decided (document 5 of an office)."""

from scoring import polish
from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.value import Value
from templates.base.frame import Frame, frame
from templates.base.person import by_surname
from templates.base.signature import OFFICE
from templates.base.tie import Tied, tied

TITLE = "Rejestr powiązań członków Rady"


class Declared(Value):
    """A tie, and whose it is."""

    member: str
    tie: Tied


class Ruled(Value):
    """What was decided of an exclusion."""

    application: str
    member: str
    decided: str
    reason: str


class View(Value):
    """Everything in the register."""

    frame: Frame
    ties: tuple[Declared, ...]
    ruled: tuple[Ruled, ...]
    signatures: tuple[str, ...]


def view(decision: Decision, version: int, held: HeldSitting) -> View:
    """Return the register of a council as it stands for a call."""
    ties = sorted(held.council.ties, key=lambda one: by_surname(one.member))
    ruled = sorted(held.sitting.exclusions, key=lambda one: polish.natural(one.application))
    return View(
        frame=frame(decision, version, TITLE, "internal", moves=False),
        ties=tuple(Declared(member=one.member, tie=tied(one)) for one in ties),
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
