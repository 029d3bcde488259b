"""The council's records: ``council.yaml`` or ``council.xlsx``, in the call's folder or one above."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path as FilePath
from typing import Any, Literal

from pydantic import field_validator

from intake.book import read_book
from intake.council_checks import council_problems
from intake.council_sheets import SHEETS
from intake.header import normal
from intake.people import Known
from reading.models import read_model
from reading.problems import Problem, Refused, refuse_if_errors
from reading.yaml_file import YamlFile, read_yaml
from scoring.call import Call
from scoring.council.member import Member
from scoring.council.rules import CouncilRules
from scoring.council.sitting import Council
from scoring.council.ties import Tie
from scoring.value import Value

COUNCIL = ("council.yaml", "council.xlsx")
"""Where the council's records are looked for."""


class Statement(Value):
    """Statements of impartiality and confidentiality of one call: whose, signed or not, when.

    Without ``call`` they are of the call in whose folder the file is read.
    """

    members: tuple[str, ...] | Literal["all"] = "all"
    call: str | None = None
    signed: bool = True
    on: date | None = None

    @field_validator("call", mode="before")
    @classmethod
    def _number(cls, written: Any) -> Any:  # noqa: ANN401 - pydantic gives what the file says
        """A call may be numbered 5, which YAML takes for a number."""
        return str(written) if type(written) is int else written


class CouncilText(Value):
    """Everything that the council's file may say."""

    rules: CouncilRules
    members: tuple[Member, ...]
    ties: tuple[Tie, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class CouncilFile:
    """The council as its file holds it. ``signed_on`` is when each statement of the call was signed."""

    council: Council
    file: FilePath
    signed_on: dict[str, date | None]
    warnings: tuple[Problem, ...] = ()


def find_council(folder: FilePath) -> FilePath | None:
    """Find the council's file in the folder of a call, or in the one above, which calls may share.

    Raises:
        Refused: a folder holds two of them.
    """
    for place in (folder, folder.resolve().parent):
        found = [place / name for name in COUNCIL if (place / name).is_file()]
        if len(found) > 1:
            what = f"są tu dwa pliki tego samego: {', '.join(COUNCIL)}"
            raise Refused([Problem(str(place), what, "zostaw jeden z nich")])
        if found:
            return found[0]
    return None


def read_council(file: FilePath, call: Call) -> CouncilFile:
    """Read the council as it stands for a call.

    Raises:
        Refused: with every mistake of the file, or where it quarrels with the call.
    """
    yaml, warnings = _opened(file)
    text = read_model(yaml, CouncilText)
    problems = [*council_problems(text.members, text.ties, text.rules, call, yaml)]
    problems += _statement_problems(text, yaml)
    refuse_if_errors(problems)
    known = Known((one.name for one in text.members), "")
    signed_on = _signed(text, call, known)
    ties = tuple(one.model_copy(update={"member": known.find(one.member)}) for one in text.ties)
    council = Council(text.members, text.rules, ties, frozenset(signed_on))
    problems += _unsigned(council, call, yaml)
    return CouncilFile(council, file, signed_on, (*warnings, *problems))


def _opened(file: FilePath) -> tuple[YamlFile, list[Problem]]:
    return (read_yaml(file), []) if file.suffix == ".yaml" else read_book(file, SHEETS)


def _statement_problems(text: CouncilText, yaml: YamlFile) -> Iterator[Problem]:
    """Tell of statements of nobody in the council, and of those that say two things of one."""
    known = Known((one.name for one in text.members), "nie ma w składzie Rady członka")
    said: dict[tuple[str | None, str], bool] = {}
    for position, one in enumerate(text.statements):
        path = ("statements", position, "members")
        if one.members == "all":
            continue
        yield from known.problems(yaml, path, *one.members)
        for name in one.members:
            if said.setdefault((one.call, normal(name)), one.signed) != one.signed:
                what = f"deklaracja: {name} raz jest podpisana, a raz nie"
                yield yaml.problem(path, what, "zostaw jeden wpis")


def _signed(text: CouncilText, call: Call, known: Known) -> dict[str, date | None]:
    """Tell who signed the statement of a call, and when; what is said by name holds over „all”."""
    found: dict[str, date | None] = {}
    of_call = [one for one in text.statements if one.call in (None, call.number)]
    for one in sorted(of_call, key=lambda one: one.members != "all"):
        names = one.members
        some = [each.name for each in text.members] if names == "all" else known.all(names)
        for name in some:
            if one.signed:
                found[name] = one.on
            else:
                found.pop(name, None)
    return found


def _unsigned(council: Council, call: Call, yaml: YamlFile) -> Iterator[Problem]:
    """Warn of members who have not signed: they do not vote."""
    names = [one.name for one in council.members if one.name not in council.signed]
    if names:
        said = "żaden członek Rady" if len(names) == len(council.members) else ", ".join(names)
        what = f"brak podpisanej deklaracji bezstronności w naborze {call.number}: {said}"
        write = "dopisz podpisane deklaracje; kto nie podpisał, nie głosuje nad wyborem"
        yield yaml.problem(("statements",), what, write, "warning")


def of_council(call: Call, council: Council) -> Call:
    """Return the call with the members of the council, where it does not name them itself."""
    if call.council.members:
        return call
    names = tuple(one.name for one in council.members)
    return call.model_copy(update={"council": call.council.model_copy(update={"members": names})})
