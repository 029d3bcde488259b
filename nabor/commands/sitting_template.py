"""``nabor sitting-template``: the form of a sitting with members, applications and agenda."""

from rich.markup import escape

from intake.forms import write_sitting_form
from nabor import screen
from nabor.new_file import new_file
from nabor.words import CallFolder, FormFile
from rounds.open_sitting import prepare_sitting


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje formularz posiedzenia (XLSX): członkowie, propozycje wyłączeń, głosowania.

    Przykład: nabor sitting-template examples/posiedzenie-19 --out posiedzenie.xlsx
    """
    before = prepare_sitting(call)
    screen.show_problems(before.warnings)
    file = new_file(out or call / "posiedzenie-szablon.xlsx", ".xlsx")
    council, applications = before.council.council, before.register.applications
    write_sitting_form(file, before.prepared.call, council, applications)
    screen.out.print(f"Zapisano: {escape(str(file))}", soft_wrap=True)
    screen.out.print("Wypełniony zapisz w folderze naboru jako sitting.xlsx.")
