"""A blank form of a call: what is odd in what it is made from is shown, and where it goes."""

from collections.abc import Callable
from pathlib import Path

from rich.markup import escape

from nabor import screen
from nabor.new_file import new_file
from rounds.forms_of_call import Material, read_material


def material_of(call: Path, *, applications: bool) -> Material:
    """Read what a form is made from, and show what the office should look at.

    ``applications``: whether the form names those of the register, which must then be there.

    Raises:
        Refused: the call, or the register, cannot be used.
    """
    made_from = read_material(call, applications=applications)
    screen.show_problems(made_from.warnings)
    return made_from


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
