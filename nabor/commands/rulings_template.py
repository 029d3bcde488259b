"""``nabor rulings-template``: the blank findings of people on the rules of the programme."""

from pathlib import Path

from intake.forms import write_rulings_form
from nabor.form_of_call import write_form_of
from nabor.words import CallFolder, FormFile
from rounds.forms_of_call import Material


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje puste ustalenia (XLSX): każdy wniosek, każda reguła, którą rozstrzyga człowiek.

    Przykład: nabor rulings-template NABÓR --out ustalenia.xlsx
    """
    write_form_of(call, out, "ustalenia", _write, applications=True)


def _write(file: Path, made_from: Material) -> None:
    write_rulings_form(file, made_from.prepared.call, made_from.needed_rulings())
