"""CSV as offices save it: cp1250, UTF-8 or UTF-16, with semicolons, commas or tabs."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from intake.sheet import Row, Sheet, refused
from reading.problems import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LATIN2 = re.compile(r"[^\W\d_][±¶Ľˇ¦¬]|[±¶Ľˇ¦¬][^\W\d_]")
"""How Polish letters of ISO-8859-2 look when they are taken for cp1250: „Ł±ka”."""

_DELIMITERS = ";,\t"
_SAMPLE = 40


def read_delimited(file: Path) -> list[Sheet]:
    """Open a CSV file: one sheet without a name.

    Raises:
        Refused: its letters or its quotation marks cannot be made out, or it is no text.
    """
    text = _text(file)
    return [Sheet(str(file), None, _rows(file, text, _delimiter(text)))]


def _text(file: Path) -> str:
    content = file.read_bytes()
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    try:
        text = content.decode(encoding) if encoding else _guessed(content)
    except UnicodeDecodeError:
        write = "zapisz go jako „CSV UTF-8 (rozdzielany przecinkami)”"
        raise refused(file, "nie można odczytać liter w pliku", write) from None
    if "\0" in text:
        raise refused(file, "to nie jest plik tekstowy (zawiera znaki NUL)", "zapisz go jako .csv")
    return text


def _guessed(content: bytes) -> str:
    if b"\0" in content[:200]:
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1250")
        return content.decode("iso-8859-2") if _LATIN2.search(text) else text


def _delimiter(text: str) -> str:
    """Return the delimiter that parts the first rows most; Excel may name it: ``sep=;``."""
    first = text[:6]
    if first.startswith("sep=") and first[4] in _DELIMITERS:
        return first[4]
    return max(_DELIMITERS, key=lambda one: _parts(text, one))


def _parts(text: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return sum(len(row) for row in islice(reader, _SAMPLE))
    except csv.Error:
        return 0


def _rows(file: Path, text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, list(cells)
    except csv.Error:
        raise _broken(file, number + 1) from None


def _broken(file: Path, row: int) -> Refused:
    what = f"w wierszu {row} zaczyna się cudzysłów, który nie jest domknięty"
    return refused(file, what, "popraw cudzysłowy albo zapisz tabelę jako .xlsx")
