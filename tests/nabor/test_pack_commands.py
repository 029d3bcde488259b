"""``nabor pack``, ``nabor docx`` and ``nabor preview`` as a clerk types them."""

import importlib.util
import shutil
import zipfile
from pathlib import Path

import pytest

from templates.printing import example_names
from tests.nabor.conftest import EXAMPLES, Nabor
from tests.rounds.test_pack import round_of


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A call under a programme, whose round was run."""
    folder = tmp_path_factory.mktemp("nabory") / "nowe-firmy-2023"
    shutil.copytree(
        EXAMPLES / folder.name, folder, ignore=shutil.ignore_patterns("wyniki", "*.sqlite")
    )
    call = folder / "call.yaml"
    call.write_text(call.read_text("utf-8").replace("../..", str(EXAMPLES.parent)), "utf-8")
    round_of(folder)
    return folder


def test_a_set_is_made_once_and_told_by_its_documents(printed: Path, nabor: Nabor, tmp_path: Path):
    first = nabor("pack", printed, "--for", "website", "--out", tmp_path)
    assert (first.code, first.err) == (0, "")
    assert "Złożono: Dokumenty do publikacji na stronie internetowej, wersja 1" in first.out
    assert "1. lista-rankingowa-publiczna.pdf" in first.out
    with zipfile.ZipFile(tmp_path / "na-strone-wersja-1.zip") as archive:
        assert "na-strone-wersja-1/spis.txt" in archive.namelist()
    again = nabor("pack", printed, "--for", "website", "--out", tmp_path)
    assert again.code == 0
    assert "Bez zmian" in again.out


def test_an_unknown_recipient_is_answered_with_those_that_there_are(printed: Path, nabor: Nabor):
    answer = nabor("pack", printed, "--for", "sasiad")
    assert answer.code == 2
    assert "nie ma zestawu „sasiad”" in answer.err
    assert "website (strona internetowa)" in answer.err
    assert "czy chodziło o „board”?" in nabor("pack", printed, "--for", "bord").err


def test_without_a_round_the_advice_is_to_run_one(nabor: Nabor, tmp_path: Path):
    shutil.copytree(EXAMPLES / "trygon-2013", tmp_path / "a")
    answer = nabor("pack", tmp_path / "a", "--for", "board")
    assert answer.code == 2
    assert "przeprowadź rundę: „nabor round" in answer.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a"]


def test_letters_are_copied_to_be_edited_and_an_edited_copy_is_left(
    printed: Path, nabor: Nabor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # No example lacks anything that its applicants would be called to complete.
    monkeypatch.setattr("rounds.edited_copies.EDITABLE", frozenset({"formal_sheet"}))
    answer = nabor("docx", printed, "--out", tmp_path)
    if importlib.util.find_spec("docx") is None:
        assert answer.code == 2
        assert "brak biblioteki python-docx" in answer.err
        return
    assert (answer.code, answer.err) == (0, "")
    copies = sorted(tmp_path.rglob("*.docx"))
    pdfs = {file.stem for file in (printed / "wyniki/wersja-1/arkusze").glob("3a-*.pdf")}
    assert pdfs
    assert {file.stem for file in copies} == pdfs
    assert nabor("docx", printed, "--out", tmp_path).code == 0
    copies[0].write_bytes(b"zmieniony")
    refused = nabor("docx", printed, "--out", tmp_path)
    assert refused.code == 2
    assert "mógł zostać zmieniony" in refused.err
    assert copies[0].read_bytes() == b"zmieniony"


def test_templates_are_listed_with_their_titles(nabor: Nabor):
    answer = nabor("preview")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert [line.split()[0] for line in lines] == example_names()
    assert "ranking_list                   Lista rankingowa operacji" in lines


def test_a_template_is_printed_and_never_over_another_file(nabor: Nabor, tmp_path: Path):
    file = tmp_path / "wzor.pdf"
    answer = nabor("preview", "register", "--out", file)
    assert (answer.code, answer.err) == (0, "")
    assert file.read_bytes().startswith(b"%PDF-")
    assert nabor("preview", "register", "--out", file).code == 2


def test_a_template_is_printed_on_the_paper_of_an_lgd(nabor: Nabor, tmp_path: Path):
    paper = EXAMPLES / "posiedzenie-19/papier-firmowy"
    answer = nabor("preview", "register", "--paper", paper, "--out", tmp_path / "a.pdf")
    assert (answer.code, answer.err) == (0, "")
    assert b"papier firmowy " in (tmp_path / "a.pdf").read_bytes()


def test_an_unknown_template_is_answered_with_the_nearest(nabor: Nabor, tmp_path: Path):
    answer = nabor("preview", "rankin_list", "--out", tmp_path / "a.pdf")
    assert answer.code == 2
    assert "czy chodziło o „ranking_list”?" in answer.err
    assert not (tmp_path / "a.pdf").exists()
