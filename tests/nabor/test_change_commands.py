"""Changing a decided call as a clerk does: withdraw, limit, correct, protest; history and audit."""

import json
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reading.problems import Refused
from rounds.finish import keep
from rounds.open_call import open_call
from tests.nabor.conftest import COOPERATION, START_UPS, Nabor

MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)
WHY = ("--reason", "pismo wnioskodawcy", "--author", "Biuro LGD")


def kept(example: Path, tmp_path: Path) -> Path:
    """A copy of an example whose first version is kept."""
    folder = tmp_path / "nabor"
    shutil.copytree(example, folder)
    keep(open_call(folder).decide(), database(folder), MONDAY)
    return folder


def database(folder: Path) -> str:
    return f"sqlite:///{folder.parent / 'nabor.sqlite'}"


@pytest.fixture
def decided(tmp_path: Path) -> Path:
    """A decided call of four applications."""
    return kept(COOPERATION, tmp_path)


def test_nothing_can_be_changed_before_a_round(nabor: Nabor, tmp_path: Path):
    shutil.copytree(COOPERATION, tmp_path / "nabor")
    answer = nabor("withdraw", tmp_path / "nabor", "WP/3/2016", *WHY)
    assert answer.code == 2
    assert "w bazie nie ma żadnej wersji tego naboru" in answer.err
    assert not (tmp_path / "nabor" / "changes.yaml").exists()


def test_a_withdrawal_is_tried_made_kept_and_made_only_once(nabor: Nabor, decided: Path):
    words = ("withdraw", decided, "WP/3/2016", *WHY, "--on", "2016-06-01")
    tried = nabor(*words, "--simulate")
    assert "To tylko próba: niczego nie zapisano." in tried.out
    assert not (decided / "changes.yaml").exists()

    made = nabor(*words, "--basis", "§ 12 procedury")
    assert made.code == 0
    assert "Zapisano wersję 2 (wycofanie wniosku)." in made.out
    assert (decided / "changes.yaml").read_text(encoding="utf-8").splitlines()[2:] == [
        "changes:",
        "  - kind: withdrawal",
        "    on: 2016-06-01",
        "    reason: pismo wnioskodawcy",
        "    author: Biuro LGD",
        "    basis: § 12 procedury",
        "    application: WP/3/2016",
    ]
    assert (decided / "wyniki" / "wersja-2" / "lista-rankingowa.pdf").is_file()

    again = nabor("withdraw", decided, "WP/3/2016", *WHY, "--basis", "§ 12 procedury")
    assert "Nic się nie zmieniło: obowiązuje wersja 2." in again.out

    history = json.loads(nabor("history", decided, "--json").out)
    last = history["versions"][1]
    assert [last[key] for key in ("kind", "reason", "basis", "author")] == [
        "withdrawal",
        "pismo wnioskodawcy",
        "§ 12 procedury",
        "Biuro LGD",
    ]
    moved = {one["number"]: one["after"]["outcome"] for one in last["moved"]}
    assert moved["WP/3/2016"] == "withdrawn"

    audit = nabor("audit", decided, "--link", last["link"])
    assert (audit.code, "Zapisy są nienaruszone" in audit.out) == (0, True)


def test_a_new_limit_moves_the_line_and_leaves_the_points(nabor: Nabor, decided: Path):
    words = ("limit", decided, "--pln", "210 000,00 zł", *WHY, "--simulate", "--json")
    found = json.loads(nabor(*words).out)
    assert found["simulated"] is True
    assert found["after"]["limit"] == "210000.00"
    assert found["left_limit"] == ["WP/2/2016"]
    assert all(one["causes"] == [] for one in found["moved"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "nie podano nowego limitu"),
        (("--pln", "dużo"), "„dużo”"),
        (("--rate", "4,5"), "limit tego naboru jest w złotych"),
        (("--pln", "5", "--on", "2999-01-01"), "jeszcze nie nadszedł"),
        (("--pln", "400000"), "limit wynosi już 400 000,00 zł"),
        (("--pln", "5", "--on", "wczoraj"), "„wczoraj” nie jest dniem"),
    ],
)
def test_a_limit_that_cannot_be_is_refused(nabor: Nabor, decided: Path, words, said):
    answer = nabor("limit", decided, *words, *WHY)
    assert (answer.code, said in answer.err.replace("\N{NO-BREAK SPACE}", " ")) == (2, True)
    assert not (decided / "changes.yaml").exists()


@pytest.mark.parametrize("reason", ["", "  ", "a\x07b", "a\udcff"])
def test_a_reason_that_says_nothing_or_cannot_be_written_is_refused(
    nabor: Nabor, decided: Path, reason: str
):
    answer = nabor("withdraw", decided, "WP/3/2016", "--reason", reason, "--author", "Biuro")
    assert (answer.code, "--reason" in answer.err) == (2, True)
    assert not (decided / "changes.yaml").exists()


def test_a_rate_with_noughts_behind_the_point_is_the_same_rate_when_it_is_read_again(
    nabor: Nabor, decided: Path
):
    words = ("limit", decided, "--eur", "100 000,00", "--rate", "4,00", *WHY, "--on", "2016-07-01")
    assert nabor(*words).code == 2  # 400 000 zł is the limit already
    words = ("limit", decided, "--eur", "90 000,00", "--rate", "4,00", *WHY, "--on", "2016-07-01")
    assert nabor(*words).code == 0
    assert "Nic się nie zmieniło: obowiązuje wersja 2." in nabor(*words).out
    assert nabor("limit", decided, "--rate", "4,10", *WHY).code == 0
    assert nabor("audit", decided).code == 0


def test_a_mistake_of_the_register_is_corrected_by_the_heading_of_its_column(
    nabor: Nabor, decided: Path
):
    words = ("correct", decided, "WP/2/2016", "--fact", "Wnioskowana kwota", "--to", "140 000 zł")
    found = json.loads(nabor(*words, *WHY, "--simulate", "--json").out)
    assert [one["number"] for one in found["moved"]] == ["WP/2/2016"]
    assert nabor(*words, *WHY).code == 0
    text = (decided / "changes.yaml").read_text(encoding="utf-8")
    assert "was: '149500.00'" in text
    assert "value: '140000.00'" in text
    assert "Nic się nie zmieniło: obowiązuje wersja 2." in nabor(*words, *WHY).out


@pytest.mark.parametrize(
    ("fact", "to", "said"),
    [
        ("Wnioskowana kwotta", "1", "rejestr nie ma kolumny „Wnioskowana kwotta”"),
        ("Wnioskowana kwota", "mało", "„mało”"),
        ("NIP", "123", "NIP"),
    ],
)
def test_a_correction_that_cannot_be_read_is_refused(nabor: Nabor, decided: Path, fact, to, said):
    answer = nabor("correct", decided, "WP/2/2016", "--fact", fact, "--to", to, *WHY)
    assert (answer.code, said in answer.err) == (2, True)


def test_a_folder_that_says_something_else_than_the_last_version_goes_through_a_round_first(
    nabor: Nabor, decided: Path
):
    call = decided / "call.yaml"
    call.write_text(call.read_text("utf-8").replace("400000", "390000"), encoding="utf-8")
    answer = nabor("withdraw", decided, "WP/3/2016", *WHY)
    assert (answer.code, "dane naboru zmieniły się od wersji 1" in answer.err) == (2, True)


def test_where_the_version_cannot_be_kept_the_file_of_changes_stays_as_it_was(
    nabor: Nabor, decided: Path
):
    with sqlite3.connect(decided.parent / "nabor.sqlite") as connection:
        connection.execute("ALTER TABLE criteria_use RENAME TO gone")
    answer = nabor("withdraw", decided, "WP/3/2016", *WHY)
    assert answer.code != 0
    assert not (decided / "changes.yaml").exists()


def test_a_file_of_changes_that_nothing_can_be_added_to_is_left_alone(nabor: Nabor, decided: Path):
    file = decided / "changes.yaml"
    file.write_text("{changes: []}\n", encoding="utf-8")
    answer = nabor("withdraw", decided, "WP/3/2016", *WHY)
    assert (answer.code, "niczego dopisać" in answer.err) == (2, True)
    assert file.read_text(encoding="utf-8") == "{changes: []}\n"


def test_a_change_that_was_kept_cannot_be_taken_out_of_the_file(nabor: Nabor, decided: Path):
    assert nabor("withdraw", decided, "WP/3/2016", *WHY).code == 0
    (decided / "changes.yaml").unlink()
    with pytest.raises(Refused, match="nie ma wszystkich zmian, z których powstała wersja 2"):
        keep(open_call(decided).decide(), database(decided), MONDAY)


def test_mistakes_written_by_hand_into_the_file_are_told_with_their_lines(
    nabor: Nabor, decided: Path
):
    (decided / "changes.yaml").write_text(
        "changes:\n"
        "  - {kind: withdrawal, on: 2016-06-01, reason: a, author: b, application: WP/9/2016}\n"
        "  - kind: correction\n    on: 2016-06-01\n    reason: a\n    author: b\n"
        "    application: WP/2/2016\n    fact: nic\n    value: 1\n",
        encoding="utf-8",
    )
    answer = nabor("score", decided)
    assert answer.code == 2
    assert "changes.yaml:2" in answer.err
    assert "changes.yaml:8" in answer.err


def test_what_changed_after_the_decision_holds_under_other_criteria_too(
    nabor: Nabor, decided: Path
):
    assert nabor("withdraw", decided, "WP/3/2016", *WHY).code == 0
    assert nabor("limit", decided, "--pln", "390000", *WHY).code == 0
    proposal = decided / "projekt-kryteriow.yaml"
    found = json.loads(nabor("rescore", decided, "--criteria", proposal, "--json").out)
    assert found["before"]["limit"] == found["after"]["limit"] == "390000.00"
    assert "WP/3/2016" not in [one["number"] for one in found["moved"]]


REVIEW = """
lodged_on: 2022-06-27
received_on: 2022-06-28
reviewed_on: 2022-07-08
contested: [innovation]
reviewers: {names}
result: changed
position: Takiej usługi nie było na obszarze LSR.
reason: protest uwzględniony w autokontroli
author: Biuro LGD
cards:
"""
MEMBERS = (
    "Adam Zmyślak",
    "Barbara Fikcyjna",
    "Dorota Nieistniejąca",
    "Edward Bajeczny",
    "Felicja Pozorna",
    "Grzegorz Domysł",
    "Halina Baśniowa",
)


def reviewed(folder: Path, *, criterion: str = "innovation") -> Path:
    file = folder.parent / "autokontrola.yaml"
    names = f"[{', '.join(MEMBERS)}]"
    given = [f"  - {{member: {name}, points: {{{criterion}: 5}}}}" for name in MEMBERS]
    file.write_text(REVIEW.replace("{names}", names) + "\n".join(given) + "\n", encoding="utf-8")
    return file


def test_a_protest_is_tried_by_its_clock_its_form_and_its_review(nabor: Nabor, tmp_path: Path):
    folder = kept(START_UPS, tmp_path)
    form = tmp_path / "formularz.yaml"
    shown = nabor("protest", folder, "KND/1/7/2022", "--form", form, "--today", "2022-06-28")
    assert "Protest wnioskodawcy" in shown.out
    assert "#   innovation – Innowacyjność projektu" in form.read_text(encoding="utf-8")
    assert nabor("protest", folder, "KND/1/7/2022", "--review", form).code == 2

    words = ("protest", folder, "KND/1/7/2022", "--review", reviewed(folder))
    found = json.loads(nabor(*words, "--simulate", "--json").out)
    moved = {one["number"]: one for one in found["moved"]}
    assert moved["KND/1/7/2022"]["points"]["change"] == "1.67"
    assert found["entered_limit"] == ["KND/1/7/2022"]
    assert found["left_limit"] == ["KND/1/10/2022"]

    shown = nabor(*words, "--simulate", "--today", "2022-07-09")
    assert "Autokontrola LGD: do 12.07.2022, w terminie: 8.07.2022" in shown.out


def test_a_review_of_what_nobody_contested_is_refused_with_its_line(nabor: Nabor, tmp_path: Path):
    folder = kept(START_UPS, tmp_path)
    file = reviewed(folder, criterion="environment")
    answer = nabor("protest", folder, "KND/1/7/2022", "--review", file)
    assert answer.code == 2
    assert "autokontrola.yaml:12" in answer.err
    assert "protest nie dotyczy kryterium „environment”" in answer.err


def test_what_was_changed_in_the_database_beside_the_program_is_named(nabor: Nabor, decided: Path):
    with sqlite3.connect(decided.parent / "nabor.sqlite") as connection:
        connection.execute("DROP TRIGGER outcome_no_update")
        connection.execute("UPDATE outcome SET points = '23' WHERE number = 'WP/2/2016'")
    answer = nabor("audit", decided)
    assert answer.code == 1
    assert "Ogniwo 1: wersja 1 naboru 1/2016: zmieniono wyniki wniosków." in answer.out
    assert "outcome_no_update" in answer.out


def test_a_link_that_was_handed_over_and_is_gone_tells_of_a_tail_cut_off(
    nabor: Nabor, decided: Path
):
    answer = nabor("audit", decided, "--link", "0" * 64)
    assert (answer.code, "nie jest w łańcuchu" in answer.out) == (1, True)
