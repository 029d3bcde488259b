"""``changes.yaml``: what changed after a decision, in the order in which it happened.

The commands ``withdraw``, ``limit``, ``correct`` and ``protest`` add to the file; nobody takes
anything out of it.
"""

import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path as FilePath
from typing import Any

from ruamel.yaml import YAML

from reading.models import read_model
from reading.problems import Problem, Refused, refuse_if_errors
from reading.yaml_file import Path, YamlFile, parse_yaml, read_yaml
from scoring.change_flaws import Around, flaws_of_change
from scoring.changes import Change, applied, with_new_limit
from scoring.value import Value

CHANGES = "changes.yaml"
"""Where changes are looked for in the folder of a call."""

_HEAD = """\
# Zmiany po rozstrzygnięciu naboru, od najstarszej. Dopisują je polecenia „nabor withdraw”, „nabor
# limit”, „nabor correct” i „nabor protest”. Niczego stąd nie usuwaj: to część akt naboru.
changes:
"""


class _ChangesYaml(Value):
    """Everything that ``changes.yaml`` may say."""

    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesFile:
    """The changes of a call as its folder holds them; ``yaml`` is ``None`` while there is no file."""

    file: FilePath
    changes: tuple[Change, ...] = ()
    yaml: YamlFile | None = None

    def with_one_more(self, change: Change) -> "ChangesFile":
        """Return the file as it would be with one more change, which no line of it tells yet."""
        return replace(self, changes=(*self.changes, change))

    def problem(self, position: int, path: Path, what: str, write: str) -> Problem:
        """Make a problem of a change: with its line, or with the key of one not written yet."""
        whole = ("changes", position)
        if self.yaml is None or whole not in self.yaml.lines:
            key = ".".join(map(str, path))
            return Problem(f"{self.file.name}: {key}", what, write)
        return self.yaml.problem((*whole, *path), what, write)


def read_changes(folder: FilePath) -> ChangesFile:
    """Read the changes of a call; none where there is no file.

    Raises:
        Refused: with everything that is wrong in the file.
    """
    file = folder / CHANGES
    if not file.is_file():
        return ChangesFile(file)
    yaml = read_yaml(file)
    return ChangesFile(file, read_model(yaml, _ChangesYaml).changes, yaml)


def check_changes(changes_file: ChangesFile, around: Around) -> None:
    """Check every change against the call as those before it left it.

    Raises:
        Refused: with everything that speaks against the changes, each with its line.
    """
    problems: list[Problem] = []
    for position, change in enumerate(changes_file.changes):
        found = list(flaws_of_change(change, around))
        problems += [changes_file.problem(position, one.path, one.what, one.write) for one in found]
        if not found:
            around = after(change, around)
    refuse_if_errors(problems)


def after(change: Change, around: Around) -> Around:
    """Return what the next change is checked against."""
    catalogue = around.ruleset.catalogue
    applications = applied([change], around.applications.values(), catalogue)
    return replace(
        around,
        call=with_new_limit(around.call, [change]),
        applications={one.number: one for one in applications},
    )


def add_change(changes_file: ChangesFile, change: Change) -> None:
    """Write one more change behind those that stand in the file: whole, or not at all.

    Raises:
        Refused: the file is written in a way that nothing can be added to; nothing is changed.
    """
    text = _HEAD if changes_file.yaml is None else changes_file.yaml.text
    if not text.endswith("\n"):
        text += "\n"
    text += _written(change)
    _be_as_meant(changes_file, text, (*changes_file.changes, change))
    write_whole(changes_file.file, text)


def restore(changes_file: ChangesFile) -> None:
    """Put the file back as it was read."""
    if changes_file.yaml is None:
        changes_file.file.unlink(missing_ok=True)
    else:
        write_whole(changes_file.file, changes_file.yaml.text)


def write_whole(file: FilePath, text: str) -> None:
    """Write a file so that at no moment half of it is there."""
    descriptor, draft = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        FilePath(draft).chmod(0o644)
        FilePath(draft).replace(file)
    finally:
        FilePath(draft).unlink(missing_ok=True)


def _be_as_meant(changes_file: ChangesFile, text: str, meant: Sequence[Change]) -> None:
    """Make sure that what would be written is read as it is meant.

    Raises:
        Refused: it would be read otherwise.
    """
    try:
        read = read_model(parse_yaml(text, str(changes_file.file)), _ChangesYaml).changes
    except Refused:
        read = ()
    if read != tuple(meant):
        what = "do tego pliku nie można niczego dopisać: ma inny układ niż zapisany przez program"
        write = "pod „changes:” mają stać pozycje „  - kind: …”, jedna pod drugą"
        raise Refused([Problem(str(changes_file.file), what, write)])


def _written(change: Change) -> str:
    """Write a change as an item of the list, keys in the order of its model."""
    said = change.model_dump(mode="python", exclude_none=True)
    kind = said.pop("kind")
    yaml = YAML()
    yaml.width = 100
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump({"changes": [{"kind": kind, **_plain(_without_empty(said))}]}, stream)
    return stream.getvalue().removeprefix("changes:\n")


def _without_empty(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value not in ((), {}, [])}


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever a file may hold
    """Return a value as YAML writes it: numbers with a point, days, lists."""
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return int(value) if whole else format(value, "f")
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str | date):
        return [_plain(one) for one in value]
    return value
