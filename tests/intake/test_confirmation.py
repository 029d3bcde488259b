"""What somebody confirmed is kept in the call's folder, and cannot be lost by saying something else."""

from pathlib import Path

import pytest

from intake.confirmation import (
    CONFIRMATION,
    NOTHING_SAID,
    Confirmation,
    keep_confirmation,
    read_confirmation,
)
from reading.problems import Refused

ELSEWHERE = Confirmation(
    author="Kierownik biura", reason="protokół 5/2030: „zgoda”", decided_elsewhere=True
)


def test_what_was_kept_is_read_back(tmp_path: Path):
    assert read_confirmation(tmp_path) == NOTHING_SAID
    keep_confirmation(tmp_path, ELSEWHERE)
    assert read_confirmation(tmp_path) == ELSEWHERE
    assert (tmp_path / CONFIRMATION).read_text(encoding="utf-8").startswith("# Kto i dlaczego")


def test_what_was_confirmed_stays_confirmed_whoever_speaks_later(tmp_path: Path):
    keep_confirmation(tmp_path, ELSEWHERE)
    keep_confirmation(tmp_path, Confirmation(author="Zastępca"))
    assert read_confirmation(tmp_path) == ELSEWHERE.model_copy(update={"author": "Zastępca"})


def test_files_that_came_confirm_themselves_and_write_nothing(tmp_path: Path):
    keep_confirmation(tmp_path, NOTHING_SAID)
    assert not (tmp_path / CONFIRMATION).exists()


@pytest.mark.parametrize(("author", "reason"), [("Biuro", ""), ("", "protokół"), ("", "")])
def test_a_decision_made_elsewhere_needs_who_says_so_and_why(author: str, reason: str):
    assert Confirmation(author=author, reason=reason, decided_elsewhere=True).lacks
    assert not Confirmation(author=author, reason=reason).lacks


def test_a_file_without_a_reason_is_refused_with_its_line(tmp_path: Path):
    text = "author: Biuro\nreason: ''\ndecided_elsewhere: true\n"
    (tmp_path / CONFIRMATION).write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_confirmation(tmp_path)
    (problem,) = refused.value.problems
    assert (problem.file, problem.line) == (str(tmp_path / CONFIRMATION), 3)
    assert problem.what == "nie wiadomo, kto odpowiada i dlaczego (gdzie jest zapis posiedzenia)"
