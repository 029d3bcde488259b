"""Which characters a page shows: only those that its own font has, and none that hides others."""

import logging
import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

# It warns in English of the age of a font, which nobody here can mend.
logging.getLogger("fontTools").setLevel(logging.ERROR)

FONTS = Path(__file__).resolve().parent / "fonts"

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows: a title must not rewrite the line it is on."""

_SPACES = frozenset("\t\n")
_ALIKE = {"\u2011": "\u2010"}
"""What the font lacks, by what looks the same: the hyphen that ends no line."""

_LAST_TWO = 0xFFFE
_NONCHARACTERS = range(0xFDD0, 0xFDF0)


def printable(text: str) -> str:
    """Return the text as a page can show it, the same on every machine.

    Controls, surrogates, noncharacters and bidi marks are left out. A character that the bundled
    font lacks is written as its number, ``[U+4E2D]``, so that no other font ever steps in.
    """
    known = _letters()
    return "".join(
        one if one in known else _ALIKE.get(one, f"[U+{ord(one):04X}]")
        for one in unicodedata.normalize("NFC", text)
        if not _dropped(one)
    )


def _dropped(one: str) -> bool:
    if one in _SPACES:
        return False
    code = ord(one)
    if code in _NONCHARACTERS or code & _LAST_TWO == _LAST_TWO or one in _BIDI:
        return True
    return unicodedata.category(one) in {"Cc", "Cs"}


@cache
def _letters() -> frozenset[str]:
    """Tell the characters that all four cuts of the font have."""
    cuts = []
    for file in sorted(FONTS.glob("*.ttf")):
        with TTFont(file, lazy=True) as font:
            cuts.append(frozenset(map(chr, font.getBestCmap())))
    return _SPACES.union(frozenset.intersection(*cuts))
