"""Prefect as a clerk meets it: quiet, sending nothing, on the server that is kept where one is."""

import os

from nabor.kept_server import address_of_kept_server
from nabor.last_watch import end_with_me


def quiet_prefect() -> None:
    """Set Prefect up before it is imported.

    Its own messages stay off a clerk's screen, and nothing is sent anywhere. Where the person named
    no server, the one that ``nabor up`` keeps is used; where there is none either, Prefect starts a
    temporary one and stops it, and it is stopped too where this process is killed.
    """
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    send_nothing()
    # The temporary server's first start on a slow office PC outlasts Prefect's own patience.
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")
    if not os.environ.get("PREFECT_API_URL"):
        kept = address_of_kept_server()
        if kept is not None:
            os.environ["PREFECT_API_URL"] = kept
        else:
            end_with_me()


def send_nothing() -> None:
    """Tell Prefect's server and its library that nobody is to hear of us."""
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("DO_NOT_TRACK", "1")
