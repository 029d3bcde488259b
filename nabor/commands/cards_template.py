"""``nabor cards-template``: blank cards for every member and application."""

from pathlib import Path

from intake.forms import write_cards_form
from nabor.form_of_call import Material, write_form_of
from nabor.words import CallFolder, FormFile


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje puste karty oceny (XLSX): każdy członek Rady, każdy wniosek.

    Przykład: nabor cards-template examples/trygon-2013 --out karty.xlsx
    """
    write_form_of(call, out, "karty", _write, applications=True)


def _write(file: Path, made_from: Material) -> None:
    prepared = made_from.prepared
    write_cards_form(file, prepared.call, prepared.ruleset, made_from.applications)
