"""Finding in the directory by what a person types: any case, any part, Polish letters or not."""

from dataclasses import dataclass
from difflib import get_close_matches

from criteria.directory.entry import Entry
from criteria.directory.read import Directory
from scoring.area import compared, gmina_of
from scoring.rule_ids import runs

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that was found, and the gminas by which it was."""

    entry: Entry
    gminas: tuple[str, ...] = ()


@runs("N1", "N2")
def find(directory: Directory, words: str) -> list[Found]:
    """Find entries by name, id or gmina.

    All words must be found in the name, or all in one gmina. Where a gmina is named whole
    („Narew”), gminas that only begin alike („Narewka”) are left out.
    """
    wanted, meant = compared(words), gmina_of(words)
    every = [one for entry in directory.entries for one in entry.area]
    whole = any(meant.may_be(gmina_of(one)) for one in every)
    found: list[Found] = []
    for entry in directory.entries:
        gminas = tuple(
            one
            for one in entry.area
            if (meant.may_be(gmina_of(one)) if whole else _has(one, wanted))
        )
        if gminas or _has(f"{entry.name} {entry.id}", wanted) or _spelt(entry.name, wanted):
            found.append(Found(entry, gminas))
    return found


def _has(text: str, wanted: str) -> bool:
    """Say whether every word is a part of the text; a lone letter must be a word of its own."""
    whole = compared(text)
    words = whole.split()
    return bool(wanted) and all(
        word in (words if len(word) == 1 else whole) for word in wanted.split()
    )


def _spelt(name: str, wanted: str) -> bool:
    """Find „narew” in „N.A.R.E.W.”: letters that stand alone are read together."""
    letters = "".join(one for one in compared(name).split() if len(one) == 1)
    return len(letters) > 1 and wanted.replace(" ", "") == letters


def nearest(directory: Directory, words: str) -> list[str]:
    """Return the names most like what was typed, at most three: of LGDs and of gminas."""
    names: dict[str, str] = {}
    for entry in directory.entries:
        names.setdefault(compared(entry.name), entry.name)
        for word in compared(entry.name).split():
            names.setdefault(word, entry.name)
        for one in entry.area:
            names.setdefault(gmina_of(one).name, one)
    near = get_close_matches(gmina_of(words).name, names, n=2 * _NEAREST)
    return list(dict.fromkeys(names[one] for one in near))[:_NEAREST]
