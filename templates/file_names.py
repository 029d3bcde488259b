"""File names of documents: Polish ASCII, one for each case number."""

import re
import unicodedata
from collections.abc import Iterable

_TO_ASCII = str.maketrans("łŁ", "lL")


def unique_slugs(numbers: Iterable[str]) -> dict[str, str]:
    """Make a file name of every case number; those that would be alike are told apart.

    ``1/2`` and ``1-2`` become ``1-2`` and ``1-2_2``, whatever the order they come in; file
    systems that take ``A`` for ``a`` are thought of.
    """
    taken: set[str] = set()
    names: dict[str, str] = {}
    for number in sorted(numbers, key=lambda one: (one != slug(one), one)):
        stem = slug(number)
        name, count = stem, 1
        while name.casefold() in taken:
            count += 1
            name = f"{stem}_{count}"
        taken.add(name.casefold())
        names[number] = name
    return names


def slug(number: str) -> str:
    """Return a case number in letters, digits and hyphens: ``PD/16/06`` becomes ``PD-16-06``."""
    plain = unicodedata.normalize("NFKD", number.translate(_TO_ASCII))
    ascii_only = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-")[:80] or "bez-znaku"
