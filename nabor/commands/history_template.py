"""``nabor history-template``: the blank list of aid that beneficiaries were granted earlier."""

from pathlib import Path

from intake.forms import write_history_form
from nabor.form_of_call import write_form_of
from nabor.words import CallFolder, FormFile
from rounds.forms_of_call import Material


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje pusty wykaz wcześniejszej pomocy (XLSX): historię beneficjentów.

    Przykład: nabor history-template NABÓR --out historia.xlsx
    """
    write_form_of(call, out, "historia", _write, applications=False)


def _write(file: Path, made_from: Material) -> None:
    made_from.needed_programme()
    write_history_form(file, made_from.prepared.call)
