"""A set of documents for the voivodeship board, the website or the archive: a folder and a ZIP."""

import csv
import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from intake.changes import alone_in
from reading.problems import Problem, Refused
from records.store import Version
from rounds.last_version import KeptDocument, LastVersion
from rounds.sums import SUMS, sums_of
from scoring import polish
from scoring.call import Call
from templates.document import Recipient
from templates.documents import documents_of

INDEX, TABLE = "spis.txt", "spis.csv"
"""The index for people, and the same for a spreadsheet."""

FOLDERS: dict[Recipient, str] = {
    "board": "dla-zarzadu-wojewodztwa",
    "website": "na-strone",
    "archive": "do-archiwum",
}
"""How the folder of each set is called."""

TITLES: dict[Recipient, str] = {
    "board": "Dokumenty dla zarządu województwa",
    "website": "Dokumenty do publikacji na stronie internetowej",
    "archive": "Dokumenty do archiwum LGD",
}

COLUMNS = ("Lp.", "Dokument", "Plik", "Liczba stron", "SHA-256", "Uwagi")
SIGNED = "po wydruku dodano podpis elektroniczny lub inne dane"


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of a set: its number in the index, its title, and the file."""

    number: int
    title: str
    document: KeptDocument


@dataclass(frozen=True, slots=True)
class Pack:
    """A set on the disk. ``is_new``: it was not there yet."""

    folder: Path
    archive: Path
    listed: tuple[Listed, ...]
    is_new: bool


def make_pack(last: LastVersion, recipient: Recipient, out: Path) -> Pack:
    """Put the set of a recipient into a folder of ``out`` and into a ZIP beside it.

    The same version gives the same bytes on every machine. A set that is there already stays as it
    is.

    Raises:
        Refused: something else is in its place, or a document for the website was changed after
            it was printed: a signature may name its owner's PESEL.
        OSError: it cannot be written.
    """
    listed = listed_for(last, recipient)
    if recipient == "website":
        _refuse_signed(listed)
    name = _name(recipient, last.version)
    files = _files(last, recipient, listed)
    zipped = _zipped(name, files, last.decision.call.closes_at.date())
    folder, archive = out / name, out / f"{name}.zip"
    wanted: dict[Path, bytes] = {}
    if folder.exists():
        wanted |= {folder / one: content for one, content in files.items()}
    if archive.exists():
        wanted[archive] = zipped
    if different := [place for place, content in wanted.items() if not _holds(place, content)]:
        what = "jest tu już zestaw, ale tego pliku w nim brak albo jest inny"
        write = "przenieś tamten zestaw (folder i ZIP) gdzie indziej albo podaj inny --out"
        raise Refused([Problem(str(place), what, write) for place in different])
    is_new = not (folder.exists() and archive.exists())
    if is_new:
        _write(out, name, files, zipped)
    return Pack(folder, archive, listed, is_new)


def packs_beside(results: Path) -> Path:
    """Name the folder of the sets, unless another is given: one beside the printed documents."""
    return results / "pakiety"


def is_packed(version: Version, results: Path) -> bool:
    """Say whether the sets of a version, for everybody, lie in their usual place."""
    return packed_at(version, results) is not None


def packed_at(version: Version, results: Path) -> datetime | None:
    """Say when the last set of a version was made, by its file; ``None`` while one is missing."""
    places = [packs_beside(results) / _name(recipient, version) for recipient in FOLDERS]
    archives = [place.with_name(f"{place.name}.zip") for place in places]
    if not all(place.is_dir() for place in places) or not all(one.is_file() for one in archives):
        return None
    return datetime.fromtimestamp(max(one.stat().st_mtime for one in archives), UTC)


def _name(recipient: Recipient, version: Version) -> str:
    return f"{FOLDERS[recipient]}-wersja-{version.version}"


def listed_for(last: LastVersion, recipient: Recipient) -> tuple[Listed, ...]:
    """Number the documents of a recipient, in the order of printing."""
    chosen = [one for one in documents_of(last.decision) if one.goes_to(recipient)]
    return tuple(
        Listed(number, one.title, last.documents[one.name])
        for number, one in enumerate(chosen, start=1)
    )


def _refuse_signed(listed: Iterable[Listed]) -> None:
    what = "po wydruku dodano do pliku dane (np. podpis, a w nim może być PESEL)"
    write = (
        "na stronę idzie plik taki, jaki wydrukowano: podpisany przenieś i powtórz „nabor round”"
    )
    signed = [one.document for one in listed if one.document.signed]
    if signed:
        raise Refused([Problem(str(one.path), what, write) for one in signed])


def _files(last: LastVersion, recipient: Recipient, listed: Iterable[Listed]) -> dict[str, bytes]:
    """Return every file of a set by its name: the documents, the index, and the sums last."""
    some = tuple(listed)
    files = {one.document.name: one.document.path.read_bytes() for one in some}
    files[INDEX] = _index(last, recipient, some).encode()
    files[TABLE] = _table(some).encode("utf-8-sig")
    return files | {SUMS: sums_of(files).encode()}


def _index(last: LastVersion, recipient: Recipient, listed: tuple[Listed, ...]) -> str:
    call = last.decision.call
    count = polish.plural(len(listed), "dokument", "dokumenty", "dokumentów")
    pages = polish.plural(sum(one.document.pages for one in listed), "strona", "strony", "stron")
    lines = [
        TITLES[recipient].upper(),
        "",
        *_head(call),
        f"Wersja {last.version.version}, odcisk rozstrzygnięcia {last.decision.fingerprint}",
        f"Ogniwo zapisu: {last.version.link} (sprawdza je: nabor audit --link)",
        f"{count}, {pages}",
        "",
    ]
    for one in listed:
        lines += [
            f"{one.number}. {one.title}",
            f"   plik: {one.document.name}",
            f"   strony: {one.document.pages}",
            f"   SHA-256: {one.document.sha256}",
            *([f"   uwaga: {SIGNED}"] if one.document.signed else []),
        ]
    lines += ["", f"Sumy wszystkich plików są w {SUMS}; sprawdza je: sha256sum -c {SUMS}"]
    return "\n".join(lines).replace(polish.NARROW, " ") + "\n"


def _head(call: Call) -> list[str]:
    return [call.lgd.name, f"Nabór nr {call.number} – {call.title}"]


def _table(listed: Iterable[Listed]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in listed:
        document = one.document
        signed = SIGNED if document.signed else ""
        row = (one.number, one.title, document.name, document.pages, document.sha256, signed)
        writer.writerow([str(value).replace(polish.NARROW, " ") for value in row])
    return text.getvalue()


def _zipped(folder: str, files: dict[str, bytes], dated: date) -> bytes:
    """Return a ZIP whose bytes follow from the files alone.

    Nothing is compressed: a PDF already is, and compressors differ from machine to machine.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(
                f"{folder}/{name}", (dated.year, dated.month, dated.day, 0, 0, 0)
            )
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, files[name])
    return content.getvalue()


def _write(out: Path, name: str, files: dict[str, bytes], zipped: bytes) -> None:
    """Write a set that was not there, or the half of it that is missing: each whole, or not at all."""
    out.mkdir(parents=True, exist_ok=True)
    with alone_in(out):
        for left in out.glob(f".{name}-*"):  # by a run that was killed
            shutil.rmtree(left)
        with tempfile.TemporaryDirectory(prefix=f".{name}-", dir=out) as draft:
            new = Path(draft) / name
            for one, content in files.items():
                _put(new / one, content)
            _put(Path(draft) / f"{name}.zip", zipped)
            for made in (new, Path(draft) / f"{name}.zip"):
                if not (out / made.name).exists():
                    made.rename(out / made.name)


def _put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes() == content
