import shutil
import subprocess
from pathlib import Path

import pytest

from criteria.check import check
from criteria.frozen import freeze
from criteria.read import read_ruleset
from reading.problems import Refused
from tests.criteria.writing import write


@pytest.fixture
def version(tmp_path: Path) -> Path:
    return write(tmp_path / "sets" / "przyklad" / "zakres" / "2030-01-01.yaml")


def listed(version: Path) -> str:
    return (version.parents[2] / "frozen.sha256").read_text(encoding="utf-8")


def test_freezing_twice_lists_a_version_once(version: Path):
    assert freeze(version)
    assert freeze(version)

    assert listed(version).splitlines()[0].split("  ")[1] == "przyklad/zakres/2030-01-01.yaml"
    assert len(listed(version).splitlines()) == 1
    assert check([version]) == []


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this system")
def test_the_list_is_one_that_sha256sum_checks(version: Path):
    freeze(version)

    done = subprocess.run(
        ["sha256sum", "-c", "frozen.sha256"],
        cwd=version.parents[2],
        check=True,
        capture_output=True,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )

    assert done.stdout.decode() == "przyklad/zakres/2030-01-01.yaml: OK\n"


def test_a_frozen_version_that_changed_is_an_error_and_scores_nothing(version: Path):
    freeze(version)
    write(version, title="Inne kryteria")

    what = "ta wersja już o czymś rozstrzygnęła i jest zamrożona, a jej treść się zmieniła"
    assert [(one.what, one.line, one.level) for one in check([version])] == [(what, 1, "error")]
    with pytest.raises(Refused, match="zamrożona"):
        read_ruleset(version)
    with pytest.raises(Refused, match="zamrożona"):
        freeze(version)


def test_line_ends_of_windows_do_not_make_another_version(version: Path):
    freeze(version)
    version.write_bytes(version.read_bytes().replace(b"\n", b"\r\n"))

    assert check([version]) == []


def test_a_frozen_version_that_vanished_is_an_error(version: Path):
    freeze(version)
    write(version.with_name("2031-01-01.yaml"), in_force_from="2031-01-01")
    version.unlink()

    problems = check([version.parents[2]])

    assert [(one.what, one.line) for one in problems] == [
        ("zamrożona wersja „przyklad/zakres/2030-01-01.yaml” zniknęła", 1)
    ]


def test_a_file_outside_the_sets_is_not_listed(tmp_path: Path):
    file = write(tmp_path / "kryteria.yaml")

    assert not freeze(file)
    assert [one.name for one in tmp_path.iterdir()] == ["kryteria.yaml"]


def test_a_file_that_is_not_there_cannot_be_frozen(tmp_path: Path):
    with pytest.raises(Refused, match="nie ma takiego pliku"):
        freeze(tmp_path / "2030-01-01.yaml")
