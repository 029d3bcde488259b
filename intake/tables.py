"""Any table that an office sends: XLSX, XLS, ODS, CSV or JSON, opened as sheets of rows."""

from pathlib import Path

from intake.delimited import read_delimited
from intake.json_table import read_json
from intake.sheet import MOST_BYTES, Sheet, refused
from intake.workbook import read_workbook
from reading.problems import Refused, why


def read_sheets(file: Path) -> list[Sheet]:
    """Open a table: XLSX, XLS or ODS (told apart by content), CSV or TXT, JSON.

    Raises:
        Refused: it is not there, cannot be opened, is empty, damaged, locked or far too large.
    """
    _look_at(file)
    suffix = file.suffix.casefold()
    reader = _READERS.get(suffix)
    if reader is None:
        what = f"nieznany rodzaj pliku „{suffix or file.name}”"
        raise refused(file, what, "zapisz tabelę jako .xlsx, .ods, .xls, .csv albo .json")
    try:
        return reader(file)
    except OSError as error:
        raise _unreadable(file, error) from None


def _look_at(file: Path) -> None:
    if file.name.startswith(("~$", ".~lock.")):
        what = "to jest plik blokady otwartego arkusza, a nie arkusz"
        raise refused(file, what, "zamknij arkusz w Excelu i wskaż właściwy plik")
    try:
        size = file.stat().st_size
    except OSError as error:
        raise _unreadable(file, error) from None
    if file.is_dir():
        raise refused(file, "to jest folder, a nie plik", "podaj plik z tabelą")
    if size == 0:
        raise refused(file, "plik jest pusty", "zapisz tabelę jeszcze raz")
    if size > MOST_BYTES:
        raise refused(file, "plik jest za duży (ponad 512 MB)", "podziel go na mniejsze")


def _unreadable(file: Path, error: OSError) -> Refused:
    if isinstance(error, FileNotFoundError):
        return refused(file, "nie ma takiego pliku", "sprawdź nazwę i folder")
    what = f"nie można otworzyć pliku ({why(error)})"
    return refused(file, what, "sprawdź uprawnienia i zamknij plik w innych programach")


_READERS = {
    ".xlsx": read_workbook,
    ".xlsm": read_workbook,
    ".xls": read_workbook,
    ".ods": read_workbook,
    ".csv": read_delimited,
    ".txt": read_delimited,
    ".tsv": read_delimited,
    ".json": read_json,
}
"""How each file is read, by the end of its name (a workbook tells its own kind)."""
