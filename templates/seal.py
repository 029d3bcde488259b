"""What every document carries of itself: which one it is, what it prints, and the hash of each file.

``document.json`` tells the name, template and version, every attachment in its order with its
SHA-256, by what the pages were laid out (``printer``), and the hash of what they show but the mark at
their foot (``page``). ``page.json`` is the view: the very
texts of the pages, in documents that do not carry the whole decision and so cannot be drawn again
from it. Of an LGD's own paper ``papier-firmowy.json`` has every file, so that the document can be
printed again anywhere.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import version as installed
from pathlib import Path
from typing import Any

from reading.models import read_model
from reading.yaml_file import parse_yaml
from scoring.canonical import Json
from scoring.value import Value
from templates.attachments import NAME
from templates.desk import HERE
from templates.document import Document
from templates.letterhead import LETTERHEAD, Letterhead, Paper
from templates.mark import mark_of, marked
from templates.press import Attached

DOCUMENT = "document.json"
PAGE = "page.json"
PAPER = "papier-firmowy.json"

FORMAT = 1
"""Version of what is sealed and how. A later program reads all earlier ones."""

WHOLE = "whole"


def seal(
    document: Document,
    version: int | None,
    view: Value,
    attached: Sequence[Attached],
    paper: Paper | None = None,
) -> tuple[Attached, ...]:
    """Return all attachments of a document: those given, and what it carries of itself.

    Args:
        document: which one it is.
        version: the number of the version; ``None`` of what is not kept.
        view: what is printed.
        attached: what it carries of the decision.
        paper: the LGD's own letterhead and templates.
    """
    carried = [*attached]
    if carries(attached) != WHOLE:
        text = _text(view.model_dump(mode="json"))
        carried.append(Attached(PAGE, text, "Data", "Treść, którą wydrukowano na stronach"))
    if paper is not None:
        carried.append(_paper(paper))
    said: Json = {
        "format": FORMAT,
        "name": document.name,
        "template": document.template,
        "version": version,
        "printer": printer(),
        "page": page_of(view),
        "attachments": [
            {
                "name": one.name,
                "sha256": digest(one.text),
                "relationship": one.relationship,
                "description": one.description,
            }
            for one in carried
        ],
    }
    decision = next((one.text for one in carried if one.name == NAME), None)
    if decision is not None:
        said["parts"] = parts_of(json.loads(decision))
    said["sha256"] = digest(_text(said))
    return (*carried, Attached(DOCUMENT, _text(said), "Data", "Który to dokument i co zawiera"))


def page_of(view: Value) -> str:
    """Return the hash of all that pages show but the mark at their foot."""
    mark = mark_of(view)
    shown = view if mark is None else marked(view, mark.blank)
    return digest(_text(shown.model_dump(mode="json")))


_SHORT = 16
"""How many digits of the hash of a part are kept: enough to see that it was changed."""


def parts_of(carried: Json) -> dict[str, str]:
    """Return the hash of every part of ``decision.json``, so that a changed one can be named."""
    return {name: digest(_text(part))[:_SHORT] for name, part in _parts(carried)}


def _parts(carried: Json) -> Iterator[tuple[str, Any]]:
    for name, part in carried.items():
        if name not in ("inputs", "results"):
            yield name, part
            continue
        for key, value in part.items():
            where = f"{name}, {key}"
            if name == "inputs" and key == "call":
                yield from ((f"{where}, {inner}", one) for inner, one in value.items())
            elif isinstance(value, list):
                yield from ((_called(where, one, place), one) for place, one in enumerate(value, 1))
            else:
                yield where, value


def _called(where: str, one: object, place: int) -> str:
    number = one.get("number") if isinstance(one, dict) else None
    return f"{where} {number}" if isinstance(number, str) else f"{where} [{place}]"


def is_intact(said: Json) -> bool:
    """Say whether ``document.json`` is as it was written: its own hash is that of the rest."""
    rest = {name: value for name, value in said.items() if name != "sha256"}
    return said.get("sha256") == digest(_text(rest))


def carries(attached: Sequence[Attached]) -> str | None:
    """Say how much of the decision is carried; ``None`` where it is nothing."""
    for one in attached:
        if one.name == NAME:
            found: str = json.loads(one.text)["carries"]
            return found
    return None


def view_again(template: str, text: str) -> Value:
    """Make a view again from ``page.json``.

    Raises:
        ValueError: the text is not such a view.
        ModuleNotFoundError: this program has no such template.
    """
    model: type[Value] = import_module(f"templates.{template}.view").View
    return model.model_validate_json(text)


def paper_again(text: str) -> Paper:
    """Make an LGD's paper again from ``papier-firmowy.json``.

    Raises:
        ValueError, KeyError: the text is not such a paper.
        Refused: its letterhead cannot be read.
    """
    files = {
        name: b64decode(one["base64"]) if "base64" in one else one["text"].encode()
        for name, one in json.loads(text).items()
    }
    letterhead = read_model(
        parse_yaml(files[LETTERHEAD].decode("utf-8-sig"), LETTERHEAD), Letterhead
    )
    return Paper(Path(PAPER), letterhead, files)


def _paper(paper: Paper) -> Attached:
    files = {name: _file(name, content) for name, content in paper.files.items()}
    what = "Papier firmowy, na którym wydrukowano dokument"
    return Attached(PAPER, _text(files), "Supplement", what)


def _file(name: str, content: bytes) -> Json:
    if name.endswith(".png"):
        return {"base64": b64encode(content).decode()}
    try:
        return {"text": content.decode()}
    except UnicodeDecodeError:
        return {"base64": b64encode(content).decode()}


@cache
def printer() -> str:
    """Return the hash of all that lays pages out: views, templates, fonts, words, libraries.

    Another printer may word or lay out a page otherwise; what it says in figures stays.
    """
    lines = [f"{name} {installed(name)}" for name in ("weasyprint", "pydyf", "fonttools", "babel")]
    lines.append(f"harfbuzz-subset {_cuts_fonts_by_harfbuzz()}")
    for folder in (HERE, HERE.parent / "scoring"):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                name = file.relative_to(folder.parent).as_posix()
                lines.append(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {name}")
    return digest("\n".join(lines))


def _cuts_fonts_by_harfbuzz() -> bool:
    ffi = import_module("weasyprint.text.ffi")
    return getattr(ffi, "harfbuzz_subset", None) is not None


def digest(text: str) -> str:
    """Return the SHA-256 of a text as bytes of UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def _text(value: Any) -> str:  # noqa: ANN401 - any JSON
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
