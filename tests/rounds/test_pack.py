"""Sets for the board, the website and the archive: what is in them, and what never is."""

import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from reading.problems import Refused
from rounds import finish
from rounds.last_version import LastVersion, last_version
from rounds.open_call import open_call
from rounds.pack import FOLDERS, make_pack
from scoring.decision import Decision
from templates.document import RECIPIENTS, Document
from templates.documents import documents_of
from templates.printing import print_one
from tests.templates.decisions import large
from tests.templates.test_printing import attached, text_of

EXAMPLES = Path(__file__).parents[2] / "examples"
MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)
OF_THE_SITTING = frozenset({"public_exclusions", "public_minutes"})
"""Templates that name members by law: who was excluded, and from what (act, art. 21 sec. 5)."""


def round_of(folder: Path) -> None:
    opened = open_call(folder)
    decision, database = opened.decide(), url(folder)
    version = finish.keep(decision, database, MONDAY)
    finish.ready_folder(folder / "wyniki")
    finish.print_version(decision, version, folder / "wyniki", database)


def url(folder: Path) -> str:
    return f"sqlite:///{folder.parent / 'nabor.sqlite'}"


def last(folder: Path) -> LastVersion:
    return last_version(folder, folder / "wyniki", url(folder))


def copied(name: str, to: Path) -> Path:
    folder = to / name
    shutil.copytree(EXAMPLES / name, folder, ignore=shutil.ignore_patterns("wyniki", "*.sqlite"))
    return folder


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A call whose round was run, with its database beside it; not to be changed."""
    folder = copied("posiedzenie-19", tmp_path_factory.mktemp("nabory"))
    round_of(folder)
    return folder


@pytest.fixture
def call(printed: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    shutil.copytree(printed.parent, tmp_path / "nabory")
    return tmp_path / "nabory" / printed.name


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_every_document_is_in_the_archive_and_no_set_is_empty(call: Path, tmp_path: Path):
    version = last(call)
    sets = {one: make_pack(version, one, tmp_path / "x") for one in RECIPIENTS}
    names = {one: [item.document.name for item in sets[one].listed] for one in RECIPIENTS}
    assert names["archive"] == [one.name for one in documents_of(version.decision)]
    assert names["website"] == [
        one.name for one in documents_of(version.decision) if one.audience != "internal"
    ]
    assert names["board"] == [
        one.name for one in documents_of(version.decision) if one.audience != "public"
    ]
    assert "kryteria.pdf" in names["board"]
    assert "kryteria.pdf" in names["website"]
    assert not any("karty/" in name for name in names["website"])
    assert sorted(path.name for path in (tmp_path / "x").iterdir()) == sorted(
        f"{name}-wersja-1{ending}" for name in FOLDERS.values() for ending in ("", ".zip")
    )


def test_a_document_that_does_not_say_who_may_see_it_is_never_published():
    silent = Document("nowy.pdf", "Nowy", "register", lambda _: large().call, tuple)
    assert [one for one in RECIPIENTS if silent.goes_to(one)] == ["board", "archive"]


def test_the_sums_are_those_that_sha256sum_accepts(call: Path, tmp_path: Path):
    pack = make_pack(last(call), "archive", tmp_path / "x")
    done = subprocess.run(
        ["sha256sum", "--strict", "-c", "sumy.sha256"],
        cwd=pack.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == len(contents(pack.folder)) - 1


def test_the_zip_holds_the_folder_and_has_the_same_bytes_everywhere(call: Path, tmp_path: Path):
    first = make_pack(last(call), "board", tmp_path / "x")
    second = make_pack(last(call), "board", tmp_path / "gdzie indziej")
    assert first.archive.read_bytes() == second.archive.read_bytes()
    with zipfile.ZipFile(first.archive) as archive:
        assert archive.testzip() is None
        held = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        assert {entry.date_time for entry in archive.infolist()} == {(2022, 5, 20, 0, 0, 0)}
    assert held == {
        f"dla-zarzadu-wojewodztwa-wersja-1/{name}": content
        for name, content in contents(first.folder).items()
    }


def test_the_index_tells_number_document_file_pages_and_sum(call: Path, tmp_path: Path):
    pack = make_pack(last(call), "website", tmp_path / "x")
    first = pack.listed[0].document
    text = (pack.folder / "spis.txt").read_text("utf-8")
    assert "1. Lista rankingowa operacji (do publikacji)\n   plik: lista-rankingowa-publ" in text
    assert f"   strony: {first.pages}\n   SHA-256: {first.sha256}\n" in text
    rows = (pack.folder / "spis.csv").read_text("utf-8-sig").splitlines()
    assert rows[0] == "Lp.;Dokument;Plik;Liczba stron;SHA-256;Uwagi"
    assert rows[-1].startswith("7;Lokalne kryteria wyboru operacji;kryteria.pdf;")
    assert len(rows) == 8


def test_making_it_twice_changes_nothing(call: Path, tmp_path: Path):
    first = make_pack(last(call), "board", tmp_path / "x")
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "x").rglob("*")}
    second = make_pack(last(call), "board", tmp_path / "x")
    assert (first.is_new, second.is_new) == (True, False)
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "x").rglob("*")} == before


@pytest.mark.parametrize("name", ["rejestr.pdf", "spis.txt", "sumy.sha256"])
def test_another_set_in_its_place_is_not_overwritten(name: str, call: Path, tmp_path: Path):
    pack = make_pack(last(call), "board", tmp_path / "x")
    (pack.folder / name).write_bytes(b"inny")
    with pytest.raises(Refused, match=f"{name}: jest tu już zestaw"):
        make_pack(last(call), "board", tmp_path / "x")
    assert (pack.folder / name).read_bytes() == b"inny"


def test_without_a_round_it_is_refused_and_no_database_is_made(tmp_path: Path):
    folder = copied("posiedzenie-19", tmp_path)
    with pytest.raises(Refused, match="nie ma żadnej wersji tego naboru → przeprowadź rundę"):
        last(folder)
    assert not (tmp_path / "nabor.sqlite").exists()


def test_documents_that_are_missing_or_changed_are_all_named(call: Path):
    (call / "wyniki/wersja-1/rejestr.pdf").unlink()
    (call / "wyniki/wersja-1/kryteria.pdf").write_bytes(b"%PDF-1.7 podmieniony")
    with pytest.raises(Refused) as refused:
        last(call)
    told = [(Path(one.file).name, one.what[:24]) for one in refused.value.problems]
    assert told == [
        ("rejestr.pdf", "nie ma tego dokumentu"),
        ("kryteria.pdf", "to nie są bajty, które w"),
    ]


def test_documents_that_a_later_program_knows_are_printed_by_the_next_round(
    call: Path, monkeypatch: pytest.MonkeyPatch
):
    def with_one_more(decision: Decision, *salt: str) -> list[Document]:
        old = documents_of(decision, *salt)
        return [*old, replace(old[-1], name="nowy.pdf")]

    for place in ("rounds.finish", "rounds.last_version", "templates.printing"):
        monkeypatch.setattr(f"{place}.documents_of", with_one_more)
    with pytest.raises(Refused, match=r"nie ma wydruku dokumentu „nowy\.pdf”"):
        last(call)
    before = contents(call / "wyniki/wersja-1")
    round_of(call)
    assert "nowy.pdf" in last(call).documents
    after = contents(call / "wyniki/wersja-1")
    assert {name: after[name] for name in before} == before


def test_data_that_changed_since_the_round_are_refused(call: Path):
    register = call / "applications.csv"
    register.write_text(register.read_text("utf-8").replace("Meble z odzysku", "Meble z drewna"))
    with pytest.raises(Refused, match="dane naboru zmieniły się od wersji 1"):
        last(call)


def test_a_signed_document_goes_to_the_board_and_the_index_says_so(call: Path, tmp_path: Path):
    for name in ("lista-wybranych.pdf", "lista-wybranych-publiczna.pdf"):
        file = call / "wyniki/wersja-1" / name
        file.write_bytes(file.read_bytes() + b"\n9 0 obj\n<</Type/Sig>>\nendobj\n%%EOF\n")
    version = last(call)
    pack = make_pack(version, "board", tmp_path / "x")
    signed = [one.document.name for one in pack.listed if one.document.signed]
    assert signed == ["lista-wybranych.pdf"]
    assert "uwaga: po wydruku dodano podpis" in (pack.folder / "spis.txt").read_text("utf-8")
    with pytest.raises(Refused, match=r"lista-wybranych-publiczna\.pdf.*może być PESEL"):
        make_pack(version, "website", tmp_path / "x")
    assert not (tmp_path / "x/na-strone-wersja-1").exists()


def test_what_goes_to_the_website_tells_nothing_that_may_not_be_published(
    call: Path, tmp_path: Path
):
    pack = make_pack(last(call), "website", tmp_path / "x")
    files = {one.document.name: PdfReader(pack.folder / one.document.name) for one in pack.listed}
    _tells_nothing(last(call).decision, files)


@pytest.mark.parametrize("example", ["kraina-nocy-i-dni-2022", "nowe-firmy-2023"])
def test_no_published_document_of_an_example_tells_what_may_not_be(example: str):
    _tells_nothing(*_published(open_call(EXAMPLES / example).decide()))


def test_no_published_document_tells_a_pesel_or_an_address():
    decision = large()
    known = {fact for one in decision.assessments for fact in one.application.facts}
    assert {"nip", "pesel", "address"} <= known
    _tells_nothing(*_published(decision))


def _published(decision: Decision) -> tuple[Decision, dict[str, PdfReader]]:
    files = {
        one.name: PdfReader(BytesIO(print_one(one, 1).pdf))
        for one in documents_of(decision, "5a" * 32)
        if one.goes_to("website")
    }
    return decision, files


def _tells_nothing(decision: Decision, files: dict[str, PdfReader]) -> None:
    """Read pages, metadata and attachments back: no personal fact, no card, no withdrawn applicant."""
    templates = {one.name: one.template for one in documents_of(decision)}
    catalogue = decision.ruleset.catalogue
    secret = {
        str(value)
        for one in decision.assessments
        for fact, value in one.application.facts.items()
        if fact in catalogue and catalogue[fact].personal and isinstance(value, str)
        if not catalogue[fact].options
    }
    assert secret
    personal = {one.id for one in catalogue.values() if one.personal}
    for name, reader in files.items():
        inside = attached(reader)
        said = "\n".join([text_of(reader), str(reader.metadata), *inside.values()])
        assert [one for one in secret if one in said or one in said.replace(" ", "")] == [], name
        if templates[name] not in OF_THE_SITTING:
            assert [one for one in decision.call.council.members if one in said] == [], name
        if "decision.json" not in inside:
            continue
        data = json.loads(inside["decision.json"])
        assert data["inputs"]["cards"] == [], name
        assert "earlier_aid" not in data["inputs"], name
        given = data["inputs"]["applications"]
        assert {key for one in given for key in one["facts"]} & personal == set(), name


def test_the_documents_of_a_set_are_the_files_that_were_printed(call: Path, tmp_path: Path):
    version = last(call)
    pack = make_pack(version, "board", tmp_path / "x")
    for one in pack.listed:
        copy = pack.folder / one.document.name
        assert copy.read_bytes() == one.document.path.read_bytes()
    assert replace(pack, is_new=False) == make_pack(version, "board", tmp_path / "x")
