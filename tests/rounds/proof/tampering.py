"""What somebody might do to a printed document."""

import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

Path = tuple[str | int, ...]


def attached(content: bytes) -> dict[str, str]:
    """Read what a document carries."""
    return {
        name: some[-1].decode() for name, some in PdfReader(BytesIO(content)).attachments.items()
    }


def with_attached(content: bytes, name: str, text: str) -> bytes:
    """Put another text in the place of an attachment."""
    writer = PdfWriter(clone_from=BytesIO(content))
    names: Any = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index]
    for label, spec in zip(names[::2], names[1::2], strict=True):
        if label == name or spec.get_object()["/UF"] == name:
            stream = DecodedStreamObject()
            stream.set_data(text.encode())
            stream[NameObject("/Type")] = NameObject("/EmbeddedFile")
            files = spec.get_object()["/EF"]
            for key in list(files):
                files[NameObject(key)] = writer._add_object(stream)
            out = BytesIO()
            writer.write(out)
            return out.getvalue()
    raise AssertionError(f"no attachment {name}")


def figures(value: Any, path: Path = ()) -> Iterator[Path]:
    """Go through the places of all values that have a figure in them."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from figures(one, (*path, key))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from figures(one, (*path, place))
    elif not isinstance(value, bool) and re.search(r"\d", str(value)):
        yield path


def with_another_figure(value: Any, path: Path) -> Any:
    """Return a copy in which one figure at one place is another."""
    copy = json.loads(json.dumps(value))
    *above, last = path
    holder = copy
    for step in above:
        holder = holder[step]
    holder[last] = type(holder[last])(another(str(holder[last])))
    return copy


def another(text: str) -> str:
    """Change the last figure of a text by one."""
    return re.sub(r"\d(?=\D*$)", lambda found: str((int(found[0]) + 1) % 10), text)
