"""Whether a file that should be an image is one, and of a size that a page can bear."""

import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree

from reading.problems import Problem

MOST_PIXELS = 4000
"""How wide or high an image may be; a logo 25 mm wide has 300 pixels at 300 dpi."""

_PNG = b"\x89PNG\r\n\x1a\n"
_HEAD = struct.Struct(">I4sII")
_SVG = "{http://www.w3.org/2000/svg}svg"


def image_problem(file: Path, content: bytes) -> Problem | None:
    """Tell why a file is not the PNG or SVG image that its name says it is; nothing if it is."""
    if file.suffix.lower() == ".png":
        return _png_problem(file, content)
    return _svg_problem(file, content)


def _png_problem(file: Path, content: bytes) -> Problem | None:
    """Look at the signature, the size, and the sum of every part (PNG specification, 5.2-5.3)."""
    write = "zapisz obraz na nowo jako PNG"
    if not content.startswith(_PNG):
        return Problem(str(file), "to nie jest obraz PNG, choć tak się nazywa", write)
    try:
        _, kind, width, height = _HEAD.unpack_from(content, len(_PNG))
        whole = kind == b"IHDR" and _is_whole(content)
    except (struct.error, zlib.error):
        return Problem(str(file), "obraz PNG jest uszkodzony", write)
    if not whole or not width or not height:
        return Problem(str(file), "obraz PNG jest uszkodzony", write)
    if max(width, height) > MOST_PIXELS:
        what = f"obraz jest za duży: {width} × {height} pikseli"
        return Problem(str(file), what, f"zmniejsz go do {MOST_PIXELS} pikseli")
    return None


def _is_whole(content: bytes) -> bool:
    """Go through the parts up to the one that ends the image; each has its sum behind it."""
    place, data = len(_PNG), b""
    while place < len(content):
        (length,) = struct.unpack_from(">I", content, place)
        kind = content[place + 4 : place + 8]
        part = content[place + 8 : place + 8 + length]
        (told,) = struct.unpack_from(">I", content, place + 8 + length)
        if zlib.crc32(kind + part) != told:
            return False
        data += part if kind == b"IDAT" else b""
        place += length + 12
        if kind == b"IEND":
            return bool(data)
    return False


def _svg_problem(file: Path, content: bytes) -> Problem | None:
    write = "zapisz obraz na nowo jako „zwykły SVG”"
    lowered = content.lower()
    for word in (b"<!doctype", b"<!entity", b"<script", b"<foreignobject"):
        if word in lowered:
            line = content.count(b"\n", 0, lowered.index(word)) + 1
            what = f"obraz SVG ma część, której się nie czyta: {word.decode()}…"
            return Problem(str(file), what, write, line=line)
    try:
        # What could make a parser grow (entities) was refused above.
        root = ElementTree.fromstring(content)  # noqa: S314
    except ElementTree.ParseError as error:
        what = "to nie jest obraz SVG, choć tak się nazywa"
        return Problem(str(file), what, write, line=error.position[0])
    if root.tag != _SVG:
        return Problem(str(file), "to nie jest obraz SVG, choć tak się nazywa", write, line=1)
    return None
