"""What stands in the PDFs, read back from them."""

import json
import re
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from scoring.deciding import decide
from scoring.decision import Decision, Outcome
from scoring.facts import Catalogue
from scoring.points.judged import Judged
from scoring.source_text import SourceText
from templates.documents import documents_of
from templates.operations_not_selected.view import NEUTRAL_CONDITION, NEUTRAL_CRITERION
from templates.press import press
from templates.printing import print_one
from tests.templates.decisions import (
    CALL,
    CRITERIA,
    LONG_TITLE,
    MEMBERS,
    application,
    call,
    cards,
    catalogue,
    large,
    ruleset,
)

SALT = "5a" * 32

LISTS = (
    "lista-rankingowa",
    "lista-spelniajacych-warunki",
    "lista-wybranych",
    "lista-niewybranych",
)


def printed(decision: Decision, name: str, version: int = 2) -> PdfReader:
    document = next(one for one in documents_of(decision, SALT) if one.name == f"{name}.pdf")
    return PdfReader(BytesIO(print_one(document, version).pdf))


def words(text: str) -> str:
    """Undo line ends, hyphenation and non-breaking spaces."""
    return " ".join(re.sub("[\u2010-]\n|\u00ad", "", text).split())


def text_of(reader: PdfReader) -> str:
    return words("\n".join(page.extract_text() for page in reader.pages))


def attached(reader: PdfReader) -> dict[str, str]:
    return {name: files[0].decode() for name, files in reader.attachments.items()}


@pytest.fixture(scope="module")
def decision() -> Decision:
    return large()


@pytest.fixture(scope="module")
def ranking(decision: Decision) -> PdfReader:
    return printed(decision, "lista-rankingowa")


def test_document_is_tagged_pdf_a_3a(ranking: PdfReader) -> None:
    root: Any = ranking.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - an object of pypdf
    assert root["/Lang"] == "pl"
    assert "/StructTreeRoot" in root
    xmp = ElementTree.fromstring(root["/Metadata"].get_data())
    space = "{http://www.aiim.org/pdfa/ns/id/}"
    declared = {key: value for one in xmp.iter() for key, value in one.attrib.items()}
    assert declared[f"{space}part"] == "3"
    assert declared[f"{space}conformance"] == "A"


def test_metadata_come_from_the_decision(ranking: PdfReader, decision: Decision) -> None:
    info: Any = ranking.metadata
    assert words(info["/Title"]) == "Lista rankingowa operacji – Nabór nr 1/2022"
    assert info["/CreationDate"] == "D:20220419"
    assert info["/ModDate"] == "D:20220419"
    assert decision.fingerprint[:4] in info["/Subject"]


def test_every_page_has_its_number_version_and_fingerprint(
    ranking: PdfReader, decision: Decision
) -> None:
    mark = decision.fingerprint
    grouped = f"odcisk {mark[:4]} {mark[4:8]} {mark[8:12]} {mark[12:16]}"
    count = len(ranking.pages)
    assert count > 1
    for number, page in enumerate(ranking.pages, start=1):
        text = words(page.extract_text())
        assert f"strona {number} z {count}" in text
        assert grouped in text
        assert "Lista rankingowa operacji · wersja 2" in text
        assert "Europa inwestująca w obszary wiejskie" in text
        assert "Kraina Łąk i Ścieżek" in text
        assert "Nabór nr 1/2022" in text


def test_headers_repeat_on_every_page_of_a_long_list() -> None:
    reader = printed(large(60), "lista-rankingowa-publiczna")
    table_pages = [words(page.extract_text()) for page in reader.pages]
    assert len(table_pages) > 3
    for text in table_pages[:3]:
        assert "Znak sprawy Wnioskodawca Tytuł operacji Punkty" in text


def test_limit_line_stands_below_the_last_operation_that_fits(
    ranking: PdfReader, decision: Decision
) -> None:
    text = text_of(ranking)
    line = text.index("granica limitu środków: 1 000 000,00 zł, pozostało 0,00 zł")
    ranked = [one for one in decision.assessments if one.rank is not None]
    within = [one.application.number for one in ranked if one.within_limit]
    outside = [one.application.number for one in ranked if not one.within_limit]
    assert within
    assert outside
    assert max(text.index(number) for number in within) < line
    assert min(text.index(number) for number in outside) > line


def test_minimum_line_stands_above_those_below_it(ranking: PdfReader) -> None:
    text = text_of(ranking)
    assert text.index("minimum punktowe: 27 pkt") < text.index("poniżej minimum punktowego")


def test_sums_and_counts_account_for_every_application(ranking: PdfReader) -> None:
    text = text_of(ranking)
    assert "Razem na liście; wsparcie – w limicie środków 2 200 000,00 zł 1 000 000,00 zł" in text
    assert (
        "W naborze: 24 wnioski, w tym 10 wybranych w limicie, 8 wybranych poza limitem, "
        "3 poniżej minimum, 1 nierozstrzygnięty, 1 niespełniający warunków, 1 wycofany." in text
    )


def test_equal_places_are_shown_as_equal() -> None:
    twins = [application(1), application(2)]
    facts = dict(twins[0].facts)
    twins[1] = type(twins[1])(twins[1].number, facts)
    same = [
        type(card)(card.member, card.application, {"innovation": 5, "coherence": 5})
        for card in cards(twins)
    ]
    decision = decide(call(), ruleset(), twins, same)
    assert [one.rank for one in decision.assessments] == [1, 1]
    text = text_of(printed(decision, "lista-rankingowa"))
    assert text.count("1 ex aequo") == 2
    assert "ex aequo – wynik równy" in text


@pytest.mark.parametrize(
    ("count", "notice"),
    [
        (1, "Lista wstępna: 1 wniosek nierozstrzygnięty."),
        (2, "Lista wstępna: 2 wnioski nierozstrzygnięte."),
        (5, "Lista wstępna: 5 wniosków nierozstrzygniętych."),
        (12, "Lista wstępna: 12 wniosków nierozstrzygniętych."),
        (22, "Lista wstępna: 22 wnioski nierozstrzygnięte."),
    ],
)
def test_provisional_list_counts_the_undecided(count: int, notice: str) -> None:
    some = [application(position, conforms_to_lsr=None) for position in range(1, count + 1)]
    decision = decide(call(), ruleset(), some, cards(some))
    assert notice in text_of(printed(decision, "lista-wybranych"))
    assert "Lista wstępna" not in text_of(printed(decision, "kryteria"))


def test_notices_stand_on_every_document(decision: Decision) -> None:
    for name in (*LISTS, "rejestr", "kryteria", "karty/karta-1-2022-01"):
        text = text_of(printed(decision, name))
        assert "Kryteria modelowe – nie zostały przyjęte przez żadną LGD." in text
        assert "Wnioskodawcy, operacje i kwoty są zmyślone." in text


@pytest.mark.parametrize("name", LISTS)
def test_public_list_has_no_personal_facts_on_its_pages_or_inside(
    name: str, decision: Decision
) -> None:
    reader = printed(decision, f"{name}-publiczna")
    everything = text_of(reader) + "\n".join(attached(reader).values())
    for one in decision.assessments:
        for fact in ("nip", "pesel", "address"):
            assert str(one.application.facts[fact]) not in everything
    for member in MEMBERS:
        assert member not in everything
    for one in decision.assessments:
        if one.outcome is Outcome.WITHDRAWN:
            assert one.application.number not in everything
    data = json.loads(attached(reader)["decision.json"])
    assert data["inputs"]["cards"] == []
    assert "members" not in data["inputs"]["call"]["council"]
    given, found = data["inputs"]["applications"], data["results"]["applications"]
    allowed = {"applicant", "title", "requested", "total_cost", "gmina"}
    assert {key for one in given for key in one["facts"]} == allowed
    assert not any("criteria" in one or "scores" in one or "reasons" in one for one in found)
    on_pages = text_of(reader)
    numbers = {one.application.number for one in decision.assessments}
    printed_numbers = {number for number in numbers if number in on_pages}
    assert {one["number"] for one in given} == printed_numbers
    assert {one["number"] for one in found} == printed_numbers


def test_public_list_names_no_withdrawn_applicant() -> None:
    some = [application(1), application(2, withdrawn=True, applicant="Zdzisława Wycofana")]
    some.append(application(3, conforms_to_lsr=False))
    decision = decide(call(), ruleset(), some, cards(some))
    for name in LISTS:
        reader = printed(decision, f"{name}-publiczna")
        everything = text_of(reader) + "\n".join(attached(reader).values())
        assert "Zdzisława" not in everything
        assert "1/2022/02" not in everything


def test_public_list_never_names_a_condition_that_reads_a_personal_fact() -> None:
    text = CALL.replace("{fact: conforms_to_lsr, is: tak}", "{fact: woman_returning, is: tak}")
    some = [application(1, woman_returning=False)]
    decision = decide(call(text), ruleset(), some, cards(some))
    public = text_of(printed(decision, "lista-niewybranych-publiczna"))
    assert "Zgodność z LSR" not in public
    assert NEUTRAL_CONDITION in public
    assert "Zgodność z LSR" in text_of(printed(decision, "lista-niewybranych"))


@pytest.mark.parametrize("personal", [True, False])
def test_public_list_never_names_a_criterion_beside_a_personal_one(personal: bool) -> None:
    text = CRITERIA.replace("cap: 11", "cap: 11\n    minimum: 1")
    rules = ruleset(text)
    if not personal:
        facts = [fact.model_copy(update={"personal": False}) for fact in catalogue().values()]
        rules = rules.model_copy(update={"catalogue": Catalogue(facts)})
    some = [application(2, in_disadvantaged_group=False, woman_returning=False)]
    decision = decide(call(), rules, some, cards(some))
    public = text_of(printed(decision, "lista-niewybranych-publiczna"))
    assert ("grup defaworyzowanych" in public) is not personal
    assert (NEUTRAL_CRITERION in public) is personal


def test_public_list_hides_names_that_the_catalogue_calls_personal() -> None:
    some = [application(1)]
    secret = catalogue(catalogue()["applicant"].model_copy(update={"personal": True}))
    rules = ruleset().model_copy(update={"catalogue": secret})
    decision = decide(call(), rules, some, cards(some))
    reader = printed(decision, "lista-wybranych-publiczna")
    assert some[0].applicant not in text_of(reader) + attached(reader)["decision.json"]


def test_internal_list_identifies_applicants_but_never_by_pesel(
    ranking: PdfReader, decision: Decision
) -> None:
    text = text_of(ranking)
    facts = decision.assessments[0].application.facts
    assert f"NIP {facts['nip']}" in text
    assert str(facts["pesel"]) not in text


def test_internal_list_carries_the_whole_decision_and_the_criteria(
    ranking: PdfReader, decision: Decision
) -> None:
    files = attached(ranking)
    assert sorted(files) == ["2022-01-10.yaml", "decision.json", "document.json", "facts.yaml"]
    assert files["2022-01-10.yaml"] == decision.ruleset.texts[0].text
    data = json.loads(files["decision.json"])
    assert data["results"]["fingerprint"] == decision.fingerprint
    assert len(data["inputs"]["applications"]) == 24
    assert len(data["inputs"]["cards"]) == 24 * 9


def test_card_tells_points_reasons_and_opinions_of_its_application(decision: Decision) -> None:
    one = decision.assessments[0]
    number = one.application.number
    reader = printed(decision, f"karty/karta-{number.replace('/', '-')}")
    text = text_of(reader)
    for criterion, score in zip(decision.ruleset.criteria, one.scores, strict=True):
        assert words(criterion.name) in text
        if not isinstance(criterion, Judged):
            reason = words(
                criterion.explain(score, one.application.facts, decision.ruleset.catalogue)
            )
            assert reason.replace(" ", "") in text.replace(" ", "")
    for card in decision.cards_of(number):
        assert card.member in text
        assert all(
            why.replace(" ", "") in text.replace(" ", "") for why in card.justifications.values()
        )
    assert "Oceniający" in text
    assert "Sprawdzający" in text
    data = json.loads(attached(reader)["decision.json"])
    assert [row["number"] for row in data["results"]["applications"]] == [number]
    assert {row["application"] for row in data["inputs"]["cards"]} == {number}


def test_card_says_what_is_missing(decision: Decision) -> None:
    text = text_of(printed(decision, "karty/karta-1-2022-09"))
    assert "Do rozstrzygnięcia potrzeba" in text
    assert "Brak danych: Koszty ochrony środowiska." in text


def test_inexact_points_are_marked_and_explained(decision: Decision) -> None:
    text = text_of(printed(decision, "karty/karta-1-2022-09"))
    assert "≈ 3,33" in text
    assert "zaokrągla się tylko sumę, do 2 miejsc po przecinku (regulamin Rady, § 15)" in text


def test_register_tells_every_application_the_withdrawn_too(decision: Decision) -> None:
    text = text_of(printed(decision, "rejestr"))
    for one in decision.assessments:
        assert one.application.number in text
    assert "wniosek wycofany" in text
    assert "Razem: 23 wnioski (bez wniosków wycofanych) 2 300 000,00 zł" in text
    assert "Gmina, miejscowość" in text


def test_sums_tell_of_the_amounts_that_they_leave_out() -> None:
    some = [application(position, gmina=None, locality=None) for position in (1, 2)]
    some += [
        application(position, requested=None, gmina=None, locality=None) for position in (3, 4)
    ]
    decision = decide(call(), ruleset(), some, cards(some))
    register = text_of(printed(decision, "rejestr"))
    left_out = "(bez 2 wniosków o nieznanej kwocie) 200 000,00 zł"
    assert f"Razem: 4 wnioski {left_out}" in register
    assert "Gmina, miejscowość" not in register
    ranking = text_of(printed(decision, "lista-rankingowa"))
    assert (
        "Razem na liście (bez 2 wniosków o nieznanej kwocie); wsparcie – w limicie środków "
        "200 000,00 zł"
    ) in ranking
    assert f"Razem: 4 operacje {left_out}" in text_of(
        printed(decision, "lista-spelniajacych-warunki")
    )


def test_names_of_attachments_have_no_slashes(decision: Decision) -> None:
    texts = (SourceText("lgd-przyklad/zakres/2022-01-10.yaml", "a: 1\n"),)
    named = decide(decision.call, ruleset().model_copy(update={"texts": texts}), [])
    files = attached(printed(named, "kryteria"))
    assert sorted(files) == ["document.json", "lgd-przyklad-zakres-2022-01-10.yaml", "page.json"]


@pytest.mark.parametrize(
    ("regime", "title"),
    [
        ("2015", "Lista operacji zgodnych z LSR"),
        ("2019", "Lista operacji zgodnych z LSR"),
        ("2023", "Lista operacji spełniających warunki udzielenia wsparcia"),
    ],
)
def test_name_of_the_list_of_conditions_depends_on_the_regime(regime: str, title: str) -> None:
    some = [application(1), application(2, conforms_to_lsr=False)]
    decision = decide(call(regime=regime), ruleset(), some, cards(some))
    internal = text_of(printed(decision, "lista-spelniajacych-warunki"))
    assert title in internal
    assert "1/2022/02" in internal
    assert "1/2022/02" not in text_of(printed(decision, "lista-spelniajacych-warunki-publiczna"))


def test_empty_call_has_all_its_documents() -> None:
    decision = decide(call(), ruleset(), [])
    for document in documents_of(decision):
        pages = press(document.template, document.view(1), document.attached())
        assert pages.pages >= 1
    assert "Żadnej operacji nie oceniono." in text_of(printed(decision, "lista-rankingowa"))
    assert "Nie złożono żadnego wniosku." in text_of(printed(decision, "rejestr"))


def test_long_title_is_printed_whole(ranking: PdfReader) -> None:
    assert len(LONG_TITLE) > 190
    assert LONG_TITLE.replace(" ", "") in text_of(ranking).replace(" ", "")


@pytest.mark.parametrize("count", [0, 2])
def test_call_without_scores_prints_no_empty_tables(count: int) -> None:
    some = [application(position, conforms_to_lsr=False) for position in range(1, count + 1)]
    decision = decide(call(), ruleset(), some)
    ranking = printed(decision, "lista-rankingowa")
    assert len(ranking.pages) == 1
    assert "Punkty w kryteriach" not in text_of(ranking)
    if some:
        card = text_of(printed(decision, "karty/karta-1-2022-01"))
        assert "Wniosku nie oceniano według kryteriów." in card
        assert "Punkty przyznane" not in card


def test_very_long_title_goes_on_over_the_page() -> None:
    some = [application(1), application(2, title="Bardzo długi tytuł operacji. " * 60)]
    reader = printed(decide(call(), ruleset(), some, cards(some)), "rejestr")
    assert "Bardzo długi" in reader.pages[0].extract_text()
    assert text_of(reader).count("tytuł operacji.") == 60
