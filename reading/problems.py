"""What is wrong in a file that somebody wrote, told so that a clerk can mend it."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]
"""How much it matters: it cannot be used; look at it; it is openly said and nothing to mend."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it is, what is wrong, and what to write instead (in Polish).

    ``line`` counts from 1 in text files; ``sheet``, ``row`` and ``column`` are those that a
    spreadsheet shows.
    """

    file: str
    what: str
    write: str
    line: int | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    level: Level = "error"

    @property
    def place(self) -> str:
        """Tell the place as people find it: ``rejestr.xlsx, arkusz „Wnioski”, wiersz 7``."""
        said = [self.file if self.line is None else f"{self.file}:{self.line}"]
        if self.sheet is not None:
            said.append(f"arkusz „{self.sheet}”")
        if self.row is not None:
            said.append(f"wiersz {self.row}")
        if self.column is not None:
            said.append(f"kolumna „{self.column}”")
        return ", ".join(said)

    def __str__(self) -> str:
        """Tell place, mistake and advice in one line."""
        return f"{self.place}: {self.what} → {self.write}"


class Refused(Exception):  # noqa: N818 - it is no error of the program but an answer to the clerk
    """What came in cannot be used. Carries all the problems, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, errors first."""
        ordered = sorted(problems, key=lambda one: one.level != "error")
        self.problems: tuple[Problem, ...] = tuple(ordered)
        super().__init__("\n".join(map(str, self.problems)))


class Unavailable(Exception):  # noqa: N818 - it is no error of the program but an answer to the clerk
    """Something outside the program (a database, a disk, a server) cannot be used; says what to do.

    ``passes``: whether it may be there again by itself, so that repeating can help.
    """

    def __init__(self, message: str, *, passes: bool = True) -> None:
        self.passes = passes
        super().__init__(message)


def refuse_if_errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the warnings; raise :class:`Refused` with everything where one is an error."""
    found = list(problems)
    if any(problem.level == "error" for problem in found):
        raise Refused(found)
    return found


def why(error: OSError) -> str:
    """Say in Polish why a file or folder cannot be used."""
    return _WHY.get(error.errno or 0, "nie można użyć pliku ani folderu")


def unusable(error: OSError, place: object = None, before: str = "") -> Unavailable:
    """Say of which file or folder it is, why it cannot be used, and what to do about it.

    Args:
        error: what the system says.
        place: the file or folder, where it is known better than the system tells.
        before: what is to be said first.
    """
    where = place or error.filename or "plik albo folder"
    do = _DO.get(error.errno or 0, "popraw i powtórz polecenie")
    passes = error.errno not in _STAYS
    return Unavailable(f"{before}{where}: {why(error)}; {do}", passes=passes)


def in_one_line(failure: object) -> str:
    """Tell in Polish why something failed; what only programmers understand, as it is."""
    if isinstance(failure, Refused):
        return "; ".join(f"{one.place}: {one.what}" for one in failure.problems)
    if isinstance(failure, Unavailable):
        return str(failure)
    if isinstance(failure, OSError):
        return str(unusable(failure))
    return f"błąd programu: {failure}"


_WHY = {
    errno.EACCES: "brak uprawnień",
    errno.EPERM: "brak uprawnień",
    errno.EROFS: "dysk jest tylko do odczytu",
    errno.ENOENT: "nie ma takiego pliku ani folderu",
    errno.EEXIST: "jest już plik o tej nazwie",
    errno.ENOTDIR: "to jest plik, a nie folder",
    errno.EISDIR: "to jest folder, a nie plik",
    errno.ENOSPC: "brak miejsca na dysku",
    errno.EDQUOT: "brak miejsca na dysku",
    errno.ENAMETOOLONG: "nazwa jest za długa",
    errno.EBUSY: "plik jest otwarty w innym programie",
}
"""What the system says, in words."""

_GRANT = "nadaj prawo zapisu albo wskaż inny folder i powtórz polecenie"
_ROOM = "zwolnij miejsce i powtórz polecenie"
_MOVE = "przenieś ten plik albo wskaż inny folder i powtórz polecenie"
_DO = {
    errno.EACCES: _GRANT,
    errno.EPERM: _GRANT,
    errno.EROFS: _GRANT,
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EEXIST: _MOVE,
    errno.ENOTDIR: _MOVE,
}
"""What a clerk can do about it."""

_STAYS = frozenset(
    {
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
        errno.EEXIST,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.ENAMETOOLONG,
    }
)
"""What stays as it is until somebody mends it; a full disk or an absent share may pass by itself."""
