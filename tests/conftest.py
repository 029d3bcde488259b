"""What tests of several folders share."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

# A property is tried on the same cases everywhere, and never fails for being slow.
settings.register_profile(
    "nabor", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("nabor")

POSTGRES = os.environ.get("NABOR_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")

PATIENCE = 300
"""Seconds that a Prefect server may take to start on a busy machine."""


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database; PostgreSQL where a server is at hand."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'nabor.sqlite'}"
    else:
        yield from postgresql_database()


def postgresql_database() -> Iterator[str]:
    """Make an empty database and yield its URL; skip where there is no server."""
    name = f"nabor_{uuid4().hex}"
    url = POSTGRES.replace("postgresql://", "postgresql+psycopg://")
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
    except OperationalError:
        server.dispose()
        pytest.skip("no PostgreSQL server answers; set NABOR_TEST_POSTGRES to run this test")
    yield f"{POSTGRES.rsplit('/', 1)[0]}/{name}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


@pytest.fixture(scope="session", autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees what ``nabor up`` keeps for the person who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NABOR_HOME", str(tmp_path_factory.mktemp("nabor")))
        yield


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The API address of a real Prefect server that lives as long as the tests."""
    port = str(free_port())
    home = tmp_path_factory.mktemp("prefect")
    log = (home / "server.log").open("wb")
    environment = os.environ | {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
    }
    prefect = Path(sys.executable).with_name("prefect")
    server = subprocess.Popen(
        [prefect, "server", "start", "--host", "127.0.0.1", "--port", port, "--no-ui"],
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        wait_until_it_answers(server, environment["PREFECT_API_URL"], home / "server.log")
        yield environment["PREFECT_API_URL"]
    finally:
        server.terminate()
        server.wait(timeout=60)
        log.close()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_it_answers(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Wait until a Prefect server answers; tell its log where it does not."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        if server.poll() is not None:
            break
        try:
            with urlopen(f"{url}/health", timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the Prefect server did not start:\n{log.read_text(encoding='utf-8')}")
