"""``changes.yaml``: what changed after a decision, in the order in which it happened.

The commands ``withdraw``, ``limit``, ``correct`` and ``protest`` add to the file; nobody takes
anything out of it.
"""

import fcntl
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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


_ASKED = {
    "application": "znak sprawy",
    "on": "--on",
    "pln": "--pln, --eur, --rate",
    "fact": "--fact",
    "value": "--to",
}
"""By which option a change that no file tells of yet was asked for, by the key of the change."""


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
            return Problem(_ASKED.get(str(path[0]) if path else "", self.file.name), what, write)
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


def as_read_back(changes_file: ChangesFile, change: Change) -> Change:
    """Return a change as the file will give it back: what is decided is what is written.

    Raises:
        Refused: the file is written in a way that nothing can be added to.
    """
    try:
        text = _with(changes_file, change)
        read = read_model(parse_yaml(text, str(changes_file.file)), _ChangesYaml).changes
    except Refused:
        read = ()
    if read != (*changes_file.changes, change):
        what = "do tego pliku nie można niczego dopisać: ma inny układ niż zapisany przez program"
        write = "pod „changes:” mają stać pozycje „  - kind: …”, jedna pod drugą"
        raise Refused([Problem(str(changes_file.file), what, write)])
    return read[-1]


def add_change(changes_file: ChangesFile, change: Change) -> None:
    """Write one more change behind those that stand in the file: whole, or not at all.

    Raises:
        Refused: the file is no more as it was read; it is left as it is.
    """
    _be_as(changes_file.file, None if changes_file.yaml is None else changes_file.yaml.text)
    write_whole(changes_file.file, _with(changes_file, change))


def take_back(changes_file: ChangesFile, change: Change) -> None:
    """Put the file back as it was read before a change was added to it.

    Raises:
        Refused: somebody has written into it since; it is left as it is.
    """
    _be_as(changes_file.file, _with(changes_file, change))
    if changes_file.yaml is None:
        changes_file.file.unlink()
    else:
        write_whole(changes_file.file, changes_file.yaml.text)


@contextmanager
def alone_in(folder: FilePath) -> Iterator[None]:
    """Let one change of a call be made at a time; others wait, also of other processes."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _with(changes_file: ChangesFile, change: Change) -> str:
    """Return the text of the file with one more change."""
    text = _HEAD if changes_file.yaml is None else changes_file.yaml.text
    return (text if text.endswith("\n") else f"{text}\n") + _written(change)


def _be_as(file: FilePath, expected: str | None) -> None:
    found = file.read_text(encoding="utf-8-sig") if file.is_file() else None
    if found != expected:
        what = "ktoś zmienił ten plik w czasie pracy programu; niczego w nim nie zmieniono"
        raise Refused([Problem(str(file), what, "powtórz polecenie")])


def write_whole(file: FilePath, text: str) -> None:
    """Write a file so that at no moment half of it is there."""
    descriptor, draft = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        FilePath(draft).chmod(file.stat().st_mode if file.exists() else 0o644)
        FilePath(draft).replace(file)
    finally:
        FilePath(draft).unlink(missing_ok=True)


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
