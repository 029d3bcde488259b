"""Changing a call after its decision: one more change, a new version, the papers that follow."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from criteria.places import SETS
from intake.changes import (
    ChangesFile,
    add_change,
    alone_in,
    as_read_back,
    read_changes,
    take_back,
)
from reading.problems import Problem, Refused, Unavailable
from records import store
from rounds import finish
from rounds.changed import changed_as_written
from rounds.history import between
from rounds.kept_versions import kept_versions
from rounds.open_call import OpenedCall, open_call
from rounds.paper import paper_of
from scoring.changes import Change, is_again
from scoring.decision import Decision
from templates.alone import print_difference
from templates.letterhead import Paper


@dataclass(frozen=True, slots=True)
class Proposed:
    """A change that may be made: the call without it, and with it, both decided."""

    opened: OpenedCall
    written: ChangesFile
    change: Change
    before: Decision
    after: Decision
    version: store.Version

    @property
    def already(self) -> bool:
        """Whether the change is the last one made already."""
        return self.before.changes[-1:] == (self.change,)


def propose(folder: Path, change: Change, database: str, root: Path = SETS) -> Proposed:
    """Decide a call with one more change; nothing is written.

    Raises:
        Refused: something speaks against the change, no version of the call was kept yet, or its
            folder says something else than the last version.
        Unavailable: the database cannot be opened.
    """
    opened, written = open_call(folder, root), read_changes(folder)
    before = opened.decide()
    version = kept_versions(before.call, folder, database)[-1]
    if version.fingerprint != before.fingerprint:
        what = f"dane naboru zmieniły się od wersji {version.version}"
        write = f"najpierw przeprowadź rundę: „nabor round {folder}”; albo przywróć tamte dane"
        raise Refused([Problem(str(folder), what, write)])
    if any(is_again(change, earlier) for earlier in written.changes[-1:]):
        return Proposed(opened, written, written.changes[-1], before, before, version)
    change = as_read_back(written, change)
    bare = open_call(folder, root, changes=False)
    after = changed_as_written(bare, written.with_one_more(change)).decide()
    return Proposed(opened, written, change, before, after, version)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change led to: the version that it made, its documents, and the sheet of what moved."""

    proposed: Proposed
    version: store.Version
    printed: finish.Printed
    sheet: Path


def make_change(proposed: Proposed, out: Path, database: str, recorded_at: datetime) -> Changed:
    """Write the change down, keep the new version, print its documents.

    Made again, it changes nothing.

    Raises:
        Refused: nothing can be added to the file of changes.
        Unavailable: the database went away; the file of changes is then as it was.
    """
    paper = paper_of(proposed.opened.prepared.call_file)
    finish.ready_folder(out)
    version = keep_change(proposed, database, recorded_at)
    printed = finish.print_version(proposed.after, version, out, database, paper)
    sheet = _print_what_moved(proposed, version, out, database, paper)
    return Changed(proposed, version, printed, sheet)


def keep_change(proposed: Proposed, database: str, recorded_at: datetime) -> store.Version:
    """Write the change down and keep the version that it makes; made again, it changes nothing.

    Raises:
        Refused: nothing can be added to the file of changes.
        Unavailable: the database went away; the file of changes is then as it was.
    """
    if proposed.already:
        return proposed.version
    folder, why = proposed.opened.prepared.folder, finish.because_of(proposed.change)
    with alone_in(folder), _written_down(proposed, database):
        return finish.keep(proposed.after, database, recorded_at, why)


def _print_what_moved(
    proposed: Proposed, version: store.Version, out: Path, database: str, paper: Paper | None
) -> Path:
    """Print what moved beside the folders of the versions; what is there stays as it is."""
    first = version.version - 1
    file = out / f"zmiany-{first}-{version.version}.pdf"
    if not file.exists():
        folder = proposed.opened.prepared.folder
        moved, versions, reason = between(folder, database, first, version.version)
        print_difference(moved, file, versions=versions, reason=reason, paper=paper)
    return file


@contextmanager
def _written_down(proposed: Proposed, database: str) -> Iterator[None]:
    """Write the change; take it back where no version tells of it in the end."""
    add_change(proposed.written, proposed.change)
    try:
        yield
    except BaseException:
        if not _is_kept(proposed, database):
            take_back(proposed.written, proposed.change)
        raise


def _is_kept(proposed: Proposed, database: str) -> bool:
    """Say whether the version was kept after all, as when somebody interrupted just behind it."""
    folder, call = proposed.opened.prepared.folder, proposed.after.call
    try:
        newest = kept_versions(call, folder, database)[-1]
    except (Refused, Unavailable):
        return False
    return newest.fingerprint == proposed.after.fingerprint
