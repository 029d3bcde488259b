"""What the commands ``withdraw``, ``limit``, ``correct`` and ``protest`` do alike."""

import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError
from rich.markup import escape

from nabor import screen
from nabor.difference_screen import show_difference
from reading.problems import Problem, Refused
from rounds.calls_of_office import database_beside, results_beside
from scoring.changes import KIND_NAMES, Change
from scoring.difference import difference
from scoring.difference.export import as_json as difference_as_json

if TYPE_CHECKING:
    from rounds.change_call import Changed


@dataclass(frozen=True, slots=True)
class Asked:
    """How a change was asked for: of which call, and what to do with it."""

    call: Path
    out: Path | None
    database: str | None
    simulate: bool
    as_json: bool

    @property
    def url(self) -> str:
        """The address of the database."""
        return self.database or database_beside(self.call)

    @property
    def folder(self) -> Path:
        """Where the documents go."""
        return self.out.resolve() if self.out is not None else results_beside(self.call)


Made = TypeVar("Made", bound=BaseModel)


def made(kind: type[Made], **said: object) -> Made:
    """Make a change of what was said on the command line.

    Raises:
        Refused: a reason or a name is empty, or has letters that no file can hold.
    """
    problems = []
    for key in ("reason", "author", "basis"):
        text = said.get(key)
        if isinstance(text, str) and not (text.strip() and text.isprintable()):
            what = "są tu znaki, których nie da się zapisać" if text.strip() else "nic nie wpisano"
            problems.append(Problem(f"--{key}", what, "wpisz zwykły tekst w jednym wierszu"))
    if problems:
        raise Refused(problems)
    try:
        return kind.model_validate(said)
    except ValidationError as error:
        found = [
            Problem(f"--{one['loc'][0]}", "tej wartości nie da się przyjąć", "popraw ją")
            for one in error.errors()
        ]
        raise Refused(found) from None


def change_call(asked: Asked, change: Change) -> None:
    """Make a change, or only show what it would do; tell what moved.

    Raises:
        Refused: something speaks against the change; nothing was written.
        Unavailable: the database, or a folder, cannot be used.
    """
    from rounds.change_call import make_change, propose

    proposed = propose(asked.call, change, asked.url)
    screen.show_problems(proposed.opened.warnings)
    moved = difference(proposed.before, proposed.after)
    changed: Changed | None = None
    if not asked.simulate:
        with screen.progress("Zapis zmiany"):
            moment = datetime.now(UTC)  # noqa: TID251 - the door reads the clock
            changed = make_change(proposed, asked.folder, asked.url, moment)
    if asked.as_json:
        said: dict[str, object] = {"simulated": asked.simulate, **difference_as_json(moved)}
        if changed is not None:
            said |= {"version": changed.version.version, "changed": changed.version.is_new}
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return
    show_difference(moved)
    if changed is None:
        screen.out.print("To tylko próba: niczego nie zapisano.")
    elif not changed.version.is_new:
        screen.out.print(f"Nic się nie zmieniło: obowiązuje wersja {changed.version.version}.")
    else:
        what = KIND_NAMES[change.kind]
        screen.out.print(f"Zapisano wersję {changed.version.version} ({what}).")
        where = escape(str(changed.printed.folder))
        screen.out.print(f"Dokumenty: {where}", soft_wrap=True)
        sheet = escape(str(changed.sheet))
        screen.out.print(f"Zestawienie zmian: {sheet}", soft_wrap=True)
