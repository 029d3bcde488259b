"""A numbered folder of documents: made whole or not at all, and only when it says something new."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.changes import alone_in
from rounds.sums import SUMS, sums_of


@dataclass(frozen=True, slots=True)
class Numbered:
    """A folder on the disk. ``is_new``: it was not there yet."""

    folder: Path
    is_new: bool


def keep_numbered(
    out: Path, stem: str, main: Sequence[str], write: Callable[[Path], None]
) -> Numbered:
    """Let ``write`` fill a draft, and keep it as ``<stem>-<next number>`` of ``out``.

    A draft with the sums of the newest folder is thrown away: whoever fills a form in there, or
    takes one out, has changed nothing of what was handed over. One run works at a time; what a
    killed run left is cleared, and its draft was never in a folder's place.

    Args:
        out: where the folders stand; made if it is not there.
        stem: what they are called before the number.
        main: the files without which, as they were written, the newest folder does not count.
        write: fills an empty folder.

    Raises:
        OSError: it cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    with alone_in(out):
        for left in out.glob(f".{stem}-*"):
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(prefix=f".{stem}-", dir=out) as draft:
            new = Path(draft) / "new"
            new.mkdir()
            write(new)
            _seal(new)
            number, newest = _newest(out, stem)
            if newest is not None and _says_the_same(newest, new, main):
                return Numbered(newest, is_new=False)
            place = out / f"{stem}-{number + 1}"
            new.rename(place)
            _to_disk(out)
            return Numbered(place, is_new=True)


def _seal(new: Path) -> None:
    """Write the sums of all files, and see everything onto the disk."""
    files = {one.name: one.read_bytes() for one in new.iterdir()}
    (new / SUMS).write_text(sums_of(files), encoding="utf-8")
    for one in (*new.iterdir(), new):
        _to_disk(one)


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def newest_numbered(out: Path, stem: str) -> Path | None:
    """Return the folder with the highest number, if there is any."""
    return _newest(out, stem)[1] if out.is_dir() else None


def _newest(out: Path, stem: str) -> tuple[int, Path | None]:
    """Return the highest number taken, and the folder that bears it."""
    named = (
        (re.fullmatch(rf"{re.escape(stem)}-([1-9]\d*)", one.name), one) for one in out.iterdir()
    )
    taken = [(int(found[1]), one) for found, one in named if found is not None]
    return max(taken, default=(0, None), key=lambda one: one[0])


def _says_the_same(newest: Path, new: Path, main: Sequence[str]) -> bool:
    return all(
        (newest / name).is_file() and (newest / name).read_bytes() == (new / name).read_bytes()
        for name in (SUMS, *main)
    )
