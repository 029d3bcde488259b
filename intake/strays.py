"""Files in a call's folder that the program does not read, though somebody may think it does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from intake.header import normal
from reading.problems import Problem

CALL = "call.yaml"
"""The file that makes a folder a call."""

REGISTERS = ("applications.xlsx", "applications.csv", "applications.json")
"""Where the register is looked for, unless ``register:`` names it."""

CARDS = ("cards.xlsx", "cards.csv")
"""Where members' cards are looked for, unless ``cards:`` names them."""

LOCALITIES = ("localities.xlsx", "localities.csv")
"""Where the numbers of inhabitants are looked for, unless ``localities:`` names them."""

DELIVERIES = ("deliveries.xlsx", "deliveries.csv")
"""Where deliveries and protests are looked for, unless ``deliveries:`` names them."""

DOSSIER = {
    "history": ("history.xlsx", "history.csv"),
    "rulings": ("rulings.xlsx", "rulings.csv"),
    "partners": ("partners.xlsx", "partners.csv"),
    "project_lgds": ("project_lgds.xlsx", "project_lgds.csv"),
}
"""What a call under a programme has beside its register, unless a key of this name tells where."""

USUAL = {
    "register": REGISTERS,
    "cards": CARDS,
    "localities": LOCALITIES,
    "deliveries": DELIVERIES,
    **DOSSIER,
}
"""Every table of a call by its key in ``call.yaml``, and where it is looked for."""

_LOCKS = ("~$", ".~lock.")
_CALLS = frozenset({"call.yml", "call.yaml.txt", "call.yml.txt", "call.txt", "call.yaml"})
_TABLES = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".json"})
_BLANK = "szablon"
"""In the name of a form as it was written: most likely nobody has filled it in yet."""

_LIKE = {
    "register": ("applications", "application", "rejestr", "wnioski"),
    "cards": ("cards", "card", "karty", "karta"),
    "localities": ("localities", "locality", "miejscowosci", "mieszkancy", "ludnosc"),
    "deliveries": ("deliveries", "delivery", "doreczenia", "zwrotki"),
    "history": ("history", "histori", "wczesniejsza pomoc", "wczesniejsza-pomoc"),
    "rulings": ("ruling", "ustaleni"),
    "partners": ("partner",),
    "project_lgds": ("project_lgd", "project-lgd", "lgd projekt", "lgd-projekt"),
}


def lock_problems(folder: Path, read: Iterable[Path | None]) -> Iterator[Problem]:
    """Warn of a file of the call that is open in a spreadsheet: what is read may be old."""
    names = {one.name for one in read if one is not None}
    for lock in _names(folder):
        start = next((one for one in _LOCKS if lock.startswith(one)), None)
        if start is None:
            continue
        opened = lock.removeprefix(start).rstrip("#")
        # Excel cuts the first two letters of a longer name to make room for its mark.
        if any(name == opened or (start == "~$" and name[2:] == opened) for name in names):
            what = f"plik jest otwarty w arkuszu (leży tu „{lock}”)"
            write = "zapisz go i zamknij, bo program czyta to, co zapisano"
            yield Problem(str(folder), what, write, level="warning")


def like_call(folder: Path) -> str | None:
    """Return the name of a file that was probably meant to be ``call.yaml``."""
    return next((one for one in _names(folder) if one.casefold() in _CALLS), None)


def like_register(folder: Path, taken: Iterable[Path | None]) -> str | None:
    """Return the name of a file that was probably meant to be the register."""
    return _like(folder, _LIKE["register"], taken)


def stray_problems(folder: Path, found: Mapping[str, Path | None]) -> Iterator[Problem]:
    """Warn of open files, and of files that look like those that are missing.

    ``found`` are the tables that the call reads, by key; what it does not read is not looked for.
    """
    yield from lock_problems(folder, found.values())
    for key, file in found.items():
        like = None if file is not None else _like(folder, _LIKE[key], found.values())
        if like is not None:
            yield _renamed(folder, like, USUAL[key])


def _renamed(folder: Path, like: str, usual: Sequence[str]) -> Problem:
    name = Path(usual[0]).with_suffix(Path(like).suffix.casefold()).name
    write = f"zmień nazwę na {name}" if name in usual else f"zapisz go jako {usual[0]}"
    if _BLANK in normal(like):
        write = f"wypełnij go i {write}"
    what = f"nie ma pliku {usual[0]}, a jest tu podobny plik: {like}"
    return Problem(str(folder), what, write, level="warning")


def _like(folder: Path, starts: tuple[str, ...], taken: Iterable[Path | None]) -> str | None:
    used = {one.name for one in taken if one is not None}
    for name in _names(folder):
        known = Path(name).suffix.casefold() in _TABLES and name not in used
        if known and normal(name).startswith(starts):
            return name
    return None


def _names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.is_file())
