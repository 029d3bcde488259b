"""A fresh database of each kind, and a small decision to keep in it."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from sqlalchemy import Engine

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
from tests.small_criteria import CRITERIA

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


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    """The database, opened and migrated."""
    opened = open_database(database)
    yield opened
    opened.dispose()
