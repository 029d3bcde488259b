"""``nabor deadlines`` and ``nabor check`` of a call, as a clerk types them."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar, Event

from nabor import screen
from tests.nabor.conftest import EXAMPLES, START_UPS, Nabor
from tests.rounds.call_scenario import Scenario, checked, every

DELIVERIES = """Znak sprawy;Dzień doręczenia;Dzień wniesienia protestu
{0};9.06.2022;20.06.2022
{1};20.06.2022;
"""


@pytest.fixture
def call(tmp_path: Path, nabor: Nabor) -> Path:
    """A copy of an example with two deliveries and an event."""
    folder = tmp_path / "nabor"
    shutil.copytree(START_UPS, folder, ignore=shutil.ignore_patterns("wyniki"))
    said = json.loads(nabor("score", folder, "--json").out)["applications"]
    numbers = [one["number"] for one in said[:2]]
    (folder / "deliveries.csv").write_text(DELIVERIES.format(*numbers), "utf-8")
    with (folder / "call.yaml").open("a", encoding="utf-8") as file:
        file.write("events: {published_on: 2022-06-10}\n")
    return folder


def plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def test_deadlines_show_what_is_due_and_what_is_late(
    nabor: Nabor, call: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(screen.out, "width", 120)
    answer = nabor("deadlines", call, "--today", "2022-06-21")
    assert (answer.code, answer.err) == (0, "")
    said = plain(answer.out)
    assert "Terminy naboru 1/2022 na dzień 21 czerwca 2022 r." in said
    assert "Listy i protokół na stronie LGD 20.06.2022 w terminie: 10.06.2022" in said
    assert "Protest wnioskodawcy 17.06.2022 po terminie: 20.06.2022" in said
    assert "Autokontrola LGD 4.07.2022 zostało 13 dni" in said
    assert "Protest wnioskodawcy 27.06.2022 zostało 6 dni" in said
    assert "Niedotrzymane: 4 terminy." in said


def test_the_json_tells_the_same(nabor: Nabor, call: Path):
    answer = nabor("deadlines", call, "--today", "2022-06-21", "--json")
    said = json.loads(answer.out)
    assert (said["call"], said["today"]) == ("1/2022", "2022-06-21")
    late = {(one["id"], one["due"], one["status"]) for one in said["deadlines"] if one["late"]}
    assert late == {
        ("agree", "2022-03-07", "overdue"),
        ("notify", "2022-06-20", "overdue"),
        ("hand_over", "2022-06-20", "overdue"),
        ("protest", "2022-06-17", "done_late"),
    }


def test_the_calendar_has_the_same_bytes_whenever_it_is_written(
    nabor: Nabor, call: Path, tmp_path: Path
):
    one, other = tmp_path / "jeden.ics", tmp_path / "drugi.ics"
    nabor("deadlines", call, "--today", "2022-06-01", "--ics", one)
    nabor("deadlines", call, "--today", "2022-07-01", "--ics", other)
    assert one.read_bytes() == other.read_bytes()
    calendar = Calendar.from_ical(one.read_bytes())
    assert isinstance(calendar, Calendar)
    events: list[Event] = calendar.events
    assert len({str(event["uid"]) for event in events}) == len(events) == 8
    assert {event.DTSTAMP and event.DTSTAMP.date() for event in events} == {date(2022, 6, 20)}
    assert all(type(event.DTSTART) is date for event in events)
    assert "Nabór 1/2022: Pisma do wnioskodawców – ostatni dzień" in {
        str(event["summary"]) for event in events
    }


def test_a_calendar_is_renewed_but_never_written_over_another_file(
    nabor: Nabor, call: Path, tmp_path: Path
):
    file, foreign = tmp_path / "nasz.ics", tmp_path / "obcy.ics"
    assert [nabor("deadlines", call, "--ics", file).code for _ in range(2)] == [0, 0]
    foreign.write_text("BEGIN:VCALENDAR\n", "utf-8")
    assert nabor("deadlines", call, "--ics", foreign).code == 2
    assert foreign.read_text("utf-8") == "BEGIN:VCALENDAR\n"
    assert nabor("deadlines", call, "--ics", tmp_path / "x.pdf").code == 2


@pytest.mark.parametrize("today", ["jutro", "2022-13-01", "1.06.2022"])
def test_a_day_that_is_none_is_answered(nabor: Nabor, call: Path, today: str):
    answer = nabor("deadlines", call, "--today", today)
    assert answer.code == 2
    assert "wpisz np. 2022-06-01" in answer.err


def test_bad_deliveries_are_refused(nabor: Nabor, call: Path):
    (call / "deliveries.csv").write_text(DELIVERIES.format("X/1", "X/2"), "utf-8")
    answer = nabor("deadlines", call)
    assert answer.code == 2
    assert "nie ma w rejestrze wniosku „X/1”" in answer.err


def test_events_and_deliveries_never_change_the_fingerprint(nabor: Nabor, call: Path):
    before = json.loads(nabor("score", START_UPS, "--json").out)["fingerprint"]
    assert json.loads(nabor("score", call, "--json").out)["fingerprint"] == before


def test_score_shows_indicators_below_the_money(nabor: Nabor, call: Path):
    assert "Wskaźnik LSR" not in nabor("score", call).out
    with (call / "call.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "indicators: [{id: m, name: Miejsca pracy, unit: szt., target: 5, reached: 1, source: LSR}]\n"
        )
    answer = nabor("score", call)
    assert "Miejsca pracy (szt.)" in answer.out
    assert answer.out.index("Wskaźnik LSR") > answer.out.index("pozostało")
    assert "Bez wskaźnika:" in answer.out


@pytest.mark.parametrize("path", [START_UPS, START_UPS / "call.yaml"])
def test_check_of_a_call_tells_whether_it_may_be_announced(nabor: Nabor, path: Path):
    answer = nabor("check", path)
    assert answer.code == 0
    assert "S1 wybór w drodze konkursu: spełniona" in answer.out
    said = "zasady niespełnione lub nierozstrzygnięte: S2."
    assert f"To tylko przykład; przed ogłoszeniem prawdziwego naboru trzeba wyjaśnić {said}" in (
        answer.out
    )
    assert "Nic nie stoi" not in answer.out


NO_PREMIUM = {
    "scope_kind": "other",
    "criteria": [
        {
            "id": "office",
            "name": "Konsultacja",
            "kind": "yes_no",
            "fact": "office_consultation",
            "points": 10,
            "source": "LSR",
        }
    ],
}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Nic nie stoi na przeszkodzie ogłoszeniu naboru."),
        (
            {"criteria_file": NO_PREMIUM},
            "Nabór można ogłosić, ale najpierw wyjaśnij zasady niespełnione lub nierozstrzygnięte: S3.",
        ),
        (
            {"call": {"notice": "Przykład."}},
            "To tylko przykład; prawdziwego naboru nic by nie wstrzymywało.",
        ),
    ],
)
def test_the_last_sentence_of_a_check_agrees_with_the_rules_above_it(
    nabor: Nabor, tmp_path: Path, changes: dict[str, Any], said: str
):
    _, given, _ = every()[0]
    checked(tmp_path, given, Scenario(name="", **changes))
    answer = nabor("check", tmp_path)
    assert (answer.code, answer.out.splitlines()[-1]) == (0, said)


def test_check_of_a_call_that_may_not_be_announced_ends_with_one(nabor: Nabor, call: Path):
    file = call / "call.yaml"
    file.write_text(file.read_text("utf-8").replace("2022-03-21", "2022-03-24"), "utf-8")
    answer = nabor("check", call)
    assert answer.code == 1
    assert "nabór ogłoszono 13 dni przed rozpoczęciem" in plain(answer.err)
    assert f"{file}:11" in answer.err
    assert "Naboru nie można tak ogłosić." in answer.out


def test_own_operation_shows_what_holds_and_says_why_the_rest_does_not(nabor: Nabor):
    answer = nabor("deadlines", EXAMPLES / "operacja-wlasna-2023", "--today", "2023-05-01")
    said = plain(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert "Przekazanie dokumentów" in said
    assert "Ogłoszenie naboru" not in said
    assert "Niedotrzymane" not in said
    assert "nie ma od niej protestu (art. 21 ust. 8 ustawy)" in said


def test_cooperation_has_no_terms_of_the_lgd_and_says_so(nabor: Nabor):
    answer = nabor("deadlines", EXAMPLES / "wspolpraca-60-procent", "--today", "2016-05-01")
    said = plain(answer.out)
    assert answer.code == 0
    assert "Terminy naboru 1/2016 na dzień 1 maja 2016 r.: nie ma żadnego." in said
    assert "wybiera zarząd województwa" in said


def test_deliveries_of_an_own_operation_are_told_to_be_of_no_use(nabor: Nabor, tmp_path: Path):
    folder = tmp_path / "nabor"
    shutil.copytree(EXAMPLES / "operacja-wlasna-2023", folder)
    (folder / "deliveries.csv").write_text(
        "Znak sprawy;Dzień doręczenia\nZD/OW/2/2023;9.06.2023\n", "utf-8"
    )
    answer = nabor("deadlines", folder, "--today", "2023-05-01")
    assert "doręczeń nie uwzględniono" in answer.err
    assert "Protest wnioskodawcy" not in answer.out
