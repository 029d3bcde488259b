"""The blank forms that an office fills in: what they write, ``intake`` reads back."""

from intake.forms.cards import write_cards_form
from intake.forms.council import write_council_form
from intake.forms.register import write_register_form
from intake.forms.sitting import write_sitting_form

__all__ = [
    "write_cards_form",
    "write_council_form",
    "write_register_form",
    "write_sitting_form",
]
