"""The bad corpus: one file a mistake. Its first line says ``# expect: LINE: message``.

The message is the beginning of what the checker says; ``# expect: warning LINE: …`` is a warning,
``# expect: note LINE: …`` a note.
A file must have exactly the problem it expects and no other.
"""

import re
from pathlib import Path

import pytest

from criteria.check import check
from criteria.read import read_ruleset
from reading.problems import Refused

FOLDER = Path(__file__).parent / "bad"
FILES = sorted(file for file in FOLDER.rglob("*.yaml") if "# expect" in file.read_text("utf-8"))
ERRORS = [file for file in FILES if re.search(r"# expect: \d", file.read_text("utf-8"))]
EXPECTED = re.compile(r"# expect: (?P<level>warning |note )?(?P<line>\d+): (?P<what>.+)")


def test_there_is_a_bad_corpus():
    assert len(FILES) > 50


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(FOLDER).as_posix())
def test_every_mistake_is_told_with_its_line_and_what_to_write(file: Path):
    first = file.read_text(encoding="utf-8").partition("\n")[0]
    expected = EXPECTED.fullmatch(first)
    assert expected is not None, first

    problems = check([file])

    assert [(one.level, one.line) for one in problems] == [
        ((expected["level"] or "error").strip(), int(expected["line"]))
    ], problems
    assert problems[0].what.startswith(expected["what"])
    assert problems[0].file == str(file)
    assert problems[0].write


@pytest.mark.parametrize("file", ERRORS, ids=lambda file: file.relative_to(FOLDER).as_posix())
def test_nothing_is_decided_by_a_file_with_an_error(file: Path):
    with pytest.raises(Refused):
        read_ruleset(file)
