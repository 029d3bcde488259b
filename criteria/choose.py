"""Which criteria apply: those in force on the day the call was announced, never today's."""

from datetime import date
from pathlib import Path

from criteria.places import day_of
from reading.problems import Problem, Refused
from reading.yaml_file import read_yaml
from scoring import polish


def in_force(root: Path, lgd: str, scope: str, day: date) -> Path:
    """Return the file of criteria of an LGD's scope that was in force on a day.

    A proposal is never in force.

    Raises:
        Refused: there is no such LGD, scope or version under ``root``.
    """
    folder = root / lgd / scope
    if not folder.is_dir():
        what = f"nie ma kryteriów dla LGD „{lgd}” i zakresu „{scope}”"
        raise Refused([Problem(str(root), what, _known(root, lgd))])
    dated = {start: file for file in folder.glob("*.yaml") if (start := day_of(file)) is not None}
    started = sorted((start for start in dated if start <= day), reverse=True)
    for start in started:
        if not _is_proposal(dated[start]):
            return dated[start]
    if not dated:
        raise Refused([_misnamed(folder)])
    what = f"w dniu {polish.day(day)} nie obowiązywały jeszcze żadne kryteria"
    write = (
        f"pierwsze obowiązują od {polish.day(min(dated))}" if dated else "dodaj plik <dzień>.yaml"
    )
    raise Refused([Problem(str(folder), what, f"{write}; kryteria wskaż też wprost w call.yaml")])


def _misnamed(folder: Path) -> Problem:
    """Tell that no file is named by a day, and which ones there are instead."""
    names = sorted(one.name for one in folder.iterdir() if one.is_file())
    if not names:
        what = "w folderze kryteriów nie ma żadnego pliku"
        return Problem(str(folder), what, "dodaj plik <dzień>.yaml, np. 2030-03-01.yaml")
    what = (
        f"żaden plik kryteriów w tym folderze nie nazywa się jak dzień; są tu: {', '.join(names)}"
    )
    write = "nazwij plik jak dzień, od którego kryteria obowiązują, np. 2030-03-01.yaml"
    return Problem(str(folder), what, write)


def _is_proposal(file: Path) -> bool:
    value = read_yaml(file).value
    return isinstance(value, dict) and value.get("status") == "proposal"


def _known(root: Path, lgd: str) -> str:
    """Tell which LGDs, or which scopes of this LGD, there are."""
    folder = root / lgd if (root / lgd).is_dir() else root
    names = sorted(one.name for one in folder.glob("*/"))
    what = "zakresy" if folder != root else "LGD"
    return f"są tu {what}: {', '.join(names)}" if names else "ten folder jest pusty"
