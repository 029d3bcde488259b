"""The last kept version of a call with the documents printed of it, each compared with its record."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from criteria.places import SETS
from reading.problems import Problem, Refused
from records import store
from records.database import open_database
from rounds.kept_versions import kept_versions
from rounds.open_call import PreparedCall, open_call
from scoring.decision import Decision
from templates.documents import documents_of

_END = b"%%EOF"
"""What ends a PDF, and each part that is added to it later (ISO 32000-1, 7.5.6)."""


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A printed document as it lies in the folder of its version.

    ``sha256`` is that of the file as it is now. ``signed``: something was added behind the bytes
    that were printed, which themselves are unchanged; an electronic signature is added like this.
    """

    name: str
    path: Path
    sha256: str
    pages: int
    signed: bool = False


@dataclass(frozen=True, slots=True)
class LastVersion:
    """The newest version of a call, which is what its folder still says, and its documents."""

    prepared: PreparedCall
    decision: Decision
    version: store.Version
    folder: Path
    documents: dict[str, KeptDocument]


def last_version(folder: Path, results: Path, database: str, root: Path = SETS) -> LastVersion:
    """Find the last kept version of the call in ``folder``, and all its documents in ``results``.

    Raises:
        Refused: no round was run, the input has changed since, or a document is missing or is not
            the one that was printed; every such document is named.
        Unavailable: the database cannot be opened.
    """
    opened = open_call(folder, root)
    decision = opened.decide()
    version, records = _kept(decision, folder, database)
    if version.fingerprint != decision.fingerprint:
        what = f"dane naboru zmieniły się od wersji {version.version}"
        write = f"przeprowadź rundę: „nabor round {folder}”; albo przywróć dane tej wersji"
        raise Refused([Problem(str(folder), what, write)])
    place = results / f"wersja-{version.version}"
    names = [document.name for document in documents_of(decision)]
    found, problems = {}, []
    for name in names:
        file = place / name
        one = _as_recorded(name, file, [row for row in records if row.name == name], folder)
        if isinstance(one, Problem):
            problems.append(one)
        else:
            found[name] = one
    if problems:
        raise Refused(problems)
    return LastVersion(opened.prepared, decision, version, place, found)


def _kept(
    decision: Decision, folder: Path, database: str
) -> tuple[store.Version, list[store.Document]]:
    """Return the newest version of the call, and what was printed of it."""
    version = kept_versions(decision.call, folder, database)[-1]
    engine = open_database(database)
    try:
        return version, store.documents(engine, version.id)
    finally:
        engine.dispose()


def _as_recorded(
    name: str, file: Path, records: list[store.Document], folder: Path
) -> KeptDocument | Problem:
    """Compare a document with what the records say of it."""
    again = f"wydrukuj go ponownie: „nabor round {folder}”"
    if not records:
        what = f"w bazie nie ma wydruku dokumentu „{name}”"
        return Problem(str(file.parent), what, again)
    if not file.is_file():
        return Problem(str(file), "nie ma tego dokumentu", f"{again} albo wskaż folder --results")
    content = file.read_bytes()
    for row in records:
        if row.sha256 == sha256(content).hexdigest():
            return KeptDocument(name, file, row.sha256, row.pages)
    for before in _beginnings(content):
        for row in records:
            if row.sha256 == before:
                return KeptDocument(name, file, sha256(content).hexdigest(), row.pages, signed=True)
    what = "to nie są bajty, które wydrukowano, i nie jest to ten sam dokument z dodanym podpisem"
    return Problem(str(file), what, f"przenieś go gdzie indziej i {again}")


def _beginnings(content: bytes) -> Iterator[str]:
    """Go through the hashes of what the file was before anything was added to it."""
    end = content.find(_END)
    while end >= 0:
        for rest in (b"", b"\n", b"\r\n"):
            stop = end + len(_END) + len(rest)
            if stop < len(content) and content[stop - len(rest) : stop] == rest:
                yield sha256(content[:stop]).hexdigest()
        end = content.find(_END, end + 1)
