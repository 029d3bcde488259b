"""A call that lies in shared storage: brought to this machine, and what was made of it handed back.

Storage is named by an address of fsspec: ``file:///mnt/nabory/…``, ``s3://…``, ``sftp://…`` (each as far as
its driver is installed). A plain path is a folder of this machine and is used as it is.

Results are handed back file by file, each under another name first and then put in its place. A run that
was cut off between two files is repeated: it decides the same and prints the same bytes, and hands over
what is missing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs

from reading.problems import Unavailable, why

ADDRESS = "://"
"""What tells an address from a path."""

DRAFT = ".szkic-"
"""How the name of a file begins that is on its way; the same file takes its place the next time."""


@contextmanager
def call_at_hand(folder: str) -> Iterator[Path]:
    """Have the folder of a call at hand while the block runs: a path as it is, an address copied.

    Raises:
        Unavailable: the storage cannot be read, or there is no driver for it.
        OSError: this machine has no room.
    """
    if ADDRESS not in folder:
        yield Path(folder)
        return
    with TemporaryDirectory(prefix="nabor-") as place:
        here = Path(place) / "nabor"
        if not _bring(folder, here):
            raise Unavailable(f"w „{folder}” nie ma żadnego pliku")
        yield here


@contextmanager
def results_at_hand(out: str) -> Iterator[Path]:
    """Have the results of a call at hand, and hand back what was added; only while the call is held.

    Raises:
        Unavailable: the storage cannot be read or written, or there is no driver for it.
        OSError: this machine has no room.
    """
    if ADDRESS not in out:
        yield Path(out)
        return
    with TemporaryDirectory(prefix="nabor-") as place:
        here = Path(place) / "wyniki"
        _bring(out, here)
        before = _states(here)
        try:
            yield here
        finally:
            _hand_back(here, out, before)


def _storage(address: str) -> tuple[AbstractFileSystem, str]:
    if urlsplit(address).password:
        what = "w adresie wspólnego folderu jest hasło, które trafiłoby do zapisów Prefect"
        raise Unavailable(f"{what}; zapisz je w ustawieniach fsspec", passes=False)
    try:
        storage, root = url_to_fs(address)
    except (ValueError, ImportError) as error:
        raise Unavailable(f"nie ma sterownika dla „{address}”: {error}") from None
    return storage, str(root)


def _bring(address: str, to: Path) -> bool:
    """Copy a folder of the storage, and say whether it holds anything; drafts stay where they are."""
    storage, root = _storage(address)
    to.mkdir(parents=True)
    with _there(address):
        names = storage.find(root)
    for name in names:
        inside = PurePosixPath(name).relative_to(PurePosixPath(root))
        if not any(part.startswith(".") for part in inside.parts):
            file = to / inside
            file.parent.mkdir(parents=True, exist_ok=True)
            with _there(address):
                storage.get_file(name, str(file))
    return bool(names)


def _hand_back(results: Path, address: str, before: dict[Path, tuple[int, int]]) -> None:
    """Copy every file that is new or was written since."""
    storage, root = _storage(address)
    for file, state in _states(results).items():
        if before.get(file) == state:
            continue
        place = PurePosixPath(root) / file.relative_to(results).as_posix()
        draft = place.with_name(f"{DRAFT}{place.name}")
        with _there(address):
            storage.makedirs(str(place.parent), exist_ok=True)
            storage.put_file(str(file), str(draft))
            storage.mv(str(draft), str(place))


@contextmanager
def _there(address: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = why(error) if error.errno else error
        raise Unavailable(f"wspólny folder „{address}” jest niedostępny: {reason}") from None


def _states(folder: Path) -> dict[Path, tuple[int, int]]:
    """Return the size and the time of writing of every file."""
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one: (one.stat().st_size, one.stat().st_mtime_ns) for one in files}
