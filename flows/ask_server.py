"""The Prefect server that an office may keep running, instead of a temporary one."""

from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL

from reading.problems import Unavailable


def address_of_the_server() -> str | None:
    """Return the address that Prefect is set to, by the environment or by its profile."""
    return PREFECT_API_URL.value() or None


def ask_the_server() -> None:
    """Make sure that the server is there, where its address is set.

    Raises:
        Unavailable: the address is set, and nobody answers; a round would wait in vain.
    """
    url = address_of_the_server()
    if url is None:
        return
    with get_client(sync_client=True) as client:
        failure = client.api_healthcheck()
    if failure is not None:
        start = "sprawdź, czy działa (serwer z „nabor up”: „nabor down”, potem „nabor up”)"
        back = "albo zrezygnuj z niego: usuń ustawienie PREFECT_API_URL"
        raise Unavailable(f"serwer Prefect {url} nie odpowiada; {start}, {back}") from None
