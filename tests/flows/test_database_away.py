"""The database of the records goes away in mid-run: it is waited for, or said, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings
from sqlalchemy import Engine, event, make_url

from flows.run_round import run_round
from flows.runs_of_call import Where, runs_of
from flows.steps import clock
from intake.call import read_call
from reading.problems import Unavailable
from records.database import DatabaseUnavailable
from records.holding import holder
from rounds import finish
from rounds.calls_of_office import name_of
from tests.conftest import postgresql_database
from tests.flows.faults import Wire
from tests.flows.unattended import done, kept, new_call, started, without_pauses

A_WHILE = 4
"""So many connections are dropped before the server is back; each try makes one."""


@pytest.fixture
def records() -> Iterator[str]:
    yield from postgresql_database()


@pytest.fixture
def wire(records: str) -> Iterator[Wire]:
    there = make_url(records)
    opened = Wire((there.host or "127.0.0.1", there.port or 5432))
    yield opened
    opened.close()


@pytest.fixture
def where(records: str, wire: Wire, tmp_path: Path) -> Where:
    """Where the things of a small call are; its records beyond the wire."""
    call = new_call(tmp_path)
    beyond = make_url(records).set(host="127.0.0.1", port=wire.port)
    return Where(str(call), str(tmp_path / "wyniki"), beyond.render_as_string(hide_password=False))


@pytest.fixture(params=["between two steps", "while the version is kept"])
def cut_once(
    request: pytest.FixtureRequest, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[int]]:
    """Say how many connections are to be dropped, and once in mid-run they are."""
    asked, keeping = list[int](), list[bool]()
    keep = finish.keep

    def cut(_: object) -> None:
        if asked:
            wire.cut(asked.pop())

    def cut_at_commit(_: object) -> None:
        if keeping:
            cut(_)

    def kept_now(*words: Any) -> object:
        keeping.append(True)
        return keep(*words)

    if request.param == "between two steps":
        monkeypatch.setattr(finish, "freeze_criteria", cut)
    else:
        monkeypatch.setattr(finish, "keep", kept_now)
    event.listen(Engine, "commit", cut_at_commit)
    yield asked
    event.remove(Engine, "commit", cut_at_commit)


def test_a_database_that_is_away_for_a_while_is_waited_for_and_the_call_is_held_again(
    where: Where,
    records: str,
    cut_once: list[int],
    prefect_server: str,
    monkeypatch: pytest.MonkeyPatch,
):
    call = read_call(Path(where.folder)).call
    held_by = list[str | None]()
    print_version = finish.print_version

    def printed(*words: Any) -> object:
        held_by.append(holder(records, name_of(call)))
        return print_version(*words)

    monkeypatch.setattr(finish, "print_version", printed)
    cut_once.append(A_WHILE)
    with without_pauses(monkeypatch, prefect_server):
        run = started(call, where, clock())
        done(run)
        (run,) = runs_of(call, "runda")
        assert run.state is not None
        assert run.state.is_completed(), run.state.message
    assert cut_once == []
    assert len(held_by) == 1
    assert held_by[0] is not None
    assert [version for version, _ in kept(Path(where.folder), records)] == [1]
    assert (Path(where.out) / "wersja-1" / "lista-rankingowa.pdf").is_file()
    assert holder(records, name_of(call)) is None


def test_a_database_that_stays_away_is_told_to_the_clerk_and_the_next_run_finishes(
    where: Where,
    records: str,
    wire: Wire,
    cut_once: list[int],
    prefect_server: str,
    *,
    monkeypatch: pytest.MonkeyPatch,
):
    cut_once.append(-1)
    words = (where.folder, where.out, where.database)
    with (
        without_pauses(monkeypatch, prefect_server),
        pytest.raises(DatabaseUnavailable, match="serwer nie odpowiada; sprawdź, czy działa"),
    ):
        run_round(*words)
    assert not (Path(where.out) / "wersja-1").exists()
    before = kept(Path(where.folder), records)
    assert len(before) <= 1

    wire.mend()
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        result = run_round(*words).value
    assert kept(Path(where.folder), records) == [(1, result.decision.fingerprint)]
    assert before in ([], [(1, result.decision.fingerprint)])
    assert (Path(where.out) / "wersja-1" / "lista-rankingowa.pdf").is_file()


def test_a_database_that_is_away_before_the_run_is_told_in_words(
    where: Where, records: str, wire: Wire, prefect_server: str
):
    wire.cut()
    with (
        temporary_settings({PREFECT_API_URL: prefect_server}),
        pytest.raises(Unavailable, match="serwer nie odpowiada"),
    ):
        run_round(where.folder, where.out, where.database)
    assert kept(Path(where.folder), records) == []
