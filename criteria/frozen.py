"""Versions that have decided something do not change any more.

``frozen.sha256``, in the folder that holds the sets, lists them with their hashes in the format
of ``sha256sum``: ``sha256sum -c frozen.sha256`` checks them without this program.
"""

from pathlib import Path

from criteria.places import FROZEN, day_of, hash_of, root_of
from reading.problems import Problem, Refused
from reading.yaml_file import YamlFile


def freeze(path: Path) -> bool:
    """Freeze a version of the criteria; freezing it once more changes nothing.

    Only versions that lie among the sets are listed, and the answer says whether this one is: a
    file in a call's own folder is pinned by the call, with its hash.

    Raises:
        Refused: the file is not there, or was frozen with other content.
    """
    if not path.is_file():
        raise Refused([Problem(str(path), "nie ma takiego pliku", "sprawdź nazwę i folder")])
    if day_of(path) is None:
        return False
    listed = _listed(root_of(path))
    name = _name(path)
    if name in listed and listed[name] != hash_of(path):
        raise Refused([_changed(str(path))])
    if name not in listed:
        with (root_of(path) / FROZEN).open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{hash_of(path)}  {name}\n")
    return True


def is_frozen(path: Path) -> bool:
    """Say whether a version is listed as having decided something."""
    return day_of(path) is not None and _name(path) in _listed(root_of(path))


def frozen_problems(file: YamlFile, path: Path) -> list[Problem]:
    """Tell when a frozen version is not what it was."""
    if day_of(path) is None:
        return []
    hash_then = _listed(root_of(path)).get(_name(path))
    return [] if hash_then in (None, hash_of(path)) else [_changed(file.name)]


def lost_versions(root: Path) -> list[Problem]:
    """Tell the frozen versions that are no longer in the folder."""
    what, write = "zamrożona wersja „{}” zniknęła", "przywróć ją z historii (git)"
    return [
        Problem(str(root / FROZEN), what.format(name), write, line=line)
        for line, name in enumerate(_listed(root), start=1)
        if not (root / name).is_file()
    ]


def _changed(file: str) -> Problem:
    what = "ta wersja już o czymś rozstrzygnęła i jest zamrożona, a jej treść się zmieniła"
    write = "przywróć ją, a zmianę zapisz jako nowy plik z nową datą"
    return Problem(file, what, write, line=1)


def _name(path: Path) -> str:
    return path.resolve().relative_to(root_of(path)).as_posix()


def _listed(root: Path) -> dict[str, str]:
    """Return the hash of every frozen version by its name."""
    try:
        lines = (root / FROZEN).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    pairs = (line.split(maxsplit=1) for line in lines)
    return {name.lstrip("*"): digest for digest, name in (one for one in pairs if one)}
