"""``nabor partners-template``: the blank list of those who carry operations out together."""

from pathlib import Path

from intake.forms import write_partners_form
from nabor.form_of_call import write_form_of
from nabor.words import CallFolder, FormFile
from rounds.forms_of_call import Material


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje pusty wykaz partnerów (XLSX): kto wspólnie realizuje operację i z jakim udziałem.

    Przykład: nabor partners-template NABÓR --out partnerzy.xlsx
    """
    write_form_of(call, out, "partnerzy", _write, applications=True)


def _write(file: Path, made_from: Material) -> None:
    made_from.needed_programme()
    write_partners_form(file, made_from.prepared.call, made_from.applications)
