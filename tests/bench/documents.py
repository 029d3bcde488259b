"""Printing a card and a letter for each application: on all cores, and after ten of them moved."""

import hashlib
from collections.abc import Iterable, Sequence
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
from templates.press import Pages, html_of
from templates.printing import Sheet, print_sheet, to_print
from templates.reprint import Earlier
from tests.bench.rows import Row, best
from tests.templates.decisions import application, call, cards, ruleset

OFTEN = 24
"""After so many applications their facts come again."""

MOVED = 10


def rows(sizes: Sequence[int] = (30,)) -> list[Row]:
    """Measure every size and return the lines of the table."""
    found = []
    for size in sizes:
        documents = _documents(_decided(size))
        sheets = [to_print(one, 1, None) for one in documents]
        ours = best(partial(_printed, sheets), 1)
        pages = [(sheet.template, html_of(sheet.template, sheet.view)) for sheet in sheets]
        bare = best(partial(_bare, pages), 1)
        alone = best(partial(_printed, sheets, 1), 1)
        found.append(Row("card + letter", size, f"WeasyPrint x{cores()}", ours, bare))
        found.append(Row("card + letter", size, "one process", ours, alone))
        found.append(_moved(documents, size, ours))
    return found


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


def _moved(documents: Sequence[Document], size: int, whole: float) -> Row:
    """Measure a version after ten applications (or a third) moved: those at the end of the list."""
    last = sorted(_decided(size).assessments, key=lambda one: one.points or 0)
    moved = frozenset(one.application.number for one in last[: min(MOVED, size // 3)])
    later = _documents(_decided(size, moved))
    with TemporaryDirectory() as folder:
        hashes = {}
        for one in documents:
            pages = print_sheet(None, None, to_print(one, 1, None))
            file = Path(folder) / one.name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(pages.pdf)
            hashes[one.name] = frozenset([_sha256(pages.pdf)])
        earlier = Earlier(Path(folder), hashes)
        sheets = [to_print(one, 2, None) for one in later]
        ours = best(partial(_printed, sheets, None, earlier), 1)
    return Row("some moved", size, "printing all", ours, whole)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _printed(
    sheets: Sequence[Sheet], processes: int | None = None, earlier: Earlier | None = None
) -> None:
    _use(done_by_all(partial(print_sheet, None, earlier), iter(sheets), len(sheets), processes))


def _use(printed: Iterable[tuple[Sheet, Pages]]) -> None:
    for _, pages in printed:
        assert pages.pages > 0


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
