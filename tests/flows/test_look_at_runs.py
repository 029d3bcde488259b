"""What ``nabor status`` is told of failures: none is hidden by the success of another."""

from pathlib import Path

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from flows.look_at_runs import MOST, look_at_runs
from flows.run_round import run_round


def ran(client: SyncPrefectClient, folder: Path, name: str, state: State[None]) -> None:
    """Leave a run of a round behind, as a process that has ended does."""
    told = {"folder": str(folder), "out": str(folder), "database": "sqlite:///nie-ma.sqlite"}
    run = client.create_flow_run(run_round, parameters=told, name=name)
    client.set_flow_run_state(run.id, state, force=True)


def failed(client: SyncPrefectClient, folder: Path) -> list[str | None]:
    """Return why runs of the folder's name are told to have failed."""
    del client  # it sets the server
    return [one.why for one in look_at_runs().failed if one.call == folder.name]


def test_a_call_of_another_lgd_in_a_folder_of_the_same_name_hides_no_failure(
    client: SyncPrefectClient, tmp_path: Path
):
    of_a, of_b = tmp_path / "a" / "7-2031", tmp_path / "b" / "7-2031"
    ran(client, of_a, "a 7/2031", Failed(message="brak miejsca na dysku"))
    ran(client, of_b, "b 7/2031", Completed())
    assert failed(client, of_a) == ["brak miejsca na dysku"]


def test_a_failure_is_told_however_many_others_end_and_until_it_succeeds(
    client: SyncPrefectClient, tmp_path: Path
):
    call = tmp_path / "8-2031"
    ran(client, call, "a 8/2031", Failed(message="brak uprawnień"))
    for number in range(MOST + 1):
        ran(client, tmp_path / "inny", f"inny {number}/2031", Completed())
    assert failed(client, call) == ["brak uprawnień"]
    assert "brak uprawnień" in [one.why for one in look_at_runs().last]
    ran(client, call, "a 8/2031", Completed())
    assert failed(client, call) == []


def test_who_left_a_call_to_somebody_else_has_not_failed(client: SyncPrefectClient, tmp_path: Path):
    call = tmp_path / "9-2031"
    said = "Flow run encountered an exception: Busy: nabór a 9/2031 prowadzi teraz biuro"
    ran(client, call, "a 9/2031", Failed(message=said))
    assert failed(client, call) == []
