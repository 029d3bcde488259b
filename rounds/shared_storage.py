"""A call that lies in shared storage: brought to this machine, and what was made of it handed back.

Storage is named by an address of fsspec: ``file:///mnt/nabory/…``, ``s3://…``, ``sftp://…`` (each as far as
its driver is installed). A plain path is a folder of this machine and is used as it is.

Results are handed back file by file, each under another name first and then put in its place. A run that
was cut off between two files is repeated: it decides the same and prints the same bytes, and hands over
what is missing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from uuid import uuid4

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs

from reading.problems import Unavailable

ADDRESS = "://"
"""What tells an address from a path."""


@contextmanager
def at_hand(folder: str, out: str) -> Iterator[tuple[Path, Path]]:
    """Have a call and its results at hand while the block runs.

    Args:
        folder: where the call lies: a path, or the address of a folder of shared storage.
        out: where its results lie, likewise; below ``folder`` or apart from it.

    Raises:
        Unavailable: the storage cannot be read or written, or there is no driver for it.
        OSError: this machine has no room.
    """
    if ADDRESS not in folder:
        yield Path(folder), Path(out)
        return
    with TemporaryDirectory(prefix="nabor-") as place:
        here, results = Path(place) / "nabor", Path(place) / "wyniki"
        _bring(folder, here)
        _bring(out, results, needed=False)
        before = _sizes(results)
        try:
            yield here, results
        finally:
            _hand_back(results, out, before)


def _storage(address: str) -> tuple[AbstractFileSystem, str]:
    try:
        storage, root = url_to_fs(address)
    except (ValueError, ImportError) as error:
        raise Unavailable(f"nie ma sterownika dla „{address}”: {error}") from None
    return storage, str(root)


def _bring(address: str, to: Path, *, needed: bool = True) -> None:
    """Copy a folder of the storage; hidden files, as drafts of others, stay where they are."""
    storage, root = _storage(address)
    to.mkdir(parents=True)
    try:
        names = storage.find(root)
    except OSError as error:
        raise _away(address, error) from None
    if not names and needed:
        raise Unavailable(f"w „{address}” nie ma żadnego pliku")
    for name in names:
        inside = PurePosixPath(name).relative_to(PurePosixPath(root))
        if not any(part.startswith(".") for part in inside.parts):
            file = to / inside
            file.parent.mkdir(parents=True, exist_ok=True)
            _tried(storage.get_file, name, str(file), address)


def _hand_back(results: Path, address: str, before: dict[Path, tuple[int, int]]) -> None:
    """Copy every file that is new or was written since."""
    storage, root = _storage(address)
    for file, state in _sizes(results).items():
        if before.get(file) == state:
            continue
        place = PurePosixPath(root) / file.relative_to(results).as_posix()
        draft = place.with_name(f".{place.name}-{uuid4().hex}")
        storage.makedirs(str(place.parent), exist_ok=True)
        _tried(storage.put_file, str(file), str(draft), address)
        _tried(storage.mv, str(draft), str(place), address)


def _tried(copy: Callable[[str, str], object], first: str, second: str, address: str) -> None:
    try:
        copy(first, second)
    except OSError as error:
        raise _away(address, error) from None


def _away(address: str, error: OSError) -> Unavailable:
    return Unavailable(f"wspólny folder „{address}” jest niedostępny: {error}")


def _sizes(folder: Path) -> dict[Path, tuple[int, int]]:
    """Return the size and the time of writing of every file."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one: (one.stat().st_size, one.stat().st_mtime_ns) for one in files}
