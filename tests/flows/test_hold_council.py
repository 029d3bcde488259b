"""What the council's part waits for, in words."""

import shutil
from pathlib import Path

from flows.hold_council import what_is_missing
from intake.confirmation import Confirmation, keep_confirmation
from tests.flows.unattended import new_call

EXAMPLES = Path(__file__).parents[2] / "examples"
ELSEWHERE = Confirmation(author="Biuro", reason="protokół 5/2030", decided_elsewhere=True)


def test_a_call_that_nobody_judges_waits_for_its_sitting_or_for_somebody_s_word(tmp_path: Path):
    folder = new_call(tmp_path)
    assert what_is_missing(folder) == "posiedzenie"
    keep_confirmation(folder, ELSEWHERE)
    assert what_is_missing(folder) == ""


def test_sitting_and_cards_are_told_together_and_files_that_come_leave_nothing(tmp_path: Path):
    example, folder = EXAMPLES / "posiedzenie-19", tmp_path / "posiedzenie"
    left_out = shutil.ignore_patterns("wyniki", "sitting.yaml", "cards.csv")
    shutil.copytree(example, folder, ignore=left_out)
    missing = what_is_missing(folder)
    assert missing.startswith("posiedzenie; karty lub głosowania: PZ/1/1/2022, ")
    for name in ("sitting.yaml", "cards.csv"):
        shutil.copy(example / name, folder / name)
    assert what_is_missing(folder) == ""


def test_a_confirmation_that_cannot_be_read_is_waited_for(tmp_path: Path):
    folder = new_call(tmp_path)
    (folder / "confirmation.yaml").write_text("decided_elsewhere: true\n", encoding="utf-8")
    assert what_is_missing(folder) == "błędy danych: 1"
