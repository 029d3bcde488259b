"""What the sheets of the programme's rules and the calculations of the aid say, read back."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from scoring import polish
from scoring.completion import asked_of_applicant, left_to_office
from scoring.decision import Decision, Outcome
from scoring.ruling import Ruling
from templates.base.finding import VERDICTS, WARNINGS
from templates.call_for_completion.view import NO_BASIS, REQUEST
from templates.cooperation_sheet.view import view as cooperation_view
from templates.documents import documents_of
from templates.press import press
from tests.templates import programme as the
from tests.templates.decisions import large
from tests.templates.programme import holds, without_spaces
from tests.templates.test_printing import attached, printed, text_of, words
from tests.templates.test_safety import HOSTILE

A_SHEET = "arkusze/3b-3-2020-01"
LETTER = "wezwania/11a-3-2020-04"


@pytest.fixture(scope="module")
def decision() -> Decision:
    return the.competition()


@pytest.fixture(scope="module")
def cooperation() -> Decision:
    return the.cooperation()


def test_call_without_a_programme_has_none_of_them() -> None:
    names = [document.name for document in documents_of(large())]
    assert not [name for name in names if name.startswith(("arkusze", "wezwania", "wyliczenia"))]


def test_names_are_those_that_the_office_knows(decision: Decision) -> None:
    names = [document.name for document in documents_of(decision)]
    numbers = range(1, 9)
    assert [name for name in names if "/" in name and not name.startswith("karty")] == [
        *(f"arkusze/3a-3-2020-{number:02d}.pdf" for number in numbers),
        *(f"arkusze/3b-3-2020-{number:02d}.pdf" for number in numbers),
        "wezwania/11a-3-2020-04.pdf",
        "wyliczenia/wyliczenie-3-2020-01.pdf",
        "wyliczenia/wyliczenie-3-2020-02.pdf",
        "wyliczenia/wyliczenie-3-2020-03.pdf",
        "wyliczenia/wyliczenie-3-2020-07.pdf",
        "wyliczenia/zestawienie.pdf",
        *(f"pisma/pismo-3-2020-{number:02d}.pdf" for number in (1, 2, 3, 6, 7)),
    ]


def test_cooperation_has_the_sheet_of_the_board_in_the_place_of_the_card(
    cooperation: Decision,
) -> None:
    names = [document.name for document in documents_of(cooperation)]
    assert "arkusze/19-3-3-2020-01.pdf" in names
    assert not [name for name in names if name.startswith("karty")]


@pytest.mark.parametrize(
    "name",
    ["arkusze/3a-3-2020-01", A_SHEET, LETTER, "wyliczenia/wyliczenie-3-2020-01", "wyliczenia/zestawienie"],
)  # fmt: skip
def test_document_is_tagged_pdf_a_3a_with_its_marks(name: str, decision: Decision) -> None:
    reader = printed(decision, name)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 - an object of pypdf
    assert root["/Lang"] == "pl"
    assert "/StructTreeRoot" in root
    xmp = ElementTree.fromstring(root["/Metadata"].get_data())
    space = "{http://www.aiim.org/pdfa/ns/id/}"
    declared = {key: value for one in xmp.iter() for key, value in one.attrib.items()}
    assert (declared[f"{space}part"], declared[f"{space}conformance"]) == ("3", "A")
    for number, page in enumerate(reader.pages, start=1):
        text = words(page.extract_text())
        assert f"strona {number} z {len(reader.pages)}" in text
        assert "Europa inwestująca w obszary wiejskie" in text
        assert decision.fingerprint[:4] in text


@pytest.mark.parametrize("name", ["arkusze/3a-3-2020-04", LETTER])
def test_form_and_letter_stand_upright(name: str, decision: Decision) -> None:
    for page in printed(decision, name).pages:
        assert page.mediabox.height > page.mediabox.width


def test_sheet_3b_tells_every_finding(decision: Decision) -> None:
    for one in decision.assessments:
        number = one.application.number
        text = text_of(printed(decision, f"arkusze/3b-{number.replace('/', '-')}"))
        for finding in one.findings:
            said = (VERDICTS if finding.decides else WARNINGS)[finding.verdict]
            assert holds(text, f"{finding.name}{said}"), (number, finding.id)
            assert holds(text, finding.sentence), (number, finding.id)
        assert "Oceniający" in text
        assert "Sprawdzający" in text


@pytest.mark.parametrize(
    ("number", "result"),
    [
        ("01", "operacja spełnia warunki."),
        ("04", "ocena czeka na brakujące ustalenia: Uprawnienie do pomocy na działalność"),
        ("06", "operacja nie spełnia warunków: Uprawnienie do pomocy na działalność"),
        ("08", "wniosek wycofany, warunków nie sprawdzano."),
    ],
)
def test_sheet_3b_says_the_result_of_the_whole(
    number: str, result: str, decision: Decision
) -> None:
    text = text_of(printed(decision, f"arkusze/3b-3-2020-{number}"))
    assert f"Wynik oceny wstępnej: {result}" in text


def test_sheet_3b_says_who_found_it(decision: Decision) -> None:
    text = text_of(printed(decision, A_SHEET))
    assert holds(text, the.JUSTIFICATION)
    assert holds(text, "Rada, 14 kwietnia 2020 r.")
    assert holds(text, "pracownik biura, 6 kwietnia 2020 r.")
    assert "z danych naboru" in text


def test_warning_does_not_look_like_a_condition_that_stops(decision: Decision) -> None:
    one = decision.find("3/2020/03")
    assert one is not None
    assert one.outcome is Outcome.SELECTED
    text = text_of(printed(decision, "arkusze/3b-3-2020-03"))
    assert holds(text, "zarząd województwa) ostrzeżenie nie wstrzymuje oceny")
    assert "Wynik oceny wstępnej: operacja spełnia warunki." in text


def test_applicant_is_asked_only_for_what_an_applicant_can_send() -> None:
    some = [the.application(4, the.rulings("E1"), enterprise_size=None, conforms_to_lsr=None)]
    found = the.decided(some, None)
    one = found.assessments[0]
    asked = [gap.missing for gap in asked_of_applicant(found, one)]
    assert [(missing.why, missing.detail) for missing in asked] == [("fact", "enterprise_size")]
    office = {gap.missing.why for gap in left_to_office(found, one)}
    assert office == {"fact", "ruling", "history"}
    letter, sheet = text_of(printed(found, LETTER)), text_of(printed(found, "arkusze/3b-3-2020-04"))
    for part in ("Brak ustalenia z uzasadnieniem", "Brak wykazu wcześniejszej pomocy"):
        assert holds(sheet, part)
        assert not holds(letter, part)
    assert holds(letter, "oświadczenie o wielkości przedsiębiorstwa")
    assert not holds(letter, "Operacja zgodna z LSR")
    assert "Do ustalenia w LGD (o to nie wzywa się wnioskodawcy)" in sheet


def test_letter_lists_everything_that_is_missing_with_its_evidence(decision: Decision) -> None:
    one = decision.find("3/2020/04")
    assert one is not None
    text = text_of(printed(decision, LETTER))
    catalogue = decision.ruleset.catalogue
    for missing in one.missing:
        fact = catalogue.fact(missing.detail)
        assert holds(text, fact.name)
        assert holds(text, fact.evidence or "")
    assert holds(text, "ul. Tajna 4, 62-860 Zmyślone")
    assert holds(text, "kryterium „Nowe miejsca pracy”")
    assert "w terminie do dnia …" in text


@pytest.mark.parametrize(
    ("regime", "said"),
    [
        ("2015", NO_BASIS),
        ("2019", "art. 21 ust. 1a ustawy z dnia 20 lutego 2015 r. o rozwoju lokalnym"),
        ("2023", "Dz.U. z 2023 r. poz. 1554"),
    ],
)
def test_letter_has_the_basis_of_its_regime(regime: str, said: str) -> None:
    some = [the.application(4, enterprise_size=None)]
    found = the.decided(some, (), the.call(regime=regime))
    text = text_of(printed(found, LETTER))
    assert holds(text, said)
    assert ("art. 21 ust. 1a" in text) is (regime != "2015")
    assert ("art. 21 ust. 1c" in text) is (regime != "2015")
    assert (REQUEST in text) is (regime == "2015")


def test_nobody_stopped_is_called_to_complete() -> None:
    some = [the.application(6, farmer_insurance="full", property_right=None)]
    found = the.decided(some)
    assert found.assessments[0].outcome is Outcome.NOT_ELIGIBLE
    assert not [one for one in documents_of(found) if one.name.startswith("wezwania")]


def test_sheet_3a_tells_the_formal_facts(decision: Decision) -> None:
    text = text_of(printed(decision, "arkusze/3a-3-2020-04"))
    for part in ("3/2020/04", "17.03.2020, 09:04", "14", "Adam Kos", "5204714404", "150 000,00 zł", "w terminie naboru"):  # fmt: skip
        assert part in text
    assert "Wymogi formalne spełnione; wniosek wymaga uzupełnień (wezwanie 11a)." in text
    complete = text_of(printed(decision, "arkusze/3a-3-2020-01"))
    assert "Nie brakuje danych, o które prosi się wnioskodawcę." in complete
    withdrawn = text_of(printed(decision, "arkusze/3a-3-2020-08"))
    assert "Wniosek wycofany; nie podlega weryfikacji." in withdrawn


def test_list_of_conditions_puts_together_what_says_the_same() -> None:
    some = [the.application(1, processes_agricultural_products=None)]
    found = the.decided(some)
    text = text_of(printed(found, "lista-spelniajacych-warunki"))
    same = "Brak danych: Przetwórstwo produktów rolnych"
    assert without_spaces(text).count(without_spaces(same)) == 1
    assert holds(
        text, "Bez pomocy na inwestycje w przetwórstwo, Inkubator albo pomoc na przetwórstwo: Brak"
    )
    assert "Partnerzy sieci" not in text


def test_rule_of_the_whole_call_is_a_visible_warning() -> None:
    found = the.grants()
    for name in ("lista-rankingowa", "lista-wybranych"):
        text = text_of(printed(found, name))
        assert holds(text, "Nabór nie spełnia warunku „Udział jednostek sektora finansów publicznych”: wybór wymaga zmiany.")  # fmt: skip
        for finding in found.findings:
            assert holds(text, finding.sentence)
        assert "wybór wymaga zmiany" in text_of(printed(found, f"{name}-publiczna"))
    assert "wybór wymaga zmiany" not in text_of(printed(found, "karty/karta-3-2020-01"))


def test_cooperation_sheet_is_signed_by_the_board(cooperation: Decision) -> None:
    text = text_of(printed(cooperation, "arkusze/19-3-3-2020-01"))
    one = cooperation.assessments[0]
    for finding in (*one.findings, *cooperation.findings):
        assert holds(text, finding.sentence)
    assert "Suma punktów; minimum: 21 pkt 35 27" in text
    assert "Kwota pomocy 117 000,00 zł" in text
    assert "W imieniu zarządu województwa" in text
    assert "Przewodniczący Rady" not in text
    assert "Przewodniczący Rady" not in text_of(printed(cooperation, "lista-rankingowa"))


def test_cooperation_sheet_tells_the_limit_of_every_lgd(cooperation: Decision) -> None:
    text = text_of(printed(cooperation, "arkusze/19-3-3-2020-01"))
    for share in the.LGDS:
        assert holds(text, share.lgd)
        for amount in (share.share, share.funds_19_2, share.funds_19_4, share.preparation_so_far):
            assert amount is not None
            assert holds(text, polish.money(amount))
    assert (
        "Limity liczono według: PROW 2014–2020, poddziałanie 19.3: kwoty i stawki wsparcia." in text
    )
    (one,) = cooperation.assessments
    alone = replace(one, application=replace(one.application, lgds=()))
    view = cooperation_view(cooperation, 1, alone)
    assert (view.shares, view.basis) == ((), None)


@pytest.mark.parametrize("justification", HOSTILE)
def test_hostile_justification_is_printed_as_text(
    justification: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a document opened a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    ruled = the.rulings(E1=Ruling("E1", met=True, justification=justification, by="council"))
    found = the.decided([the.application(1, ruled)])
    reader = printed(found, A_SHEET)
    assert holds(text_of(reader), justification)
    ours = ["2020-01-10.yaml", "decision.json", "document.json", "page.json"]
    assert sorted(reader.attachments) == ours


OTHERS = ("3/2020/02", "3/2020/07", "Święcisława", "5202712402", "790000", "Iga Lis", "history.xlsx, wiersz 2")  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ["arkusze/3a-3-2020-01", A_SHEET, "wyliczenia/wyliczenie-3-2020-01", "karty/karta-3-2020-01", LETTER],
)  # fmt: skip
def test_sheet_of_one_carries_nothing_of_others(name: str, decision: Decision) -> None:
    reader = printed(decision, name)
    everything = text_of(reader) + "\n".join(attached(reader).values())
    for part in OTHERS:
        assert part not in everything, part


def test_earlier_aid_inside_is_only_what_surely_is_the_applicants() -> None:
    own = the.earlier(1, 10_000_00, same=frozenset({"3/2020/01", "3/2020/05"}))
    namesake = replace(own, beneficiary=replace(own.beneficiary, nip="5200000000", producer_number=None), same=frozenset())  # fmt: skip
    other = the.earlier(2, 20_000_00)
    found = the.decided([the.application(1), the.application(2)], (own, namesake, other))
    data = json.loads(attached(printed(found, A_SHEET))["decision.json"])
    assert [one["amount"] for one in data["inputs"]["earlier_aid"]] == ["10000.00"]
    assert data["inputs"]["earlier_aid"][0]["same"] == ["3/2020/01"]


def test_letter_carries_neither_cards_nor_findings(decision: Decision) -> None:
    data = json.loads(attached(printed(decision, LETTER))["decision.json"])
    assert set(data) == {"inputs", "carries", "format"}
    assert data["inputs"]["cards"] == []
    assert "earlier_aid" not in data["inputs"]
    (told,) = data["inputs"]["applications"]
    assert set(told) == {"number", "facts"}
    assert told["number"] == "3/2020/04"


def test_every_document_of_every_procedure_is_printed() -> None:
    own = the.CALL.replace(
        "  operation: develop_business\n",
        "  procedure: own_operation\n  operation: promotion\n"
        "  own_operation: {published_on: 2020-01-07, source: strona LGD}\n",
    )
    facts: dict[str, Any] = {"applicant_kind": "lgd", "runs_business": False}
    alone = the.decided([the.application(1, **facts)], (), the.call(own))
    assert [one.verdict for one in alone.findings] == ["unknown"]
    assert "Nie wiadomo, czy nabór spełnia warunek" in text_of(printed(alone, "lista-wybranych"))
    for found in (alone, the.grants(), the.partnership(), the.cooperation(), the.decided([])):
        for document in documents_of(found):
            pages = press(document.template, document.view(1), document.attached())
            assert pages.pages >= 1


def test_very_long_justification_goes_on_over_the_page() -> None:
    long = "Bardzo długie uzasadnienie. " * 300
    ruled = the.rulings(E1=Ruling("E1", met=True, justification=long.strip(), by="council"))
    reader = printed(the.decided([the.application(1, ruled)]), A_SHEET)
    assert without_spaces(text_of(reader)).count("Bardzodługieuzasadnienie.") == 300


def test_nothing_more_is_to_be_found_of_an_operation_that_is_stopped() -> None:
    found = the.decided([the.application(6, the.rulings("E1"), farmer_insurance="full")])
    one = found.assessments[0]
    assert one.outcome is Outcome.NOT_ELIGIBLE
    assert left_to_office(found, one) == []
    text = text_of(printed(found, "lista-spelniajacych-warunki"))
    assert holds(text, "Wnioskodawca jest w pełnym zakresie ubezpieczony w KRUS")
    assert not holds(text, "brak ustalenia z uzasadnieniem")
