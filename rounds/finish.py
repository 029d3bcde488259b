"""The last steps of a round: keep the decision, freeze its criteria, print its documents."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, TemporaryFile

from sqlalchemy import Engine

from criteria.frozen import freeze
from criteria.places import SETS
from intake.changes import alone_in
from reading.problems import Problem, Refused, unusable
from records import store
from records.database import open_database
from rounds.progress import report
from scoring.changes import Change
from scoring.decision import Decision
from templates.documents import documents_of
from templates.letterhead import MARK, Paper
from templates.printing import print_documents
from templates.reprint import Earlier

FIRST_REASON = "pierwsze rozstrzygnięcie naboru"
CHANGED_REASON = "zmieniły się dane wejściowe"

DRAFT = ".wydruk-"
"""How a folder is called that documents are printed into before they are put in their place."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Where the documents of a version are, and whether they had to be printed.

    ``changed`` names those whose bytes are not those printed: signed since, or tampered with.
    ``other_paper``: they were printed before the LGD's paper became what it is now, and stay so.
    """

    folder: Path
    documents: tuple[store.Document, ...]
    changed: tuple[str, ...]
    is_new: bool
    other_paper: bool = False


def keep(
    decision: Decision, database: str, recorded_at: datetime, because: store.Because | None = None
) -> store.Version:
    """Keep the decision as a version of its call; the same decision twice is one version.

    Where ``because`` is not given, the reason is the last change that no version tells of yet (as
    when the program was stopped between writing it down and keeping the version); where there is
    none, that this is the first version, or that the input changed.

    Raises:
        Refused: a change that led to the last version is not among those of this decision.
        Unavailable: the database cannot be opened, or somebody kept another version meanwhile.
    """
    engine = open_database(database)
    try:
        known = store.versions(engine, decision.call.lgd.id, decision.call.number)
        new = decision.changes
        if known:
            new = _new_changes(decision, known[-1], store.inputs_of(engine, known[-1].id))
        if because is None and new:
            because = because_of(new[-1])
        because = because or store.Because("")
        if not because.reason:
            because = replace(because, reason=CHANGED_REASON if known else FIRST_REASON)
        follows = known[-1].version if known else 0
        return store.store(engine, decision, because, recorded_at, follows=follows)
    finally:
        engine.dispose()


def because_of(change: Change) -> store.Because:
    """Say why a version is made by a change."""
    return store.Because(change.reason, change.kind, change.basis, change.author)


def _new_changes(decision: Decision, last: store.Version, inputs: str) -> tuple[Change, ...]:
    """Return the changes that the last version does not tell of; all that it tells of are there.

    Raises:
        Refused: a withdrawal, a review or the like was taken out of ``changes.yaml``.
    """
    kept = json.loads(inputs).get("changes", [])
    now = [one.model_dump(mode="json") for one in decision.changes]
    if now[: len(kept)] != kept:
        what = f"w changes.yaml nie ma wszystkich zmian, z których powstała wersja {last.version}"
        write = "przywróć ten plik z kopii; zmiany się dopisuje, a nie usuwa ani nie poprawia"
        raise Refused([Problem("changes.yaml", what, write)])
    return decision.changes[len(kept) :]


def freeze_criteria(file: Path) -> None:
    """Remember the criteria as having decided something: from now on they must not change.

    Criteria that a call keeps in its own folder are guarded by the ``sha256`` in ``call.yaml``
    instead.
    """
    if file.resolve().is_relative_to(SETS):
        freeze(file)


def ready_folder(out: Path) -> None:
    """Make sure that documents can be written, before anything is kept.

    Raises:
        Unavailable: the folder cannot be made or written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise unusable(
            error, out, "niczego nie zapisano, bo nie można pisać w folderze "
        ) from error


def print_version(
    decision: Decision,
    version: store.Version,
    out: Path,
    database: str,
    paper: Paper | None = None,
) -> Printed:
    """Print the documents of a version into a folder of its own; what is there stays as it is.

    Raises:
        Unavailable: the version is kept, but its documents could not be written.
    """
    engine = open_database(database)
    folder = _folder_of(version, out)
    try:
        kept = store.documents(engine, version.id)
        if kept and _all_printed(decision, kept, folder):
            found = _as_it_is(folder, kept)
            return replace(found, other_paper=not _on_paper(folder / kept[0].name, paper))
        documents = _print(
            decision, version, folder, paper, _earlier(engine, decision, version, out)
        )
        store.store_documents(engine, version.id, documents)
        return _as_it_is(folder, store.documents(engine, version.id), is_new=True)
    except OSError as error:
        said = f"wersję {version.version} zapisano, ale jej dokumentów nie wydrukowano: "
        raise unusable(error, error.filename or folder, said) from error
    finally:
        engine.dispose()


def is_printed(
    decision: Decision, kept: Sequence[store.Document], out: Path, version: store.Version
) -> bool:
    """Say whether every document of a version is printed and lies in its folder."""
    return bool(kept) and _all_printed(decision, kept, _folder_of(version, out))


def _folder_of(version: store.Version, out: Path) -> Path:
    return out / f"wersja-{version.version}"


def _all_printed(decision: Decision, kept: Sequence[store.Document], folder: Path) -> bool:
    """Say whether every document is there; a later program may know more of them."""
    known = {one.name for one in kept}
    wanted = known | {one.name for one in documents_of(decision)}
    return wanted == known and all((folder / name).is_file() for name in wanted)


def _on_paper(document: Path, paper: Paper | None) -> bool:
    """Say whether a document is on this paper: its metadata, which are never packed, name it."""
    content = document.read_bytes()
    mark = MARK if paper is None else paper.mark
    return (mark.encode() in content) is (paper is not None)


def _earlier(
    engine: Engine, decision: Decision, version: store.Version, out: Path
) -> Earlier | None:
    """Find the last version before this one whose documents are there."""
    known = store.versions(engine, decision.call.lgd.id, decision.call.number)
    for one in reversed([one for one in known if one.version < version.version]):
        folder, printed = out / f"wersja-{one.version}", store.documents(engine, one.id)
        if printed and folder.is_dir():
            hashes: dict[str, frozenset[str]] = {}
            for each in printed:
                hashes[each.name] = hashes.get(each.name, frozenset()) | {each.sha256}
            return Earlier(folder, hashes)
    return None


def _print(
    decision: Decision,
    version: store.Version,
    folder: Path,
    paper: Paper | None,
    earlier: Earlier | None,
) -> list[store.Document]:
    """Print into the folder; where it is there already, add only the documents that it lacks.

    One prints at a time; drafts that a killed run left are cleared.
    """
    with _draft_in(folder.parent) as draft:
        new = Path(draft) / folder.name
        printed = print_documents(
            decision, version.version, new, report, paper, salt=version.salt, earlier=earlier
        )
        if not folder.exists():
            new.rename(folder)
        for one in printed:
            place = folder / one.name
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                (new / one.name).rename(place)
        return [store.Document(one.name, one.sha256, one.pages) for one in printed]


@contextmanager
def _draft_in(out: Path) -> Iterator[str]:
    with alone_in(out):
        for left in out.glob(f"{DRAFT}*"):
            rmtree(left)
        with TemporaryDirectory(prefix=DRAFT, dir=out) as draft:
            yield draft


def _as_it_is(folder: Path, kept: Sequence[store.Document], *, is_new: bool = False) -> Printed:
    """Tell which documents are as they were printed, and which were changed since (or signed)."""
    hashes = {(one.name, one.sha256): one for one in kept}
    names = sorted({one.name for one in kept}, key=lambda name: ("/" in name, name))
    found = {name: sha256((folder / name).read_bytes()).hexdigest() for name in names}
    changed = tuple(name for name in names if (name, found[name]) not in hashes)
    pages = {one.name: one.pages for one in kept}
    documents = tuple(store.Document(name, found[name], pages[name]) for name in names)
    return Printed(folder, documents, changed, is_new)
