"""Files of the directory: what is wrong in them is told all at once, with its line."""

import re
from pathlib import Path

import pytest

import criteria
from criteria.check import check
from criteria.directory.read import LGDS, read_directory
from reading.problems import Refused

LGD = "  - {id: wzgorza, kind: lgd, name: LGD, area: [Gmina Wólka], source: LSR}"
ENTRY = (
    "{id: osrodek, kind: institution, sector: public, name: O, source: s, checked_on: 2030-01-01}"
)
NEWS = (
    "{kind: call, title: Nabór, by: wzgorza, announced_on: 2030-01-01, starts_on: 2030-02-01,"
    " ends_on: 2030-02-28, source: strona}"
)


def told(folder: Path, *lines: str) -> list[str]:
    """Write a file of the directory; return what is wrong with it, each with its line."""
    file = folder / "katalog.yaml"
    file.write_text("\n".join(("format: 1", *lines)) + "\n", encoding="utf-8")
    return [
        f"{one.line} {one.level}: {one.what}".replace(str(file), "plik") for one in check([file])
    ]


def test_a_good_file_has_nothing_wrong(tmp_path: Path):
    lines = ("entries:", LGD, f"  - {ENTRY}", "announcements:", f"  - {NEWS}")
    assert told(tmp_path, *lines) == []
    known = read_directory(tmp_path)
    assert [one.id for one in known.entries] == ["wzgorza", "osrodek"]
    assert [one.title for one in known.announcements] == ["Nabór"]
    assert [one.lgd for one in known.areas] == ["wzgorza"]


def test_the_directory_of_the_house_has_nothing_wrong():
    assert check([LGDS]) == []


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("id: osrodek", "id: Ośrodek", "„Ośrodek” nie nadaje się na nazwę wpisu"),
        ("id: osrodek", "id: wzgorza", "wpis „wzgorza” jest już w plik:3"),
        ("name: O", "name: ' '", "„name” jest puste"),
        ("name: O", "name: O, href: osrodek.example", "„osrodek.example” nie jest adresem strony"),
        ("name: O", "name: O, area: [Gmina Wólka]", "obszar ma tylko LGD"),
        ("name: O", "name: O, telefon: '1'", "nieznany klucz „telefon”"),
        (" sector: public,", "", "nie wiadomo, czy to podmiot publiczny, czy prywatny"),
        ("sector: public", "sector: mixed", "„mixed” jest niedozwolone"),
        (" source: s,", "", "nie podano, skąd są te dane"),
        (", checked_on: 2030-01-01", "", "nie wiadomo, kiedy sprawdzono te dane"),
        (
            "checked_on: 2030-01-01",
            "checked_on: wczoraj",
            "zła wartość klucza „checked_on”: „wczoraj”",
        ),
        ("kind: institution, sector: public", "kind: lgd", "LGD nie ma obszaru"),
    ],
)
def test_a_mistake_in_an_entry_is_told_with_its_line(tmp_path: Path, old: str, new: str, what: str):
    assert old in ENTRY
    found = told(tmp_path, "entries:", LGD, f"  - {ENTRY.replace(old, new)}")
    assert found == [f"4 error: {what}"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("by: wzgorza", "by: wzgorze", "katalog nie ma wpisu „wzgorze”"),
        ("title: Nabór", "title: ''", "„title” jest puste"),
        ("source: strona", "source: ''", "„source” jest puste"),
        ("source: strona", "source: s, href: 'a b'", "„a b” nie jest adresem strony"),
        ("kind: call", "kind: nabór", "„nabór” jest niedozwolone"),
        ("ends_on: 2030-02-28", "ends_on: 2030-01-31", "koniec jest przed początkiem"),
        ("announced_on: 2030-01-01", "announced_on: 2030-03-01", "ogłoszono to po zakończeniu"),
        ("starts_on: 2030-02-01", "starts_on: 2030-02-30", "nie można odczytać „2030-02-30”"),
    ],
)
def test_a_mistake_in_an_announcement_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, what: str
):
    assert old in NEWS
    found = told(tmp_path, "entries:", LGD, "announcements:", f"  - {NEWS.replace(old, new)}")
    assert found == [f"5 error: {what}"]


def test_an_announcement_may_be_of_an_lgd_of_the_house(tmp_path: Path):
    news = NEWS.replace("by: wzgorza", "by: narew")
    assert told(tmp_path, "announcements:", f"  - {news}") == []


def test_the_same_announcement_twice_is_refused(tmp_path: Path):
    lines = ("entries:", LGD, "announcements:", f"  - {NEWS}", f"  - {NEWS}")
    assert told(tmp_path, *lines) == ["6 error: to samo ogłoszenie jest już w plik:5"]


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path):
    found = told(
        tmp_path,
        "entries:",
        "  - {id: a, kind: lgd, name: A, area: [Gmina Wólka, gm. Wólka, ' '], source: s}",
        "  - {id: b, kind: organisation, name: B}",
    )
    assert found == [
        "3 error: gmina „gm. Wólka” stoi dwa razy",
        "3 error: pusty wpis zamiast gminy",
        "4 error: nie podano, skąd są te dane",
        "4 error: nie wiadomo, czy to podmiot publiczny, czy prywatny",
        "4 error: nie wiadomo, kiedy sprawdzono te dane",
    ]


def test_a_gmina_of_two_lgds_is_a_warning(tmp_path: Path):
    second = LGD.replace("id: wzgorza", "id: doliny").replace("name: LGD", "name: Doliny")
    found = told(tmp_path, "entries:", LGD, second)
    assert found == ["4 warning: gminę „Gmina Wólka” ma już LGD (plik:3)"]


def test_a_file_without_entries_is_refused(tmp_path: Path):
    assert told(tmp_path, "entries: []") == ["1 error: plik katalogu nie ma żadnego wpisu"]


def test_a_file_that_is_no_yaml_is_refused(tmp_path: Path):
    (tmp_path / "katalog.yaml").write_text("entries: [", encoding="utf-8")
    with pytest.raises(Refused):
        read_directory(tmp_path)


def test_a_folder_without_files_is_refused(tmp_path: Path):
    with pytest.raises(Refused, match="nie ma plików katalogu"):
        read_directory(tmp_path)


def test_an_id_in_two_files_is_refused(tmp_path: Path):
    for name in ("a", "b"):
        text = f"format: 1\nentries:\n{LGD}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_directory(tmp_path)
    assert [one.what for one in refused.value.problems if one.level == "error"] == [
        f"wpis „wzgorza” jest już w {tmp_path / 'a.yaml'}:3"
    ]


def test_the_example_of_the_readme_is_a_good_file(tmp_path: Path):
    readme = Path(criteria.__file__ or "").parent / "lgd" / "README.md"
    (example,) = re.findall(
        r"^```yaml\n(.*?)^```", readme.read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    (tmp_path / "przyklad.yaml").write_text(example, encoding="utf-8")
    assert check([tmp_path]) == []
    known = read_directory(tmp_path)
    assert {one.checked_on.isoformat() for one in known.entries if one.checked_on} == {"2030-01-15"}
