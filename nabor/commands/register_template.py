"""``nabor register-template``: the blank register of a call."""

from rich.markup import escape

from intake.forms import write_register_form
from nabor import screen
from nabor.new_file import new_file
from nabor.words import CallFolder, FormFile
from rounds.open_call import prepare_call


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje pusty rejestr wniosków (XLSX) z kolumnami, których potrzebuje ten nabór.

    Przykład: nabor register-template examples/trygon-2013 --out rejestr.xlsx
    """
    prepared = prepare_call(call)
    screen.show_problems(prepared.warnings)
    file = new_file(out or call / "rejestr-szablon.xlsx", ".xlsx")
    write_register_form(file, prepared.call, prepared.ruleset, prepared.programme)
    screen.out.print(f"Zapisano: {escape(str(file))}")
