"""libyaml may read a text only where it reads what ruamel.yaml itself does."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading import yaml_file
from reading.problems import Refused

ROOT = Path(__file__).parents[2]
FILES = sorted(
    file
    for folder in ("criteria", "examples", "templates", "tests")
    for file in (ROOT / folder).rglob("*.yaml")
)
PIECES = st.sampled_from(
    [
        *" \n-:,[]{}#|>%@`?~.0129aęn_=<'\"\\",
        "\n  ",
        "\n- ",
        ": ",
        " #",
        "no",
        "12:30",
        "1e3",
        "2022-05-01",
    ]
)


def read_by(pure, text):
    """Read a text by one parser: its value and lines, or that it is refused."""
    alike, yaml_file._READ_ALIKE = yaml_file._READ_ALIKE, re.compile("(?!)")
    if not pure:
        yaml_file._READ_ALIKE = alike
    try:
        found = yaml_file.parse_yaml(text, "próba.yaml")
        return found.value, found.lines
    except Refused as refused:
        return refused.problems
    finally:
        yaml_file._READ_ALIKE = alike


def test_there_are_files():
    assert len(FILES) > 20


@pytest.mark.parametrize("file", FILES, ids=lambda one: str(one.relative_to(ROOT)))
def test_every_file_of_the_house_is_read_alike_by_both(file):
    text = file.read_text(encoding="utf-8-sig", errors="replace")
    assert read_by(False, text) == read_by(True, text)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read_alike_by_both(text):
    assert read_by(False, text) == read_by(True, text)
