"""``nabor rounds`` and ``nabor resume`` as a clerk types them: how all calls stand, and going on."""

import errno
import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from intake.call import CallFile
from nabor.screen import out
from rounds import standing
from rounds.intake_report import is_reported
from scoring.polish import NARROW
from tests.nabor.conftest import COOPERATION, EXAMPLES, Nabor

WAITS = (
    "zapisz Radę i posiedzenie w folderze naboru albo potwierdź decyzję Rady: nabor resume",
    "popraw dane naboru (10 błędów; wypisze je „nabor check”)",
)

CLOSED = "6.06.2016, 15:00 – skończyło się przyjmowanie wniosków"

REPORTED = datetime(2016, 6, 7, 7, 12, tzinfo=UTC).timestamp()

RESUME_ELSE = (
    "na kogo czeka, pokaże „nabor rounds”; czy program go obsługuje: „nabor status”; "
    "bez niego rozstrzyga „nabor round”"
)


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with one call, which is over, seen from the folder that it lies in."""
    monkeypatch.chdir(tmp_path)
    folder = Path("nabory")
    shutil.copytree(COOPERATION, folder / "wspolpraca", ignore=shutil.ignore_patterns("wyniki"))
    return folder


@pytest.fixture(autouse=True)
def wide_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is broken, wherever the tests run."""
    monkeypatch.setattr(out, "_width", 200)


def spoil(calls: Path) -> Path:
    """Put a call whose ``call.yaml`` nobody can read beside the others, before them by its name."""
    folder = calls / "a-zepsuty"
    folder.mkdir()
    (folder / "call.yaml").write_text("number: 1\n", encoding="utf-8")
    return folder


def said(text: str) -> str:
    return text.replace(NARROW, " ")


def test_it_tells_of_a_call_that_is_over_what_is_due_and_who_is_waited_for(
    nabor: Nabor, calls: Path
):
    answer = nabor("rounds", calls)
    assert (answer.code, answer.err.strip()) == (0, "")
    assert said(answer.out).splitlines() == [
        f"{calls}/wspolpraca: nabór 1/2016, Urząd Przykładowy (wymyślony) – w Radzie",
        f"  Ostatnio: {CLOSED}",
        "  Program zrobi: raport przyjęcia",
        f"  Biuro: {WAITS[0]}",
        "",
        "1 nabór; na biuro czeka: 1.",
        f"Co może zrobić program, zrobi od razu: nabor rounds {calls} --all",
    ]
    assert sorted(one.name for one in calls.iterdir()) == ["wspolpraca"]


def test_a_call_that_cannot_be_read_is_told_and_the_others_still_are(nabor: Nabor, calls: Path):
    spoil(calls)
    answer = nabor("rounds", calls)
    assert answer.code == 1
    lines = said(answer.out).splitlines()
    assert lines[:2] == [f"{calls}/a-zepsuty – nieczytelny", f"  Biuro: {WAITS[1]}"]
    assert lines[3].endswith("– w Radzie")
    assert lines[-2] == "2 nabory; nieczytelnych: 1; na biuro czeka: 1."


def test_a_folder_whose_file_has_another_name_is_told(nabor: Nabor, calls: Path):
    (calls / "z-notatnika").mkdir()
    (calls / "z-notatnika" / "call.yaml.txt").write_text("number: 1/2030\n", encoding="utf-8")
    answer = nabor("rounds", calls)
    assert answer.code == 0
    assert "jest tu „call.yaml.txt”, a nie „call.yaml”" in answer.err
    assert "zmień nazwę pliku na call.yaml" in answer.err
    assert "1 nabór; na biuro czeka: 1." in said(answer.out)


def test_what_is_no_address_of_a_database_is_told_once_before_anything_is_done(
    nabor: Nabor, calls: Path
):
    for words in (("rounds", calls), ("rounds", calls, "--all"), ("round", calls / "wspolpraca")):
        answer = nabor(*words, "--database", "foo://x")
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("nie jest adresem bazy") == 1


def test_a_file_that_cannot_be_read_stops_its_own_call_alone(
    nabor: Nabor, calls: Path, monkeypatch: pytest.MonkeyPatch
):
    locked = calls / "a-zablokowany"
    shutil.copytree(EXAMPLES / "posiedzenie-19", locked, ignore=shutil.ignore_patterns("wyniki"))

    def read(call_file: CallFile, results: Path) -> bool:
        if call_file.folder == locked.resolve():
            raise PermissionError(errno.EACCES, "Permission denied", str(locked / "zamknięty.xlsx"))
        return is_reported(call_file, results)

    monkeypatch.setattr(standing, "is_reported", read)
    answer = nabor("rounds", calls)
    assert answer.code == 1
    printed = said(answer.out)
    assert f"Program: nie udało się: {locked}/zamknięty.xlsx: brak uprawnień" in printed
    assert f"{calls}/wspolpraca: nabór 1/2016" in printed
    assert "2 nabory; nie udało się: 1; na biuro czeka: 1." in printed


def test_every_line_fits_a_screen_of_eighty_letters(
    nabor: Nabor, calls: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.copytree(
        EXAMPLES / "posiedzenie-19",
        calls / "posiedzenie",
        ignore=shutil.ignore_patterns("wyniki", "sitting.yaml", "cards.csv"),
    )
    monkeypatch.setattr(out, "_width", 80)
    printed = said(nabor("rounds", calls).out)
    assert max(map(len, printed.splitlines())) <= 80
    words = " ".join(printed.split())
    assert "nabory/posiedzenie: nabór 1/2022, LGD „Zmyślona Dolina” – w Radzie" in words
    assert "Rada: posiedzenie; jego zapis zachowaj w folderze naboru" in words
    assert "na biuro czeka: 1; na Radę czeka: 1." in words


def test_its_json_is_plain_data(nabor: Nabor, calls: Path):
    spoilt = spoil(calls)
    answer = nabor("rounds", calls, "--json")
    assert answer.code == 1
    unreadable, over = json.loads(answer.out)
    assert unreadable["folder"] == str(spoilt.resolve())
    assert unreadable["phase"] is None
    assert unreadable["problems"][0] == (
        f"{spoilt.resolve()}/call.yaml:1: zła wartość klucza „number”: „1”"
    )
    assert over == {
        "folder": str(calls.resolve() / "wspolpraca"),
        "lgd": "krajowe",
        "number": "1/2016",
        "title": "Projekty współpracy",
        "turn": "office",
        "phase": "council",
        "last": {"what": "skończyło się przyjmowanie wniosków", "when": "2016-06-06T15:00:00"},
        "due": "close",
        "working": None,
        "waits": [{"who": "office", "what": WAITS[0], "until": None}],
        "problems": [],
        "failed": None,
        "next_term": None,
        "overdue": None,
    }


@pytest.mark.parametrize(
    ("name", "what", "write"),
    [
        ("pusty", "nie ma tu żadnego naboru", "wskaż folder z folderami naborów (call.yaml)"),
        ("nie-ma", "nie ma takiego folderu", "podaj folder z naborami"),
    ],
)
def test_a_folder_without_calls_is_refused_with_what_to_write(
    nabor: Nabor, tmp_path: Path, name: str, what: str, write: str
):
    (tmp_path / "pusty").mkdir()
    answer = nabor("rounds", tmp_path / name)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines()[:3] == [
        f"Błąd {tmp_path / name}",
        f"  {what}",
        f"  → {write}",
    ]


def test_all_that_is_due_is_done_at_once_and_a_second_time_nothing_is(
    nabor: Nabor, calls: Path, prefect_server: str
):
    spoil(calls)
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        first = nabor("rounds", calls, "--all")
        report = calls / "wspolpraca" / "wyniki" / "przyjecie-1" / "raport-przyjecia.pdf"
        printed = report.read_bytes()
        os.utime(report, (REPORTED, REPORTED))
        second = nabor("rounds", calls, "--all")
    assert (first.code, second.code) == (1, 1)
    assert printed.startswith(b"%PDF-")
    assert said(second.out).splitlines()[3:] == [
        f"{calls}/wspolpraca: nabór 1/2016, Urząd Przykładowy (wymyślony) – w Radzie",
        "  Ostatnio: 7.06.2016, 09:12 – raport przyjęcia",
        f"  Biuro: {WAITS[0]}",
        "",
        "2 nabory; nieczytelnych: 1; na biuro czeka: 1.",
    ]
    when_made = [line for line in said(first.out).splitlines() if "Ostatnio" in line]
    assert [line.rpartition(" – ")[2] for line in when_made] == ["raport przyjęcia"]
    assert report.read_bytes() == printed
    assert [one.name for one in report.parents[1].iterdir()] == ["przyjecie-1"]


def test_a_call_whose_council_has_met_goes_from_its_closing_to_the_sets_in_one_go(
    nabor: Nabor, calls: Path, prefect_server: str
):
    left_out = shutil.ignore_patterns("wyniki")
    shutil.copytree(EXAMPLES / "posiedzenie-19", calls / "posiedzenie", ignore=left_out)
    shutil.rmtree(calls / "wspolpraca")
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        first = nabor("rounds", calls, "--all")
    done = {one.name for one in (calls / "posiedzenie" / "wyniki").iterdir()}
    assert done == {"przyjecie-1", "wersja-1", "pakiety"}
    assert first.code == 0
    lines = said(first.out).splitlines()
    assert lines[0].endswith("– gotowy do ogłoszenia")
    assert [one for one in lines if one.startswith("  Program")] == []


def test_a_step_that_fails_is_told_with_its_reason_and_ends_with_one(
    nabor: Nabor, calls: Path, prefect_server: str
):
    (calls / "wspolpraca" / "wyniki").write_text("to nie jest folder", encoding="utf-8")
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        answer = nabor("rounds", calls, "--all")
    assert answer.code == 1
    words = " ".join(said(answer.out).split())
    assert "Program: raport przyjęcia – nie udało się:" in words
    assert words.endswith("1 nabór; nie udało się: 1.")


def test_a_call_that_waits_for_nobody_cannot_be_resumed(
    nabor: Nabor, calls: Path, prefect_server: str
):
    call = calls / "wspolpraca"
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        answer = nabor("resume", call, "--author", "Kierownik biura")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.strip().splitlines() == [
        f"Błąd {call}",
        "  ten nabór nie czeka na Radę",
        f"  → {RESUME_ELSE}",
        f"1{NARROW}błąd",
        "Niczego nie zmieniono.",
    ]


@pytest.mark.parametrize("reason", [(), ("--reason", " ")])
def test_a_decision_made_elsewhere_needs_a_reason(
    nabor: Nabor, calls: Path, reason: tuple[str, ...]
):
    answer = nabor(
        "resume", calls / "wspolpraca", "--author", "Biuro", "--decided-elsewhere", *reason
    )
    assert answer.code == 2
    assert answer.err.splitlines()[:3] == [
        "Błąd --reason",
        "  przy --decided-elsewhere trzeba powiedzieć, gdzie jest zapis posiedzenia",
        '  → np. --reason "protokół 5/2030 w segregatorze Rady"',
    ]


def test_who_resumes_a_call_is_asked_for_in_polish(
    nabor: Nabor, calls: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("NABOR_AUTHOR", raising=False)
    answer = nabor("resume", calls / "wspolpraca")
    assert answer.code == 2
    assert "Brakuje: --author (zmienna środowiska: NABOR_AUTHOR)." in " ".join(answer.err.split())
