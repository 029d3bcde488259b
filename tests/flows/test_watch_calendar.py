"""A call goes from its closing to its published lists by itself, with a simulated clock."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import FlowRun
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.run_round import run_round
from flows.runs_of_call import FLOWS, resume, runs_of
from flows.wake_call import wake_call
from flows.watch_calendar import watch_calendar
from intake.call import read_call
from intake.confirmation import Confirmation, keep_confirmation, read_confirmation
from records.database import open_database
from records.store import Because, versions
from rounds.calls_of_office import Places, places_of_calls
from rounds.standing import standing_of
from scoring.life import Phase, Step
from tests.flows.served import served, wait_for
from tests.flows.small_calls import small_calls

EXAMPLES = Path(__file__).parents[2] / "examples"
CLOSED = datetime(2022, 5, 13, 14, 0, tzinfo=UTC)
LATER = CLOSED + timedelta(days=90)
AFTER = datetime(2030, 5, 1, tzinfo=UTC)
"""When small calls have closed."""


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """An office with one call of a council of 19, which has not met yet."""
    folder = tmp_path / "nabory"
    left_out = shutil.ignore_patterns("wyniki", "sitting.yaml", "cards.csv")
    shutil.copytree(EXAMPLES / "posiedzenie-19", folder / "posiedzenie", ignore=left_out)
    return folder


def runs(places: Places, step: Step) -> list[FlowRun]:
    return runs_of(read_call(places.folder).call, FLOWS[step])


def states(places: Places, step: Step) -> list[str | None]:
    return [one.state.name if one.state else None for one in runs(places, step)]


def lead_to_its_council(office: Path, places: Places, log: Path) -> None:
    """Let the calendar take a call that has closed as far as it goes without its council."""
    watch_calendar(office, at=AFTER)
    wait_for(lambda: states(places, "close") == ["Completed"], log)
    watch_calendar(office, at=AFTER)
    wait_for(lambda: states(places, "council") == ["Suspended"], log)


def test_from_closing_to_published_with_a_council_in_between(calls: Path, prefect_server: str):
    (places,) = places_of_calls(calls)
    log = calls.parent / "obsluga.log"
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        closes = read_call(places.folder).call.closes_at
        before = closes.replace(tzinfo=UTC) - timedelta(days=1)

        watch_calendar(calls, at=before)
        assert runs(places, "close") == []

        with served(calls, prefect_server):
            # The machine was off for a week over the closing; the first look finds what is due.
            watch_calendar(calls, at=LATER)
            watch_calendar(calls, at=LATER)
            wait_for((places.out / "przyjecie-1").is_dir, log)
            wait_for(lambda: states(places, "close") == ["Completed"], log)

            watch_calendar(calls, at=LATER)
            wait_for(lambda: states(places, "council") == ["Suspended"], log)
            watch_calendar(calls, at=LATER)
            assert standing_of(places, LATER, called=True).now is not None
            assert states(places, "council") == ["Suspended"]

            for name in ("sitting.yaml", "cards.csv"):
                shutil.copy(EXAMPLES / "posiedzenie-19" / name, places.folder / name)
            watch_calendar(calls, at=LATER)
            wait_for(lambda: states(places, "council") == ["Completed"], log)
            watch_calendar(calls, at=LATER)
            wait_for(lambda: states(places, "publish") == ["Completed"], log)

    found = standing_of(places, LATER).now
    assert found is not None
    assert (found.phase, found.step) == (Phase.PUBLISHED, None)
    engine = open_database(places.database)
    call = read_call(places.folder).call
    assert [one.version for one in versions(engine, call.lgd.id, call.number)] == [1]
    engine.dispose()


def test_what_somebody_confirmed_outlives_the_run_that_asked(tmp_path: Path, prefect_server: str):
    office = tmp_path / "biuro"
    small_calls(office, 1, 2001)
    (places,) = places_of_calls(office)
    log = tmp_path / "obsluga.log"
    said = Confirmation(author="Kierownik", reason="protokół 5/2030", decided_elsewhere=True)
    with temporary_settings({PREFECT_API_URL: prefect_server}), served(office, prefect_server):
        lead_to_its_council(office, places, log)

        # A letter that is corrected asks for a new report; the council's part stays asleep meanwhile.
        (asleep,) = runs(places, "council")
        with (places.folder / "applications.csv").open("a", encoding="utf-8") as register:
            register.write("\n")
        watch_calendar(office, at=AFTER)
        assert [one.state_id for one in runs(places, "council")] == [asleep.state_id]
        wait_for(lambda: states(places, "close") == ["Completed"] * 2, log)

        # Its word was given, and the machine with its run is gone.
        keep_confirmation(places.folder, said)
        with get_client(sync_client=True) as client:
            client.delete_flow_run(asleep.id)
        watch_calendar(office, at=AFTER)
        wait_for(lambda: states(places, "council") == ["Completed"], log)
    engine = open_database(places.database)
    call = read_call(places.folder).call
    kept = [one.because for one in versions(engine, call.lgd.id, call.number)]
    engine.dispose()
    assert kept == [Because("protokół 5/2030", author="Kierownik")]


def test_a_form_filled_in_by_halves_is_asked_for_again(tmp_path: Path, prefect_server: str):
    office = tmp_path / "biuro"
    small_calls(office, 1, 2002)
    (places,) = places_of_calls(office)
    log = tmp_path / "obsluga.log"
    with temporary_settings({PREFECT_API_URL: prefect_server}), served(office, prefect_server):
        lead_to_its_council(office, places, log)
        (asleep,) = runs(places, "council")
        resume(asleep, Confirmation(decided_elsewhere=True))
        wait_for(lambda: runs(places, "council")[0].state_id != asleep.state_id, log)
        wait_for(lambda: states(places, "council") == ["Suspended"], log)
        wake_call(
            places.folder, Confirmation(author="A", reason="protokół", decided_elsewhere=True)
        )
        wait_for(lambda: states(places, "council") == ["Completed"], log)
    assert read_confirmation(places.folder).author == "A"


def test_what_waits_for_a_council_goes_on_when_a_round_was_run_beside_it(
    tmp_path: Path, prefect_server: str
):
    office = tmp_path / "biuro"
    small_calls(office, 1)
    (places,) = places_of_calls(office)
    log = tmp_path / "obsluga.log"
    with temporary_settings({PREFECT_API_URL: prefect_server}), served(office, prefect_server):
        lead_to_its_council(office, places, log)
        run_round(str(places.folder), str(places.out), places.database, AFTER)
        watch_calendar(office, at=AFTER)
        wait_for(lambda: states(places, "council") == ["Completed"], log)
        wait_for(lambda: states(places, "publish") == ["Completed"], log)
    found = standing_of(places, AFTER).now
    assert found is not None
    assert found.phase is Phase.PUBLISHED
