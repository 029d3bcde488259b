"""The one module that prints: a decision becomes a folder of documents, whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reading.yaml_file import read_yaml
from scoring.comparison.compare import Comparison
from scoring.council.sitting import HeldSitting
from scoring.decision import Decision
from scoring.difference import Difference
from scoring.difference.backtest import Backtest
from scoring.ruleset import Ruleset
from scoring.running_costs.assess import Assessment as RunningCosts
from scoring.sensitivity.report import Sensitivity
from templates import attachments
from templates.backtest.view import view as backtest_view
from templates.base.frame import Variant
from templates.blank_card.view import TITLE as BLANK_CARDS
from templates.blank_card.view import CardsOf
from templates.blank_card.view import view as blank_cards
from templates.council_documents import minutes_alone
from templates.criteria_annex.view import view_alone
from templates.criteria_comparison.view import view as comparison
from templates.difference.view import TITLE as CHANGES
from templates.difference.view import view as changes
from templates.document import Document
from templates.documents import documents_of
from templates.letter_documents import letters_alone
from templates.letterhead import Paper
from templates.press import HERE, Pages, press
from templates.proof import EXAMPLE, example_of
from templates.running_costs.view import view as running_costs_sheet
from templates.seal import seal
from templates.sensitivity.view import view as sensitivity_page

__all__ = [
    "Document",
    "Printed",
    "documents_of",
    "example_names",
    "example_title",
    "print_backtest",
    "print_blank_cards",
    "print_comparison",
    "print_criteria",
    "print_difference",
    "print_documents",
    "print_letters",
    "print_minutes",
    "print_one",
    "print_running_costs",
    "print_sensitivity",
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
    """
    return _print_all(documents_of(decision, salt), version, folder, on_printed, paper)


def print_letters(decision: Decision, folder: Path, paper: Paper | None = None) -> list[Printed]:
    """Print the letters with the result alone, of a decision that is not kept as a version.

    They go into the folder in the way of :func:`print_documents`.
    """
    letters = letters_alone(decision)
    return _print_all(letters, NO_VERSION, folder, None, paper) if letters else []


def _print_all(
    documents: Sequence[Document],
    version: int,
    folder: Path,
    on_printed: Callable[[str, int, int], None] | None,
    paper: Paper | None,
) -> list[Printed]:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as draft:
        new = Path(draft) / "new"
        done = []
        for count, document in enumerate(documents, start=1):
            pages = print_one(document, version, paper)
            _write(new / document.name, pages.pdf)
            done.append(_printed(document.name, folder / document.name, pages))
            if on_printed is not None:
                on_printed(document.name, count, len(documents))
        _put_in_place(new, folder, done)
    return done


def print_one(document: Document, version: int, paper: Paper | None = None) -> Pages:
    """Print one document of a decision, sealed with all that it takes to prove it."""
    view = document.view(version)
    carried = seal(document, version or None, view, document.attached(), paper)
    return press(document.template, view, carried, paper)


def print_blank_cards(made_from: CardsOf, file: Path, paper: Paper | None = None) -> Printed:
    """Print the blank assessment cards of a call, one an application, into one file."""
    document = Document(
        file.name,
        BLANK_CARDS,
        "blank_card",
        lambda _: blank_cards(made_from),
        lambda: attachments.criteria(made_from.ruleset),
    )
    return _print_alone(print_one(document, NO_VERSION, paper), file)


def print_criteria(ruleset: Ruleset, file: Path) -> Printed:
    """Print a set of criteria by itself, as the annex of the strategy, into one file."""
    pages = press("criteria_annex", view_alone(ruleset), attachments.criteria(ruleset))
    return _print_alone(pages, file)


def print_comparison(found: Comparison, file: Path) -> Printed:
    """Print several sets of criteria side by side, into one file."""
    carried = [
        replace(one, name=f"{place}-{one.name}")
        for place, ruleset in enumerate(found.rulesets, start=1)
        for one in attachments.criteria(ruleset)
    ]
    return _print_alone(press("criteria_comparison", comparison(found), carried), file)


def print_running_costs(
    assessment: RunningCosts, source: attachments.Written, file: Path
) -> Printed:
    """Print the sheet of an LGD's running costs into one file.

    Args:
        assessment: what is printed, and carried inside as JSON.
        source: the file that it was read from, carried inside letter for letter.
        file: where the sheet goes.
    """
    carried = attachments.running_costs(assessment, source)
    return _print_alone(press("running_costs", running_costs_sheet(assessment), carried), file)


def print_minutes(
    decision: Decision, held: HeldSitting, file: Path, paper: Paper | None = None
) -> Printed:
    """Print the minutes of a sitting by themselves, before a version is kept, into one file."""
    return _print_alone(print_one(minutes_alone(decision, held), NO_VERSION, paper), file)


def print_difference(
    found: Difference,
    file: Path,
    variant: Variant = "internal",
    *,
    versions: tuple[int, int] | None = None,
    reason: str | None = None,
    paper: Paper | None = None,
) -> Printed:
    """Print what moved between two decisions of a call into one file.

    Args:
        found: what is printed, and carried inside as JSON.
        file: where it goes.
        variant: for the office with everything, or for publication.
        versions: the numbers of both versions of the call; without them it is a simulation.
        reason: why the later version was made.
        paper: the LGD's own letterhead and templates.
    """
    document = Document(
        file.name,
        CHANGES,
        "difference",
        lambda _: changes(found, variant, versions, reason),
        lambda: attachments.difference(found, public=variant == "public"),
    )
    return _print_alone(print_one(document, NO_VERSION, paper), file)


def print_backtest(found: Backtest, file: Path) -> Printed:
    """Print what proposed criteria would have done in past calls into one file."""
    pages = press("backtest", backtest_view(found), attachments.backtest(found))
    return _print_alone(pages, file)


def print_sensitivity(decision: Decision, found: Sensitivity, file: Path) -> Printed:
    """Print what the decisions of a call hang on, for the council's own use, into one file."""
    return _print_alone(press("sensitivity", sensitivity_page(decision, found)), file)


def _print_alone(pages: Pages, file: Path) -> Printed:
    """Write one document that stands by itself, whole or not at all."""
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
