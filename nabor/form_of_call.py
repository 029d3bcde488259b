"""A blank form of a call: what it is made from, and where it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.markup import escape

from intake.register import read_register
from intake.strays import CALL
from nabor import screen
from nabor.new_file import new_file
from reading.problems import Problem, Refused
from rounds.open_call import PreparedCall, prepare_call
from scoring.application import Application
from scoring.programme.edition import Programme


@dataclass(frozen=True, slots=True)
class Material:
    """A call with the applications of its register, if the form names any."""

    prepared: PreparedCall
    applications: tuple[Application, ...] = ()

    def needed_programme(self) -> Programme:
        """Return the programme that the call runs under.

        Raises:
            Refused: it runs under none, so that nobody would read the form.
        """
        if self.prepared.programme is None:
            what = "nabór nie ma klucza „programme”, więc tego formularza nikt by nie czytał"
            file = str(self.prepared.folder / CALL)
            raise Refused([Problem(file, what, "dopisz programme: {edition: …}")])
        return self.prepared.programme


def material_of(call: Path, *, applications: bool) -> Material:
    """Read what a form is made from, and show what the office should look at.

    ``applications``: whether the form names those of the register, which must then be there.

    Raises:
        Refused: the call, or the register, cannot be used.
    """
    prepared = prepare_call(call)
    found: tuple[Application, ...] = ()
    warnings = list(prepared.warnings)
    if applications:
        file_of_register = prepared.call_file.needed_register()
        programme = prepared.programme
        register = read_register(file_of_register, prepared.call, prepared.ruleset, programme)
        found, warnings = register.applications, [*warnings, *register.warnings]
    screen.show_problems(warnings)
    return Material(prepared, found)


def write_form_of(
    call: Path,
    out: Path | None,
    usual: str,
    write: Callable[[Path, Material], None],
    *,
    applications: bool,
) -> None:
    """Write a form beside the call under its usual name, or where ``out`` says, and tell where.

    ``applications``: whether the form names those of the register, which must then be there.

    Raises:
        Refused: the call, or the register, cannot be used, or the file is there already.
    """
    made_from = material_of(call, applications=applications)
    file = new_file(out or call / f"{usual}-szablon.xlsx", ".xlsx")
    write(file, made_from)
    screen.out.print(f"Zapisano: {escape(str(file))}")
