"""``nabor council-template``: the form of the council's records, with what is known filled in."""

from rich.markup import escape

from intake.forms import write_council_form
from nabor import screen
from nabor.new_file import new_file
from nabor.words import CallFolder, FormFile
from rounds.open_call import prepare_call


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje formularz Rady (XLSX): członkowie, powiązania, deklaracje, zasady pracy.

    Przykład: nabor council-template examples/posiedzenie-19 --out rada.xlsx
    """
    prepared = prepare_call(call)
    screen.show_problems(prepared.warnings)
    file = new_file(out or call / "rada-szablon.xlsx", ".xlsx")
    write_council_form(file, prepared.call, prepared.council)
    screen.out.print(f"Zapisano: {escape(str(file))}", soft_wrap=True)
    screen.out.print("Wypełniony zapisz w folderze naboru jako council.xlsx.")
