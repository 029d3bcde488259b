"""Reading files of the directory, one or a whole folder; all mistakes of all files at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from criteria.directory.checks import announcement_flaws, entry_flaws, head_flaws
from criteria.directory.entry import Announcement, DirectoryFile, Entry
from reading.models import read_model
from reading.problems import Problem, Refused, refuse_if_errors
from reading.yaml_file import Plain, YamlFile, read_yaml
from scoring.area import Area
from scoring.flaws import Flaw
from scoring.flaws import Path as Place
from scoring.value import Value

LGDS = Path(__file__).parents[1] / "lgd"
"""The directory that comes with the program."""

One = TypeVar("One", bound=Value)

Placed = tuple[YamlFile, Place, One]
"""A value with the file and the place where it stands."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything that the files of a directory say, in the order of the files."""

    entries: tuple[Entry, ...] = ()
    announcements: tuple[Announcement, ...] = ()

    def entry(self, name: str) -> Entry | None:
        """Return the entry of this id."""
        return next((one for one in self.entries if one.id == name), None)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas of the LGDs."""
        return tuple(Area(one.id, one.name, one.area) for one in self.entries if one.kind == "lgd")


def is_directory(value: Plain) -> bool:
    """Say whether the content of a file belongs to the directory."""
    return isinstance(value, dict) and ("entries" in value or "announcements" in value)


def holds_directory(path: Path) -> bool:
    """Say whether a file belongs to the directory, or a folder has only such YAML files."""
    files = sorted(path.rglob("*.y*ml")) if path.is_dir() else [path]
    try:
        return bool(files) and all(is_directory(read_yaml(file).value) for file in files)
    except Refused:
        return False


@cache
def standard_directory() -> Directory:
    """Return the directory that comes with the program.

    Raises:
        Refused: somebody spoilt it.
    """
    return read_directory(LGDS)


def read_directory(folder: Path) -> Directory:
    """Read every YAML file of a folder, or one file.

    Raises:
        Refused: with everything that is wrong, or because there is nothing to read.
    """
    files = sorted(folder.glob("*.y*ml")) if folder.is_dir() else [folder]
    if not files:
        what = "w tym folderze nie ma plików katalogu LGD"
        raise Refused([Problem(str(folder), what, "podaj folder z plikami .yaml")])
    entries, announcements, problems = read_files(files)
    refuse_if_errors(problems)
    return Directory(tuple(one for _, _, one in entries), tuple(one for _, _, one in announcements))


def check_directory(files: Sequence[Path]) -> list[Problem]:
    """Check files of the directory; who announces may stand in the house's own directory too."""
    house = sorted(LGDS.glob("*.yaml"))
    others = [one for one in house if one.resolve() not in {file.resolve() for file in files}]
    known: list[str] = []
    for file in others:
        try:
            known += [one.id for _, _, one in read_files([file])[0]]
        except Refused:
            continue
    return read_files(files, known)[2]


def read_files(
    files: Sequence[Path], known: Iterable[str] = ()
) -> tuple[list[Placed[Entry]], list[Placed[Announcement]], list[Problem]]:
    """Read files of the directory and return what is wrong instead of refusing.

    ``known`` are ids of entries that stand elsewhere.
    """
    problems: list[Problem] = []
    entries: list[Placed[Entry]] = []
    announcements: list[Placed[Announcement]] = []
    for file in files:
        try:
            yaml = read_yaml(file)
            head = read_model(yaml, DirectoryFile)
        except Refused as refused:
            problems += refused.problems
            continue
        problems += _told(yaml, (), head_flaws(head))
        entries += (
            (yaml, place, _whole(one, head))
            for place, one in _each(yaml, "entries", head.entries, Entry, problems)
        )
        announcements += (
            (yaml, place, one)
            for place, one in _each(
                yaml, "announcements", head.announcements, Announcement, problems
            )
        )
    _between(entries, announcements, known, problems)
    return entries, announcements, problems


def _each(
    yaml: YamlFile, key: str, written: tuple[Plain, ...], model: type[One], problems: list[Problem]
) -> Iterator[tuple[Place, One]]:
    """Read the items of a list one by one, so that a mistake in one hides none in the others."""
    for position, one in enumerate(written):
        try:
            yield (key, position), read_model(yaml, model, one, (key, position))
        except Refused as refused:
            problems += refused.problems


def _whole(entry: Entry, head: DirectoryFile) -> Entry:
    """Add to an entry the source and the day of the file where it says none of its own."""
    return entry.model_copy(
        update={
            "source": entry.source or head.source,
            "checked_on": entry.checked_on or head.checked_on,
        }
    )


def _between(
    entries: list[Placed[Entry]],
    announcements: list[Placed[Announcement]],
    known: Iterable[str],
    problems: list[Problem],
) -> None:
    """Tell what is wrong in each entry and announcement, and between them."""
    earlier: dict[str, tuple[str, Entry]] = {}
    for yaml, place, entry in entries:
        problems += _told(yaml, place, entry_flaws(entry, earlier))
        earlier.setdefault(entry.id, (f"{yaml.name}:{yaml.line(place)}", entry))
    ids = [*earlier, *known]
    news: dict[tuple[str, ...], str] = {}
    for yaml, place, one in announcements:
        problems += _told(yaml, place, announcement_flaws(one, ids, news))
        news.setdefault(one.content, f"{yaml.name}:{yaml.line(place)}")


def _told(yaml: YamlFile, place: Place, flaws: Iterable[Flaw]) -> list[Problem]:
    return [yaml.problem((*place, *one.path), one.what, one.write, one.level) for one in flaws]
