"""The structure tree of a tagged PDF, as a reader for the blind walks it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader


@dataclass
class Element:
    """A tag with what is below it. ``page`` counts from 0; ``marks`` are the numbers of its texts."""

    tag: str
    page: int | None
    alt: str | None
    scope: str | None
    marks: list[int] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """Go through this element and all below it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *tags: str) -> list["Element"]:
        """Return everything below with one of these tags."""
        return [one for one in self.walk() if one.tag in tags]


def tree(reader: PdfReader) -> Element:
    """Read the whole structure tree."""
    root: Any = reader.trailer["/Root"]
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    top = Element("root", None, None, None)
    _add(root["/StructTreeRoot"]["/K"], top, pages)
    return top


def _add(kids: Any, parent: Element, pages: dict[int, int]) -> None:
    for kid in kids if isinstance(kids, list) else [kids]:
        one = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(one, int):
            parent.marks.append(int(one))
        elif "/S" in one:
            page = pages[one.raw_get("/Pg").idnum] if "/Pg" in one else None
            scope = one.get("/A", {}).get("/Scope")
            alt = one.get("/Alt")
            element = Element(str(one["/S"])[1:], page, alt, scope and str(scope)[1:])
            parent.children.append(element)
            if "/K" in one:
                _add(one["/K"], element, pages)
