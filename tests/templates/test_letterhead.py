"""An LGD's own paper: what it changes on the pages, what it may not, and how mistakes are told."""

import json
import shutil
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from reading.problems import Problem, Refused
from templates.document import Document
from templates.letterhead import Paper, find_paper, read_paper
from templates.printing import print_one, render_example
from templates.proof import example_of, proof_problems
from templates.seal import paper_again
from tests.templates.test_printing import attached, text_of

PAPER = Path(__file__).parents[2] / "examples" / "posiedzenie-19" / "papier-firmowy"
OWN = '{% extends "base/page.html" %}{% block content %}<p>WŁASNY WZÓR zmyślone</p>{% endblock %}'


def part(kind: bytes, content: bytes) -> bytes:
    sum_ = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", sum_)


def png(width: int, height: int) -> bytes:
    rows = zlib.compress(b"\0\xff\0\0" * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


RED = png(1, 1)
"""A PNG of one pixel."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(PAPER, tmp_path / "papier-firmowy")
    return tmp_path / "papier-firmowy"


def put(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def problems(folder: Path) -> list[Problem]:
    try:
        return list(proof_problems(read_paper(folder)))
    except Refused as refused:
        return list(refused.problems)


def read(template: str, paper: Paper) -> PdfReader:
    return PdfReader(BytesIO(render_example(template, paper)))


def test_every_page_has_the_letterhead(folder: Path):
    for page in read("ranking_list", read_paper(folder)).pages:
        text = page.extract_text().replace("\N{NO-BREAK SPACE}", " ").replace("\u2010", "-")
        assert "LGD „Zmyślona Dolina”" in text
        assert "ul. Nieistniejąca 1, 00-000 Zmyślin · tel. 000 000 000" in text
        assert "Stowarzyszenie zmyślone na potrzeby przykładu." in text


def test_a_paragraph_of_the_statute_stands_on_the_documents_that_it_is_for(folder: Path):
    paper = read_paper(folder)
    assert "§ 24 ust. 1 statutu Rada wybiera" in text_of(read("selected_operations", paper))
    assert "statutu" not in text_of(read("register", paper))


def test_a_template_of_ones_own_takes_the_place_of_ours(folder: Path):
    put(folder, "templates/register/document.html", OWN)
    put(
        folder, "templates/register/style.css", "p { color: #800000; background: url(kropka.png); }"
    )
    put(folder, "templates/register/kropka.png", RED)
    paper = read_paper(folder)
    assert list(proof_problems(paper)) == []
    assert "WŁASNY WZÓR" in text_of(read("register", paper))
    assert "WŁASNY WZÓR" not in text_of(read("ranking_list", paper))
    assert "WŁASNY WZÓR" not in text_of(PdfReader(BytesIO(render_example("register"))))


def test_the_bytes_tell_nothing_of_where_the_paper_lies(folder: Path, tmp_path: Path):
    put(folder, "logo.png", RED)
    letterhead = (folder / "letterhead.yaml").read_text("utf-8")
    put(folder, "letterhead.yaml", letterhead.replace("logo.svg", "logo.png"))
    shutil.copytree(folder, tmp_path / "gdzie" / "indziej")
    first, second = read_paper(folder), read_paper(tmp_path / "gdzie" / "indziej")
    assert first.fingerprint == second.fingerprint
    assert render_example("register", first) == render_example("register", second)
    assert render_example("register", first) != render_example("register")


def test_a_document_names_the_paper_that_it_is_on(folder: Path):
    paper, view = read_paper(folder), example_of("register")
    document = Document("rejestr.pdf", "Rejestr", "register", lambda _: view, lambda: ())
    pages = print_one(document, 1, paper)
    reader = PdfReader(BytesIO(pages.pdf))
    assert reader.metadata is not None
    assert str(reader.metadata["/Keywords"]) == paper.mark
    assert paper.mark.encode() in pages.pdf
    carried = attached(reader)["papier-firmowy.json"]
    assert sorted(json.loads(carried)) == ["letterhead.yaml", "logo.svg"]
    assert paper_again(carried).fingerprint == paper.fingerprint


@pytest.mark.parametrize(
    ("name", "content", "place", "what"),
    [
        ("letterhead.yaml", "name: A\nlogo: nie-ma.png\n", ":2", "nie ma pliku „nie-ma.png”"),
        ("letterhead.yaml", "name: A\nlogo: logo.jpg\n", ":2", "nie jest plikiem .png ani .svg"),
        ("letterhead.yaml", "name: A\nadres: B\n", ":2", "nieznany klucz „adres”"),
        ("letterhead.yaml", "address: B\n", ":1", "brakuje klucza „name”"),
        (
            "letterhead.yaml",
            "name: A\nstatute:\n  - paragraph: § 1\n    text: x\n    documents: [registr]\n",
            ":5",
            "nie ma wzoru „registr” → czy chodziło o „register”?",
        ),
        (
            "letterhead.yaml",
            "name: A\nstatute:\n  - paragraph: § 1\n    text: x\n    protest: true\n    documents: [notice]\n",
            ":6",
            "ten paragraf (protest: true) stoi tylko w pouczeniu",
        ),
        ("logo.svg", "to nie obraz", "logo.svg:1", "to nie jest obraz SVG"),
        ("logo.svg", "<svg>\n<g></svg>", "logo.svg:2", "to nie jest obraz SVG"),
        ("logo.svg", '<!DOCTYPE x [<!ENTITY a "b">]>\n<svg/>', "logo.svg:1", "się nie czyta"),
        ("inne.png", b"GIF89a", "inne.png", "to nie jest obraz PNG"),
        ("inne.png", RED[:-20], "inne.png", "obraz PNG jest uszkodzony"),
        ("inne.png", RED[:16] + b"\xff" * 4 + RED[20:], "inne.png", "obraz PNG jest uszkodzony"),
        ("inne.png", png(5000, 1), "inne.png", "obraz jest za duży: 5000 × 1 pikseli"),
        ("inne.png", b"\x89PNG\r\n\x1a\n" + b"0" * 1_000_000, "inne.png", "za duży: 1000 kB"),
        ("templates/register/style.css", "p {}" * 60_000, "style.css", "plik jest za duży"),
        ("templates/registr/style.css", "p {}", "style.css", "nie ma wzoru „registr”"),
        ("templates/register/view.html", "x", "view.html", "wzór nie ma części „view.html”"),
        ("templates/base/page.html", "x", "page.html", "nie ma wzoru „base”"),
        ("style.css", "p {}", "style.css", "nie leży tam, gdzie czyta się wzory"),
        ("templates/register/document.html", b"a\n\xff", "html:2", "nie jest w kodowaniu UTF-8"),
        (
            "templates/register/document.html",
            '{% extends "base/page.html" %}\n{% block content %}\n{{ frame.titel }}\n{% endblock %}',
            "document.html:3",
            "wzór używa nazwy, której nie ma: „titel”",
        ),
        (
            "templates/register/document.html",
            "a\n{{ nieznane }}",
            "document.html:2",
            "wzór używa nazwy, której nie ma: „nieznane”",
        ),
        (
            "templates/register/document.html",
            "a\n{% fro x in y %}",
            "document.html:2",
            "błąd składni wzoru: nieznany znacznik „fro”",
        ),
        (
            "templates/register/document.html",
            "a\n{% if frame %}",
            "document.html:2",
            "błąd składni wzoru: wzór kończy się przed zamknięciem bloku",
        ),
        (
            "templates/register/document.html",
            '{% include "../../etc/passwd" %}',
            "document.html:1",
            "odwołuje się do pliku, którego nie ma",
        ),
        (
            "templates/register/document.html",
            "{{ ''.__class__.__mro__ }}",
            "document.html:1",
            "wzór sięga tam, gdzie mu nie wolno",
        ),
        (
            "templates/register/document.html",
            OWN.replace("<p>", '<p><img alt="x" src="http://127.0.0.1:9/x.png">'),
            "templates/register",
            "sięga poza swój folder: http://127.0.0.1:9/x.png",
        ),
        (
            "templates/register/document.html",
            OWN.replace("<p>", '<p><img alt="x" src="file:///papier-firmowy/../etc/x.png">'),
            "templates/register",
            "sięga poza swój folder",
        ),
        (
            "templates/register/style.css",
            "p {}\nh1 { font-family: Arial; }",
            "style.css:2",
            "krój pisma „Arial” nie jest tym, który mają dokumenty",
        ),
    ],
)
def test_a_mistake_is_told_in_polish_with_its_place(
    name: str, content: str | bytes, place: str, what: str, folder: Path
):
    put(folder, name, content)
    told = [str(one) for one in problems(folder)]
    assert len(told) == 1, told
    before, _, rest = told[0].partition(": ")
    assert before.endswith(place), told
    assert what in rest


def test_all_mistakes_are_told_at_once(folder: Path):
    put(folder, "letterhead.yaml", "name: A\nadres: B\n")
    put(folder, "logo.svg", "x")
    put(folder, "templates/registr/style.css", "p {}")
    assert len(problems(folder)) == 3


def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path):
    outside = put(tmp_path, "tajne.svg", (PAPER / "logo.svg").read_bytes())
    (folder / "obraz.svg").symlink_to(outside)
    assert [one.what for one in problems(folder)] == ["plik jest odnośnikiem poza folder papieru"]


def test_texts_of_the_letterhead_are_texts(folder: Path):
    put(folder, "letterhead.yaml", "name: '<b>A</b> {{ 7*7 }}'\nfooter: '<img src=x>'\n")
    text = text_of(read("register", read_paper(folder)))
    assert "<b>A</b> {{ 7*7 }}" in text
    assert "<img src=x>" in text


@pytest.mark.parametrize(
    ("place", "found"),
    [("nabor", True), (".", True), ("inny", False)],
)
def test_paper_lies_with_the_call_or_one_folder_up(place: str, found: bool, tmp_path: Path):
    (tmp_path / "nabor").mkdir()
    (tmp_path / place / "papier-firmowy").mkdir(parents=True)
    assert (find_paper(tmp_path / "nabor") is not None) is found


def test_the_example_is_plainly_invented():
    paper = read_paper(PAPER)
    assert "zmyślon" in json.dumps(paper.letterhead.model_dump(), ensure_ascii=False).casefold()
