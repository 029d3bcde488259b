"""The JSON form of a register: ``{"applications": [{"number": …, "<fact id>": …}]}``."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from intake.sheet import Row, Sheet, refused
from reading.problems import Refused

_START = re.compile(r'\s*\{\s*"applications"\s*:\s*\[\s*')
_NEXT = re.compile(r"\s*,\s*(?=\{)|\s*(?=\])")
_END = re.compile(r"\]\s*\}\s*")

Read = tuple[int, dict[str, Any]]
"""The line where an application starts, and what it says."""


class _Twice(ValueError):  # noqa: N818 - an answer to the clerk, in Polish
    """A key stands twice in one application."""


def read_json(file: Path) -> list[Sheet]:
    """Open a JSON register: one sheet, a row an application, found by its line.

    Raises:
        Refused: it is not JSON of this form, or says something twice.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        what = "plik nie jest w kodowaniu UTF-8"
        raise refused(file, what, "zapisz go w edytorze jako UTF-8") from None
    return [Sheet(str(file), None, _rows(list(_applications(file, text))), plain=True, lines=True)]


def _rows(read: list[Read]) -> Iterator[Row]:
    """Lay the applications out under one header, made of all the keys that occur."""
    keys = list(dict.fromkeys(key for _, one in read for key in one))
    yield 1, list(keys)
    for line, one in read:
        yield line, [one.get(key) for key in keys]


def _applications(file: Path, text: str) -> Iterator[Read]:
    """Read one application after another, so that each knows its line."""
    decoder = json.JSONDecoder(parse_float=Decimal, object_pairs_hook=_once)
    start = _START.match(text)
    if start is None:
        raise _not_so(file, 1)
    position, line = start.end(), 1 + text.count("\n", 0, start.end())
    while not text.startswith("]", position):
        try:
            one, end = decoder.raw_decode(text, position)
        except json.JSONDecodeError as error:
            what = "to nie jest poprawny JSON"
            raise refused(file, what, "popraw w tym wierszu", error.lineno) from None
        except _Twice as error:
            raise refused(file, str(error), "zostaw jeden", line) from None
        except (ValueError, RecursionError):
            what = "nie można odczytać tego wniosku"
            raise refused(file, what, "popraw go według README", line) from None
        after = _NEXT.match(text, end)
        if not isinstance(one, dict) or after is None:
            raise _not_so(file, line)
        yield line, one
        line += text.count("\n", position, after.end())
        position = after.end()
    if _END.fullmatch(text, position) is None:
        raise _not_so(file, line)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that stands twice in one application."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Twice(f"klucz „{twice}” stoi dwa razy")
    return found


def _not_so(file: Path, line: int) -> Refused:
    write = 'wpisz {"applications": [{"number": "…", …}, …]}'
    return refused(file, "to nie jest rejestr w postaci JSON", write, line)
