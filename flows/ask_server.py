"""The Prefect server that an office may keep running, instead of a temporary one."""

from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL

from reading.problems import Unavailable


def ask_the_server() -> None:
    """Make sure that the server is there, where its address is set.

    Raises:
        Unavailable: the address is set, and nobody answers; a round would wait in vain.
    """
    url = PREFECT_API_URL.value()
    if not url:
        return
    with get_client(sync_client=True) as client:
        failure = client.api_healthcheck()
    if failure is not None:
        start = "uruchom go: prefect server start --background"
        back = "albo zrezygnuj z niego: prefect config unset PREFECT_API_URL"
        raise Unavailable(f"serwer Prefect {url} nie odpowiada; {start}, {back}") from None
