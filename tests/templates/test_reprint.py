"""A document whose pages show the same is marked anew, and has the bytes of a print."""

import hashlib
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from scoring.deciding import decide
from scoring.decision import Decision
from templates.document import Document
from templates.documents import documents_of
from templates.letterhead import Paper, read_paper
from templates.mark import Mark
from templates.press import Pages, html_of, identity_of, lay_out
from templates.printing import print_documents, print_one, print_sheet, to_print
from templates.reprint import Earlier, reprinted
from tests.templates.decisions import application, call, cards, ruleset

BEFORE, AFTER = "5a" * 32, "77" * 32
"""The salts of two versions."""

LETTERHEAD = "name: LGD Przykład\naddress: ul. Łąkowa 1, 16-000 Przykładowo\n"


@cache
def decided(requested: int = 100_000) -> Decision:
    """Decide a small call; the amount of the last application is what a correction changes."""
    some = [application(position) for position in (1, 2)]
    some.append(application(4, requested=requested * 100))
    return decide(call(), ruleset(), some, cards(some))


def document(decision: Decision, name: str, salt: str = BEFORE) -> Document:
    return next(one for one in documents_of(decision, salt) if one.name == f"{name}.pdf")


def again(
    printed: Pages, later: Document, version: int, paper: Paper | None = None
) -> Pages | None:
    sheet = to_print(later, version, paper)
    return reprinted(printed.pdf, sheet.template, sheet.view, sheet.attached, paper)


@pytest.mark.parametrize(
    "name",
    [
        "karty/karta-1-2022-01",
        "pisma/pismo-1-2022-02",
        "kryteria",
        "lista-spelniajacych-warunki-publiczna",
    ],
)
def test_same_page_in_a_later_version_has_the_bytes_of_a_print(name: str) -> None:
    before, after = document(decided(), name), document(decided(90_000), name, AFTER)
    if name.startswith("lista"):
        after = document(decided(), name, AFTER)
    printed = print_one(after, 2)
    assert again(print_one(before, 1), after, 2) == printed
    # And back, from a document that was itself marked anew.
    assert again(printed, before, 1) == print_one(before, 1)


def test_page_that_shows_something_else_is_laid_out_anew() -> None:
    name = "karty/karta-1-2022-04"
    printed = print_one(document(decided(), name), 1)
    assert again(printed, document(decided(90_000), name), 2) is None


@given(st.text("0123456789abcdef", min_size=16, max_size=16))
def test_description_ends_alike_whatever_digits_the_fingerprint_has(digits: str) -> None:
    fingerprint = " ".join(digits[at : at + 4] for at in range(0, 16, 4))
    ending = Mark("wersja 1", fingerprint).description
    assert [len(ending), ending.count(" "), ending.isascii()] == [38, 4, False]


def test_version_of_two_digits_is_laid_out_anew() -> None:
    one = document(decided(), "pisma/pismo-1-2022-01")
    assert again(print_one(one, 9), one, 10) is None
    assert again(print_one(one, 10), one, 12) == print_one(one, 12)


def test_damaged_document_is_not_marked_anew() -> None:
    one = document(decided(), "pisma/pismo-1-2022-01")
    printed = print_one(one, 1)
    for content in (b"", printed.pdf[:2000], printed.pdf.replace(b"/Length", b"/Lenght")):
        assert again(replace(printed, pdf=content), one, 2) is None


def test_letterhead_is_a_part_of_what_is_shown(tmp_path: Path) -> None:
    (tmp_path / "letterhead.yaml").write_text(LETTERHEAD)
    paper = read_paper(tmp_path)
    one = document(decided(), "pisma/pismo-1-2022-01")
    assert again(print_one(one, 1), one, 2, paper) is None
    assert again(print_one(one, 1, paper), one, 2, paper) == print_one(one, 2, paper)


def test_template_of_an_lgd_is_laid_out_with_its_mark(tmp_path: Path) -> None:
    (tmp_path / "letterhead.yaml").write_text(LETTERHEAD)
    (tmp_path / "templates" / "notice").mkdir(parents=True)
    (tmp_path / "templates" / "notice" / "style.css").write_text("h1 { color: #333; }")
    paper = read_paper(tmp_path)
    one = document(decided(), "pisma/pismo-1-2022-01")
    assert again(print_one(one, 1, paper), one, 2, paper) is None


def test_mark_that_is_put_on_last_stands_where_it_would() -> None:
    """The page drawn with its mark from the start has the same words in the same places."""
    sheet = to_print(document(decided(), "pisma/pismo-1-2022-01"), 1, None)
    html = html_of(sheet.template, sheet.view)
    whole = lay_out(html, sheet.template, identity_of(sheet.template, sheet.view, None), ())
    apart = print_sheet(None, None, replace(sheet, attached=()))
    assert whole.pages == apart.pages
    assert drawn(whole) == drawn(apart)


def drawn(pages: Pages) -> list[bytes]:
    contents = [page.get_contents() for page in PdfReader(BytesIO(pages.pdf)).pages]
    return [one.get_data() for one in contents if one is not None]


def test_only_documents_that_the_records_know_are_marked_anew(tmp_path: Path) -> None:
    name = "pismo-1-2022-01.pdf"
    whole = print_one(document(decided(), "pisma/pismo-1-2022-01"), 1).pdf
    earlier = Earlier(tmp_path, {name: frozenset([hashlib.sha256(whole).hexdigest()])})
    assert earlier.read(name) is None
    (tmp_path / name).write_bytes(whole)
    assert earlier.read(name) == whole
    (tmp_path / name).write_bytes(whole + b"podpis\n%%EOF\n")
    assert earlier.read(name) == whole
    (tmp_path / name).write_bytes(whole.replace(b"/Type", b"/Tpye", 1))
    assert earlier.read(name) is None


def test_version_printed_from_an_earlier_one_has_the_bytes_of_one_printed_alone(
    tmp_path: Path,
) -> None:
    before = print_documents(decided(), 1, tmp_path / "wersja-1", salt=BEFORE)
    earlier = Earlier(tmp_path / "wersja-1", {one.name: frozenset([one.sha256]) for one in before})
    after = decided(90_000)
    from_earlier = print_documents(after, 2, tmp_path / "wersja-2", salt=AFTER, earlier=earlier)
    alone = print_documents(after, 2, tmp_path / "sama", salt=AFTER)
    assert [(one.name, one.sha256, one.pages) for one in from_earlier] == [
        (one.name, one.sha256, one.pages) for one in alone
    ]
    for one in from_earlier:
        content = one.path.read_bytes()
        assert hashlib.sha256(content).hexdigest() == one.sha256
