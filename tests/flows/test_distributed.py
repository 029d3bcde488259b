"""Many calls on two workers: a server on PostgreSQL and Redis, shared storage, one worker killed.

Each run is a process of its own, which takes many seconds to start. So as many calls as a network of LGDs
has due on one day are tried where changes are accepted, elsewhere a few; ``NABOR_TEST_CALLS`` says how many.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from prefect.client.schemas.objects import StateType
from prefect.context import SyncClientContext
from prefect.settings import PREFECT_API_URL, temporary_settings
from redis import Redis
from redis.exceptions import ConnectionError as NoRedis

from flows.runs_of_call import Where, declare_lost, runs_of, start, under_way
from flows.steps import clock
from records.database import open_database
from records.store import documents, versions
from scoring.call import Call
from tests.conftest import free_port, postgresql_database, wait_until_it_answers
from tests.flows.processes import end, running, started_by
from tests.flows.small_calls import small_calls

ROOT = Path(__file__).parents[2]
CALLS = int(os.environ.get("NABOR_TEST_CALLS", "50" if os.environ.get("CI") else "8"))
BEFORE_THE_KILL = 2
GRACE = {StateType.PENDING: timedelta(seconds=90), StateType.RUNNING: timedelta(seconds=30)}
LONGEST = 1800
REDIS = os.environ.get("NABOR_TEST_REDIS", "redis://127.0.0.1:6379/9")
PREFECT = str(Path(sys.executable).with_name("prefect"))


@pytest.fixture
def records() -> Iterator[str]:
    """The database of the records, which all workers share."""
    yield from postgresql_database()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A Prefect server that keeps its own in PostgreSQL and tells its services through Redis."""
    try:
        Redis.from_url(REDIS).ping()
    except NoRedis:
        pytest.skip("no Redis server answers; set NABOR_TEST_REDIS to run this test")
    for database in postgresql_database():
        port = free_port()
        url = f"http://127.0.0.1:{port}/api"
        settings = {
            "PREFECT_HOME": str(tmp_path / "serwer"),
            "PREFECT_API_URL": url,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_SERVER_DATABASE_CONNECTION_URL": database.replace(
                "postgresql://", "postgresql+asyncpg://"
            ),
            "PREFECT_MESSAGING_BROKER": "prefect_redis.messaging",
            "PREFECT_MESSAGING_CACHE": "prefect_redis.messaging",
            "PREFECT_SERVER_EVENTS_CAUSAL_ORDERING": "prefect_redis.ordering",
            "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": "prefect_redis.lease_storage",
            "PREFECT_REDIS_MESSAGING_URL": REDIS,
        }
        words = [PREFECT, "server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-ui"]
        with running(words, tmp_path / "serwer.log", tmp_path, **settings) as process:
            wait_until_it_answers(process, url, tmp_path / "serwer.log")
            yield url


@contextmanager
def worker(name: str, place: Path, server: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker of the pool with a working folder and a Prefect home of its own."""
    words = [PREFECT, "worker", "start", "--pool", "nabor", "--name", name, "--limit", "2"]
    settings = {
        "PREFECT_API_URL": server,
        "PREFECT_HOME": str(place / "prefect"),
        "DO_NOT_TRACK": "1",
        "PREFECT_WORKER_QUERY_SECONDS": "2",
    }
    with running(words, place.with_suffix(".log"), place, **settings) as process:
        yield process


def where(storage: Path, number: int, records: str) -> Where:
    address = f"file://{storage}/nabor-{number}"
    return Where(address, f"{address}/wyniki", records)


def deploy(server: str, folder: Path) -> None:
    settings = {
        "PREFECT_API_URL": server,
        "PREFECT_HOME": str(folder / "deploy"),
        "NABOR_CALLS": str(folder),
        "DO_NOT_TRACK": "1",
    }
    for words in (
        ("work-pool", "create", "nabor", "--type", "process"),
        ("--no-prompt", "deploy", "--all"),
    ):
        done = subprocess.run(
            [PREFECT, *words],
            cwd=ROOT,
            env=os.environ | settings,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def kept(records: str, call: Call) -> list[tuple[int, list[tuple[str, str]]]]:
    engine = open_database(records)
    try:
        return [
            (one.version, [(doc.name, doc.sha256) for doc in documents(engine, one.id)])
            for one in versions(engine, call.lgd.id, call.number)
        ]
    finally:
        engine.dispose()


def test_every_call_is_decided_once_though_one_of_two_workers_is_killed(
    tmp_path: Path, records: str, server: str
):
    storage = tmp_path / "wspolne"
    calls = small_calls(storage, CALLS)
    deploy(server, tmp_path)
    left = dict(enumerate(calls, start=1))
    give_up = time.monotonic() + LONGEST
    lost = 0
    with (
        temporary_settings({PREFECT_API_URL: server}),
        SyncClientContext.get_or_create(),
        worker("pierwszy", tmp_path / "pierwszy", server) as first,
        worker("drugi", tmp_path / "drugi", server),
    ):
        killed, seen = False, set[int]()
        while left:
            assert time.monotonic() < give_up, sorted(left)
            for number, call in list(left.items()):
                runs = runs_of(call, "runda")
                run, at = under_way(runs), where(storage, number, records)
                newest = runs[0].state if runs else None
                if newest is not None and newest.is_completed():
                    del left[number]
                elif run is None or declare_lost(call, run, at, clock(), GRACE):
                    lost += run is not None
                    start(call, "runda", at, runs, clock())
            begun, seen = set(started_by(first.pid)) - seen, set(started_by(first.pid))
            if not killed and begun and CALLS - len(left) >= BEFORE_THE_KILL:
                end(first, signal.SIGKILL)  # with a run that it has only begun
                killed = True
            time.sleep(2)
    assert killed
    assert lost >= 1  # what the killed worker had begun
    for number, call in enumerate(calls, start=1):
        ((version, printed),) = kept(records, call)
        place = storage / f"nabor-{number}" / "wyniki" / "wersja-1"
        there = {
            one.relative_to(place).as_posix(): sha256(one.read_bytes()).hexdigest()
            for one in place.rglob("*")
            if one.is_file()
        }
        assert (version, dict(printed)) == (1, there)
