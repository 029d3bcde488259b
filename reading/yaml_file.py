"""YAML 1.2 as plain values, with the line of every key and item.

``no`` stays a text, ``010`` is ten, ``12:30`` is a text; numbers with a point are Decimal. Tags,
anchors that repeat and duplicate keys are refused: what is read is what a person sees.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reading.problems import Level, Problem, Refused

Path = tuple[str | int, ...]

Plain = Any
"""A text, number, date, truth value or nothing, or lists and mappings of them."""

_TAG = "tag:yaml.org,2002:"


@dataclass(slots=True)
class YamlFile:
    """The plain value of a file, its text, and the lines (from 1) of everything in it."""

    name: str
    text: str
    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

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
        what, write = f"nie można otworzyć pliku ({error.strerror})", "sprawdź uprawnienia"
        raise Refused([Problem(str(file), what, write)]) from None
    return parse_yaml(text, str(file))


def parse_yaml(text: str, name: str) -> YamlFile:
    """Read a text as YAML; ``name`` is how messages call it.

    Raises:
        Refused: it is not YAML, or says something twice.
    """
    found = YamlFile(name, text)
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    try:
        node = yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else None
        what = f"to nie jest poprawny YAML ({error.problem or error.context})"
        write = "sprawdź wcięcia (spacje, nie tabulatory), dwukropki i cudzysłowy"
        raise Refused([Problem(name, what, write, line=line)]) from None
    except YAMLError:
        what = "to nie jest poprawny YAML"
        raise Refused([Problem(name, what, "usuń znaki sterujące z pliku")]) from None
    if node is None:
        raise Refused([Problem(name, "plik jest pusty", "wpisz treść według README", line=1)])
    found.value = _Plain(found).value(node, ())
    if found.problems:
        raise Refused(found.problems)
    return found


class _Plain:
    """Turns nodes into plain values and remembers their lines."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.seen: set[int] = set()

    def value(self, node: Node, path: Path) -> Plain:
        self.file.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self.seen and not isinstance(node, ScalarNode):
            self._problem(path, "odwołanie (&, *) do innego miejsca pliku", "powtórz treść")
            return None
        self.seen.add(id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, place)) for place, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: MappingNode, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
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


_SCALARS: dict[str, Callable[[str], Plain]] = {
    "null": lambda _: None,
    "bool": lambda text: text.casefold() == "true",
    "int": _whole,
    "float": _fraction,
    "timestamp": _moment,
    "str": str,
}
"""How each kind of scalar of YAML 1.2 is read; any other tag is refused."""
