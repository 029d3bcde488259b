"""``nabor project-lgds-template``: the blank list of the LGDs of cooperation projects."""

from pathlib import Path

from intake.forms import write_project_lgds_form
from nabor.form_of_call import write_form_of
from nabor.words import CallFolder, FormFile
from rounds.forms_of_call import Material


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje pusty wykaz LGD projektów współpracy (XLSX): udział i środki LSR każdej z nich.

    Przykład: nabor project-lgds-template examples/wspolpraca-60-procent --out lgd.xlsx
    """
    write_form_of(call, out, "lgd-projektow", _write, applications=True)


def _write(file: Path, made_from: Material) -> None:
    made_from.needed_programme()
    write_project_lgds_form(file, made_from.prepared.call, made_from.applications)
