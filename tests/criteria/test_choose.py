from datetime import date
from pathlib import Path

import pytest

from criteria.choose import in_force
from reading.problems import Refused
from tests.criteria.writing import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for day in ("2029-01-01", "2030-01-01"):
        write(tmp_path / "przyklad" / "zakres" / f"{day}.yaml", in_force_from=day)
    write(
        tmp_path / "przyklad" / "zakres" / "2031-01-01.yaml",
        in_force_from="2031-01-01",
        status="proposal",
    )
    return tmp_path


@pytest.mark.parametrize(
    ("announced", "version"),
    [
        (date(2029, 1, 1), "2029-01-01.yaml"),
        (date(2029, 12, 31), "2029-01-01.yaml"),
        (date(2030, 1, 1), "2030-01-01.yaml"),
        (date(2030, 1, 2), "2030-01-01.yaml"),
    ],
)
def test_the_version_in_force_on_the_day_of_the_announcement_applies(
    root: Path, announced: date, version: str
):
    assert in_force(root, "przyklad", "zakres", announced).name == version


def test_a_proposal_is_never_in_force(root: Path):
    assert in_force(root, "przyklad", "zakres", date(2032, 1, 1)).name == "2030-01-01.yaml"


def test_a_day_before_the_first_version_is_refused_with_the_first_day(root: Path):
    with pytest.raises(Refused) as refused:
        in_force(root, "przyklad", "zakres", date(2028, 12, 31))

    assert [one.what for one in refused.value.problems] == [
        "w dniu 31 grudnia 2028 r. nie obowiązywały jeszcze żadne kryteria"
    ]
    assert "1 stycznia 2029 r." in refused.value.problems[0].write


def test_an_unknown_scope_is_refused_with_the_scopes_that_there_are(root: Path):
    with pytest.raises(Refused, match="są tu zakresy: zakres"):
        in_force(root, "przyklad", "inny", date(2030, 1, 1))


def test_an_unknown_lgd_is_refused_with_the_lgds_that_there_are(root: Path):
    with pytest.raises(Refused, match="są tu LGD: przyklad"):
        in_force(root, "nieznana", "zakres", date(2030, 1, 1))


@pytest.mark.parametrize(
    ("names", "what"),
    [
        ((), "w folderze kryteriów nie ma żadnego pliku"),
        (
            ("2030-3-1.yaml", "kryteria.yml"),
            (
                "żaden plik kryteriów w tym folderze nie nazywa się jak dzień; "
                "są tu: 2030-3-1.yaml, kryteria.yml"
            ),
        ),
    ],
)
def test_files_under_wrong_names_are_named_with_their_folder(tmp_path, names, what):
    folder = tmp_path / "moja" / "zakres"
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_text("x", "utf-8")
    with pytest.raises(Refused) as refused:
        in_force(tmp_path, "moja", "zakres", date(2030, 1, 1))
    (problem,) = refused.value.problems
    assert (problem.file, problem.what) == (str(folder), what)
    assert "2030-03-01.yaml" in problem.write
