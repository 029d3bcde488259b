"""The blank forms of a call under a programme: what they ask, and that they read back."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest

from criteria.catalogue import standard_catalogue
from intake.forms import (
    write_history_form,
    write_partners_form,
    write_register_form,
    write_rulings_form,
)
from intake.history import EarlierAidList, read_history
from intake.partners import PartnersList, read_partners
from intake.register import read_register
from intake.rulings import Rulings, read_rulings, rulings_wanted
from scoring.application import Application
from scoring.earlier_aid import KIND_NAMES, EarlierAid
from scoring.party import Partner, Party
from scoring.ruling import Ruling
from tests.intake.beside import ANNA, APPLICATIONS, CALL_UNDER, CATALOGUE, JAN, PROW
from tests.intake.forms.test_forms import HEADER_ROW, NASTY, drop_downs, fill
from tests.intake.office import CALL, GOOD, call, ruleset

HISTORY_HEADS = [
    "Beneficjent",
    "Numer identyfikacyjny (EP)",
    "NIP",
    "Data przyznania",
    "Kwota pomocy",
    "Cel pomocy",
    "Grupa",
    "De minimis",
    "Kurs euro z dnia przyznania",
    "Dotyczy wniosków",
    "Nie dotyczy wniosków",
    "Uwagi",
]


def heads(file):
    return [cell.value for cell in openpyxl.load_workbook(file)["Tabela"][HEADER_ROW]]


def test_a_blank_history_says_that_nothing_was_found(tmp_path):
    file = tmp_path / "history.xlsx"
    write_history_form(file, CALL_UNDER)
    assert heads(file) == HISTORY_HEADS
    assert drop_downs(file) == {
        "Cel pomocy": list(KIND_NAMES.values()),
        "De minimis": ["tak", "nie"],
    }
    assert read_history(file, CALL_UNDER, APPLICATIONS) == EarlierAidList((), ())


def test_a_history_filled_in_reads_back(tmp_path):
    file = tmp_path / "history.xlsx"
    write_history_form(file, CALL_UNDER)
    row = {
        "Beneficjent": "=Anna Nowak",
        "Numer identyfikacyjny (EP)": "012345678",
        "Data przyznania": date(2019, 3, 1),
        "Kwota pomocy": 1234.56,
        "Cel pomocy": KIND_NAMES["grant"],
        "Grupa": "KGW Dąb",
        "De minimis": "nie",
        "Kurs euro z dnia przyznania": 4.2979,
        "Nie dotyczy wniosków": "PD/1/2022; PD/2/2022",
        "Uwagi": "lista województwa",
    }
    found = read_history(fill(file, row), CALL_UNDER, APPLICATIONS)
    assert found.warnings == ()
    assert found.entries == (
        EarlierAid(
            Party("=Anna Nowak", "012345678"),
            date(2019, 3, 1),
            123_456,
            "grant",
            "history.xlsx, wiersz 5",
            "KGW Dąb",
            eur_rate=Decimal("4.2979"),
            other=frozenset({"PD/1/2022", "PD/2/2022"}),
        ),
    )


def wanted(*applications):
    return rulings_wanted(CALL_UNDER, CATALOGUE, PROW, applications)


def test_blank_findings_have_a_row_for_every_application_and_rule(tmp_path):
    file = tmp_path / "rulings.xlsx"
    write_rulings_form(file, CALL_UNDER, wanted(JAN, ANNA))
    sheet = openpyxl.load_workbook(file)["Tabela"]
    rows = [[cell.value for cell in row[:5]] for row in sheet.iter_rows(min_row=HEADER_ROW + 1)]
    assert [(row[0], row[3]) for row in rows] == [
        (number, rule) for number in ("PD/1/2022", "PD/2/2022") for rule in ("E1", "E2", "E8")
    ]
    assert rows[1] == [
        "PD/1/2022",
        "Jan Kowalski",
        "Pracownia",
        "E2",
        "Uzasadnienie ekonomiczne operacji",
    ]
    assert drop_downs(file) == {
        "Reguła": ["E1", "E2", "E8"],
        "Ustalenie": ["spełniony", "niespełniony"],
        "Kto ustalił": ["pracownik biura", "Rada"],
    }
    assert read_rulings(file, CALL_UNDER, PROW, APPLICATIONS) == Rulings({}, ())


def test_findings_filled_in_read_back(tmp_path):
    file = tmp_path / "rulings.xlsx"
    write_rulings_form(file, CALL_UNDER, wanted(JAN))
    first = {
        "Ustalenie": "niespełniony",
        "Uzasadnienie": "=1+1",
        "Kto ustalił": "Rada",
        "Dzień": date(2022, 5, 20),
    }
    found = read_rulings(fill(file, first), CALL_UNDER, PROW, APPLICATIONS)
    ruling = Ruling("E1", False, "=1+1", "council", date(2022, 5, 20))
    assert found == Rulings({"PD/1/2022": {"E1": ruling}}, ())


def test_blank_partners_name_every_applicant_and_read_as_alone(tmp_path):
    file = tmp_path / "partners.xlsx"
    gone = Application("PD/3/2022", {"applicant": "Ktoś", "withdrawn": True})
    nameless = Application("PD/4/2022", {"applicant": "Bez Numeru"})
    applications = [JAN, ANNA, gone, nameless]
    write_partners_form(file, CALL_UNDER, applications)
    sheet = openpyxl.load_workbook(file)["Tabela"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER_ROW + 1)]
    assert rows == [
        ["PD/1/2022", "Jan Kowalski", None, "8567346215", None],
        ["PD/2/2022", "Anna Nowak", "012345678", None, None],
        ["PD/4/2022", "Bez Numeru", None, None, None],
    ]
    assert drop_downs(file) == {"Znak sprawy": ["PD/1/2022", "PD/2/2022", "PD/4/2022"]}
    assert read_partners(file, applications) == PartnersList({}, ())


def test_partners_filled_in_read_back(tmp_path):
    file = tmp_path / "partners.xlsx"
    write_partners_form(file, CALL_UNDER, APPLICATIONS)
    rows = [
        {"Udział w pomocy": "1/3"},
        {},
        {
            "Znak sprawy": "PD/1/2022",
            "Nazwa partnera": "Ewa Lis",
            "NIP": "5260250274",
            "Udział w pomocy": "2/3",
        },
    ]
    assert read_partners(fill(file, *rows), APPLICATIONS).of == {
        "PD/1/2022": (
            Partner(JAN.party, Fraction(1, 3)),
            Partner(Party("Ewa Lis", nip="5260250274"), Fraction(2, 3)),
        )
    }


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_a_formula_or_a_link(tmp_path, text):
    nasty = Application(text, {"applicant": text, "title": text, "nip": text})
    write_rulings_form(tmp_path / "a.xlsx", CALL_UNDER, wanted(nasty))
    write_partners_form(tmp_path / "b.xlsx", CALL_UNDER, [nasty])
    for name in ("a.xlsx", "b.xlsx"):
        for sheet in openpyxl.load_workbook(tmp_path / name):
            cells = [cell for row in sheet.iter_rows() for cell in row]
            assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
        assert openpyxl.load_workbook(tmp_path / name)["Tabela"].cell(5, 1).value == text


def test_the_same_form_is_the_same_bytes(tmp_path):
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for file in (first, second):
        write_history_form(file, CALL_UNDER)
    assert first.read_bytes() == second.read_bytes()


PLAIN = ruleset(
    """
lgd: kraina
scope: start-of-business
title: Kryteria
in_force_from: 2022-01-01
status: model
scope_kind: other
minimum: {points: 0}
still_tied: council_vote
criteria: [{id: applicant, name: Kto, kind: yes_no, fact: innovative, points: 1, source: LSR}]
"""
).model_copy(update={"catalogue": standard_catalogue()})
ALWAYS = {"submitted_at", "applicant", "title", "total_cost", "requested", "withdrawn", "nip"}
PERSON = {"applicant_kind", "legal_capacity", "property_right", "producer_number"}
COSTS = {
    "eligible_cost",
    "general_cost",
    "transport_cost",
    "used_equipment_cost",
    "employment_cost",
    "in_kind_contribution",
    "in_kind_hours",
}
ACT = {"submitted_in_place", "matches_theme", "right_support_form", "conforms_to_lsr"}
BUSINESS = {"runs_business", "declares_business", "farmer_insurance", "enterprise_size"}
PRODUCTS = {"processes_agricultural_products", "sells_agricultural_products"}
ASKED = {
    "start_business": (
        "{edition: prow-2014-2020, operation: start_business}",
        ACT | PERSON | COSTS | BUSINESS | PRODUCTS | {"jobs_created"},
    ),
    "a lump sum": (
        "{edition: prow-2014-2020, operation: start_business, lump_sum: true}",
        ACT | PERSON | BUSINESS | PRODUCTS | {"jobs_created"},
    ),
    "grants": (
        "{edition: prow-2014-2020, procedure: grants, operation: training}",
        ACT
        | PERSON
        | COSTS
        | {"runs_business", "declares_business", "applies_for_group"}
        | {"processes_agricultural_products"},
    ),
    "cooperation": (
        "{edition: prow-2014-2020, procedure: cooperation, operation: other}",
        {"applicant_kind", "lsr_selected", "project_reach", "conforms_to_lsr"}
        | {"joint_undertaking", "indicators_of_all", "foreseen_in_lsr", "indicator_base"}
        | {"indicator_target", "indicator_at_end", "indicators_raised"}
        | {"eligible_cost", "partner_search_cost"}
        | {"in_kind_contribution", "in_kind_hours"},
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_blank_register_asks_for_what_the_programme_reads(tmp_path, name):
    written, facts = ASKED[name]
    file = tmp_path / "applications.xlsx"
    under = call(f"{CALL}programme: {written}\n".replace("partial", "stop"))
    write_register_form(file, under, PLAIN, PROW)
    catalogue = standard_catalogue()
    wanted_heads = {catalogue[one].columns[0] for one in {*ALWAYS, *facts, "innovative"}}
    assert set(heads(file)) == {"Znak sprawy", *wanted_heads}
    offered = drop_downs(file)
    for fact in (catalogue[one] for one in facts if catalogue[one].options):
        assert offered[fact.columns[0]] == list(fact.options.values())
    legend = openpyxl.load_workbook(file)["Legenda"]
    rows = {row[0].value: [cell.value for cell in row] for row in legend.iter_rows(min_row=2)}
    assert all(rows[catalogue[one].columns[0]][4] for one in facts)
    assert "warunek Programu" in str(rows["Rodzaj wnioskodawcy"][4])


def test_a_register_of_a_start_up_call_filled_in_reads_back(tmp_path):
    file = tmp_path / "applications.xlsx"
    under = call(f"{CALL}programme: {ASKED['start_business'][0]}\n")
    write_register_form(file, under, PLAIN, PROW)
    row = {
        **GOOD,
        "Numer identyfikacyjny (EP)": "012345678",
        "Ubezpieczenie w KRUS": "nieubezpieczony w KRUS",
        "Wielkość przedsiębiorstwa": "mikroprzedsiębiorstwo",
        "Koszty kwalifikowalne": 80000,
        "Koszty ogólne": 1000,
    }
    (one,) = read_register(fill(file, row), under, PLAIN, PROW).applications
    assert one.party == Party("Jan Kowalski", "012345678", "8567346215")
    assert (one.facts["farmer_insurance"], one.facts["enterprise_size"]) == ("none", "micro")
    assert (one.facts["eligible_cost"], one.facts["general_cost"]) == (8_000_000, 100_000)
