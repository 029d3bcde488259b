"""Texts of applicants are data: they are printed, never run and never fetched."""

import pytest
from pypdf import PdfReader

from scoring.deciding import decide
from templates.documents import documents_of
from templates.glyphs import printable
from templates.press import HERE, RefusedAddressError, html_of, lay_out
from tests.templates.decisions import application, call, cards, ruleset
from tests.templates.test_printing import printed, text_of

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }} {% raw %}",
    "file:///etc/passwd",
    '<img src="http://127.0.0.1:9/x.png">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '"><style>@import url(http://127.0.0.1:9/x.css)</style>',
)


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("name", ["lista-rankingowa", "rejestr", "karty/karta-1-2022-01"])
def test_hostile_title_is_printed_as_text(
    title: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a document opened a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    some = [application(1, title=title, applicant=title)]
    reader = printed(decide(call(), ruleset(), some, cards(some)), name)
    text = text_of(reader)
    assert text.replace(" ", "").count(title.replace(" ", "")) >= 2
    ours = {"2022-01-10.yaml", "decision.json", "document.json", "facts.yaml", "page.json"}
    assert ours.issuperset(reader.attachments)
    assert "root:" not in text


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.png",
        "https://example.org/x.png",
        "file:///etc/passwd",
        "file:///etc/hosts.png",
        f"{HERE.as_uri()}/../pyproject.toml",
        f"{HERE.as_uri()}/%2e%2e/x.png",
        f"{HERE.as_uri()}/press.py",
        "data:image/png;base64,AAAA",
        "ftp://127.0.0.1/x.png",
        "../../x.png",
    ],
)
def test_address_outside_the_folder_is_refused(address: str) -> None:
    html = (
        '<html lang="pl"><head><title>x</title><meta name="dcterms.created" content="2022-04-19">'
        f'</head><body><img alt="x" src="{address}"></body></html>'
    )
    with pytest.raises(RefusedAddressError):
        lay_out(html, "register", "x", ())


def test_control_characters_are_left_out() -> None:
    some = [application(1, title="Młyn\x00 \x0bi\x1b piekarnia", applicant="A\x07B")]
    text = text_of(printed(decide(call(), ruleset(), some, cards(some)), "rejestr"))
    assert "Młyn i piekarnia" in text
    assert "AB" in text


def test_characters_that_turn_the_direction_are_left_out() -> None:
    assert printable("\u202e5 pkt\u202c\u2066a\u2069\u200f\ufdd0\uffff\ud800\x85") == "5 pkta"
    assert printable("za\u0328b \u2248 5\u2011letni") == "z\u0105b \u2248 5\u2010letni"
    some = [application(1, title="Młyn \u202ei piekarnia")]
    text = text_of(printed(decide(call(), ruleset(), some, cards(some)), "rejestr"))
    assert "Młyn i piekarnia" in text


@pytest.mark.parametrize("title", ["Młyn", "Młyn 中文", "Młyn 🌾", "Młyn שלום"])
def test_only_bundled_fonts_are_embedded(title: str) -> None:
    some = [application(1, title=title)]
    reader = printed(decide(call(), ruleset(), some, cards(some)), "lista-rankingowa")
    for letter in title.removeprefix("Młyn").strip():
        assert f"[U+{ord(letter):04X}]" in text_of(reader).replace(" ", "")
    names = {
        str(font["/BaseFont"]).split("+")[-1]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert names
    assert all("Nabor" in name or "Lato" in name for name in names), names


def test_pdf_opens_without_warnings() -> None:
    some = [application(1)]
    reader = printed(decide(call(), ruleset(), some, cards(some)), "kryteria")
    assert PdfReader(reader.stream, strict=True).pages


def test_words_of_a_template_are_tied_as_those_of_a_view() -> None:
    some = [application(1, title="Młyn i piekarnia")]
    decision = decide(call(), ruleset(), some, cards(some))
    document = next(one for one in documents_of(decision) if one.name == "rejestr.pdf")
    html = html_of(document.template, document.view(1))
    for words in ("Data i\xa0godzina złożenia", "Młyn i\xa0piekarnia"):
        assert words in html
