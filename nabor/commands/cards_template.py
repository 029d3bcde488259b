"""``nabor cards-template``: blank cards for every member and application."""

from rich.markup import escape

from intake.forms import write_cards_form
from intake.register import read_register
from nabor import screen
from nabor.new_file import new_file
from nabor.words import CallFolder, FormFile
from rounds.open_call import prepare_call
from rounds.open_sitting import with_members


def run(call: CallFolder, out: FormFile = None) -> None:
    """Zapisuje puste karty oceny (XLSX): każdy członek Rady, każdy wniosek.

    Przykład: nabor cards-template examples/trygon-2013 --out karty.xlsx
    """
    prepared = with_members(prepare_call(call))
    file_of_register = prepared.call_file.needed_register()
    register = read_register(file_of_register, prepared.call, prepared.ruleset, prepared.programme)
    screen.show_problems([*prepared.warnings, *register.warnings])
    file = new_file(out or call / "karty-szablon.xlsx", ".xlsx")
    write_cards_form(file, prepared.call, prepared.ruleset, register.applications)
    screen.out.print(f"Zapisano: {escape(str(file))}")
