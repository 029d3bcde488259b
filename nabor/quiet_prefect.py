"""Prefect as a clerk meets it: it keeps quiet, sends nothing, and is given time to start."""

import os


def quiet_prefect() -> None:
    """Keep Prefect's own messages off a clerk's screen; nothing is sent anywhere."""
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    # The temporary server's first start on a slow office PC outlasts Prefect's own patience.
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")
