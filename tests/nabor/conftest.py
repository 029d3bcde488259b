"""The command as a clerk types it, for every test of it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from nabor import door

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
COOPERATION = EXAMPLES / "wspolpraca-60-procent"
START_UPS = EXAMPLES / "kraina-nocy-i-dni-2022"


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


Nabor = Callable[..., Answer]


@pytest.fixture
def nabor(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Nabor:
    """Run the command with these words."""

    def answer(*words: str | Path) -> Answer:
        monkeypatch.setattr(sys, "argv", ["nabor", *map(str, words)])
        monkeypatch.setenv("COLUMNS", "120")
        code = door.run()
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return answer
