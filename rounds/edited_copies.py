"""Copies to edit of the letters and minutes of the last version."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from pathlib import Path

from reading.problems import Problem, Refused
from rounds.last_version import LastVersion
from rounds.paper import paper_of
from templates.documents import documents_of
from templates.docx import EDITABLE, edited_copy


def edited_copies(last: LastVersion) -> dict[str, bytes]:
    """Make the copies, by their names: those of the PDFs, ending in ``.docx``.

    Raises:
        Unavailable: the library that writes DOCX is not installed.
    """
    paper = paper_of(last.prepared.call_file)
    closed = last.decision.call.closes_at.date()
    dated = datetime.combine(closed, time(), UTC).replace(tzinfo=None)
    return {
        str(Path(one.name).with_suffix(".docx")): edited_copy(
            one.template,
            one.view(last.version.version),
            last.documents[one.name].sha256,
            dated,
            paper,
        )
        for one in documents_of(last.decision)
        if one.template in EDITABLE
    }


def write_copies(copies: dict[str, bytes], out: Path) -> list[Path]:
    """Write the copies; nothing that somebody may have edited already is overwritten.

    Raises:
        Refused: some are there already and are different; none is written then.
        OSError: they cannot be written.
    """
    files = {out / name: content for name, content in copies.items()}
    _refuse_edited(file for file, content in files.items() if _differs(file, content))
    for file, content in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return list(files)


def _differs(file: Path, content: bytes) -> bool:
    return file.exists() and (not file.is_file() or file.read_bytes() != content)


def _refuse_edited(files: Iterable[Path]) -> None:
    what, write = "taki plik już jest i mógł zostać zmieniony", "podaj inny folder --out"
    problems = [Problem(str(file), what, write) for file in files]
    if problems:
        raise Refused(problems)
