"""Two rounds at once, in processes of their own: every decision is kept exactly once."""

from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context

from records.database import open_database
from records.store import Because, store, versions
from tests.records.conftest import decide_for

MONDAY = datetime(2030, 4, 1, 8, 0, tzinfo=UTC)


def keep_three(url: str, first: int) -> list[int]:
    """Open the database and keep three decisions; return their versions."""
    engine = open_database(url)
    kept = [
        store(engine, decide_for(A=first + n), Because("runda"), MONDAY).version for n in range(3)
    ]
    engine.dispose()
    return kept


def test_rounds_at_once_wait_for_each_other_and_lose_nothing(database):
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as rounds:
        kept = list(rounds.map(keep_three, [database] * 3, [10, 20, 30]))
    assert sorted(version for three in kept for version in three) == list(range(1, 10))
    engine = open_database(database)
    found = versions(engine, "przyklad", "1/2030")
    engine.dispose()
    assert [one.version for one in found] == list(range(1, 10))
    assert len({one.fingerprint for one in found}) == 9
