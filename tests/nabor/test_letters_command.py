"""``nabor letters``, as a clerk types it."""

from pathlib import Path

from pypdf import PdfReader

from tests.nabor.conftest import COOPERATION, EXAMPLES, Nabor


def test_letters_are_printed_and_named(nabor: Nabor, tmp_path: Path) -> None:
    answer = nabor("letters", EXAMPLES / "posiedzenie-19", "--out", tmp_path / "pisma")
    assert answer.code == 0, answer.err
    names = [f"pismo-PZ-1-{one}-2022.pdf" for one in range(1, 7)]
    assert f"6\N{NO-BREAK SPACE}pism w {tmp_path / 'pisma'}:" in answer.out
    assert sorted(file.name for file in (tmp_path / "pisma").iterdir()) == names
    text = " ".join(PdfReader(tmp_path / "pisma" / names[0]).pages[0].extract_text().split())
    assert "na posiedzeniu nr 5/2022 i podjęła uchwałę nr 5/2022/1 z dnia 1 czerwca 2022 r." in text


def test_nobody_is_written_to_about_cooperation(nabor: Nabor, tmp_path: Path) -> None:
    answer = nabor("letters", COOPERATION, "--out", tmp_path / "pisma")
    assert answer.code == 0
    assert "nie ma pism o wyniku" in answer.out
    assert list(tmp_path.iterdir()) == []
