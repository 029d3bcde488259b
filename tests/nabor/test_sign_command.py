"""``nabor sign`` as a clerk types it."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from nabor.commands.sign import PASSPHRASE as VARIABLE
from rounds.signatures import signatures_in
from templates.printing import render_example
from tests.nabor.conftest import Nabor
from tests.rounds.keys import PASSPHRASE, issued


@pytest.fixture(scope="module")
def letter() -> bytes:
    return render_example("notice")


@pytest.fixture
def document(letter: bytes, tmp_path: Path) -> Path:
    file = tmp_path / "pismo.pdf"
    file.write_bytes(letter)
    return file


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    return issued().write(tmp_path / "podpis.p12")


def test_a_document_is_signed_in_its_place_once(nabor: Nabor, document: Path, key: Path):
    first = nabor("sign", document, "--key", key, "--visible", "--reason", "pismo o wyniku")
    assert (first.code, first.err) == (0, "")
    assert "Podpisano: Podpis1: Zofia Przykładowa" in first.out
    signed = document.read_bytes()
    assert [one.holds for one in signatures_in(signed)] == [True]
    again = nabor("sign", document, "--key", key)
    assert again.code == 0
    assert "Bez zmian, ten certyfikat już podpisał: Podpis1: Zofia Przykładowa" in again.out
    assert document.read_bytes() == signed


def test_signing_says_nothing_in_english_of_its_fonts(document: Path, key: Path):
    code = (
        "import sys; from nabor import door; "
        f"sys.argv = ['nabor', 'sign', {str(document)!r}, '--key', {str(key)!r}, '--visible']; "
        "sys.exit(door.run())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_with_a_page_the_signature_is_visible_there(nabor: Nabor, document: Path, key: Path):
    assert nabor("sign", document, "--key", key, "--page", "1").code == 0
    assert "/Annots" in PdfReader(io.BytesIO(document.read_bytes())).pages[0]


def test_a_copy_may_be_signed_and_takes_no_other_files_place(
    nabor: Nabor, document: Path, key: Path, letter: bytes
):
    copy = document.with_name("podpisane.pdf")
    assert nabor("sign", document, "--key", key, "--out", copy).code == 0
    assert document.read_bytes() == letter
    assert copy.read_bytes()[: len(letter)] == letter
    answer = nabor("sign", document, "--key", key, "--out", copy)
    assert (answer.code, "taki plik już jest" in answer.err) == (2, True)


def test_without_one_key_the_command_says_what_to_give(nabor: Nabor, document: Path, key: Path):
    none = nabor("sign", document)
    assert (none.code, "nie podano klucza" in none.err) == (2, True)
    both = nabor("sign", document, "--key", key, "--pkcs11", key)
    assert (both.code, "podano i plik, i token" in both.err) == (2, True)


def test_a_passphrase_is_never_waited_for_where_nobody_can_type_it(
    nabor: Nabor, document: Path, key: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv(VARIABLE)
    answer = nabor("sign", document, "--key", key)
    assert answer.code == 2
    assert "nie podano: Hasło klucza" in answer.err
    assert VARIABLE in answer.err


def test_what_cannot_be_signed_is_refused_and_left(
    nabor: Nabor, document: Path, key: Path, letter: bytes, monkeypatch: pytest.MonkeyPatch
):
    missing = nabor("sign", document.with_name("nie-ma.pdf"), "--key", key)
    assert (missing.code, "nie ma takiego pliku" in missing.err) == (2, True)
    monkeypatch.setenv(VARIABLE, "inne")
    wrong = nabor("sign", document, "--key", key)
    assert (wrong.code, "hasło nie pasuje" in wrong.err) == (2, True)
    assert document.read_bytes() == letter
