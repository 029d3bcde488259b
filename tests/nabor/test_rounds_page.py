"""``nabor rounds --out``: what the screen shows of all calls, as a document."""

import json
import shutil
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings
from pypdf import PdfReader

from nabor.screen import out
from records.holding import held
from rounds.calls_of_office import database_beside
from scoring.polish import NARROW
from tests.nabor.conftest import COOPERATION, Nabor
from tests.templates.test_printing import text_of


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with one call, which is over."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(out, "_width", 200)
    folder = Path("nabory")
    shutil.copytree(COOPERATION, folder / "wspolpraca", ignore=shutil.ignore_patterns("wyniki"))
    return folder


def words(text: str) -> str:
    return " ".join(text.replace(NARROW, " ").split())


def page(file: Path) -> str:
    return words(text_of(PdfReader(file)))


def spoil(calls: Path) -> None:
    (calls / "zepsuty").mkdir()
    (calls / "zepsuty" / "call.yaml").write_text("number: 1\n", encoding="utf-8")


def test_the_page_says_what_the_screen_says(nabor: Nabor, calls: Path, tmp_path: Path):
    file = tmp_path / "stan.pdf"
    answer = nabor("rounds", calls, "--out", file)
    assert answer.code == 0
    assert words(answer.err) == f"Zapisano: {file} (1 strona)"
    printed = page(file)
    for said in (
        "Stan naborów do użytku wewnętrznego – nie do publikacji",
        "Liczba LGD 1",
        "Na biuro czeka 1",
        "Razem 1",
        "Urząd Przykładowy (wymyślony)",
        "1/2016 Projekty współpracy wspolpraca w Radzie",
        "6.06.2016, 15:00 skończyło się przyjmowanie wniosków raport przyjęcia",
        "Biuro: zapisz Radę i posiedzenie w folderze naboru",
        "strona 1 z 1",
    ):
        assert said in printed
    assert "Co się nie udało" not in printed


def test_a_call_that_cannot_be_read_stands_first_and_the_exit_code_tells(
    nabor: Nabor, calls: Path, tmp_path: Path
):
    spoil(calls)
    file = tmp_path / "stan.pdf"
    answer = nabor("rounds", calls, "--json", "--out", file)
    assert answer.code == 1
    assert [one["turn"] for one in json.loads(answer.out)] == ["office", "unreadable"]
    assert "Co się nie udało i dlaczego" in page(file)
    assert "– zepsuty nieczytelny call.yaml:1: " in page(file)
    assert "popraw dane naboru (10 błędów;" in page(file)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("jest.pdf", "taki plik już jest i mógł zostać wypełniony"),
        ("stan.txt", "to nie jest nazwa pliku .pdf"),
        ("nie-ma/stan.pdf", "nie ma takiego pliku ani folderu"),
        ("jest.pdf/stan.pdf", "to jest plik, a nie folder"),
    ],
)
def test_where_no_page_can_be_nothing_is_done_at_all(
    nabor: Nabor, calls: Path, name: str, what: str
):
    Path("jest.pdf").write_bytes(b"cudzy")
    answer = nabor("rounds", calls, "--all", "--out", name)
    assert (answer.code, answer.out) == (2, "")
    assert what in words(answer.err)
    assert Path("jest.pdf").read_bytes() == b"cudzy"
    assert sorted(one.name for one in Path().iterdir()) == ["jest.pdf", "nabory"]
    assert not (calls / "wspolpraca" / "wyniki").exists()


def test_a_call_that_somebody_works_on_is_not_called_failed(
    nabor: Nabor, calls: Path, tmp_path: Path, prefect_server: str
):
    database = database_beside((calls / "wspolpraca").resolve())
    with held(database, "krajowe 1/2016", "Biuro (proces 1)"):
        looked = nabor("rounds", calls)
        with temporary_settings({PREFECT_API_URL: prefect_server}):
            tried = nabor("rounds", calls, "--all", "--out", tmp_path / "stan.pdf")
    for answer in (looked, tried):
        assert answer.code == 0
        assert "Program: raport przyjęcia – pracuje teraz: Biuro (proces 1)" in words(answer.out)
        assert "1 nabór; program pracuje: 1." in words(answer.out)
    assert "Program pracuje 1" in page(tmp_path / "stan.pdf")
    assert not (calls / "wspolpraca" / "wyniki").exists()


def test_what_failed_is_printed_with_its_reason(
    nabor: Nabor, calls: Path, tmp_path: Path, prefect_server: str
):
    (calls / "wspolpraca" / "wyniki").write_text("to nie jest folder", encoding="utf-8")
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        answer = nabor("rounds", calls, "--all", "--out", tmp_path / "stan.pdf")
    assert answer.code == 1
    assert "Nie udało się 1" in page(tmp_path / "stan.pdf")
    assert page(tmp_path / "stan.pdf").count("wyniki: jest już plik o tej nazwie") == 2
