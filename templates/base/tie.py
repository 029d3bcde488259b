"""A member's tie as the papers of a council tell it."""

from scoring.council.ties import TIE_NAMES, Tie
from scoring.value import Value
from templates.base.entry import NONE


class Tied(Value):
    """A tie that a member declared: of what kind, to whom, and to which application."""

    kind: str
    to: str
    application: str


def tied(one: Tie) -> Tied:
    """Return a tie, ready to print; what the member added stands in brackets."""
    note = "" if one.note is None else f" ({one.note})"
    return Tied(kind=TIE_NAMES[one.kind], to=f"{one.to}{note}", application=one.application or NONE)
