"""YAML 1.2 as plain values, with the line of every key and item.

``no`` stays a text, ``010`` is ten, ``12:30`` is a text; numbers with a point are Decimal. Tags,
anchors that repeat and duplicate keys are refused: what is read is what a person sees.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reading.problems import Level, Problem, Refused, why

Path = tuple[str | int, ...]

Plain = Any
"""A text, number, date, truth value or nothing, or lists and mappings of them."""

_TAG = "tag:yaml.org,2002:"

_DIRECTIVE = re.compile(r"^%.*", re.MULTILINE)
"""``%YAML 1.1`` would make ``no`` a truth value again; nothing else begins a line with %."""

_READ_ALIKE = re.compile(r"(?!.*[|>]#)[^\t&*!]*", re.DOTALL)
"""Texts that both parsers were found to read alike: without tabs, anchors, tags and ``|#``."""

_ENGLISH = {
    r"'\t'": "tabulator zamiast spacji",
    "mapping values are not allowed": "dwukropek w środku tekstu albo złe wcięcie",
    "expected ',' or ']'": "brak przecinka albo nawiasu ]",
    "expected ',' or '}'": "brak przecinka albo nawiasu }",
    "undefined alias": "gwiazdka na początku tekstu bez cudzysłowu",
    "another document": "drugi dokument w jednym pliku",
    "quoted scalar": "niezamknięty cudzysłów",
    "could not find expected ':'": "wiersz bez dwukropka",
    "expected <block end>": "złe wcięcie",
    "cannot start any token": "niedozwolony znak na początku tekstu bez cudzysłowu",
}
"""Parts of what the parser says, and how a clerk is told the same."""


@dataclass(slots=True)
class YamlFile:
    """The plain value of a file, its text, and the lines (from 1) of everything in it."""

    name: str
    text: str
    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def at(self, path: Path) -> Plain:
        """Return the value at a place, or nothing where the file has no such place."""
        value = self.value
        for step in path if path in self.lines else ():
            value = value[step]
        return value if path in self.lines else None

    def line(self, path: Path) -> int:
        """Return the line of a place, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: Path, what: str, write: str, level: Level = "error") -> Problem:
        """Make a problem at a place of this file."""
        return Problem(self.name, what, write, line=self.line(path), level=level)


def read_yaml(file: FilePath) -> YamlFile:
    """Read a YAML file.

    Raises:
        Refused: it is not there, is not UTF-8, is not YAML, or says something twice.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        what, write = "nie ma takiego pliku", "sprawdź nazwę i folder"
        raise Refused([Problem(str(file), what, write)]) from None
    except IsADirectoryError:
        what, write = "to jest folder, a nie plik", "podaj plik .yaml"
        raise Refused([Problem(str(file), what, write)]) from None
    except UnicodeDecodeError:
        what, write = "plik nie jest w kodowaniu UTF-8", "zapisz go w edytorze jako UTF-8"
        raise Refused([Problem(str(file), what, write)]) from None
    except OSError as error:
        what, write = f"nie można otworzyć pliku ({why(error)})", "sprawdź uprawnienia"
        raise Refused([Problem(str(file), what, write)]) from None
    return parse_yaml(text, str(file))


def parse_yaml(text: str, name: str) -> YamlFile:
    """Read a text as YAML; ``name`` is how messages call it.

    Raises:
        Refused: it is not YAML, or says something twice.
    """
    found = YamlFile(name, text)
    directive = _DIRECTIVE.search(text)
    if directive is not None:
        what = f"wiersz „{directive[0]}” zmienia to, jak czyta się plik"
        above = text.count("\n", 0, directive.start())
        raise Refused([Problem(name, what, "usuń ten wiersz", line=above + 1)])
    try:
        node = _composed(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else None
        what = f"to nie jest poprawny YAML{_in_polish(f'{error.context} {error.problem}')}"
        write = "sprawdź wcięcia (spacje, nie tabulatory), dwukropki i cudzysłowy"
        raise Refused([Problem(name, what, write, line=line)]) from None
    except RecursionError:
        what = "plik jest zbyt głęboko zagnieżdżony"
        raise Refused([Problem(name, what, "usuń zbędne nawiasy")]) from None
    except YAMLError:
        what = "to nie jest poprawny YAML"
        raise Refused([Problem(name, what, "usuń znaki sterujące z pliku")]) from None
    if node is None:
        raise Refused([Problem(name, "plik jest pusty", "wpisz treść według README", line=1)])
    found.value = _Plain(found).value(node, ())
    if found.problems:
        raise Refused(found.problems)
    return found


def _composed(text: str) -> Plain:
    """Compose the nodes of a text, by libyaml where it is known to read as ruamel.yaml does.

    libyaml is ten times faster, but takes tabs, tags and anchors otherwise, and says less of a
    mistake: such texts, and all that it refuses, are read by ruamel.yaml itself.
    """
    if _READ_ALIKE.fullmatch(text):
        try:
            return _reader(pure=False).compose(text)
        except YAMLError:
            pass
    return _reader(pure=True).compose(text)


def _reader(*, pure: bool) -> YAML:
    yaml = YAML(typ="safe", pure=pure)
    yaml.version = (1, 2)
    return yaml


def _in_polish(english: str) -> str:
    said = (polish for part, polish in _ENGLISH.items() if part in english)
    return "".join(f" ({polish})" for polish in list(said)[:1])


class _Plain:
    """Turns nodes into plain values and remembers their lines."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.seen: set[int] = set()

    def value(self, node: Node, path: Path) -> Plain:
        """Return the plain value of a node and remember its line."""
        self.file.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self.seen:
            self._problem(path, "odwołanie (&, *) do innego miejsca pliku", "powtórz treść")
            return None
        self.seen.add(id(node))
        if not isinstance(node, ScalarNode) and node.tag not in _COLLECTIONS:
            self._problem(path, f"znacznik „{node.tag}” jest niedozwolony", "usuń go")
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, place)) for place, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._problem(path, "kluczem jest lista albo słownik", "wpisz zwykły klucz")
                continue
            key = str(key_node.value)
            here = (*path, key)
            if key in found:
                self.file.lines[here] = key_node.start_mark.line + 1
                self._problem(here, f"klucz „{key}” stoi dwa razy", "zostaw jeden")
                continue
            self.file.lines[here] = key_node.start_mark.line + 1
            found[key] = self.value(value_node, here)
        return found

    def _scalar(self, node: Node, path: Path) -> Plain:
        kind = str(node.tag).removeprefix(_TAG)
        text = str(node.value)
        if kind not in _SCALARS:
            self._problem(path, f"znacznik „{node.tag}” jest niedozwolony", "usuń go")
            return None
        try:
            return _SCALARS[kind](text)
        except (ValueError, ArithmeticError):
            self._problem(path, f"nie można odczytać „{text}”", "popraw albo ujmij w cudzysłów")
            return None

    def _problem(self, path: Path, what: str, write: str) -> None:
        self.file.problems.append(self.file.problem(path, what, write))


MOST_DIGITS = 15
"""No office counts further than this, before the point or after it; ``1e400`` is a slip."""


def _whole(text: str) -> int:
    digits = text.replace("_", "")
    number = int(digits, 0 if digits[:2] in ("0x", "0o") else 10)
    if abs(number) >= 10**MOST_DIGITS:
        raise ValueError(text)
    return number


def _fraction(text: str) -> Decimal:
    number = Decimal(text.replace("_", ""))
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or number.adjusted() >= MOST_DIGITS or exponent < -MOST_DIGITS:
        raise ValueError(text)
    return number


def _moment(text: str) -> date | datetime:
    is_day = len(text) == len("2022-05-01")
    return date.fromisoformat(text) if is_day else datetime.fromisoformat(text)


_COLLECTIONS = {f"{_TAG}map", f"{_TAG}seq"}

_SCALARS: dict[str, Callable[[str], Plain]] = {
    "null": lambda _: None,
    "bool": lambda text: text.casefold() == "true",
    "int": _whole,
    "float": _fraction,
    "timestamp": _moment,
    "str": str,
}
"""How each kind of scalar of YAML 1.2 is read; any other tag is refused."""
