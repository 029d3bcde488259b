"""Workbooks (XLSX, XLS, ODS) as sheets, read by calamine after a look at what is inside."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
)

from intake.guard import Found, TooLarge, look_at_old, look_inside
from intake.sheet import Cell, Row, Sheet, refused

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(file: Path) -> list[Sheet]:
    """Open a workbook, whatever its name ends with; sheets without content are left out.

    Raises:
        Refused: it is locked with a password, damaged, no workbook at all, or far too large.
    """
    with file.open("rb") as opened:
        packed = opened.read(len(_OLE)).startswith(b"PK")
    try:
        with _sound():
            found = look_inside(file) if packed else _look_at_old(file)
            return _sheets(file, found)
    except PasswordError:
        raise _locked(file) from None
    except TooLarge as large:
        write = "usuń zbędne wiersze i kolumny daleko pod tabelą albo zapisz ją jako .csv"
        raise refused(file, str(large), write) from None
    except CalamineError:
        what = "arkusz jest uszkodzony i nie można go odczytać"
        raise refused(file, what, "otwórz go w Excelu i zapisz jeszcze raz jako .xlsx") from None


@contextmanager
def _sound() -> Iterator[None]:
    """Turn a panic of calamine, which ``except Exception`` would let through, into its error."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise CalamineError("nieoczekiwana treść") from None
        raise


def _look_at_old(file: Path) -> Found:
    """Look at a file that is not packed: it must be an old workbook, and without a password."""
    content = file.read_bytes()
    if not content.startswith(_OLE):
        write = "otwórz go w Excelu i zapisz jako „Skoroszyt programu Excel (.xlsx)”"
        raise refused(file, "to nie jest arkusz, choć tak się nazywa", write)
    if _ENCRYPTED in content:
        raise _locked(file)
    look_at_old(content)
    return Found()


def _locked(file: Path) -> Exception:
    return refused(file, "arkusz jest zabezpieczony hasłem", "zapisz go bez hasła")


def _sheets(file: Path, found: Found) -> list[Sheet]:
    with file.open("rb") as opened:
        workbook = CalamineWorkbook.from_filelike(opened)
        opened_sheets = [workbook.get_sheet_by_name(name) for name in _names(workbook)]
        return [_sheet(file, one, found) for one in opened_sheets if one.start is not None]


def _names(workbook: CalamineWorkbook) -> list[str]:
    """Name the sheets that hold cells: neither charts nor macros."""
    return [one.name for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]


def _sheet(file: Path, sheet: CalamineSheet, found: Found) -> Sheet:
    offset = sheet.start[1] if sheet.start else 0
    errors = found.errors.get(sheet.name, {})
    rows = _with_errors(sheet, errors, offset) if errors else _rows(sheet)
    return Sheet(str(file), sheet.name, rows, offset=offset)


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    yield from enumerate(map(list[Cell], sheet.iter_rows()), start=1)


def _with_errors(
    sheet: CalamineSheet, errors: dict[tuple[int, int], str], offset: int
) -> Iterator[Row]:
    """Put back the errors of formulas (#REF!), which calamine reads as empty cells."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), error in errors.items():
        by_row.setdefault(row, {})[column - offset] = error
    for number, cells in _rows(sheet):
        for position, error in by_row.get(number, {}).items():
            if 0 <= position < len(cells):
                cells[position] = error
        yield number, cells
