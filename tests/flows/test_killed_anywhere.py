"""Killed at any boundary and started again, a round ends as if nothing had happened."""

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from intake.call import read_call
from records.database import open_database
from records.holding import holder
from records.store import documents, versions
from tests.flows.killed import run_until

EXAMPLE = Path(__file__).parents[2] / "examples" / "wspolpraca-60-procent"
FEWEST, MOST = 15, 60
"""So many boundaries a round has at least, and at most."""


@pytest.fixture
def call(tmp_path: Path) -> Path:
    folder = tmp_path / "nabor"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("wyniki"))
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    files = (one for one in sorted(folder.rglob("*")) if one.is_file())
    return {str(one.relative_to(folder)): one.read_bytes() for one in files}


def kept(database: str, call: Path) -> list[tuple[int, str, dict[str, str]]]:
    """Return every version that was kept: its number, its fingerprint, the hash of each document."""
    engine = open_database(database)
    try:
        of = read_call(call).call
        return [
            (
                one.version,
                one.fingerprint,
                {doc.name: doc.sha256 for doc in documents(engine, one.id)},
            )
            for one in versions(engine, of.lgd.id, of.number)
        ]
    finally:
        engine.dispose()


def test_a_round_that_is_killed_ends_as_one_that_was_not(
    call: Path, tmp_path: Path, database: str, prefect_server: str
):
    untouched = f"sqlite:///{tmp_path / 'wzor.sqlite'}"
    assert run_until(None, call, tmp_path / "wzor", untouched, prefect_server)
    expected = contents(tmp_path / "wzor" / "wersja-1")
    ((_, fingerprint, _),) = kept(untouched, call)
    out, of = tmp_path / "wyniki", read_call(call).call

    boundary, ended, earlier = 0, False, dict[str, bytes]()
    while not ended:
        boundary += 1
        assert boundary < MOST
        ended = run_until(boundary, call, out, database, prefect_server)
        there = contents(out / "wersja-1")
        assert there.keys() in (set(), expected.keys())  # all or none
        assert earlier in ({}, there)  # and never again otherwise
        assert holder(database, f"{of.lgd.id} {of.number}") is None
        earlier = there
    assert boundary > FEWEST
    hashes = {name: sha256(content).hexdigest() for name, content in earlier.items()}
    assert kept(database, call) == [(1, fingerprint, hashes)]
    assert sorted(one.name for one in out.iterdir()) == ["wersja-1"]  # no draft, no lock
