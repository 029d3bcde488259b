"""A look inside a workbook before it is opened: is it as small as it says, and what is broken.

calamine lays a sheet out as a full rectangle: two cells, one in each far corner, would ask for
half a terabyte and end the program. So the corners are measured first. It also reads the error of
a formula as an empty cell; here the errors are found, so that they are not taken for "unknown".
"""

import re
import zipfile
import zlib
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from python_calamine import ZipError

from intake.sheet import MOST_BYTES

MOST_CELLS = 20_000_000
"""The largest rectangle of a sheet: 100 000 rows of 200 columns."""

_OLD_HEADER = _OLD_SECTOR = 512
_OLD_COUNTS = (40, 44, 64, 72)
"""Where the header of an XLS counts its sectors."""
_CHUNK = 4 * 1024 * 1024
_OVERLAP = 64 * 1024
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,7})[\"']")
_ERROR = re.compile(
    rb"<c\s[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"[^>]*?\bt=\"e\"[^>]*>(?:(?!</c>).)*?<v>([^<]{1,20})</v>",
    re.DOTALL,
)
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_LINK = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")


class TooLarge(Exception):  # noqa: N818 - an answer to the clerk, in Polish
    """The workbook would need more memory than any register is worth."""


@dataclass(slots=True)
class Found:
    """Errors of formulas: by sheet, then by row and column (rows from 1, columns from 0)."""

    errors: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)


def look_inside(file: Path) -> Found:
    """Measure a packed workbook and find its errors of formulas.

    Raises:
        TooLarge: unpacked it is larger than a register can be, or its cells lie too far apart.
        ZipError: it is damaged.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            return _look(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ZipError(str(error)) from None
    except expat.ExpatError as error:
        raise ZipError(str(error)) from None


def look_at_old(content: bytes) -> None:
    """Refuse an old workbook (XLS) whose header counts more sectors than the file can hold.

    Raises:
        ZipError: it is damaged.
    """
    counts = [int.from_bytes(content[at : at + 4], "little") for at in _OLD_COUNTS]
    if len(content) < _OLD_HEADER or max(counts) * _OLD_SECTOR > len(content):
        raise ZipError("nagłówek nie zgadza się z rozmiarem")


def _look(packed: zipfile.ZipFile) -> Found:
    parts = packed.infolist()
    if sum(part.file_size for part in parts) > MOST_BYTES:
        raise TooLarge("arkusz po rozpakowaniu jest za duży (ponad 512 MB)")
    names = _sheet_names(packed)
    found = Found()
    for part in parts:
        with closing(_chunks(packed, part)) as chunks:
            if part.filename == "content.xml":
                _OdsCorners().measure(chunks)
            elif part.filename.startswith("xl/worksheets/"):
                errors = _sheet(chunks)
                found.errors |= {names.get(part.filename, ""): errors} if errors else {}
            else:  # a header may lie about the size: reading tells
                deque(chunks, maxlen=0)
    return found


def _chunks(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Generator[bytes]:
    with packed.open(part) as opened:
        while chunk := opened.read(_CHUNK):
            yield chunk


def _sheet(chunks: Iterator[bytes]) -> dict[tuple[int, int], str]:
    """Measure one sheet of an XLSX; return its errors."""
    tail, rows, columns = b"", 0, 0
    errors: dict[tuple[int, int], str] = {}
    for chunk in chunks:
        text = tail + chunk
        places = set(_PLACE.findall(text))
        rows = max([rows, *(int(row) for _, row in places)])
        columns = max([columns, *(_column(name) for name in {name for name, _ in places})])
        _check(rows, columns)
        for name, row, error in _ERROR.findall(text):
            errors[int(row), _column(name) - 1] = error.decode("ascii", "replace")
        tail = text[-_OVERLAP:]
    return errors


def _column(letters: bytes) -> int:
    """Count columns up to the one with these letters: A is 1; none is 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _check(rows: int, columns: int) -> None:
    if rows * columns > MOST_CELLS:
        raise TooLarge(f"arkusz sięga {rows}. wiersza i {columns}. kolumny, to za dużo")


def _sheet_names(packed: zipfile.ZipFile) -> dict[str, str]:
    """Tell which part of an XLSX holds which sheet."""
    if "xl/workbook.xml" not in packed.namelist():
        return {}
    links = {}
    if "xl/_rels/workbook.xml.rels" in packed.namelist():
        for tag in _LINK.findall(packed.read("xl/_rels/workbook.xml.rels")):
            links[_attribute(tag, "Id")] = _attribute(tag, "Target")
    names = {}
    for tag in _SHEET.findall(packed.read("xl/workbook.xml")):
        target = links.get(_attribute(tag, r"\w+:id"), "").lstrip("/")
        names[target if target.startswith("xl/") else f"xl/{target}"] = _attribute(tag, "name")
    return names


def _attribute(tag: bytes, name: str) -> str:
    found = re.search(rf"\s{name}=[\"']([^\"']*)[\"']", tag.decode("utf-8", "replace"))
    return unescaped(found[1]) if found else ""


def unescaped(text: str) -> str:
    """Undo the escapes of an XML attribute."""
    for escape, letter in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        text = text.replace(f"&{escape};", letter)
    return text


class _OdsCorners:
    """Measures the sheets of an ODS, where one element may stand for a million cells."""

    def __init__(self) -> None:
        self.row = self.rows = self.column = self.columns = self.repeated = 0
        self.filled = False

    def measure(self, chunks: Iterator[bytes]) -> None:
        """Read the content piece by piece and count the rows and columns of its sheets."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self.row = self.rows = self.columns = 0
        elif name == "table:table-row":
            self.column, self.filled = 0, False
            self.repeated = _count(attributes, "table:number-rows-repeated")
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.column += _count(attributes, "table:number-columns-repeated")
            if "office:value-type" in attributes:
                self.filled = True
                self.columns = max(self.columns, self.column)

    def _end(self, name: str) -> None:
        if name == "table:table-row":
            self.row += self.repeated
            self.rows = self.row if self.filled else self.rows
            _check(self.rows, self.columns)


def _count(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "1")
    return int(written) if written.isdecimal() and len(written) < 10 else MOST_CELLS + 1  # noqa: PLR2004
