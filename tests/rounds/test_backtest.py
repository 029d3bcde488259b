"""Proposed criteria tried on every past call: sums, criteria that separate nobody, calls not opened."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from reading.problems import Refused
from rounds.backtest import Which, backtest
from rounds.progress import watched_by
from scoring.difference.backtest import backtest_json

EXAMPLES = Path(__file__).parents[2] / "examples"
PROPOSAL = EXAMPLES / "trygon-2013" / "projekt-kryteriow.yaml"


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """Three past calls of one LGD, a spoilt one, one of another LGD, and one of another scope."""
    for name, day in (("1", "2013-09-02"), ("2", "2013-09-03"), ("zepsuty", "2013-09-04")):
        _copy(tmp_path / "trygon" / name, "2013-09-02", day)
    _copy(tmp_path / "obcy", "  id: trygon", "  id: inna")
    (tmp_path / "obcy" / "call.yaml").write_text(
        (tmp_path / "obcy" / "call.yaml")
        .read_text("utf-8")
        .replace("criteria: by_date", "criteria: {file: stare.yaml}"),
        "utf-8",
    )
    shutil.copy(
        EXAMPLES.parent / "criteria/sets/trygon/micro-enterprises/2013-01-01.yaml",
        tmp_path / "obcy" / "stare.yaml",
    )
    (tmp_path / "trygon" / "zepsuty" / "applications.csv").unlink()
    ignored = shutil.ignore_patterns("wyniki")
    shutil.copytree(EXAMPLES / "wspolpraca-60-procent", tmp_path / "wspolpraca", ignore=ignored)
    return tmp_path


def _copy(folder: Path, old: str, new: str) -> None:
    shutil.copytree(EXAMPLES / "trygon-2013", folder, ignore=shutil.ignore_patterns("wyniki"))
    file = folder / "call.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_calls_of_the_lgd_are_tried_and_the_others_are_counted(calls: Path):
    found = backtest(calls, PROPOSAL)
    assert [one.after.call.announced_on for one in found.calls] == [
        date(2013, 9, 2),
        date(2013, 9, 3),
    ]
    assert found.others == (("innego zakresu", 1), ("innych LGD", 1))
    # Twice the call of Trygon: five are funded and four would be; 140 000 zł less each time.
    assert found.funded == (10, 8)
    assert found.granted == (140_000_000, 112_000_000)
    assert (found.given, found.taken) == (8_000_000, 36_000_000)


def test_a_call_that_cannot_be_opened_is_named_with_the_reason(calls: Path):
    (missed,) = backtest(calls, PROPOSAL).not_opened
    assert missed.name == "trygon/zepsuty"
    (why,) = missed.why
    assert "w folderze naboru nie ma rejestru wniosków" in why


def test_calls_of_all_lgds_are_tried_on_request(calls: Path):
    found = backtest(calls, PROPOSAL, Which(all_lgds=True))
    assert [one.after.call.lgd.id for one in found.calls] == ["inna", "trygon", "trygon"]
    assert found.others == (("innego zakresu", 1),)


def test_calls_announced_before_the_day_are_counted_and_left_out(calls: Path):
    found = backtest(calls, PROPOSAL, Which(since=date(2013, 9, 3)))
    assert len(found.calls) == 1
    assert ("ogłoszone wcześniej", 1) in found.others


def test_a_criterion_that_gives_everybody_the_same_in_every_call_separates_nobody(calls: Path):
    found = {one.criterion.id: one for one in backtest(calls, PROPOSAL).separations}
    assert {key for key, one in found.items() if one.never} == {"micro_enterprise"}
    assert (found["two_jobs"].separates, found["two_jobs"].known) == (2, 2)


def test_a_criterion_whose_points_nobody_knows_is_not_said_to_separate_nobody(
    calls: Path, tmp_path: Path
):
    file = tmp_path / "projekt.yaml"
    text = PROPOSAL.read_text(encoding="utf-8")
    file.write_text(text.replace("  - id: tourism\n", "  - id: landscape\n"), encoding="utf-8")
    found = {one.criterion.id: one for one in backtest(calls, file).separations}
    one = found["landscape"]
    assert (one.separates, one.known, one.unknown, one.never) == (0, 0, 2, False)


def test_the_progress_is_told_call_by_call(calls: Path):
    told: list[tuple[str, int, int]] = []
    with watched_by(lambda *one: told.append(one)):
        backtest(calls, PROPOSAL)
    assert told == [("Nabory", done, 5) for done in range(1, 6)]


def test_a_folder_without_calls_is_refused(tmp_path: Path):
    with pytest.raises(Refused) as refused:
        backtest(tmp_path, PROPOSAL)
    assert [one.what for one in refused.value.problems] == [
        "w tym folderze nie ma żadnego naboru (pliku call.yaml)"
    ]


def test_the_json_of_it_holds_each_call_and_the_sums_and_names_nobody(calls: Path):
    said = backtest_json(backtest(calls, PROPOSAL))
    assert said["funded"] == {"before": 10, "after": 8}
    assert said["money"] == {
        "before": "1400000.00",
        "after": "1120000.00",
        "change": "-280000.00",
        "given": "80000.00",
        "taken": "360000.00",
    }
    assert [len(one["moved"]) for one in said["calls"]] == [5, 5]
    assert "Alicja" not in str(said)
    assert said["not_opened"][0]["name"] == "trygon/zepsuty"
