"""Pointing a call to other criteria: the one place in ``call.yaml`` that the program itself writes."""

import hashlib
import json
import os
import re
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from intake.call import CallFile
from intake.strays import CALL


def pin_criteria(call_file: CallFile, criteria: Path) -> bool:
    """Point ``criteria:`` of the call to a file, with its hash; say whether anything changed.

    Only the value of this key is written: every other letter of the file, its comments too, stays.
    The file appears whole or stays as it was.
    """
    file = call_file.folder / CALL
    name = Path(os.path.relpath(criteria.resolve(), call_file.folder.resolve())).as_posix()
    digest = hashlib.sha256(criteria.read_bytes()).hexdigest()
    pinned = call_file.yaml.at(("criteria",))
    if isinstance(pinned, dict) and pinned == {"file": name, "sha256": digest}:
        return False
    before = file.read_bytes()
    text = before.decode("utf-8-sig")
    after = _with_criteria(text, {"file": _quoted(name), "sha256": digest})
    mark = before[: len(before) - len(text.encode())]
    draft = file.with_name(f".{CALL}-{os.getpid()}")
    draft.write_bytes(mark + after.encode())
    draft.replace(file)
    return True


_PLAIN = re.compile(r"[\w.][\w./-]*")
"""A name that needs no quotation marks."""


def _quoted(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _with_criteria(text: str, pin: dict[str, str]) -> str:
    """Return the text with another value of the key, written as the old one was: in a line or below."""
    root = YAML(typ="rt").compose(text)
    assert isinstance(root, MappingNode)  # noqa: S101 - the call was read as a mapping already
    key, node = next(pair for pair in root.value if pair[0].value == "criteria")
    start = node.start_mark.index
    pairs = [f"{name}: {value}" for name, value in pin.items()]
    written = f"{{{', '.join(pairs)}}}"
    if "\n" in text[key.end_mark.index : start]:
        newline = "\r\n" if "\r\n" in text else "\n"
        written = f"{newline}{' ' * node.start_mark.column}".join(pairs)
    return f"{text[:start]}{written}{text[_end(node) :]}"


def _end(node: Node) -> int:
    """Return where the last letter of a value stands; comments after it are not of it."""
    if not isinstance(node, CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1] if isinstance(node, SequenceNode) else node.value[-1][1]
    return _end(last)
