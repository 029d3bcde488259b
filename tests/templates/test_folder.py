"""A folder of documents: complete or not there, the same bytes from the same decision."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from scoring.deciding import decide
from scoring.decision import Decision
from templates.alone import print_criteria
from templates.file_names import slug, unique_slugs
from templates.printing import documents_of, print_documents
from tests.templates.decisions import application, call, cards, ruleset

ROOT = Path(__file__).resolve().parents[2]


def small() -> Decision:
    some = [application(1), application(2), application(3, withdrawn=True)]
    return decide(call(), ruleset(), some, cards(some))


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture(scope="module")
def printed_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("once") / "wersja-1"
    print_documents(small(), 1, folder)
    return folder


def test_every_document_told_beforehand_is_printed(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    decision = small()
    printed = print_documents(decision, 1, tmp_path / "a" / "b", lambda *one: told.append(one))
    names = [document.name for document in documents_of(decision)]
    assert [one.name for one in printed] == names
    assert told == [(name, count, len(names)) for count, name in enumerate(names, start=1)]
    assert sorted(files(tmp_path / "a" / "b")) == sorted(names)
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]
    for one in printed:
        assert sha256(one.path.read_bytes()).hexdigest() == one.sha256
        assert one.pages >= 1


def test_names_are_those_that_the_office_knows_and_the_withdrawn_have_no_card() -> None:
    assert [document.name for document in documents_of(small())] == [
        "lista-rankingowa.pdf",
        "lista-rankingowa-publiczna.pdf",
        "lista-spelniajacych-warunki.pdf",
        "lista-spelniajacych-warunki-publiczna.pdf",
        "lista-wybranych.pdf",
        "lista-wybranych-publiczna.pdf",
        "lista-niewybranych.pdf",
        "lista-niewybranych-publiczna.pdf",
        "karty/karta-1-2022-01.pdf",
        "karty/karta-1-2022-02.pdf",
        "pisma/pismo-1-2022-01.pdf",
        "pisma/pismo-1-2022-02.pdf",
        "rejestr.pdf",
        "kryteria.pdf",
    ]


@pytest.mark.parametrize(
    ("zone", "language"), [("Pacific/Auckland", "C"), ("America/New_York", "C.UTF-8")]
)
def test_another_process_elsewhere_prints_the_same_bytes(
    zone: str, language: str, printed_once: Path, tmp_path: Path
) -> None:
    program = (
        "import sys; from pathlib import Path; "
        "from templates.printing import print_documents; "
        "from tests.templates.test_folder import small; "
        "print_documents(small(), 1, Path(sys.argv[1]))"
    )
    place = tmp_path / "zupełnie inny folder"
    environment = os.environ | {"TZ": zone, "LC_ALL": language, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", program, str(place)], check=True, cwd=tmp_path, env=environment
    )
    assert files(place) == files(printed_once)


def test_folder_with_the_same_documents_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "wersja-1"
    print_documents(small(), 1, folder)
    (folder / "skan podpisanej listy.pdf").write_bytes(b"podpis")
    before = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    print_documents(small(), 1, folder)
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == before


def test_folder_with_other_documents_is_kept_beside_the_new_one(
    tmp_path: Path, printed_once: Path
) -> None:
    folder = tmp_path / "wersja-1"
    folder.mkdir()
    (folder / "rejestr.pdf").write_bytes(b"podpisany")
    print_documents(small(), 1, folder)
    assert files(folder) == files(printed_once)
    assert files(tmp_path / "wersja-1-poprzednio-1") == {"rejestr.pdf": b"podpisany"}


def test_printing_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(_: str, count: int, __: int) -> None:
        if count == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_documents(small(), 1, tmp_path / "wersja-1", stop)
    assert list(tmp_path.iterdir()) == []


def test_another_version_is_another_document(tmp_path: Path, printed_once: Path) -> None:
    print_documents(small(), 2, tmp_path / "wersja-2")
    assert files(tmp_path / "wersja-2")["rejestr.pdf"] != files(printed_once)["rejestr.pdf"]


def test_criteria_are_printed_alone(tmp_path: Path) -> None:
    first = print_criteria(ruleset(), tmp_path / "x" / "kryteria.pdf")
    second = print_criteria(ruleset(), tmp_path / "y" / "zalacznik.pdf")
    assert first.sha256 == second.sha256
    assert first.path.read_bytes()[:5] == b"%PDF-"
    assert [file.name for file in (tmp_path / "x").iterdir()] == ["kryteria.pdf"]


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("PD/16/06/2017", "PD-16-06-2017"),
        ("1/2016/PROW/3.2.2./06", "1-2016-PROW-3-2-2-06"),
        ("Łąka/ŻÓŁĆ 1", "Laka-ZOLC-1"),
        ("../../etc/passwd", "etc-passwd"),
        ("///", "bez-znaku"),
        ("x" * 300, "x" * 80),
    ],
)
def test_slug_of_a_case_number(number: str, name: str) -> None:
    assert slug(number) == name


def test_case_numbers_that_would_share_a_file_do_not() -> None:
    numbers = ["1/2", "1-2", "1.2", "1-2_2", "a/1", "A/1"]
    names = unique_slugs(numbers)
    assert len({name.casefold() for name in names.values()}) == len(numbers)
    assert names["1-2"] == "1-2"
    assert unique_slugs(reversed(numbers)) == names
