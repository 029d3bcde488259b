"""A call that lies in two folders is done in neither, and both say where the other is."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.run_due_calls import run_due_calls
from rounds.calls_of_office import places_of_calls
from rounds.standing import standing_of
from rounds.twins import twins_among, with_twins
from tests.flows.small_calls import small_calls

AFTER = datetime(2030, 5, 1, tzinfo=UTC)


def office(folder: Path) -> tuple[Path, Path, Path]:
    """Lay a call, its copy in a folder of trials, and a call of another number."""
    small_calls(folder, 2)
    copy = folder / "proba" / "nabor-1"
    shutil.copytree(folder / "nabor-1", copy)
    return folder / "nabor-1", folder / "nabor-2", copy


def test_each_of_two_folders_says_where_the_other_is(tmp_path: Path):
    call, other, copy = office(tmp_path)
    all_places = list(places_of_calls(tmp_path))
    twins = twins_among(all_places)
    assert twins == {call: [copy], copy: [call]}
    found = {
        one.folder: with_twins(standing_of(one, AFTER, called=True), twins) for one in all_places
    }
    write = "zostaw jeden folder albo popraw numer w call.yaml"
    assert found[call].failed == f"ten sam nabór leży też w {copy}; {write}"
    assert found[copy].failed == f"ten sam nabór leży też w {call}; {write}"
    assert found[other].failed == ""
    steps = {folder: one.now and one.now.step for folder, one in found.items()}
    assert steps == {call: None, copy: None, other: "close"}


def test_nothing_is_done_of_it_and_the_others_go_on(tmp_path: Path, prefect_server: str):
    call, other, copy = office(tmp_path)
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        found = run_due_calls(tmp_path, None, AFTER)
    assert [bool(one.failed) for one in found] == [True, False, True]
    assert not (call / "wyniki").exists()
    assert not (copy / "wyniki").exists()
    assert (other / "wyniki" / "przyjecie-1").is_dir()
