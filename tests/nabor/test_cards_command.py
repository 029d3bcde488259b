"""``nabor cards-template``: the cards as a form to type in, or printed to be filled in by hand."""

import shutil
from pathlib import Path

from pypdf import PdfReader

from tests.nabor.conftest import COOPERATION, EXAMPLES, Nabor

SITTING = EXAMPLES / "posiedzenie-19"


def test_printed_cards_are_one_an_application_and_no_form_is_written(nabor: Nabor, tmp_path: Path):
    call = tmp_path / "nabor"
    shutil.copytree(SITTING, call)
    before = sorted(path.name for path in call.iterdir())
    file = tmp_path / "karty.pdf"
    answer = nabor("cards-template", call, "--pdf", file)
    assert (answer.code, answer.err) == (0, "")
    reader = PdfReader(file)
    said = " ".join("".join(page.extract_text() for page in reader.pages).split())
    for number in range(1, 7):
        assert f"Wniosek PZ/1/{number}/2022" in said
    assert "PZ/1/7/2022" not in said
    assert sorted(path.name for path in call.iterdir()) == before


def test_form_and_printed_cards_may_be_asked_for_together(nabor: Nabor, tmp_path: Path):
    form, file = tmp_path / "karty.xlsx", tmp_path / "karty.pdf"
    answer = nabor("cards-template", SITTING, "--out", form, "--pdf", file)
    assert answer.code == 0
    assert form.is_file()
    assert file.is_file()


def test_printed_cards_never_take_the_place_of_a_file(nabor: Nabor, tmp_path: Path):
    file = tmp_path / "karty.pdf"
    file.write_bytes(b"skan")
    assert nabor("cards-template", SITTING, "--pdf", file).code == 2
    assert file.read_bytes() == b"skan"


def test_where_members_judge_nothing_there_is_no_card_to_fill_in(nabor: Nabor, tmp_path: Path):
    answer = nabor("cards-template", COOPERATION, "--pdf", tmp_path / "karty.pdf")
    assert answer.code == 2
    assert "kryteria tego naboru wylicza się z danych wniosku" in answer.err
    assert not (tmp_path / "karty.pdf").exists()


def test_where_all_withdrew_there_is_nothing_to_assess(nabor: Nabor, tmp_path: Path):
    call = tmp_path / "nabor"
    shutil.copytree(SITTING, call)
    for name in ("sitting.yaml", "cards.csv"):
        (call / name).unlink()
    register = call / "applications.csv"
    lines = register.read_text("utf-8-sig").splitlines()
    head = next(place for place, line in enumerate(lines) if "Znak sprawy" in line)
    register.write_text("\n".join(lines[: head + 1]) + "\n", "utf-8")
    answer = nabor("cards-template", call, "--pdf", tmp_path / "karty.pdf")
    assert answer.code == 2
    assert "Traceback" not in answer.err
    assert not (tmp_path / "karty.pdf").exists()
