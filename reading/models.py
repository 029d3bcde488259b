"""From plain values to models of ``scoring``; pydantic's complaints become Polish problems."""

from difflib import get_close_matches
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from reading.problems import Problem, Refused
from reading.yaml_file import Path, Plain, YamlFile

Model = TypeVar("Model", bound=BaseModel)

_UNION_TAGS = {"all", "any", "not"}


def read_model(file: YamlFile, model: type[Model], value: Plain = None, at: Path = ()) -> Model:
    """Make a model of a file's value (or of the part of it that stands at ``at``).

    Raises:
        Refused: with every key that is unknown, missing or of the wrong type, each with its line.
    """
    try:
        return model.model_validate(file.value if value is None else value)
    except ValidationError as error:
        raise Refused(_problems(error, file, at, keys_of(model))) from None


def _problems(
    error: ValidationError, file: YamlFile, at: Path, keys: frozenset[str]
) -> list[Problem]:
    details = error.errors(include_url=False, include_context=True)
    found = [_problem(one, file, at, keys) for one in details if not _echo(one)]
    # Of a place that may hold one thing or another the first complaint is enough.
    return list({(one.line, one.what): one for one in reversed(found)}.values())[::-1]


def _echo(one: ErrorDetails) -> bool:
    """Say whether pydantic calls a list too short only because its items were refused."""
    needed = one.get("ctx", {}).get("min_length", 0)
    return one["type"] == "too_short" and len(one["input"]) >= needed


def _problem(one: ErrorDetails, file: YamlFile, at: Path, keys: frozenset[str]) -> Problem:
    path = (*at, *_in_file(one["loc"], file, at))
    what, write = _words(one, path, keys)
    return file.problem(path, what, write)


def _in_file(loc: Path, file: YamlFile, at: Path) -> Path:
    """Drop from pydantic's path the names of union members, which no file has.

    A criterion's kind and a condition's key stand in the path before the keys themselves.
    """
    path: Path = ()
    untagged = True
    for position, step in enumerate(loc):
        here = file.at((*at, *path))
        if untagged and _is_tag(step, here):
            untagged = False
        elif (*at, *path, step) in file.lines:
            path, untagged = (*path, step), True
        elif position == len(loc) - 1 and isinstance(here, dict):
            path = (*path, step)
    return path


def _is_tag(step: str | int, here: Plain) -> bool:
    """Say whether a step only tells which member of a union the mapping was taken for."""
    if not isinstance(here, dict):
        return False
    return here.get("kind") == step or step == "compare" or (step in _UNION_TAGS and step in here)


def _words(one: ErrorDetails, path: Path, keys: frozenset[str]) -> tuple[str, str]:
    """Return what is wrong and what to write instead."""
    key = path[-1] if path else "plik"
    context = one.get("ctx", {})
    of_a_list = (f"{_shown(one['input'])} jest niedozwolone", _allowed(one["input"], context))
    said = {
        "extra_forbidden": (f"nieznany klucz „{key}”", _stray(key, one["input"], keys)),
        "missing": (f"brakuje klucza „{key}”", f"dopisz „{key}: …”"),
        "literal_error": of_a_list,
        "enum": of_a_list,
        "union_tag_invalid": (
            f"nieznany rodzaj „{context.get('tag')}”",
            f"wpisz jeden z: {context.get('expected_tags')}",
        ),
        "union_tag_not_found": ("brakuje klucza „kind”", "dopisz rodzaj, np. kind: yes_no"),
        "value_error": (str(context.get("error", "")), "popraw według opisu kluczy"),
    }
    wrong = f"zła wartość klucza „{key}”: {_shown(one['input'])}"
    if one["type"].startswith("model") and key in _EXAMPLES:
        return wrong, f"wpisz np. {_EXAMPLES[key]}"
    return said.get(one["type"], (wrong, _expected(one["type"], context)))


def _allowed(value: Plain, context: dict[str, Any]) -> str:
    """Say which words are allowed; a number that should be one of them only lacks its quotes."""
    write = f"wpisz: {context.get('expected', '')}".replace(" or ", " albo ")
    return f"ujmij w cudzysłów, np. '{value}'; {write}" if type(value) is int else write


_EXAMPLES: dict[str | int, str] = {
    "minimum": "minimum: {points: 18}",
    "limit": "limit: {pln: 600000, policy: stop, source: ogłoszenie}",
    "lgd": "lgd: {id: moja-lgd, name: Moja LGD}",
    "adopted_by": "adopted_by: {title: LSR, href: https://…}",
    "rounding": "rounding: {places: 2, mode: half_up, threshold: after, source: regulamin}",
}
"""What a key that holds keys of its own may look like."""

_EXPECTED = {
    "finite_number": "wpisz liczbę, np. 2.5",
    "decimal": "wpisz liczbę, np. 2.5",
    "int": "wpisz liczbę całkowitą, np. 2",
    "bool": "wpisz true albo false",
    "string": "wpisz tekst (liczbę ujmij w cudzysłów)",
    "datetime": "wpisz datę i godzinę, np. 2022-05-01T12:00",
    "date": "wpisz datę, np. 2022-05-01",
    "tuple": "wpisz listę, np. [a, b]",
    "dict": "wpisz klucze i wartości",
    "model": "wpisz klucze i wartości",
    "too": "dopisz brakujące albo usuń nadmiarowe pozycje",
}

_LIMITS = {
    "gt": "wpisz większą liczbę (ponad {})",
    "ge": "wpisz większą liczbę (co najmniej {})",
    "lt": "wpisz mniejszą liczbę (poniżej {})",
    "le": "wpisz mniejszą liczbę (co najwyżej {})",
}


def _expected(kind: str, context: dict[str, Any]) -> str:
    for key, advice in _LIMITS.items():
        if key in context:
            return advice.format(context[key])
    found = (advice for start, advice in _EXPECTED.items() if kind.startswith(start))
    return next(found, "popraw według opisu kluczy")


def _stray(key: str | int, value: Plain, keys: frozenset[str]) -> str:
    """Advise on an unknown key; a number, or a key without a value, is what a comma left over."""
    advice = _nearest(str(key), keys)
    if str(key).replace(".", "").isdigit() or (value is None and advice.startswith("usuń go albo")):
        return "ułamek pisze się z kropką (0.5), a tekst z przecinkiem ujmuje w cudzysłów"
    return advice


def _nearest(key: str, keys: frozenset[str]) -> str:
    if key in keys:
        return "usuń go: ten klucz należy do innego miejsca pliku"
    near = get_close_matches(key, sorted(keys), n=1, cutoff=0.7)
    return f"czy chodziło o „{near[0]}”?" if near else "usuń go albo popraw według opisu kluczy"


def _shown(value: Plain) -> str:
    """Show a value as the file has it, and of a long or composed one only what it is."""
    if isinstance(value, dict | list):
        return "słownik" if isinstance(value, dict) else "lista"
    text = "" if value is None else str(value)
    text = text.lower() if isinstance(value, bool) else text
    return f"„{text[:60]}…”" if len(text) > 60 else f"„{text}”"  # noqa: PLR2004


@cache
def keys_of(model: type[BaseModel]) -> frozenset[str]:
    """Return every key that a file of this model may have, at any depth."""
    found: set[str] = set()
    waiting: list[Any] = [model]
    seen: list[Any] = []
    while waiting:
        annotation = waiting.pop()
        if annotation in seen:
            continue
        seen.append(annotation)
        waiting += get_args(annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            for name, field in annotation.model_fields.items():
                found.add(field.alias or name)
                waiting.append(field.annotation)
    return frozenset(found)
