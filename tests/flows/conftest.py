"""What tests of flows share."""

from collections.abc import Iterator

import pytest
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.settings import PREFECT_API_URL, temporary_settings


@pytest.fixture
def client(prefect_server: str) -> Iterator[SyncPrefectClient]:
    """Ask the server of the tests, which flows run on meanwhile too."""
    with (
        temporary_settings({PREFECT_API_URL: prefect_server}),
        get_client(sync_client=True) as opened,
    ):
        yield opened
