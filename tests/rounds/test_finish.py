"""The last steps of a round: what is frozen, kept, and printed again."""

import hashlib
from pathlib import Path

import pytest

from criteria.places import SETS
from rounds import finish


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were frozen."""
    files: list[Path] = []
    monkeypatch.setattr(finish, "freeze", files.append)
    return files


def test_criteria_among_the_sets_are_frozen(frozen: list[Path]):
    file = SETS / "krajowe" / "cooperation" / "2015-01-01.yaml"
    finish.freeze_criteria(file)
    assert frozen == [file]


def test_criteria_in_the_folder_of_a_call_are_left_to_their_pin(frozen: list[Path], tmp_path: Path):
    finish.freeze_criteria(tmp_path / "2022-01-01.yaml")
    assert frozen == []


def test_the_sets_that_the_examples_used_are_frozen_as_they_are():
    lines = (SETS / "frozen.sha256").read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((SETS / name).read_bytes()).hexdigest() == digest
