"""A fresh database of each kind, and a small decision to keep in it."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import OperationalError

from criteria.catalogue import catalogue_again
from criteria.read import ruleset_again
from reading.models import read_model
from reading.yaml_file import parse_yaml
from records.database import open_database
from scoring.application import Application
from scoring.call import Call
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.source_text import SourceText

POSTGRES = os.environ.get("NABOR_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")

CRITERIA = """
format: 1
lgd: przyklad
scope: start-of-business
scope_kind: business
title: Kryteria przykładowe
in_force_from: 2030-01-01
status: model
minimum: {points: 10}
criteria:
  - id: jobs
    name: Miejsca pracy
    kind: bands
    fact: jobs_created
    bands: [{from: 1, points: 10}, {from: 2, points: 20}]
    source: przykład
"""

CALL = """
number: 1/2030
title: Nabór przykładowy
lgd: {id: przyklad, name: LGD Przykład}
regime: "2023"
scope: start-of-business
announced_on: 2030-02-01
opens_at: 2030-03-01T08:00
closes_at: 2030-03-15T12:00
limit: {pln: 150000, policy: stop, source: ogłoszenie}
"""

FACTS = """
format: 1
facts:
  - {id: jobs_created, name: Liczba miejsc pracy, type: whole}
  - {id: requested, name: Wnioskowana kwota, type: money}
  - {id: submitted_at, name: Data złożenia, type: moment}
"""


def decide_for(**jobs: int) -> Decision:
    """Decide the example call for applications given as number=jobs."""
    catalogue = catalogue_again((SourceText("facts.yaml", FACTS),))
    ruleset = ruleset_again([SourceText("kryteria.yaml", CRITERIA)], catalogue)
    call = read_model(parse_yaml(CALL, "call.yaml"), Call)
    moment = datetime(2030, 3, 2, 9, 0)  # noqa: DTZ001 - receipt is in Polish time
    applications = [
        Application(number, {"jobs_created": count, "requested": 10000000, "submitted_at": moment})
        for number, count in jobs.items()
    ]
    return decide(call, ruleset, applications)


@pytest.fixture
def decided() -> Callable[..., Decision]:
    """Decide the example call for applications given as number=jobs."""
    return decide_for


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database; PostgreSQL where a server is at hand."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'nabor.sqlite'}"
    else:
        yield from _postgres()


def _postgres() -> Iterator[str]:
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


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    """The database, opened and migrated."""
    opened = open_database(database)
    yield opened
    opened.dispose()
