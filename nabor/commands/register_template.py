"""``nabor register-template``: the blank register of a call."""

from pathlib import Path

from intake.forms import write_register_form
from nabor.form_of_call import write_form_of
from nabor.words import CallFolder, FormFile
from rounds.forms_of_call import Material


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje pusty rejestr wniosków (XLSX) z kolumnami, których potrzebuje ten nabór.

    Przykład: nabor register-template examples/trygon-2013 --out rejestr.xlsx
    """
    write_form_of(call, out, "rejestr", _write, applications=False)


def _write(file: Path, made_from: Material) -> None:
    prepared = made_from.prepared
    write_register_form(file, prepared.call, prepared.ruleset, prepared.programme)
