"""``nabor verify``: the answer in words, in JSON, and as an exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from nabor.commands.sign import PASSPHRASE as PASSPHRASE_VARIABLE
from rounds.open_call import open_call
from scoring.difference import difference
from templates.alone import print_difference
from templates.documents import documents_of
from templates.printing import print_one
from tests.nabor.conftest import COOPERATION, START_UPS, Nabor
from tests.rounds.keys import PASSPHRASE, issued
from tests.rounds.proof.tampering import attached, with_attached

NAMES = ("lista-rankingowa.pdf", "lista-rankingowa-publiczna.pdf")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the internal and the public list of a version; not to be changed."""
    made = tmp_path_factory.mktemp("wersja-1")
    for one in documents_of(open_call(COOPERATION).decide(), "3c" * 32):
        if one.name in NAMES:
            (made / one.name).write_bytes(print_one(one, 1).pdf)
    return made


def test_an_internal_document_proves_itself_from_the_file_alone(nabor: Nabor, folder: Path):
    answer = nabor("verify", folder / NAMES[0])
    assert answer.code == 0
    assert "Dokument potwierdza się sam." in answer.out
    assert "lista-rankingowa.pdf, wersja 1" in answer.out
    assert "te same bajty" in answer.out


def test_a_public_document_says_what_it_does_not_prove(nabor: Nabor, folder: Path):
    answer = nabor("verify", folder / NAMES[1])
    assert answer.code == 0
    assert "Dokument potwierdza się w tym, czego sam dowodzi." in answer.out
    assert "– Nie dowodzi, skąd są punkty" in answer.out
    assert "dodaj --with" in answer.out


def test_with_an_internal_document_a_public_one_is_proved_whole(nabor: Nabor, folder: Path):
    answer = nabor("verify", folder / NAMES[1], "--with", folder / NAMES[0])
    assert answer.code == 0
    assert "potwierdza się razem z" in answer.out
    assert "Otwarto wszystkie zobowiązania" in answer.out


def test_a_figure_changed_inside_is_named_and_the_exit_code_is_1(
    nabor: Nabor, folder: Path, tmp_path: Path
):
    content = (folder / NAMES[0]).read_bytes()
    text = attached(content)["decision.json"].replace('"200000.00"', '"300000.00"', 1)
    changed = tmp_path / NAMES[0]
    changed.write_bytes(with_attached(content, "decision.json", text))
    answer = nabor("verify", changed)
    assert answer.code == 1
    assert "Dokument nie potwierdza się" in answer.out
    assert "✗ decision.json" in answer.out
    assert "stoi:" in answer.out
    assert "wynika:" in answer.out


def test_scripts_get_json(nabor: Nabor, folder: Path):
    answer = nabor("verify", folder / NAMES[0], folder / NAMES[1], "--json")
    first, second = json.loads(answer.out)
    assert (first["holds"], first["version"], first["differences"]) == (True, 1, [])
    assert first["unproved"] == []
    assert second["unproved"]
    assert second["signatures"] == []


def test_a_file_that_cannot_be_used_is_exit_code_2(nabor: Nabor, tmp_path: Path):
    note = tmp_path / "notatka.txt"
    note.write_text("To nie jest PDF.", "utf-8")
    for file, words in (
        (note, "to nie jest plik PDF"),
        (tmp_path / "nie-ma.pdf", "nie ma takiego"),
    ):
        answer = nabor("verify", file)
        assert answer.code == 2
        assert words in answer.err
        assert "Niczego nie zmieniono" not in answer.err


def test_files_that_cannot_be_used_hide_no_answer_on_the_others(
    nabor: Nabor, folder: Path, tmp_path: Path
):
    cut, absent = tmp_path / "uciety.pdf", tmp_path / "nie-ma.pdf"
    cut.write_bytes((folder / NAMES[0]).read_bytes()[:2000])
    files = (cut, folder / NAMES[0], absent, folder / NAMES[1])
    answer = nabor("verify", *files)
    assert answer.code == 2
    assert "lista-rankingowa.pdf, wersja 1" in answer.out
    assert "lista-rankingowa-publiczna.pdf, wersja 1" in answer.out
    assert "pliku nie da się odczytać jako PDF: jest uszkodzony albo to nie PDF" in answer.err
    assert "nie ma takiego pliku" in answer.err
    assert "2\N{NO-BREAK SPACE}błędy" in answer.err
    assert "Error" not in answer.err

    answers = json.loads(nabor("verify", *files, "--json").out)
    assert [one["holds"] for one in answers] == [None, True, None, True]
    assert "nie ma takiego pliku" in answers[2]["problems"][0]


def test_an_internal_document_that_cannot_be_used_is_told_and_hides_no_answer(
    nabor: Nabor, folder: Path, tmp_path: Path
):
    answer = nabor("verify", folder / NAMES[1], "--with", tmp_path / "nie-ma.pdf")
    assert answer.code == 2
    assert "Dokument potwierdza się w tym, czego sam dowodzi." in answer.out
    assert "nie ma takiego pliku" in answer.err


def test_an_internal_document_of_another_call_or_version_is_told_in_one_sentence(
    nabor: Nabor, folder: Path, tmp_path: Path
):
    here, elsewhere = open_call(COOPERATION).decide(), open_call(START_UPS).decide()
    for decision, version, told in (
        (elsewhere, 1, "egzemplarz z --with jest z innej LGD"),
        (here, 2, "egzemplarz z --with jest z innej wersji (2, a ten z 1)"),
    ):
        (one,) = (one for one in documents_of(decision, "3c" * 32) if one.name == NAMES[0])
        other = tmp_path / f"{version}-{NAMES[0]}"
        other.write_bytes(print_one(one, version).pdf)
        answer = nabor("verify", folder / NAMES[1], "--with", other)
        assert (answer.code, answer.out) == (2, "")
        assert told in answer.err
        assert len(answer.err.splitlines()) == 4


def test_the_help_has_an_example(nabor: Nabor):
    answer = nabor("verify", "--help")
    assert answer.code == 0
    assert "nabor verify wyniki/wersja-1/lista-rankingowa.pdf" in " ".join(answer.out.split())


def test_it_needs_no_database_and_no_prefect(folder: Path):
    code = (
        "import sys; from nabor import door; "
        f"sys.argv = ['nabor', 'verify', {str(folder / NAMES[0])!r}]; code = door.run(); "
        "heavy = {'prefect', 'sqlmodel', 'sqlalchemy', 'alembic'} & set(sys.modules); "
        "assert not heavy, heavy; assert code == 0"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_signed_document_proves_itself_and_tells_who_signed_it(
    nabor: Nabor, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    key, signed = issued().write(tmp_path / "podpis.p12"), tmp_path / NAMES[0]
    assert nabor("sign", folder / NAMES[0], "--key", key, "--out", signed).code == 0
    answer = nabor("verify", signed)
    assert answer.code == 0
    assert "Dokument potwierdza się sam." in answer.out
    assert "Podpis: Podpis1: Zofia Przykładowa" in answer.out

    content = signed.read_bytes()
    place = content.rindex(b"/Contents")
    spoilt = content[: place + 40] + b"0" + content[place + 41 :]
    signed.write_bytes(spoilt)
    answer = nabor("verify", signed)
    assert (answer.code, "podpis" in answer.out) == (1, True)


def test_a_document_without_a_decision_is_proved_by_its_pages_alone(
    nabor: Nabor, folder: Path, tmp_path: Path
):
    decision = open_call(COOPERATION).decide()
    sheet = print_difference(difference(decision, decision), tmp_path / "zmiany.pdf").path
    for words in ((), ("--with", folder / NAMES[0])):
        answer = nabor("verify", sheet, *words)
        assert answer.code == 0
        assert "dowodzi tylko, że stron nikt nie zmienił" in answer.out
