"""The last steps of a round: what is frozen, kept, and printed again."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from criteria.places import SETS
from rounds import finish
from rounds.proof.pdf import read_pdf
from rounds.proof.verify import verify
from scoring.deciding import decide
from scoring.decision import Decision
from tests.templates.decisions import application, call, cards, ruleset

MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)


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


def decided(requested: int) -> Decision:
    some = [application(1), application(2, requested=requested * 100)]
    return decide(call(), ruleset(), some, cards(some))


def test_a_version_printed_beside_an_earlier_one_is_that_printed_alone_and_proves_itself(
    tmp_path: Path,
):
    """The letter of who did not move is made from the earlier one, and still names its own version."""
    database = f"sqlite:///{tmp_path / 'nabor.sqlite'}"
    before, after = decided(100_000), decided(90_000)
    first = finish.keep(before, database, MONDAY)
    finish.print_version(before, first, tmp_path, database)
    second = finish.keep(after, database, MONDAY)
    beside = finish.print_version(after, second, tmp_path, database)
    (tmp_path / "gdzie-indziej").mkdir()
    alone = finish.print_version(after, second, tmp_path / "gdzie-indziej", database)
    assert beside.documents == alone.documents
    assert (beside.changed, alone.changed) == ((), ())
    letter = (beside.folder / "pisma" / "pismo-1-2022-01.pdf").read_bytes()
    internal = (beside.folder / "lista-rankingowa.pdf").read_bytes()
    proof = verify(letter, "pismo.pdf", read_pdf(internal, "lista-rankingowa.pdf"))
    assert (proof.differences, proof.version) == ((), 2)
