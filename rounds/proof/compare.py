"""What stands in a document beside what follows: of JSON, of texts, and of the words of pages."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from rounds.proof.pdf import Page

NOTHING = "nic"
"""What is said to stand where nothing does."""

MOST_WORDS = 25
"""Of a longer piece of text the beginning is quoted."""

_FIGURES = re.compile(r"\d+")

_SENTENCES = re.compile(r", (?:reasons?|sentence|name|source|title)(?: \[\d+\])?$")
"""Where JSON holds words for people."""

Json = Any


@dataclass(frozen=True, slots=True)
class Difference:
    """Where something stands that does not follow: what stands there, and what should."""

    where: str
    stands: str
    follows: str

    @property
    def of_figures(self) -> bool:
        """Whether the figures differ: wording may change with the program, figures never."""
        return _FIGURES.findall(self.stands) != _FIGURES.findall(self.follows)

    @property
    def of_words(self) -> bool:
        """Whether only the words of a sentence differ, on a page or in what a JSON quotes."""
        in_json = ".json" in self.where
        return not self.of_figures and (not in_json or _SENTENCES.search(self.where) is not None)

    def __str__(self) -> str:
        """Tell the difference in one line."""
        return f"{self.where}: stoi „{self.stands}”, a wynika „{self.follows}”"


def pages_differ(found: Sequence[Page], expected: Sequence[Page]) -> Iterator[Difference]:
    """Compare pages word by word, each with its own."""
    if len(found) != len(expected):
        yield Difference("liczba stron", str(len(found)), str(len(expected)))
    for number, page in enumerate(found, start=1):
        where = f"strona {number}"
        for note in page.added:
            yield Difference(where, f"dodana adnotacja: {note}", NOTHING)
        if number <= len(expected):
            yield from words_differ(where, page.words, expected[number - 1].words)
        else:
            yield from words_differ(where, page.words, ())
    for number, page in enumerate(expected[len(found) :], start=len(found) + 1):
        yield from words_differ(f"strona {number}", (), page.words)


def words_differ(where: str, found: Sequence[str], expected: Sequence[str]) -> Iterator[Difference]:
    """Compare two texts word by word; each place where they part is told once."""
    if found == expected:
        return
    matcher = SequenceMatcher(None, found, expected, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            yield Difference(where, _quoted(found[start:end]), _quoted(expected[first:last]))


def _quoted(words: Sequence[str]) -> str:
    said = " ".join(words[:MOST_WORDS])
    return (f"{said} …" if len(words) > MOST_WORDS else said) or NOTHING


def texts_differ(where: str, found: str, expected: str) -> Iterator[Difference]:
    """Compare two texts line by line."""
    mine, theirs = found.splitlines(), expected.splitlines()
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            stands, follows = _quoted(mine[start:end]), _quoted(theirs[first:last])
            yield Difference(f"{where}, wiersz {start + 1}", stands, follows)


def json_differs(where: str, found: Json, expected: Json) -> Iterator[Difference]:
    """Compare two JSON values down to the single value that differs."""
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in sorted({*found, *expected}):
            inner = f"{where}, {key}"
            yield from json_differs(inner, found.get(key, _ABSENT), expected.get(key, _ABSENT))
    elif isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        for place, (mine, theirs) in enumerate(zip(found, expected, strict=True), start=1):
            yield from json_differs(f"{where} {_called(theirs, place)}", mine, theirs)
    elif type(found) is not type(expected) or found != expected:
        yield Difference(where, _shown(found), _shown(expected))


class _Absent:
    """A key that is not there, which is not the same as ``null``."""


_ABSENT = _Absent()


def _called(one: Json, place: int) -> str:
    """Call an item of a list by what it is known by."""
    for key in ("number", "id", "rule", "name", "member"):
        if isinstance(one, dict) and isinstance(one.get(key), str):
            return str(one[key])
    return f"[{place}]"


def _shown(value: Json) -> str:
    if value is _ABSENT:
        return NOTHING
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return _quoted(text.split()) if text.split() else "pusty tekst"
