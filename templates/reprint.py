"""A document whose pages show what they showed in an earlier version: marked anew, not printed.

Its bytes are those of a print, for only what follows from the version is exchanged: the mark at the
foot of each page, the metadata that name it, and what the document carries. ``page`` in
``document.json`` is the hash of all the rest of what the pages show; with the printer, the template
and the paper it says that they are the same. So nothing is kept for it but the documents themselves.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pydyf
from weasyprint.pdf.anchors import write_pdf_attachment

from scoring.canonical import Json
from scoring.value import Value
from templates.letterhead import Paper
from templates.mark import Mark, exchanged, needed
from templates.press import Attached, Pages, attachment, identity_of, mark_apart
from templates.seal import PAPER
from templates.structure import Written

END = b"%%EOF\n"
"""How a print ends; what is behind it was added later, such as a signature."""

_START = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
_OBJECT = re.compile(rb"(\d+) 0 obj\n(<<.*?/Length (\d+)>>)\nstream\n", re.DOTALL)
_PAGE = re.compile(rb"/Type /Page/")
_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
_CREATED = re.compile(rb"<xmp:CreateDate>(.*?)</xmp:CreateDate>")
_FINGERPRINT = re.compile("odcisk ((?:[0-9a-f]{4}\N{NO-BREAK SPACE}){3}[0-9a-f]{4})</rdf:li>")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The documents of an earlier version: where they are, and what hashes the records have of each."""

    folder: Path
    sha256: Mapping[str, frozenset[str]]

    def read(self, name: str) -> bytes | None:
        """Return a document as it was printed, whatever was added to it later.

        ``None`` where it is not there, or is not what the records say that was printed.
        """
        try:
            content = (self.folder / name).read_bytes()
        except OSError:
            return None
        printed = content[: content.find(END) + len(END)]
        known = self.sha256.get(name, frozenset())
        return printed if hashlib.sha256(printed).hexdigest() in known else None


class _OtherwiseError(Exception):
    """The earlier document is not made as a document is made now."""


@dataclass(frozen=True)
class _Parsed:
    """The objects of a print by number, and where in it the catalogue and the information are."""

    objects: dict[int, Written]
    root: int
    info: int

    def stream(self, number: int) -> bytes:
        """Return what a stream holds, unpacked."""
        return _unpacked(self.objects[number].content)

    def of_type(self, kind: bytes) -> list[int]:
        """Number the streams of a type, in their order."""
        head = b"<</Type /" + kind
        return [number for number, one in self.objects.items() if one.content.startswith(head)]


def reprinted(
    earlier: bytes,
    template: str,
    view: Value,
    attached: Sequence[Attached],
    paper: Paper | None = None,
) -> Pages | None:
    """Make a document from that of an earlier version.

    Args:
        earlier: the earlier document, as it was printed.
        template: that of the document.
        view: what the document shows.
        attached: all that it carries, ``document.json`` last.
        paper: the LGD's own letterhead and templates.

    Returns:
        The bytes that a print gives; ``None`` where the pages must be laid out anew.
    """
    now = mark_apart(template, view, paper)
    try:
        parsed = _parsed(earlier)
        files = parsed.of_type(b"EmbeddedFile")
        was = json.loads(parsed.stream(files[-1]))
        if now is None or not _is_same(was, json.loads(attached[-1].text), template):
            return None
        _ask_for_digits(parsed)
        pages = _marked(parsed, was, now)
        _carry(parsed, files, attached)
    except (_OtherwiseError, LookupError, ValueError, TypeError, zlib.error):
        return None
    return Pages(_written(parsed, identity_of(template, view, paper)), pages)


def _is_same(was: Json, now: Json, template: str) -> bool:
    """Say whether the pages show the same, and the document carries files of the same names."""
    return template == was["template"] and all(
        _printed(was, said) == _printed(now, said)
        for said in ("name", "printer", "page", "attachments")
    )


def _printed(said: Json, name: str) -> Any:  # noqa: ANN401 - any JSON
    if name != "attachments":
        return said[name]
    # Of the paper, which pages are laid out with, the content counts too.
    return [
        (
            one["name"],
            one["relationship"],
            one["description"],
            one["sha256"] * (one["name"] == PAPER),
        )
        for one in said["attachments"]
    ]


def _parsed(content: bytes) -> _Parsed:
    """Take a print apart."""
    if not content.startswith(_START):
        raise _OtherwiseError
    objects: dict[int, Written] = {}
    position, trailer = len(_START), b""
    while (found := _OBJECT.match(content, position)) is not None:
        number, head, length = int(found[1]), found[2], int(found[3])
        position = found.end() + length + len(b"\nendstream\nendobj\n")
        whole = content[found.start(2) : position - len(b"\nendobj\n")]
        if head.startswith(b"<</Type /ObjStm"):
            objects |= {one.number: one for one in _packed(head, _unpacked(whole))}
        elif head.startswith(b"<</Type /XRef"):
            trailer = head
        else:
            objects[number] = Written(number, whole, packed=False)
    root, info = (re.search(rb"/%s (\d+) 0 R" % one, trailer) for one in (b"Root", b"Info"))
    if root is None or info is None or sorted(objects) != list(range(1, len(objects) + 1)):
        raise _OtherwiseError
    return _Parsed(dict(sorted(objects.items())), int(root[1]), int(info[1]))


def _packed(head: bytes, content: bytes) -> Iterator[Written]:
    """Take apart what holds the small objects."""
    first = re.search(rb"/First (\d+)", head)
    if first is None:
        raise _OtherwiseError
    start = int(first[1])
    numbers = [int(one) for one in content[:start].split()]
    places = [*(start + one for one in numbers[1::2]), len(content) + 1]
    for number, begin, end in zip(numbers[::2], places[:-1], places[1:], strict=True):
        yield Written(number, content[begin : end - 1], packed=True)


def _unpacked(stream: bytes) -> bytes:
    head, content = stream.split(b"\nstream\n", 1)
    content = content[: -len(b"\nendstream")]
    return zlib.decompress(content) if b"/Filter /FlateDecode" in head else content


def _ask_for_digits(parsed: _Parsed) -> None:
    """Make sure that the fonts have every digit: those of a page laid out with its mark may not."""
    maps = [_unpacked(one.content) for one in parsed.objects.values() if not one.packed]
    if not any(b"begincmap" in one and all(digit in one for digit in needed()) for one in maps):
        raise _OtherwiseError


def _marked(parsed: _Parsed, was: Json, now: Mark) -> int:
    """Exchange the mark on the pages and in the metadata; return how many pages there are."""
    (place,) = parsed.of_type(b"Metadata")
    metadata = parsed.objects[place]
    said = _FINGERPRINT.search(metadata.content.decode())
    if said is None:
        raise _OtherwiseError
    version = None if was["version"] is None else f"wersja {was['version']}"
    before = Mark(version, said[1].replace("\N{NO-BREAK SPACE}", " "))
    pages = [one.content for one in parsed.objects.values() if _PAGE.search(one.content[:30])]
    for page in pages:
        number = _contents(page)
        drawing = exchanged(parsed.stream(number).split(b"\n"), before, now)
        if drawing is None:
            raise _OtherwiseError
        parsed.objects[number].content = pydyf.Stream(drawing, compress=True).data
    old, new = (f"{one.description}</rdf:li>".encode() for one in (before, now))
    told = _replaced(_unpacked(metadata.content), old, new)
    metadata.content = pydyf.Stream([told], {"Type": "/Metadata", "Subtype": "/XML"}).data
    info = parsed.objects[parsed.info]
    info.content = _replaced(info.content, *_as_written(before, now))
    return len(pages)


def _as_written(before: Mark, now: Mark) -> tuple[bytes, bytes]:
    """Return how the information ends its description, before and now."""
    wide = [f"{one.description.encode('utf-16-be').hex()}>".encode() for one in (before, now)]
    return wide[0], wide[1]


def _contents(page: bytes) -> int:
    found = _CONTENTS.search(page)
    if found is None:
        raise _OtherwiseError
    return int(found[1])


def _replaced(content: bytes, old: bytes, new: bytes) -> bytes:
    if content.count(old) != 1:
        raise _OtherwiseError
    return content.replace(old, new)


def _carry(parsed: _Parsed, files: Sequence[int], attached: Sequence[Attached]) -> None:
    """Put what the document carries in the place of what the earlier one does."""
    if len(files) != len(attached):
        raise _OtherwiseError
    (place,) = parsed.of_type(b"Metadata")
    said = _CREATED.search(parsed.objects[place].content)
    if said is None:
        raise _OtherwiseError
    dated = datetime.fromisoformat(said[1].decode()).replace(tzinfo=UTC)
    made = [attachment(one, dated) for one in attached]
    scratch = pydyf.PDF()
    specifications = []
    for number, one in zip(files, made, strict=True):
        scratch.objects = [None] * number
        specifications.append(write_pdf_attachment(scratch, one, compress=True))
        parsed.objects[number].content = scratch.objects[number].data
    relationships = {one.md5: one.relationship for one in made}
    for number, one, specification in zip(files, made, specifications, strict=True):
        specification["AFRelationship"] = f"/{relationships[one.md5]}"
        parsed.objects[number + 1].content = specification.data


def _written(parsed: _Parsed, identity: str) -> bytes:
    pdf = pydyf.PDF()
    del pdf.objects[1:]
    pdf.objects += [one for number, one in parsed.objects.items() if number != parsed.info]
    pdf.catalog, pdf.info = parsed.objects[parsed.root], parsed.objects[parsed.info]
    output = BytesIO()
    pdf.write(output, b"1.7", identity.encode(), compress=True)
    return output.getvalue()
