"""A proof print of an LGD's own templates: whether they print, before any document depends on it."""

import re
from collections.abc import Iterator
from importlib import import_module

from reading.models import read_model
from reading.problems import Problem, Refused
from reading.yaml_file import read_yaml
from scoring.value import Value
from templates.desk import HERE, RefusedAddressError
from templates.letterhead import Paper
from templates.press import press

EXAMPLE = "example.yaml"

_FONT = re.compile(r"font(?:-family)?\s*:\s*([^;}]*)", re.IGNORECASE)
_SIMPLE = re.compile(r"(?:normal|bold|italic|inherit|initial|unset|\d+)?\s*", re.IGNORECASE)


def example_of(template: str) -> Value:
    """Read the view of a template's example.

    Raises:
        Refused: the example lacks something that the view has, or has too much.
    """
    view: type[Value] = import_module(f"templates.{template}.view").View
    return read_model(read_yaml(HERE / template / EXAMPLE), view)


def proof_problems(paper: Paper) -> Iterator[Problem]:
    """Print the example of every template that the LGD has a part of, and tell what went wrong.

    An image is the same on every document, so that of one is enough where no template is changed.
    """
    yield from _font_problems(paper)
    for template in paper.templates or ["register"]:
        try:
            press(template, example_of(template), (), paper)
        except Refused as refused:
            yield from refused.problems
        except RefusedAddressError as refused:
            address = re.search(r'"(.+)"', str(refused))
            asked = str(refused) if address is None else address[1]
            what = f"wzór „{template}” sięga poza swój folder: {asked}"
            write = "wstaw obraz do folderu papieru i podaj jego nazwę; sieci się nie czyta"
            yield Problem(str(paper.folder / "templates" / template), what, write)


def _font_problems(paper: Paper) -> Iterator[Problem]:
    """Another font would be that of one machine, and letters would differ on the next."""
    for name, content in paper.files.items():
        text = (
            content.decode()
            if name.startswith("templates/") and name.endswith((".html", ".css"))
            else ""
        )
        for found in _FONT.finditer(text):
            if "Nabor" in found[1] or _SIMPLE.fullmatch(found[1]):
                continue
            line = text.count("\n", 0, found.start()) + 1
            what = f"krój pisma „{found[1].strip()}” nie jest tym, który mają dokumenty"
            write = 'wpisz font-family: "Nabor" albo usuń tę regułę'
            yield Problem(str(paper.folder / name), what, write, line=line)
