"""Pointing a call to other criteria for real: written once where the act allows it, refused otherwise."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from reading.problems import Refused
from rounds.binding import bind
from rounds.open_call import prepare_call
from scoring.changing_rules import AGREED_2023

EXAMPLES = Path(__file__).parents[2] / "examples"
BEFORE = datetime.fromisoformat("2013-09-01T12:00")
RUNNING = datetime.fromisoformat("2013-09-20T12:00")
CONSENT = (
    "status: adopted\nadopted_by:\n  title: Uchwała zmyślona\n"
    "  consent: {body: Zarząd Województwa, date: 2013-08-01}\n"
)


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A copy of a call before anybody applied, with criteria adopted for it."""
    folder = tmp_path / "nabor"
    shutil.copytree(EXAMPLES / "trygon-2013", folder, ignore=shutil.ignore_patterns("wyniki"))
    for name in ("applications.csv", "cards.csv"):
        (folder / name).unlink()
    file = folder / "projekt-kryteriow.yaml"
    text = file.read_text(encoding="utf-8").replace("status: proposal\n", CONSENT)
    file.write_text(text.replace("in_force_from: 2014-01-01", "in_force_from: 2013-08-15"), "utf-8")
    return folder


def of_2023(folder: Path) -> None:
    file = folder / "call.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('regime: "2015"', 'regime: "2023"', 1), encoding="utf-8")


def refused(folder: Path, now: datetime) -> list[str]:
    before = (folder / "call.yaml").read_bytes()
    with pytest.raises(Refused) as told:
        bind(folder, folder / "projekt-kryteriow.yaml", now)
    assert (folder / "call.yaml").read_bytes() == before
    return [one.what for one in told.value.problems if one.level == "error"]


def test_before_the_announcement_the_call_is_pointed_to_the_criteria_and_decided_by_them(
    call: Path,
):
    file = call / "projekt-kryteriow.yaml"
    before = (call / "call.yaml").read_text(encoding="utf-8").splitlines()
    bound = bind(call, file, BEFORE)
    assert (bound.changed, bound.duties) == (True, ())
    after = (call / "call.yaml").read_text(encoding="utf-8").splitlines()
    different = [(was, now) for was, now in zip(before, after, strict=True) if was != now]
    ((was, now),) = different
    assert was == "criteria: by_date"
    assert now.startswith("criteria: {file: projekt-kryteriow.yaml, sha256: ")
    assert prepare_call(call).criteria_file == file


def test_binding_once_more_changes_nothing_whenever_it_is(call: Path):
    file = call / "projekt-kryteriow.yaml"
    bind(call, file, BEFORE)
    written = (call / "call.yaml").read_bytes()
    assert not bind(call, file, RUNNING).changed
    assert (call / "call.yaml").read_bytes() == written


def test_in_the_wording_of_2015_a_running_call_keeps_its_criteria(call: Path):
    (said,) = refused(call, RUNNING)
    assert said.startswith("nabór ogłoszono 2 września 2013")
    assert "art. 19 ust. 4" in said


def test_in_the_wording_of_2023_criteria_change_while_the_register_is_empty(call: Path):
    of_2023(call)
    assert "art. 19a ust. 6–7" in refused(call, RUNNING)[0]
    heads = "Znak sprawy;Data i godzina złożenia;Wnioskodawca;Tytuł operacji"
    heads += ";Koszt całkowity;Wnioskowana kwota\n"
    (call / "applications.csv").write_text(heads, encoding="utf-8")
    bound = bind(call, call / "projekt-kryteriow.yaml", RUNNING)
    assert (bound.changed, bound.duties) == (True, (AGREED_2023,))


def test_in_the_wording_of_2023_criteria_stay_once_somebody_applied(call: Path):
    of_2023(call)
    shutil.copy(EXAMPLES / "trygon-2013" / "applications.csv", call)
    (said,) = refused(call, RUNNING)
    assert said.startswith("w naborze złożono już 6\N{NO-BREAK SPACE}wniosków")


def test_a_proposal_without_consent_is_refused_with_the_rule(call: Path):
    shutil.copy(EXAMPLES / "trygon-2013" / "projekt-kryteriow.yaml", call)
    said = refused(call, BEFORE)
    assert said[0].startswith("kryteria mają status „projekt”: nikt ich nie przyjął (zasada S2")


def test_criteria_that_do_not_fit_the_call_are_refused_with_the_line(call: Path):
    file = call / "call.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  density:", "  gestosc:", 1), encoding="utf-8")
    assert any(
        "korzysta z tabeli „density”, której tu nie ma" in one for one in refused(call, BEFORE)
    )
