"""A disk that fills up while documents are printed: said, waited for, and nothing of it is left."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.look_at_runs import look_at_runs
from flows.runs_of_call import Where, runs_of
from flows.steps import PATIENCE, clock
from intake.call import read_call
from records.holding import holder
from rounds import finish
from rounds.calls_of_office import name_of
from tests.flows.faults import Disk, small_disk
from tests.flows.unattended import done, kept, new_call, started, without_pauses

WITHOUT_DOCUMENTS = "wersję 1 zapisano, ale jej dokumentów nie wydrukowano"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "dysk") as mounted:
        yield mounted


@pytest.fixture
def call(tmp_path: Path) -> Path:
    return new_call(tmp_path)


def nabor(server: str, *words: str | Path) -> tuple[int, str]:
    """Say a command as a clerk does; return its exit code and all that it said, on one line."""
    done = subprocess.run(
        [sys.executable, "-m", "nabor", *map(str, words)],
        env=os.environ | {"PREFECT_API_URL": server, "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, " ".join((done.stdout + done.stderr).split())


def results(folder: Path) -> list[str]:
    """Return every name in the results but that of a stranger's file."""
    return sorted(
        one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.name != "cudze"
    )


def test_a_clerk_is_told_of_a_full_disk_and_the_same_command_finishes_when_there_is_room(
    disk: Disk, call: Path, prefect_server: str
):
    database = f"sqlite:///{call.parent / 'nabor.sqlite'}"
    place = disk.folder / f"przyklad-{call.name.removeprefix('nabor-')}-2030"
    disk.fill()
    code, said = nabor(prefect_server, "round", call, "--out", disk.folder)
    assert code == 2
    assert f"Niedostępne: {WITHOUT_DOCUMENTS}" in said
    assert "brak miejsca na dysku; zwolnij miejsce i powtórz polecenie" in said
    assert results(place) == []  # no document, no draft, no lock
    before = kept(call, database)
    assert [version for version, _ in before] == [1]
    assert holder(database, name_of(read_call(call).call)) is None

    disk.make_room()
    code, said = nabor(prefect_server, "round", call, "--out", disk.folder)
    assert code == 0, said
    assert kept(call, database) == before
    assert "wersja-1/lista-rankingowa.pdf" in results(place)


def test_where_the_records_are_on_the_full_disk_no_version_is_kept_until_there_is_room(
    disk: Disk, prefect_server: str
):
    call, database = new_call(disk.folder), f"sqlite:///{disk.folder / 'nabor.sqlite'}"
    disk.fill()
    code, said = nabor(prefect_server, "round", call)
    assert code == 2
    assert "Niedostępne: nie można użyć bazy sqlite:///" in said
    assert "brak miejsca na dysku; zwolnij je i powtórz polecenie" in said
    disk.make_room()
    assert kept(call, database) == []
    assert results(call / "wyniki") == []
    code, said = nabor(prefect_server, "round", call)
    assert code == 0, said
    assert [version for version, _ in kept(call, database)] == [1]
    assert [one.name for one in disk.folder.iterdir() if one.name.startswith(".")] == []


def test_a_run_that_nobody_watches_waits_for_room_and_finishes(
    disk: Disk, call: Path, prefect_server: str, monkeypatch: pytest.MonkeyPatch
):
    where = Where(str(call), str(disk.folder), f"sqlite:///{call.parent / 'nabor.sqlite'}")
    tries = counted(monkeypatch, disk, room_at=len(PATIENCE))
    disk.fill()
    with without_pauses(monkeypatch, prefect_server):
        run = started(read_call(call).call, where, clock())
        done(run)
        assert states(call) == ["Completed"]
    assert len(tries) == len(PATIENCE)
    assert [version for version, _ in kept(call, where.database)] == [1]
    assert "wersja-1/lista-rankingowa.pdf" in results(disk.folder)


def test_a_disk_that_stays_full_is_reported_and_the_next_look_tries_again_and_finishes(
    disk: Disk, call: Path, prefect_server: str, monkeypatch: pytest.MonkeyPatch
):
    where = Where(str(call), str(disk.folder), f"sqlite:///{call.parent / 'nabor.sqlite'}")
    of = read_call(call).call
    tries = counted(monkeypatch, disk)
    disk.fill()
    with without_pauses(monkeypatch, prefect_server):
        pauses = []
        for count in (1, 2):
            now = clock()
            run = started(of, where, now)
            pauses.append((run.expected_start_time or now) - now)
            done(run)
            assert states(call)[0] == "Failed"
            assert len(tries) == count * (1 + len(PATIENCE))
            assert results(disk.folder) == []
        (failed,) = (one for one in look_at_runs().failed if one.call == call.name)
        assert (failed.why or "").startswith(WITHOUT_DOCUMENTS)
        assert "brak miejsca na dysku" in (failed.why or "")

        before = kept(call, where.database)
        disk.make_room()
        now = clock()
        last = started(of, where, now)
        pauses.append((last.expected_start_time or now) - now)
        done(last)
        assert states(call) == ["Completed", "Failed", "Failed"]
    assert pauses[1:] == [timedelta(minutes=2), timedelta(minutes=4)]
    assert kept(call, where.database) == before
    assert [version for version, _ in before] == [1]


def counted(patch: pytest.MonkeyPatch, disk: Disk, room_at: int | None = None) -> list[object]:
    """Count how often documents are printed; before the try ``room_at`` somebody makes room."""
    tries: list[object] = []
    print_version = finish.print_version

    def printed(*words: Any) -> finish.Printed:
        tries.append(words)
        if len(tries) == room_at:
            disk.make_room()
        return print_version(*words)

    patch.setattr(finish, "print_version", printed)
    return tries


def states(call: Path) -> list[str | None]:
    found = runs_of(read_call(call).call, "runda")
    return [one.state.name if one.state else None for one in found]
