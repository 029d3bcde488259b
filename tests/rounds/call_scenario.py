"""The format of tests/scenarios/call: a call that is in order, with what a scenario changes in it."""

import hashlib
import json
from pathlib import Path
from typing import Any

from pydantic import Field

from reading.models import read_model
from reading.yaml_file import read_yaml
from rounds.check_call import CallCheck, check_call
from scoring.answer import Verdict
from scoring.value import Value

FOLDER = Path(__file__).parent.parent / "scenarios" / "call"

Row = dict[str, Any]


class Given(Value):
    """What a scenario starts from: keys of ``call.yaml`` and of the criteria file."""

    call: Row
    criteria_file: Row


class Scenario(Value):
    """A sentence, what is changed (``null`` takes a key away), and what must be found.

    ``finds`` lists every problem as „error key: what”, where the key is the one at whose line it
    stands; notes too. ``shows`` are answers of rules of the programme text. ``pinned: false``
    names the criteria file without its hash.
    """

    name: str
    call: Row = {}
    criteria_file: Row = {}
    pinned: bool = True
    finds: list[str] | None = None
    shows: dict[str, Verdict] = {}


class ScenarioFile(Value):
    """A file of scenarios on one subject."""

    subject: str
    given: Given
    scenarios: tuple[Scenario, ...] = Field(min_length=1)


def every() -> list[tuple[str, Given, Scenario]]:
    """Return all scenarios of all files, each with what its file gives."""
    files = [(path, read_model(read_yaml(path), ScenarioFile)) for path in sorted(FOLDER.glob("*"))]
    return [
        (f"{path.stem}: {one.name}", file.given, one)
        for path, file in files
        for one in file.scenarios
    ]


def checked(folder: Path, given: Given, scenario: Scenario) -> CallCheck:
    """Write the call and its criteria into a folder, and check it."""
    criteria = folder / "kryteria.yaml"
    _write(criteria, given.criteria_file | scenario.criteria_file)
    pin = {"file": criteria.name}
    if scenario.pinned:
        pin["sha256"] = hashlib.sha256(criteria.read_bytes()).hexdigest()
    _write(folder / "call.yaml", {**given.call, "criteria": pin, **scenario.call})
    return check_call(folder)


def found(check: CallCheck, folder: Path) -> list[str]:
    """Tell every problem with its level and the key at whose line it stands."""
    said = []
    for one in check.problems:
        lines = Path(one.file).read_text("utf-8").splitlines()
        key = lines[(one.line or 1) - 1].partition(":")[0]
        where = (
            key
            if Path(one.file).parent == folder and one.file.endswith("call.yaml")
            else "kryteria"
        )
        said.append(f"{one.level} {where}: {one.what}".replace("\N{NO-BREAK SPACE}", " "))
    return said


def _write(file: Path, keys: Row) -> None:
    """Write keys a line each; JSON is YAML too."""
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}"
        for key, value in keys.items()
        if value is not None
    ]
    file.write_text("\n".join([*lines, ""]), "utf-8")
