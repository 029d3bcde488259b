"""What one criteria file says, read piece by piece so that no mistake hides another."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import RootModel

from criteria.catalogue import read_facts
from criteria.files import CommonFile, Head, ScopeFile
from criteria.places import COMMON
from reading.models import read_model
from reading.problems import Problem, Refused
from reading.yaml_file import Plain, YamlFile, read_yaml
from scoring.facts import Catalogue, Fact
from scoring.flaws import Flaw
from scoring.points import Criterion


class _Written(RootModel[Criterion]):
    """One criterion of any kind, as a file has it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A criterion and the place in its file, to which its flaws are traced back."""

    criterion: Criterion
    file: YamlFile
    position: int

    def problem(self, flaw: Flaw) -> Problem:
        """Tell a flaw of the criterion by file and line."""
        place = ("criteria", self.position, *flaw.path)
        return self.file.problem(place, flaw.what, flaw.write, flaw.level)


@dataclass(slots=True)
class Content:
    """One file without the one it builds on. ``head`` is ``None`` where its keys are wrong.

    ``complete`` says whether every criterion could be read.
    """

    path: Path
    file: YamlFile
    head: Head | None = None
    facts: list[Fact] = field(default_factory=list)
    criteria: list[Placed] = field(default_factory=list)
    complete: bool = True
    problems: list[Problem] = field(default_factory=list)

    def problem(self, flaw: Flaw) -> Problem:
        """Tell a flaw of the file by its line."""
        return self.file.problem(flaw.path, flaw.what, flaw.write, flaw.level)


def read_content(path: Path, known: Catalogue) -> Content:
    """Read one file, given the facts that are ``known`` without it.

    Raises:
        Refused: it cannot be opened or is not YAML. Every other mistake is in ``problems``.
    """
    return content_of(path, read_yaml(path), known)


def content_of(path: Path, file: YamlFile, known: Catalogue) -> Content:
    """Take in what was read of one file; every mistake is in ``problems``."""
    content = Content(path, file)
    value = content.file.value
    model: type[Head] = CommonFile if _key(value, "scope") == COMMON else ScopeFile
    try:
        content.head = read_model(content.file, model)
    except Refused as refused:
        content.problems += refused.problems
    content.facts, problems = read_facts(content.file, _items(value, "facts"), known)
    content.problems += problems
    for position, written in enumerate(_items(value, "criteria")):
        try:
            one = read_model(content.file, _Written, written, ("criteria", position))
        except Refused as refused:
            content.problems += refused.problems
            content.complete = False
        else:
            content.criteria.append(Placed(one.root, content.file, position))
    return content


def _key(value: Plain, key: str) -> Plain:
    return value.get(key) if isinstance(value, dict) else None


def _items(value: Plain, key: str) -> Iterator[Plain]:
    found = _key(value, key)
    yield from found if isinstance(found, list) else ()
