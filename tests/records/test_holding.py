"""One at a time: the second is told who is first, and nobody who died keeps a call."""

import os
import signal
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reading.problems import Unavailable
from records.holding import Busy, held, holder

CALL = "przyklad 1/2030"
SPAWN = get_context("spawn")


def test_the_second_is_told_who_holds_the_call(database: str):
    with (
        held(database, CALL, "biuro@komputer-1"),
        pytest.raises(Busy, match="biuro@komputer-1"),
        held(database, CALL, "biuro@komputer-2"),
    ):
        pass
    assert holder(database, CALL) is None


def test_other_calls_go_on(database: str):
    with held(database, CALL, "biuro"), held(database, "przyklad 2/2030", "biuro"):
        assert (holder(database, CALL), holder(database, "inna 1/2030")) == ("biuro", None)


def test_a_hold_ends_also_when_its_holder_fails(database: str):
    with pytest.raises(ZeroDivisionError), held(database, CALL, "biuro"):
        raise ZeroDivisionError
    assert holder(database, CALL) is None


def test_a_killed_holder_leaves_no_hold(database: str):
    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=_hold_for_ever, args=(database, theirs))
    process.start()
    try:
        assert ours.recv() == "mam"
        assert holder(database, CALL) == "kto inny"
    finally:
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
    assert holder(database, CALL) is None
    with held(database, CALL, "biuro"):
        assert holder(database, CALL) == "biuro"


def test_nothing_stays_beside_the_database_after_a_hold(tmp_path: Path):
    with held(f"sqlite:///{tmp_path / 'nabor.sqlite'}", CALL, "biuro"):
        assert len(list(tmp_path.iterdir())) == 1
    assert list(tmp_path.iterdir()) == []


def test_who_only_looks_leaves_nothing_and_makes_no_folder(tmp_path: Path):
    assert holder(f"sqlite:///{tmp_path / 'nie-ma' / 'nabor.sqlite'}", CALL) is None
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_address_is_told_in_words():
    with pytest.raises(Unavailable, match="nie jest adresem bazy"), held("mysql://x", CALL, "b"):
        pass


def _hold_for_ever(database: str, pipe: Connection) -> None:
    with held(database, CALL, "kto inny"):
        pipe.send("mam")
        pipe.recv()
