"""Printing a card and a letter for each application: on all cores, and after ten of them moved."""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from weasyprint import HTML

from scoring.application import Application
from scoring.deciding import decide
from scoring.decision import Decision
from templates.desk import HERE, desk_for, fonts
from templates.document import Document
from templates.documents import documents_of
from templates.hands import cores, done_by_all
from templates.press import html_of
from templates.printing import Sheet, print_sheet, to_print
from templates.reprint import Earlier
from tests.bench.rows import Row, by_the_clock
from tests.templates.decisions import application, call, cards, ruleset

OFTEN = 24
"""After so many applications their facts come again."""

MOVED = 10


def rows(size: int, in_one_process: int) -> Iterator[Row]:
    """Print a call of ``size`` against bare WeasyPrint, and a smaller one against one process alone.

    All by the clock: what several processes do together is what somebody waits for.
    """
    with TemporaryDirectory() as folder:
        documents = _documents(_decided(size))
        sheets = _sheets(documents)
        printed = Path(folder)
        ours = by_the_clock(partial(_printed, sheets, into=printed))
        pages = [(sheet.template, html_of(sheet.template, sheet.view)) for sheet in sheets]
        bare = by_the_clock(partial(_bare, pages))
        yield Row("card + letter", size, f"WeasyPrint x{cores()}", ours, bare, goal=1.1)
        yield _moved(printed, size, ours)
    few = _sheets(_documents(_decided(in_one_process)))
    ours, alone = by_the_clock(partial(_printed, few)), by_the_clock(partial(_printed, few, 1))
    goal = 1 / 1.8 if cores() > 1 else None
    yield Row("on all cores", in_one_process, "one process", ours, alone, goal=goal)


def _sheets(documents: Sequence[Document], version: int = 1) -> list[Sheet]:
    return [to_print(one, version, None) for one in documents]


def _decided(size: int, moved: frozenset[str] = frozenset()) -> Decision:
    """Decide a call; those that ``moved`` had their consultation after all, or had it not."""
    some = []
    for place in range(size):
        number = f"1/2022/{place + 1:04}"
        facts = dict(application(place % OFTEN + 1).facts)
        if number in moved:
            facts["office_consultation"] = not facts["office_consultation"]
        some.append(Application(number, facts))
    return decide(call(), ruleset(), some, cards(some))


def _documents(decision: Decision) -> list[Document]:
    kinds = ("assessment_card", "notice")
    return [one for one in documents_of(decision) if one.template in kinds]


def _moved(printed: Path, size: int, whole: float) -> Row:
    """Measure a version after ten applications (or a third) moved: those at the end of the list."""
    last = sorted(_decided(size).assessments, key=lambda one: one.points or 0)
    moved = frozenset(one.application.number for one in last[: min(MOVED, size // 3)])
    hashes = {
        str(file.relative_to(printed)): frozenset([_sha256(file.read_bytes())])
        for file in printed.rglob("*.pdf")
    }
    sheets = _sheets(_documents(_decided(size, moved)), 2)
    ours = by_the_clock(partial(_printed, sheets, earlier=Earlier(printed, hashes)))
    return Row(f"{len(moved)} moved", size, "printing all", ours, whole)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _printed(
    sheets: Sequence[Sheet],
    processes: int | None = None,
    *,
    earlier: Earlier | None = None,
    into: Path | None = None,
) -> None:
    work = partial(print_sheet, None, earlier)
    for sheet, pages in done_by_all(work, iter(sheets), len(sheets), processes):
        assert pages.pages > 0
        if into is not None:
            file = into / sheet.name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(pages.pdf)


def _bare(pages: Sequence[tuple[str, str]]) -> None:
    """Print the same HTML by WeasyPrint alone, with nothing carried inside, on all cores."""
    with ProcessPoolExecutor(cores(), get_context("spawn")) as processes:
        for pdf in processes.map(weasyprint_alone, *zip(*pages, strict=True), chunksize=4):
            assert pdf > 0


def weasyprint_alone(template: str, html: str) -> int:
    """Print HTML with our styles and fonts, parsed once, as whoever knows WeasyPrint would."""
    desk = desk_for()
    page = HTML(string=html, base_url=f"{HERE.as_uri()}/", url_fetcher=desk.fetcher)
    sheets = [desk.style("base"), desk.style(template)]
    pdf: bytes = page.write_pdf(stylesheets=sheets, font_config=fonts(), pdf_variant="pdf/a-3a")
    return len(pdf)
