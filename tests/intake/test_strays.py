"""Files that lie in a call's folder and are not read: each is told with what to do."""

import pytest

from intake.call import read_call
from reading.problems import Refused
from tests.intake.office import CALL


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "call.yaml").write_text(CALL + "criteria: by_date\n", "utf-8")
    return tmp_path


def told(folder, *names):
    for name in names:
        (folder / name).write_text("x", "utf-8")
    found = read_call(folder).warnings
    assert {(one.file, one.level) for one in found} <= {(str(folder), "warning")}
    return [(one.what, one.write) for one in found]


def test_a_folder_in_order_is_not_warned_of(folder):
    assert told(folder, "applications.csv", "cards.xlsx", "ogłoszenie.pdf") == []


@pytest.mark.parametrize(
    "lock", ["~$applications.xlsx", "~$plications.xlsx", ".~lock.applications.xlsx#"]
)
def test_an_open_register_is_told(folder, lock):
    assert told(folder, "applications.xlsx", lock) == [
        (
            f"plik jest otwarty w arkuszu (leży tu „{lock}”)",
            "zapisz go i zamknij, bo program czyta to, co zapisano",
        )
    ]


def test_the_lock_of_another_file_is_nobodys_concern(folder):
    assert told(folder, "applications.xlsx", "~$budżet.xlsx") == []


@pytest.mark.parametrize(
    ("like", "missing", "write"),
    [
        ("karty.xlsx", "cards.xlsx", "zmień nazwę na cards.xlsx"),
        ("karty-szablon.xlsx", "cards.xlsx", "wypełnij go i zmień nazwę na cards.xlsx"),
        ("rejestr.xlsx", "applications.xlsx", "zmień nazwę na applications.xlsx"),
        ("Wnioski 2022.csv", "applications.xlsx", "zmień nazwę na applications.csv"),
        ("Applications.XLSX", "applications.xlsx", "zmień nazwę na applications.xlsx"),
        ("rejestr.ods", "applications.xlsx", "zapisz go jako applications.xlsx"),
    ],
)
def test_a_file_that_looks_like_a_missing_one_is_told(folder, like, missing, write):
    what = f"nie ma pliku {missing}, a jest tu podobny plik: {like}"
    assert told(folder, like) == [(what, write)]


UNDER = "programme: {edition: prow-2014-2020}\n"


@pytest.mark.parametrize(
    ("like", "missing"),
    [
        ("historia.xlsx", "history.xlsx"),
        ("Historia beneficjentów.xlsx", "history.xlsx"),
        ("wcześniejsza pomoc.xlsx", "history.xlsx"),
        ("ustalenia.xlsx", "rulings.xlsx"),
        ("partnerzy.xlsx", "partners.xlsx"),
    ],
)
def test_a_file_that_only_a_programme_reads_is_looked_for_under_one(folder, like, missing):
    assert told(folder, like) == []
    (folder / "call.yaml").write_text(CALL + "criteria: by_date\n" + UNDER, "utf-8")
    what = f"nie ma pliku {missing}, a jest tu podobny plik: {like}"
    assert told(folder) == [(what, f"zmień nazwę na {missing}")]


@pytest.mark.parametrize("name", ["history.xlsx", "rulings.csv", "partners.xlsx"])
def test_a_file_that_only_a_programme_reads_is_told_where_there_is_none(folder, name):
    what = f"nikt nie czyta pliku {name}, bo nabór nie ma klucza „programme”"
    write = "dopisz programme: {edition: …} albo usuń ten plik"
    assert told(folder, name) == [(what, write)]
    (folder / "call.yaml").write_text(CALL + "criteria: by_date\n" + UNDER, "utf-8")
    assert told(folder) == []


def test_where_the_file_is_there_nothing_looks_like_it(folder):
    assert told(folder, "applications.csv", "rejestr.xlsx", "cards.csv", "karty.xlsx") == []


def test_a_register_that_is_needed_names_the_file_that_looks_like_it(folder):
    told(folder, "rejestr.xlsx")
    with pytest.raises(Refused, match=r"a jest tu podobny plik: rejestr\.xlsx"):
        read_call(folder).needed_register()


@pytest.mark.parametrize("name", ["call.yml", "call.yaml.txt", "Call.yaml"])
def test_a_call_under_a_name_like_it_is_told(tmp_path, name):
    (tmp_path / name).write_text("x", "utf-8")
    with pytest.raises(Refused) as refused:
        read_call(tmp_path)
    (problem,) = refused.value.problems
    assert problem.what == f"nie ma pliku call.yaml, a jest tu podobny plik: {name}"
    assert problem.write == "zmień nazwę na call.yaml"
