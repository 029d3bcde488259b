"""What steps hand to Prefect: no more than it needs, whatever the size of a call."""

import json

import pytest
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.utilities.collections import visit_collection

from flows.steps import SHOWN, Whole, show_table

NOTE = "Lista."


@flow(name="próba tabeli", persist_result=False)
def shown_table(rows: list[dict[str, int]], key: str) -> None:
    """Show a table and do nothing else."""
    show_table(rows, key, NOTE)


def test_prefect_does_not_walk_through_what_a_flow_hands_back():
    handed = Whole(("w środku", ["i głębiej"]))
    seen: list[object] = []
    visit_collection(handed, visit_fn=seen.append, return_data=False)
    assert seen == [handed]


@pytest.mark.parametrize(
    ("rows", "shown", "note"),
    [
        (SHOWN, SHOWN, NOTE),
        (SHOWN + 234, SHOWN, f"{NOTE} Pokazano pierwsze 1\xa0000 z 1\xa0234 wierszy."),
    ],
)
def test_of_a_table_longer_than_anybody_reads_prefect_gets_the_beginning_and_the_number(
    rows: int, shown: int, note: str, prefect_server: str
):
    key = f"dluga-lista-{rows}"
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        shown_table([{"Lp.": number} for number in range(1, rows + 1)], key)
        with get_client(sync_client=True) as client:
            asked = ArtifactFilter(key=ArtifactFilterKey(any_=[key]))
            (found,) = client.read_artifacts(artifact_filter=asked)
    assert found.description == note
    assert isinstance(found.data, str)
    assert json.loads(found.data) == [{"Lp.": number} for number in range(1, shown + 1)]
