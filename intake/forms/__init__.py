"""The blank forms that an office fills in: what they write, ``intake`` reads back."""

from intake.forms.cards import write_cards_form
from intake.forms.council import write_council_form
from intake.forms.history import write_history_form
from intake.forms.partners import write_partners_form
from intake.forms.project_lgds import write_project_lgds_form
from intake.forms.register import write_register_form
from intake.forms.rulings import write_rulings_form
from intake.forms.sitting import write_sitting_form

__all__ = [
    "write_cards_form",
    "write_council_form",
    "write_history_form",
    "write_partners_form",
    "write_project_lgds_form",
    "write_register_form",
    "write_rulings_form",
    "write_sitting_form",
]
