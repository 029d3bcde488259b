"""Killed at any boundary and started again, a round ends as if nothing had happened."""

import shutil
from pathlib import Path

import pytest

from intake.call import read_call
from records.database import open_database
from records.holding import holder
from records.store import documents, versions
from tests.flows.killed import run_until

EXAMPLE = Path(__file__).parents[2] / "examples" / "wspolpraca-60-procent"
MOST = 60


@pytest.fixture
def call(tmp_path: Path) -> Path:
    folder = tmp_path / "nabor"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("wyniki"))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    files = (one for one in sorted(folder.rglob("*")) if one.is_file())
    return {str(one.relative_to(folder)): one.read_bytes() for one in files}


def kept(database: str, call: Path) -> list[tuple[int, str, list[str]]]:
    """Return every version that was kept: its number, its fingerprint, its documents."""
    engine = open_database(database)
    try:
        of = read_call(call).call
        return [
            (one.version, one.fingerprint, [doc.sha256 for doc in documents(engine, one.id)])
            for one in versions(engine, of.lgd.id, of.number)
        ]
    finally:
        engine.dispose()


def test_a_round_that_is_killed_ends_as_one_that_was_not(
    call: Path,
    tmp_path: Path,
    database: str,
    prefect_server: str,
):
    untouched = f"sqlite:///{tmp_path / 'wzor.sqlite'}"
    assert run_until(None, call, tmp_path / "wzor", untouched, prefect_server)
    expected = contents(tmp_path / "wzor")
    (whole,) = kept(untouched, call)

    out = tmp_path / "wyniki"
    boundary, ended = 0, False
    while not ended:
        boundary += 1
        ended = run_until(boundary, call, out, database, prefect_server)
        whatever_is_there = contents(out / "wersja-1")
        assert whatever_is_there in ({}, {name[9:]: one for name, one in expected.items()})
        of = read_call(call).call
        assert holder(database, f"{of.lgd.id} {of.number}") is None
        assert boundary < MOST
    assert boundary > 15
    assert contents(out) == expected
    assert kept(database, call) == [whole]
