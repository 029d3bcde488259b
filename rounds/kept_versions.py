"""The versions of a call that the records hold."""

from pathlib import Path

from reading.problems import Problem, Refused
from records import store
from records.database import open_database
from scoring.call import Call


def kept_versions(call: Call, folder: Path, database: str) -> list[store.Version]:
    """Return every kept version of a call, oldest first; there is at least one.

    Raises:
        Refused: no version was kept yet.
        Unavailable: the database cannot be opened.
    """
    refuse_without_database(folder, database)
    engine = open_database(database)
    try:
        found = store.versions(engine, call.lgd.id, call.number)
    finally:
        engine.dispose()
    if not found:
        raise Refused([_never(folder)])
    return found


def refuse_without_database(folder: Path, database: str) -> None:
    """Make sure that looking makes no database: where there is no file yet, nothing was kept.

    Raises:
        Refused: there is no file.
    """
    file = database.removeprefix("sqlite:///")
    if file != database and not Path(file).is_file():
        raise Refused([_never(folder)])


def _never(folder: Path) -> Problem:
    what = "w bazie nie ma żadnej wersji tego naboru"
    write = f"przeprowadź rundę: „nabor round {folder}”; inną bazę wskazuje --database"
    return Problem(str(folder), what, write)
