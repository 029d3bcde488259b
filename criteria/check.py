"""The checker: all that is wrong in files of criteria and of the directory, by file and line, with what to write."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from criteria.catalogue import is_catalogue, read_catalogue
from criteria.directory.read import check_directory, holds_directory, is_directory
from criteria.frozen import lost_versions
from criteria.places import FROZEN, day_of
from criteria.read import Loaded, load
from reading.problems import Problem, Refused
from reading.yaml_file import Plain, read_yaml
from scoring import polish

SUFFIXES = frozenset({".yaml", ".yml"})


def check(paths: Sequence[Path]) -> list[Problem]:
    """Check files of criteria and of the directory, or folders of them with all folders within.

    In a folder, YAML files that are something else (a call, settings) are passed over; a file
    that is named outright is always checked. Errors come first.
    """
    problems: list[Problem] = []
    loaded: list[Loaded] = []
    directory: dict[Path, Path] = {}
    for path in paths:
        files = list(_files(path))
        if path.is_dir() and not files:
            what = "w tym folderze nie ma plików kryteriów"
            problems.append(Problem(str(path), what, "podaj folder albo plik z kryteriami"))
        for file in files:
            if file.suffix in SUFFIXES and holds_directory(file):
                directory.setdefault(file.resolve(), file)
                continue
            problems += _checked(file, loaded)
        for listed in sorted(path.rglob(FROZEN)):
            problems += lost_versions(listed.parent)
    problems += _twice_in_force(loaded)
    problems += check_directory(list(directory.values()))
    once = dict.fromkeys(problems)
    return sorted(once, key=lambda one: one.level != "error")


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.suffix in SUFFIXES and file.is_file() and _is_ours(file):
            yield file


def _is_ours(file: Path) -> bool:
    """Say whether a file found in a folder is one of criteria; what cannot be read may be one."""
    try:
        value: Plain = read_yaml(file).value
    except Refused:
        return True
    if day_of(file) is not None or is_catalogue(value) or is_directory(value):
        return True
    return isinstance(value, dict) and ("scope_kind" in value or _lists_criteria(value))


def _lists_criteria(value: dict[str, Plain]) -> bool:
    return isinstance(value.get("criteria"), list)


def _is_call(value: Plain) -> bool:
    """Say whether the content of a file is a call: it announces, and lists no criteria."""
    announced = isinstance(value, dict) and ("announced_on" in value or "closes_at" in value)
    return announced and not _lists_criteria(value)


def _checked(file: Path, loaded: list[Loaded]) -> Sequence[Problem]:
    """Check one file; keep what was read for the questions that concern several."""
    if file.is_file() and file.suffix.casefold() not in SUFFIXES:
        write = "podaj plik kryteriów, np. 2030-03-01.yaml"
        return [Problem(str(file), "to nie jest plik YAML", write)]
    try:
        value = read_yaml(file).value
        if is_catalogue(value):
            read_catalogue(file)
            return ()
        if _is_call(value):
            write = "podaj plik kryteriów; nabór sprawdza się z jego folderem"
            return [Problem(str(file), "to plik naboru, a nie kryteriów", write)]
        found = load(file)
    except Refused as refused:
        return refused.problems
    loaded.append(found)
    return found.problems


def _twice_in_force(loaded: Sequence[Loaded]) -> Iterator[Problem]:
    """Tell two files that would be in force for the same LGD and scope from the same day."""
    first: dict[tuple[str, str, date], str] = {}
    for one in loaded:
        head = one.content.head
        if head is None or head.status == "proposal":
            continue
        key = (head.lgd, head.scope, head.in_force_from)
        name = first.setdefault(key, one.content.file.name)
        if name != one.content.file.name:
            what = f"od {polish.day(head.in_force_from)} obowiązywałby też plik {name}"
            write = "zostaw jeden z nich albo popraw in_force_from"
            yield one.content.file.problem(("in_force_from",), what, write)
