"""A call in shared storage: brought to this machine, what was made of it handed back, nothing twice."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs

from reading.problems import Unavailable
from rounds.shared_storage import call_at_hand, results_at_hand

CALL = {"call.yaml": b"number: 1/2030\n", "karty/Z-1.csv": b"a;b\n"}


class Storage:
    """A folder of a storage, by its address: what lies in it, and when each file was written."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.driver, self.root = self._of(address)

    @staticmethod
    def _of(address: str) -> tuple[AbstractFileSystem, str]:
        driver, root = url_to_fs(address)
        return driver, str(root)

    def put(self, files: dict[str, bytes]) -> None:
        for name, content in files.items():
            place = f"{self.root}/{name}"
            self.driver.makedirs(place.rsplit("/", 1)[0], exist_ok=True)
            self.driver.pipe_file(place, content)

    def files(self) -> dict[str, bytes]:
        return {
            name.removeprefix(f"{self.root}/"): self.driver.cat_file(name)
            for name in self.driver.find(self.root)
        }

    def written(self) -> dict[str, object]:
        return {name: self.driver.modified(name) for name in self.driver.find(self.root)}


@pytest.fixture(params=["file", "memory"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Storage]:
    """An empty folder of shared storage: a directory, or fsspec's storage in memory."""
    place = tmp_path / "wspólny" if request.param == "file" else Path(f"/{uuid4().hex}")
    found = Storage(f"{request.param}://{place}")
    yield found
    if found.driver.exists(found.root):
        found.driver.rm(found.root, recursive=True)


def on_disk(folder: Path) -> dict[str, bytes]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}


def test_a_call_is_brought_whole_and_nothing_of_it_stays_on_this_machine(storage: Storage):
    storage.put(CALL)
    with call_at_hand(storage.address) as folder:
        assert on_disk(folder) == CALL
    assert not folder.exists()
    assert storage.files() == CALL


def test_a_plain_path_is_used_as_it_is(tmp_path: Path):
    with call_at_hand(str(tmp_path)) as folder, results_at_hand(str(tmp_path / "wyniki")) as out:
        assert (folder, out) == (tmp_path, tmp_path / "wyniki")
    assert list(tmp_path.iterdir()) == []


def test_results_are_handed_back_with_their_folders(storage: Storage):
    with results_at_hand(storage.address) as out:
        (out / "wersja-1").mkdir()
        (out / "wersja-1" / "lista.pdf").write_bytes(b"lista")
        (out / "wersja-1" / "SHA256SUMS").write_bytes(b"suma")
    assert storage.files() == {"wersja-1/lista.pdf": b"lista", "wersja-1/SHA256SUMS": b"suma"}
    assert not out.exists()


def test_a_second_time_what_is_there_is_at_hand_and_only_what_changed_is_handed_back(
    storage: Storage,
):
    storage.put({"wersja-1/lista.pdf": b"lista", "wersja-1/pismo.pdf": b"pismo"})
    before = storage.written()
    with results_at_hand(storage.address) as out:
        assert (out / "wersja-1" / "lista.pdf").read_bytes() == b"lista"
        (out / "wersja-1" / "pismo.pdf").write_bytes(b"pismo podpisane")
        (out / "wersja-2.pdf").write_bytes(b"nowa")
    assert storage.files() == {
        "wersja-1/lista.pdf": b"lista",
        "wersja-1/pismo.pdf": b"pismo podpisane",
        "wersja-2.pdf": b"nowa",
    }
    after = storage.written()
    assert {name.rsplit("/", 1)[1] for name in before if after[name] == before[name]} == {
        "lista.pdf"
    }


def test_a_time_that_changes_nothing_writes_nothing(storage: Storage):
    storage.put({"lista.pdf": b"lista"})
    before = storage.written()
    with results_at_hand(storage.address) as out:
        assert on_disk(out) == {"lista.pdf": b"lista"}
    assert storage.written() == before


def test_a_draft_of_a_run_that_was_cut_off_is_not_brought_and_is_replaced(storage: Storage):
    storage.put({"wersja-1/.szkic-lista.pdf": b"lis", "wersja-1/pismo.pdf": b"pismo"})
    with results_at_hand(storage.address) as out:
        assert on_disk(out) == {"wersja-1/pismo.pdf": b"pismo"}
        (out / "wersja-1" / "lista.pdf").write_bytes(b"lista")
    assert storage.files() == {"wersja-1/lista.pdf": b"lista", "wersja-1/pismo.pdf": b"pismo"}


def print_one_and_fail(address: str) -> None:
    with results_at_hand(address) as out:
        (out / "lista.pdf").write_bytes(b"lista")
        raise Unavailable("baza nie odpowiada")


def test_what_was_made_before_a_failure_is_handed_back_too(storage: Storage):
    with pytest.raises(Unavailable, match="baza nie odpowiada"):
        print_one_and_fail(storage.address)
    assert storage.files() == {"lista.pdf": b"lista"}


def test_a_call_that_is_not_there_is_told_in_polish(storage: Storage):
    with pytest.raises(Unavailable) as told, call_at_hand(storage.address):
        pass
    assert str(told.value) == f"w „{storage.address}” nie ma żadnego pliku"


def test_a_storage_that_nobody_can_write_is_told_in_polish(tmp_path: Path):
    (tmp_path / "plik").write_bytes(b"")
    address = f"file://{tmp_path}/plik/wyniki"
    with pytest.raises(Unavailable) as told, results_at_hand(address) as out:
        (out / "lista.pdf").write_bytes(b"lista")
    assert (
        str(told.value)
        == f"wspólny folder „{address}” jest niedostępny: to jest plik, a nie folder"
    )


@pytest.mark.parametrize("address", ["nie-ma-takiego://biuro/nabor", "sftp2://x"])
def test_a_storage_without_a_driver_is_told_in_polish(address: str):
    with pytest.raises(Unavailable) as told, call_at_hand(address):
        pass
    assert str(told.value).startswith(f"nie ma sterownika dla „{address}”")


def test_an_address_with_a_password_is_refused_and_the_password_is_told_nobody():
    with (
        pytest.raises(Unavailable, match="jest hasło, które trafiłoby do zapisów Prefect") as told,
        call_at_hand("sftp://biuro:tajne@dysk.example.pl/nabory/1-2030"),
    ):
        pass
    assert not told.value.passes
    assert "tajne" not in str(told.value)
