"""The one module that prints: a decision becomes a folder of documents, whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reading.yaml_file import read_yaml
from scoring.decision import Decision
from scoring.value import Value
from templates import attachments
from templates.document import Document
from templates.documents import documents_of
from templates.hands import done_by_all
from templates.letter_documents import letters_alone
from templates.letterhead import Paper
from templates.press import HERE, Attached, Pages, press
from templates.proof import EXAMPLE, example_of
from templates.reprint import Earlier, reprinted
from templates.seal import seal

__all__ = [
    "Document",
    "Printed",
    "documents_of",
    "example_names",
    "example_title",
    "print_alone",
    "print_documents",
    "print_letters",
    "print_one",
    "render_example",
]

NO_VERSION = 0
"""The version of what shows none."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A document on the disk. ``name`` is its path inside the folder of its version."""

    name: str
    path: Path
    sha256: str
    pages: int


def print_documents(
    decision: Decision,
    version: int,
    folder: Path,
    on_printed: Callable[[str, int, int], None] | None = None,
    paper: Paper | None = None,
    *,
    salt: str = attachments.NO_SALT,
    earlier: Earlier | None = None,
) -> list[Printed]:
    """Print every document of a decision into a folder.

    The folder appears at once and complete. Into a folder that already holds some of these
    documents only those go that it lacks; one that holds others in their place is kept beside the
    new one, under the first free name of ``<folder>-poprzednio-1``, ``-2`` and so on: nothing that
    was printed is ever overwritten.

    Args:
        decision: what is printed.
        version: number of the version, printed on every page.
        folder: where the documents go; the folders above it are made.
        on_printed: called after each document with its name, how many are done, and of how many.
        paper: the LGD's own letterhead and templates; its files are carried inside each document.
        salt: that of the kept version; public documents commit with it to what they withhold.
        earlier: documents of an earlier version; of those that show the same only the mark at the
            foot is made anew, which gives the same bytes many times sooner.
    """
    documents = documents_of(decision, salt)
    return _print_all(documents, version, folder, paper, on_printed=on_printed, earlier=earlier)


def print_letters(decision: Decision, folder: Path, paper: Paper | None = None) -> list[Printed]:
    """Print the letters with the result alone, of a decision that is not kept as a version.

    They go into the folder in the way of :func:`print_documents`.
    """
    letters = letters_alone(decision)
    return _print_all(letters, NO_VERSION, folder, paper) if letters else []


def _print_all(
    documents: Sequence[Document],
    version: int,
    folder: Path,
    paper: Paper | None,
    *,
    on_printed: Callable[[str, int, int], None] | None = None,
    earlier: Earlier | None = None,
) -> list[Printed]:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as draft:
        new = Path(draft) / "new"
        done: dict[str, Printed] = {}
        sheets = (to_print(document, version, paper) for document in documents)
        work = partial(print_sheet, paper, earlier)
        with closing(done_by_all(work, sheets, len(documents))) as printed:
            for sheet, pages in printed:
                _write(new / sheet.name, pages.pdf)
                done[sheet.name] = _printed(sheet.name, folder / sheet.name, pages)
                if on_printed is not None:
                    on_printed(sheet.name, len(done), len(documents))
        in_order = [done[document.name] for document in documents]
        _put_in_place(new, folder, in_order)
    return in_order


def print_one(document: Document, version: int, paper: Paper | None = None) -> Pages:
    """Print one document of a decision, sealed with all that it takes to prove it."""
    return print_sheet(paper, None, to_print(document, version, paper))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as it goes to print: all that its bytes follow from, and nothing that computes."""

    name: str
    template: str
    view: Value
    attached: tuple[Attached, ...]


def print_sheet(paper: Paper | None, earlier: Earlier | None, sheet: Sheet) -> Pages:
    """Print a sheet, in this process or in another, from an earlier document where that serves."""
    before = None if earlier is None else earlier.read(sheet.name)
    if before is not None:
        pages = reprinted(before, sheet.template, sheet.view, sheet.attached, paper)
        if pages is not None:
            return pages
    return press(sheet.template, sheet.view, sheet.attached, paper)


def to_print(document: Document, version: int, paper: Paper | None) -> Sheet:
    """Make a document up for print, sealed with all that it takes to prove it."""
    view = document.view(version)
    carried = seal(document, version or None, view, document.attached(), paper)
    return Sheet(document.name, document.template, view, carried)


def print_alone(pages: Pages, file: Path) -> Printed:
    """Write one document that stands by itself into one file, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{file.name}-", dir=file.parent) as draft:
        new = Path(draft) / file.name
        _write(new, pages.pdf)
        new.replace(file)
    return _printed(file.name, file, pages)


def example_names() -> list[str]:
    """Name every template that has an example, by the alphabet."""
    return sorted(file.parent.name for file in HERE.glob(f"*/{EXAMPLE}"))


def example_title(name: str) -> str:
    """Return the title that a template's example bears."""
    return str(read_yaml(HERE / name / EXAMPLE).at(("frame", "title")))


def render_example(name: str, paper: Paper | None = None) -> bytes:
    """Print the example of a template, to see the template without a call.

    Raises:
        Refused: the example lacks something that the template shows, or has too much.
    """
    return press(name, example_of(name), (), paper).pdf


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _printed(name: str, path: Path, pages: Pages) -> Printed:
    return Printed(name, path, hashlib.sha256(pages.pdf).hexdigest(), pages.pages)


def _put_in_place(new: Path, folder: Path, printed: list[Printed]) -> None:
    missing = [one for one in printed if not one.path.exists()]
    if folder.exists() and all(one in missing or _holds(one) for one in printed):
        for one in missing:
            one.path.parent.mkdir(parents=True, exist_ok=True)
            (new / one.name).rename(one.path)
        return
    if folder.exists():
        folder.rename(next(name for name in _names_for_the_old(folder) if not name.exists()))
    new.rename(folder)


def _holds(document: Printed) -> bool:
    """Say whether the document is already there with these bytes."""
    file = document.path
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == document.sha256


def _names_for_the_old(folder: Path) -> Iterator[Path]:
    count = 1
    while True:
        yield folder.with_name(f"{folder.name}-poprzednio-{count}")
        count += 1
