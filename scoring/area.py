"""Gminas and the areas that they make: which local action group (LGD) a place belongs to.

A gmina is written in many ways: „Gmina Suraż”, „gm. Suraż”, „Suraż (gmina miejsko-wiejska)”. Two
gminas may share a bare name („Miasto Brańsk”, „Gmina Brańsk”), so what a name says of the kind is
kept; a bare name may mean either.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from scoring.rule_ids import runs

Kind = Literal["town", "rural", "both"]
"""A town that is a gmina; a gmina that is called one; a town with its villages."""

_STROKES = str.maketrans("łŁ", "lL")
_WORDS = re.compile(r"[^\W_]+")
_BOTH = r"miasto i gmina|gmina i miasto|m i gm|gm i m|gmina miejsko wiejska|gm miejsko wiejska"
_TOWN = r"gmina miejska|gm miejska|gm m|gmina miasto|miasto na prawach powiatu|miasto|m"
_RURAL = r"gmina wiejska|gm wiejska|gm w|gmina|gm"
_KIND = rf"(?:(?P<both>{_BOTH})|(?P<town>{_TOWN})|(?P<rural>{_RURAL}))"
_BEFORE = re.compile(rf"{_KIND} (?P<name>.+)")
_AFTER = re.compile(rf"(?P<name>.+?) {_KIND}")
_KEPT = re.compile(
    r"(?<![^\W_])(miasto|gmina|m\.?|gm\.?) ?i ?(gmina|miasto|gm\.?|m\.?)(?![^\W_])", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[,;/\n]\s*|\s+(?:i|oraz)\s+")
_ABOVE = frozenset({"pow", "powiat", "woj", "wojewodztwo"})
"""What stands above a gmina and is sometimes written behind it."""


@lru_cache(maxsize=8192)
def compared(text: str) -> str:
    """Return a name as it is compared: no case, no Polish letters, no hyphens, dots or quotes."""
    letters = unicodedata.normalize("NFKD", text.translate(_STROKES).casefold())
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    return " ".join(_WORDS.findall(bare))


@dataclass(frozen=True, slots=True)
class Gmina:
    """A gmina as it was written, its name as it is compared, and its kind where that was said."""

    written: str
    name: str
    kind: Kind | None

    def may_be(self, other: "Gmina") -> bool:
        """Say whether both names may mean one gmina; only a town and a gmina beside it differ."""
        return self.name == other.name and {self.kind, other.kind} != {"town", "rural"}


@lru_cache(maxsize=8192)
def gmina_of(written: str) -> Gmina:
    """Read the name of one gmina, with its kind before or behind it, or without."""
    text = compared(written)
    found = _BEFORE.fullmatch(text) or _AFTER.fullmatch(text)
    if found is None:
        return Gmina(written, text, None)
    kinds: tuple[Kind, ...] = ("both", "town", "rural")
    return Gmina(written, found["name"], next(one for one in kinds if found[one]))


@lru_cache(maxsize=8192)
def gminas_in(cell: str) -> tuple[Gmina, ...]:
    """Read every gmina of a text such as „Suraż, Łapy”; a powiat or voivodeship is left out."""
    return tuple(_gminas(cell))


def _gminas(cell: str) -> Iterator[Gmina]:
    kept = _KEPT.sub(lambda one: f"{one[1]}\0{one[2]}", cell)
    for part in _BETWEEN.split(kept):
        name = part.replace("\0", " i ").strip()
        if compared(name) and compared(name).split()[0] not in _ABOVE:
            yield gmina_of(name)


@dataclass(frozen=True, slots=True)
class Area:
    """The area of an LGD: its id, its name, and its gminas in the spelling of their source."""

    lgd: str
    name: str
    gminas: tuple[str, ...]

    def gminas_meant(self, gmina: Gmina) -> list[str]:
        """Return the gminas of the area that the name may mean."""
        return [one for one in self.gminas if gmina.may_be(gmina_of(one))]

    def of_this_name(self, gmina: Gmina) -> list[str]:
        """Return the gminas of the area that share the bare name, of whatever kind."""
        return [one for one in self.gminas if gmina_of(one).name == gmina.name]


@runs("N1")
def belongs(area: Area | None, gmina: str | None) -> bool | None:
    """Say whether a gmina (or every gmina of a list of them) lies in the area of an LGD.

    Unknown (``None``) where the area or the gmina is not known. Source: programme text, list of
    the LGDs of Podlaskie with the gminas of their areas.
    """
    if area is None or gmina is None:
        return None
    named = gminas_in(gmina)
    return all(area.gminas_meant(one) for one in named) if named else None


@lru_cache(maxsize=8192)
def owners(areas: tuple[Area, ...], gmina: Gmina) -> tuple[Area, ...]:
    """Return the areas that a gmina may belong to, in their order."""
    return tuple(one for one in areas if one.gminas_meant(gmina))
