"""The last steps of a round: keep the decision, freeze its criteria, print its documents."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from criteria.frozen import freeze
from criteria.places import SETS
from records import store
from records.database import open_database
from rounds.progress import report
from scoring.decision import Decision
from templates.printing import print_documents

FIRST_REASON = "pierwsze rozstrzygnięcie naboru"
CHANGED_REASON = "zmieniły się dane wejściowe"


@dataclass(frozen=True, slots=True)
class Printed:
    """Where the documents of a version are, and whether they had to be printed."""

    folder: Path
    documents: tuple[store.Document, ...]
    is_new: bool


def keep(decision: Decision, database: str, recorded_at: datetime) -> store.Version:
    """Keep the decision as a version of its call; the same decision twice is one version.

    Raises:
        DatabaseUnavailable: the database cannot be opened.
    """
    engine = open_database(database)
    try:
        known = store.versions(engine, decision.call.lgd.id, decision.call.number)
        reason = CHANGED_REASON if known else FIRST_REASON
        return store.store(engine, decision, reason, recorded_at)
    finally:
        engine.dispose()


def freeze_criteria(file: Path) -> None:
    """Remember the criteria as having decided something: from now on they must not change.

    Criteria that a call keeps in its own folder are guarded by the ``sha256`` in ``call.yaml``
    instead.
    """
    if file.resolve().is_relative_to(SETS):
        freeze(file)


def print_version(decision: Decision, version: store.Version, out: Path, database: str) -> Printed:
    """Print the documents of a version into a folder of its own; what is there stays."""
    engine = open_database(database)
    try:
        folder = out / f"wersja-{version.version}"
        kept = store.documents(engine, version.id)
        if kept and all(_is_as_kept(folder, one) for one in kept):
            return Printed(folder, tuple(kept), is_new=False)
        printed = print_documents(decision, version.version, folder, report)
        documents = [store.Document(one.name, one.sha256, one.pages) for one in printed]
        store.store_documents(engine, version.id, documents)
        return Printed(folder, tuple(documents), is_new=True)
    finally:
        engine.dispose()


def _is_as_kept(folder: Path, document: store.Document) -> bool:
    file = folder / document.name
    return file.is_file() and sha256(file.read_bytes()).hexdigest() == document.sha256
