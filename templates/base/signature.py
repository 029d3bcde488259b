"""Who signs a document: the role under each line."""

from scoring.call import Call

COUNCIL = ("Przewodniczący Rady", "Sekretarz posiedzenia")
"""Who signs what the council has decided."""

TWO_CHECKERS = ("Oceniający", "Sprawdzający")
"""Who signs a card: every card is checked by two."""

OFFICE = ("Sporządził w biurze LGD",)
"""Who signs what the office keeps."""

LETTER = ("W imieniu LGD",)
"""Who signs a letter to an applicant."""

NOTICE = "Prezes Zarządu"
"""Who signs the letter with the result, where the LGD names nobody else."""

BOARD = (*TWO_CHECKERS, "W imieniu zarządu województwa")
"""Who signs about a cooperation project: the voivodeship board runs the procedure (19.3)."""


def is_cooperation(call: Call) -> bool:
    """Say whether cooperation projects are chosen, which the voivodeship board does."""
    return call.programme is not None and call.programme.procedure == "cooperation"


def deciders(call: Call) -> tuple[str, ...]:
    """Tell who signs what was decided in a call: the council, or the voivodeship board."""
    return BOARD if is_cooperation(call) else COUNCIL


def of_notice(call: Call) -> tuple[str, ...]:
    """Tell who signs the letter with the result: whom the LGD names (``lgd.letters_signed_by``)."""
    return (call.lgd.letters_signed_by or NOTICE,)
