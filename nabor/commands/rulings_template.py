"""``nabor rulings-template``: the blank findings of people on the rules of the programme."""

from pathlib import Path

from intake.forms import write_rulings_form
from intake.rulings import rulings_wanted
from nabor.form_of_call import Material, write_form_of
from nabor.words import CallFolder, FormFile
from reading.problems import Problem, Refused


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje puste ustalenia (XLSX): każdy wniosek, każda reguła, którą rozstrzyga człowiek.

    Przykład: nabor rulings-template NABÓR --out ustalenia.xlsx
    """
    write_form_of(call, out, "ustalenia", _write, applications=True)


def _write(file: Path, made_from: Material) -> None:
    programme, prepared = made_from.needed_programme(), made_from.prepared
    catalogue = prepared.ruleset.catalogue
    wanted = rulings_wanted(prepared.call, catalogue, programme, made_from.applications)
    if not wanted:
        what = "w tym naborze nie ma reguły, którą rozstrzyga człowiek"
        raise Refused([Problem(str(prepared.folder), what, "ustaleń nie trzeba wpisywać")])
    write_rulings_form(file, prepared.call, wanted)
