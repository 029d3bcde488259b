"""A printed document proves itself, and any figure changed in it is found and named."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText

from reading.problems import Refused
from rounds.open_call import open_call
from rounds.proof import pdf as reading
from rounds.proof.pdf import read_pdf
from rounds.proof.verify import PUBLISHED, Proof, verify
from rounds.rederive import TooNew
from scoring.deciding import decide
from scoring.decision import Decision
from templates.document import Document
from templates.documents import documents_of
from templates.letterhead import read_paper
from templates.press import press
from templates.printing import print_one
from templates.seal import DOCUMENT, PAGE, seal
from tests.rounds.proof.tampering import (
    another,
    attached,
    figures,
    with_another_figure,
    with_attached,
)
from tests.scoring.drawn_calls import everything
from tests.scoring.test_properties import RULES
from tests.templates.decisions import MEMBERS, application, call, cards, ruleset

EXAMPLES = Path(__file__).parents[3] / "examples"
SALT = "5a" * 32
RANKING, PUBLIC = "lista-rankingowa.pdf", "lista-rankingowa-publiczna.pdf"


def small() -> Decision:
    some = [application(1), application(2, requested=95_000_00)]
    return decide(call(), ruleset(), some, cards(some, MEMBERS[:3]))


DECISION = small()


def document(decision: Decision, name: str) -> Document:
    return next(one for one in documents_of(decision, SALT) if one.name == name)


def printed(decision: Decision, name: str, version: int = 1) -> bytes:
    return print_one(document(decision, name), version).pdf


@pytest.fixture(scope="module")
def ranking() -> bytes:
    return printed(DECISION, RANKING)


@pytest.fixture(scope="module")
def public() -> bytes:
    return printed(DECISION, PUBLIC)


def said(proof: Proof) -> str:
    return "\n".join(map(str, proof.differences))


def kinds() -> list[tuple[str, str]]:
    """Every kind of document once, and the ranking lists of every example."""
    seen: set[tuple[str, str]] = set()
    found = []
    for folder in sorted(one.parent for one in EXAMPLES.glob("*/call.yaml")):
        for one in documents_of(open_call(folder).decide()):
            kind = (one.template, one.audience)
            if kind not in seen or one.name in (RANKING, PUBLIC):
                found.append((folder.name, one.name))
            seen.add(kind)
    return found


@pytest.mark.parametrize(("folder", "name"), kinds())
def test_a_document_of_an_example_proves_itself(folder: str, name: str) -> None:
    decision = open_call(EXAMPLES / folder).decide()
    content = printed(decision, name, 3)
    proof = verify(content, name)
    assert said(proof) == ""
    assert (proof.document, proof.version) == (name, 3)
    if proof.unproved:
        beside = read_pdf(printed(decision, RANKING, 3), RANKING)
        whole = verify(content, name, beside)
        assert said(whole) == ""
        assert whole.unproved == ()


@given(everything())
@settings(max_examples=8)
def test_whatever_is_decided_its_lists_prove_themselves(given_call) -> None:
    made, applications, some = given_call
    decision = decide(made, RULES, applications, some)
    for name in (RANKING, PUBLIC):
        assert said(verify(printed(decision, name), name)) == ""


def test_a_document_on_an_lgds_own_paper_proves_itself() -> None:
    paper = read_paper(EXAMPLES / "posiedzenie-19" / "papier-firmowy")
    content = print_one(document(DECISION, RANKING), 1, paper).pdf
    proof = verify(content, RANKING)
    assert said(proof) == ""
    assert "te same bajty" in proof.proved[-1]


DATA = json.loads(attached(printed(DECISION, RANKING))["decision.json"])
EVERY_FIGURE = list(figures(DATA))


def test_every_figure_of_the_decision_inside_is_watched(ranking: bytes) -> None:
    """Each is changed alone; the part that it stands in is named, and that the odcisk differs."""
    assert len(EVERY_FIGURE) > 100
    chosen = EVERY_FIGURE[:: max(1, len(EVERY_FIGURE) // 30)]
    for path in chosen:
        text = json.dumps(with_another_figure(DATA, path), ensure_ascii=False)
        try:
            proof = verify(with_attached(ranking, "decision.json", text), RANKING)
        except TooNew:
            assert path[-1] in ("format", "engine")
            continue
        assert not proof.holds, path
        assert named(path) in said(proof), (path, said(proof))


def named(path: tuple[str | int, ...]) -> str:
    """How the part is called in which a figure stands."""
    match path:
        case ("inputs" | "results" as part, "applications", int(place), *_):
            return f"{part}, applications {DATA[part]['applications'][place]['number']}"
        case ("inputs" | "results" as part, str(key), *_):
            return f"{part}, {key}"
        case _:
            return str(path[0])


def test_points_that_do_not_follow_are_told_beside_those_that_do(ranking: bytes) -> None:
    changed = json.loads(json.dumps(DATA))
    one = changed["results"]["applications"][0]
    was, one["points"] = one["points"], "66"
    text = json.dumps(changed, ensure_ascii=False)
    proof = verify(with_attached(ranking, "decision.json", text), RANKING)
    where = f"decision.json, results, applications {one['number']}, points"
    assert f"{where}: stoi „66”, a wynika „{was}”" in said(proof)


def test_an_amount_changed_inside_is_told_by_the_page_that_still_has_the_old_one(
    ranking: bytes,
) -> None:
    changed = json.loads(json.dumps(DATA))
    one = next(one for one in changed["inputs"]["applications"] if one["number"] == "1/2022/02")
    assert one["facts"]["requested"] == "95000.00"
    one["facts"]["requested"] = "96000.00"
    text = json.dumps(changed, ensure_ascii=False)
    found = said(verify(with_attached(ranking, "decision.json", text), RANKING))
    told = [one for one in found.replace("\xa0", " ").splitlines() if one.startswith("strona 1")]
    assert any("stoi „95 000,00 zł" in one and "wynika „96 000,00 zł" in one for one in told), told


def test_a_figure_changed_in_the_criteria_is_named_by_the_file(ranking: bytes) -> None:
    name = "2022-01-10.yaml"
    text = attached(ranking)[name]
    places = [line for line in text.splitlines() if "points" in line]
    assert len(places) > 5
    for line in places[::3]:
        changed = text.replace(line, another(line), 1)
        proof = verify(with_attached(ranking, name, changed), RANKING)
        assert not proof.holds
        assert name in {one.where for one in proof.differences}


def reprinted(name: str, path: tuple[str | int, ...]) -> bytes:
    """Print a document with another figure on its page and all attachments as they were."""
    one = document(DECISION, name)
    view = one.view(1)
    changed = with_another_figure(json.loads(view.model_dump_json()), path)
    carried = seal(one, 1, view, one.attached())
    return press(one.template, type(view).model_validate(changed), carried).pdf


@pytest.mark.parametrize("name", [RANKING, PUBLIC])
def test_every_figure_of_a_page_is_watched(name: str) -> None:
    shown = json.loads(document(DECISION, name).view(1).model_dump_json())
    every = list(figures(shown))
    assert len(every) > 20
    for path in every[:: max(1, len(every) // 12)]:
        content = reprinted(name, path)
        proof = verify(content, name)
        assert not proof.holds, path
        # These are of the view, and the public list prints none of them: the bytes tell.
        if path[-1] not in ("dated", "received", "running"):
            of_pages = [one for one in proof.differences if one.where.startswith("strona")]
            assert of_pages, path
            assert all(one.of_figures for one in of_pages), said(proof)


def test_a_figure_of_the_page_is_told_with_page_and_both_values() -> None:
    content = reprinted(RANKING, ("rows", 0, "entry", "points"))
    (shown,) = {row.entry.points for row in document(DECISION, RANKING).view(1).rows[:1]}  # type: ignore[attr-defined]
    proof = verify(content, RANKING)
    assert f"strona 1: stoi „{another(shown)}”, a wynika „{shown}”" in said(proof)


def test_every_figure_of_what_a_document_says_of_itself_is_watched(ranking: bytes) -> None:
    written = json.loads(attached(ranking)[DOCUMENT])
    for path in figures(written):
        if path[0] in ("name", "version", "printer", "sha256", "format", "parts"):
            text = json.dumps(with_another_figure(written, path), ensure_ascii=False)
            changed = with_attached(ranking, DOCUMENT, text)
            try:
                assert not verify(changed, RANKING).holds, path
            except TooNew:
                assert path == ("format",)


def test_a_commitment_that_was_changed_is_named_by_the_internal_document(
    ranking: bytes, public: bytes
) -> None:
    data = json.loads(attached(public)["decision.json"])
    for name in list(data["commitments"])[::10]:
        path = ("commitments", name)
        text = json.dumps(with_another_figure(data, path), ensure_ascii=False)
        changed = with_attached(public, "decision.json", text)
        assert "decision.json, commitments" in said(verify(changed, PUBLIC))
        beside = verify(changed, PUBLIC, read_pdf(ranking, RANKING))
        assert f"decision.json, commitments, {name}: stoi" in said(beside)


def test_a_page_stated_otherwise_than_printed_is_found(public: bytes) -> None:
    page = json.loads(attached(public)[PAGE])
    for path in list(figures(page))[::5]:
        text = json.dumps(with_another_figure(page, path), ensure_ascii=False)
        assert PAGE in said(verify(with_attached(public, PAGE, text), PUBLIC)), path


def test_a_public_document_proves_order_limit_and_amounts_and_says_what_it_does_not(
    public: bytes, ranking: bytes
) -> None:
    proof = verify(public, PUBLIC)
    assert proof.holds
    assert proof.proved[0] == PUBLISHED
    assert "zobowiązaniami" in proof.unproved[0]
    whole = verify(public, PUBLIC, read_pdf(ranking, RANKING))
    assert whole.holds
    assert any("zobowiązania" in one for one in whole.proved)


def test_nothing_personal_and_no_salt_is_in_a_public_document(
    public: bytes, ranking: bytes
) -> None:
    text = "\n".join(attached(public).values()) + public.decode("latin-1")
    assert SALT not in text
    assert SALT in attached(ranking)["decision.json"]
    for one in DECISION.assessments:
        for fact in ("nip", "pesel", "address"):
            assert str(one.application.facts[fact]) not in text
    assert "Anna Łukasik" not in text


@pytest.mark.parametrize(
    "name", ["karty/karta-1-2022-01.pdf", "pisma/pismo-1-2022-01.pdf", "kryteria.pdf"]
)
def test_what_goes_to_applicants_carries_no_salt(name: str) -> None:
    assert SALT not in "\n".join(attached(printed(DECISION, name)).values())


def test_an_internal_document_of_another_decision_proves_nothing_here(public: bytes) -> None:
    some = [application(1), application(2, requested=94_000_00)]
    other = decide(call(), ruleset(), some, cards(some, MEMBERS[:3]))
    beside = read_pdf(printed(other, RANKING), RANKING)
    with pytest.raises(Refused, match="z innego rozstrzygnięcia"):
        verify(public, PUBLIC, beside)


def test_an_internal_document_changed_after_its_print_is_named_and_not_taken_for_another(
    ranking: bytes, public: bytes
) -> None:
    changed = json.loads(json.dumps(DATA))
    changed["inputs"]["call"]["number"] = "77/1999"
    text = json.dumps(changed, ensure_ascii=False)
    beside = read_pdf(with_attached(ranking, "decision.json", text), RANKING)
    assert "treść zmieniona po wydruku" in said(verify(public, PUBLIC, beside))


def test_a_public_document_is_no_proof_of_another(public: bytes) -> None:
    with_public = verify(public, PUBLIC, read_pdf(public, PUBLIC))
    assert "nie zawiera całego rozstrzygnięcia" in said(with_public)


def added_to(content: bytes, change) -> bytes:
    """Add to a document behind its bytes, as a signature does."""
    writer = PdfWriter(fileobj=BytesIO(content), incremental=True)
    change(writer)
    out = BytesIO()
    writer.write(out)
    found = out.getvalue()
    assert found.startswith(content)
    assert len(found) > len(content)
    return found


def test_what_is_added_behind_the_bytes_changes_nothing_of_the_proof(ranking: bytes) -> None:
    signed = added_to(ranking, lambda writer: writer.add_metadata({"/Podpis": "tak"}))
    proof = verify(signed, RANKING)
    assert said(proof) == ""
    assert "potem dodano" in proof.proved[-1]


def test_a_note_put_over_a_page_later_is_found(ranking: bytes) -> None:
    note = FreeText(text="100 000,00 zł", rect=(50, 550, 200, 650))
    changed = added_to(ranking, lambda writer: writer.add_annotation(0, note))
    assert "strona 1: stoi „dodana adnotacja: FreeText 100 000,00 zł" in said(
        verify(changed, RANKING)
    )


def test_another_printer_may_word_a_page_otherwise_but_every_figure_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = document(DECISION, RANKING)
    view = one.view(1)
    older = json.loads(view.model_dump_json())
    older["policy"] = "inaczej powiedziane zdanie o limicie (ogłoszenie, pkt 6)"
    monkeypatch.setattr("templates.seal.printer", lambda: "0" * 64)
    carried = seal(one, 1, view, one.attached())
    monkeypatch.undo()
    worded = press(one.template, type(view).model_validate(older), carried).pdf
    proof = verify(worded, RANKING)
    assert said(proof) == ""
    assert proof.notes
    older["granted"] = another(older["granted"])
    figured = press(one.template, type(view).model_validate(older), carried).pdf
    assert not verify(figured, RANKING).holds


def test_a_file_that_is_no_pdf_or_carries_nothing_is_refused() -> None:
    with pytest.raises(Refused, match="to nie jest plik PDF"):
        verify(b"lista rankingowa", "lista.pdf")
    bare = press("register", document(DECISION, "rejestr.pdf").view(1)).pdf
    with pytest.raises(Refused, match="nie zawiera załącznika"):
        verify(bare, "rejestr.pdf")
    with pytest.raises(Refused, match=r"nie da się odczytać|nie zawiera"):
        verify(bare[: len(bare) // 3], "rejestr.pdf")


def test_an_encrypted_file_is_refused(ranking: bytes) -> None:
    writer = PdfWriter(clone_from=BytesIO(ranking))
    writer.encrypt("hasło", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    with pytest.raises(Refused, match="zaszyfrowany"):
        verify(out.getvalue(), RANKING)


@pytest.mark.parametrize("name", [DOCUMENT, "decision.json"])
def test_what_a_newer_program_printed_is_not_guessed_at(ranking: bytes, name: str) -> None:
    newer = json.loads(attached(ranking)[name]) | {"format": 99}
    with pytest.raises(TooNew, match="nowszy program"):
        verify(with_attached(ranking, name, json.dumps(newer)), RANKING)


@pytest.mark.parametrize("text", ["", "[7]", '{"carries": "whole"}'])
def test_an_attachment_that_is_not_what_it_was_never_fails_the_program(
    ranking: bytes, public: bytes, text: str
) -> None:
    for content, file in ((ranking, RANKING), (public, PUBLIC)):
        for name in attached(content):
            assert not verify(with_attached(content, name, text), file).holds


def test_hyphens_at_the_end_of_a_line_are_no_difference() -> None:
    assert reading.words_of("do\u00adbra lista ran\u2010\nkingowa") == (
        "dobra",
        "lista",
        "rankingowa",
    )
    assert reading.words_of("Razem 1 000 000,00 zł") == ("Razem", "1\xa0000\xa0000,00\xa0zł")


def test_attachments_stay_small() -> None:
    decision = open_call(EXAMPLES / "kraina-nocy-i-dni-2022").decide()
    one = document(decision, RANKING)
    with_all, without = printed(decision, RANKING), press(one.template, one.view(1)).pdf
    assert len(with_all) - len(without) < 60_000
    assert sum(map(len, attached(with_all).values())) > 150_000
    assert PdfReader(BytesIO(with_all)).attachments
