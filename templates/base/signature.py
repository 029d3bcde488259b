"""Who signs a document: the role under each line."""

COUNCIL = ("Przewodniczący Rady", "Sekretarz posiedzenia")
"""Who signs what the council has decided."""

TWO_CHECKERS = ("Oceniający", "Sprawdzający")
"""Who signs a card: every card is checked by two."""

OFFICE = ("Sporządził w biurze LGD",)
"""Who signs what the office keeps."""
