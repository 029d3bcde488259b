"""Invented calls under a programme: one with every kind of finding and cut, grants, cooperation."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from criteria.catalogue import standard_catalogue
from criteria.places import SETS
from criteria.programme import read_programme
from criteria.read import read_ruleset, ruleset_again
from reading.models import read_model
from reading.yaml_file import parse_yaml
from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.cooperation import CooperationShare
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.earlier_aid import EarlierAid
from scoring.facts import FactValue
from scoring.party import Partner, Party
from scoring.programme.operation import Under
from scoring.ruleset import Ruleset
from scoring.ruling import Ruling
from scoring.source_text import SourceText

CRITERIA = """
format: 1
lgd: lgd-przyklad
scope: rozwijanie-dzialalnosci
scope_kind: business
title: Rozwijanie działalności gospodarczej – kryteria przykładowe
in_force_from: 2020-01-10
status: model
adopted_by: {title: "przykład do wydruku, nie został przyjęty"}
maximum: 25
minimum: {points: 5}
still_tied: council_vote
criteria:
  - {id: jobs, name: Nowe miejsca pracy, kind: bands, fact: jobs_created, bands: [{from: 1, points: 10}, {from: 2, points: 20}], source: "przykład, kryterium 1"}
  - {id: consultation, name: Konsultacja wniosku w biurze LGD, kind: yes_no, fact: office_consultation, points: 2, source: "przykład, kryterium 2"}
  - {id: innovation, name: Innowacyjność, kind: judged, scale: [{points: 0, means: nie}, {points: 3, means: tak}], source: "przykład, kryterium 3"}
"""

CALL = """
number: 3/2020
title: Rozwijanie działalności gospodarczej
lgd: {id: lgd-przyklad, name: "Stowarzyszenie „LGD Przykład – Kraina Łąk i Ścieżek”", seat: "ul. Zmyślona 1, 00-000 Przykładowo"}
regime: "2019"
scope: rozwijanie-dzialalnosci
announced_on: 2020-03-02
opens_at: 2020-03-16T08:00
closes_at: 2020-03-31T15:00
limit: {pln: 350000, policy: partial, source: "ogłoszenie, pkt 6"}
conditions:
  - {id: lsr, name: Zgodność z LSR, require: {fact: conforms_to_lsr, is: tak}, source: art. 21 ust. 2 pkt 1 ustawy}
programme:
  edition: prow-2014-2020
  operation: develop_business
  maximum_aid: {pln: 150000, source: "ogłoszenie, pkt 5"}
  eur_rate: {value: 4.3017, on: 2020-03-31, source: "tabela kursów, przykład"}
council: {members: [Anna Łukasik, Bogdan Świątek], cards: {combine: mean, at_least: 1, source: "regulamin Rady, § 14"}}
notice: Wnioskodawcy, operacje i kwoty są zmyślone.
"""

JUSTIFICATION = (
    "Wnioskodawca od 6 lat prowadzi zakład w tej samej branży (wpis w CEIDG, referencje)."
)
OFFICER = (
    "Rodzaj kosztów i opis operacji nie wskazują na potrzeby partykularne ani imprezę cykliczną."
)


def rulings(*left_out: str, **changes: Any) -> dict[str, Ruling]:
    """What the council and the office found on the rules that a person judges."""
    found = {
        "E1": Ruling("E1", met=True, justification=JUSTIFICATION, by="council", on=date(2020, 4, 14)),
        "E2": Ruling("E2", met=True, justification="Biznesplan wykazuje zwrot nakładów w 4 lata.", by="council", on=date(2020, 4, 14)),
        "E8": Ruling("E8", met=True, justification=OFFICER, by="officer", on=date(2020, 4, 6)),
        "K2": Ruling("K2", met=True, justification="Wszystkie koszty są w katalogu.", by="officer", on=date(2020, 4, 6)),
    }  # fmt: skip
    found |= changes
    return {key: value for key, value in found.items() if key not in left_out}


def application(
    position: int,
    ruled: dict[str, Ruling] | None = None,
    partners: tuple[Partner, ...] = (),
    **facts: FactValue | None,
) -> Application:
    """An application that meets everything and gets all it asks for, but for the facts changed."""
    known: dict[str, FactValue | None] = {
        "submitted_at": datetime(2020, 3, 17, 9, position),  # noqa: DTZ001
        "attachments": 10 + position,
        "applicant": ("Łucja Wiśniewska", "Jan Dąbrowski", "Święcisława Brzęczyszczykiewicz", "Żaneta Nowak", "Adam Kos", "Ewa Zięba", "Iga Lis")[position % 7],
        "applicant_kind": "natural_person",
        "nip": f"52{position:02d}71{position % 10}4{position:02d}",
        "producer_number": f"07{position:02d}4445{position % 10}",
        "address": f"ul. Tajna {position}, 62-860 Zmyślone",
        "gmina": "Żelazków",
        "locality": "Złotniki Wielkie",
        "title": ("Rozbudowa stolarni o linię do mebli na wymiar", "Mobilny warsztat rowerowy", "Pracownia ceramiki i warsztaty dla seniorów")[position % 3],
        "total_cost": 150_000_00,
        "eligible_cost": 120_000_00,
        "requested": 80_000_00,
        "general_cost": 0,
        "transport_cost": 0,
        "used_equipment_cost": 0,
        "employment_cost": 0,
        "in_kind_contribution": 0,
        "runs_business": True,
        "declares_business": False,
        "farmer_insurance": "none",
        "enterprise_size": "micro",
        "processes_agricultural_products": False,
        "sells_agricultural_products": False,
        "property_right": "owner",
        "jobs_created": Decimal(1),
        "office_consultation": position % 2 == 0,
        "submitted_in_place": True,
        "matches_theme": True,
        "right_support_form": True,
        "conforms_to_lsr": True,
    }  # fmt: skip
    kept = {name: value for name, value in (known | facts).items() if value is not None}
    return Application(
        f"3/2020/{position:02d}", kept, rulings() if ruled is None else ruled, partners
    )


def earlier(position: int, amount: int, kind: Any = "other", **changes: Any) -> EarlierAid:
    """Aid granted before to the applicant with this position."""
    one = application(position)
    given = EarlierAid(
        one.party, date(2018, 5, 7), amount, kind, f"history.xlsx, wiersz {position}"
    )
    return replace(given, **changes)


def ruleset(text: str = CRITERIA) -> Ruleset:
    """Criteria from their text, bound to the house's own facts."""
    return ruleset_again([SourceText("2020-01-10.yaml", text)], standard_catalogue())


def call(text: str = CALL, **changes: Any) -> Call:
    """The call, with some of its values changed."""
    bound, flaws = read_model(parse_yaml(text, "call.yaml"), Call).bound(standard_catalogue())
    assert not flaws
    return bound.model_copy(update=changes)


def decided(
    applications: list[Application],
    history: tuple[EarlierAid, ...] | None = (),
    of_call: Call | None = None,
    rules: Ruleset | None = None,
) -> Decision:
    """Decide a call under PROW 2014-2020, with a card of each member for each application."""
    members = ("Anna Łukasik", "Bogdan Świątek")
    cards = [
        Card(member, one.number, {"innovation": 3}, {})
        for one in applications
        for member in members
    ]
    under = Under(read_programme("prow-2014-2020"), history)
    return decide(of_call or call(), rules or ruleset(), applications, cards, under)


def competition() -> Decision:
    """A competition with everything in it: cuts, the limit, what is missing, what is not met."""
    applications = [
        application(1, requested=110_000_00, total_cost=200_000_00, eligible_cost=150_000_00, employment_cost=20_000_00, transport_cost=40_000_00, general_cost=15_000_00, jobs_created=Decimal(2)),
        application(2, requested=120_000_50, total_cost=260_000_00, eligible_cost=180_000_00, jobs_created=Decimal(2)),
        application(3, office_consultation=True),
        application(4, enterprise_size=None, property_right=None, jobs_created=None),
        application(5, rulings("E1", "E8")),
        application(6, farmer_insurance="full", total_cost=40_000_00, eligible_cost=30_000_00, requested=20_000_00),
        application(7, requested=200_000_00, total_cost=400_000_00, eligible_cost=350_000_00, accepts_partial=True),
        application(8, withdrawn=True),
    ]  # fmt: skip
    history = (
        earlier(2, 200_000_00, de_minimis=True, eur_rate=Decimal("4.25")),
        earlier(3, 790_000_00, "investment_in_processing", de_minimis=True, eur_rate=Decimal("4.10")),
        earlier(7, 180_000_00),
    )  # fmt: skip
    return decided(applications, history)


def partnership() -> Decision:
    """A civil partnership: two who share the aid, one of whom has little left."""
    alone = application(1).party
    other = Party("Celina Żurawska", nip="5299999999")
    half = Fraction(1, 2)
    some = [application(1, None, (Partner(alone, half), Partner(other, half)))]
    history = (EarlierAid(other, date(2018, 5, 7), 270_000_00, "other", "history.xlsx, wiersz 9"),)
    return decided(some, history)


def grants() -> Decision:
    """A grant project of which public units take more than their share."""
    text = CALL.replace(
        "  operation: develop_business\n", "  procedure: grants\n  operation: other\n"
    )
    text = text.replace('  maximum_aid: {pln: 150000, source: "ogłoszenie, pkt 5"}\n', "")
    facts: dict[str, Any] = {"requested": 20_000_00, "total_cost": 30_000_00, "eligible_cost": 25_000_00, "runs_business": False}  # fmt: skip
    some = [
        application(1, applicant_kind="legal_person", **facts),
        application(2, applicant_kind="public_unit", **facts | {"requested": 15_000_00}),
        application(3, applicant_kind="formal_group", **facts),
    ]
    return decided(some, (), call(text))


LGDS = (
    CooperationShare(
        lgd="LGD Przykład – Kraina Łąk i Ścieżek",
        share=70_000_00,
        funds_19_2=8_000_000_00,
        funds_19_4=1_500_000_00,
        projects_so_far=100_000_00,
        preparation_so_far=0,
        preparation_only=False,
    ),
    CooperationShare(
        lgd="LGD Przykład – Zmyślone Pogórze",
        share=47_000_00,
        funds_19_2=5_000_000_00,
        funds_19_4=900_000_00,
        projects_so_far=0,
        preparation_so_far=12_000_00,
        preparation_only=False,
    ),
)


def cooperation(**facts: Any) -> Decision:
    """A call for cooperation projects under the national criteria."""
    text = CALL.replace("  operation: develop_business\n", "  procedure: cooperation\n")
    text = text.replace('  maximum_aid: {pln: 150000, source: "ogłoszenie, pkt 5"}\n', "")
    text = text.replace("title: Rozwijanie działalności gospodarczej", "title: Projekty współpracy")
    text = text.replace("scope: rozwijanie-dzialalnosci", "scope: cooperation")
    rules, _ = read_ruleset(next(SETS.glob("krajowe/cooperation/*.yaml")))
    project: dict[str, Any] = {
        "applicant": "LGD Przykład – Kraina Łąk i Ścieżek",
        "applicant_kind": "lgd",
        "title": "Szlak zmyślonych młynów",
        "lsr_selected": True,
        "project_reach": "interterritorial",
        "joint_undertaking": True,
        "indicators_of_all": True,
        "foreseen_in_lsr": True,
        "indicator_base": Decimal(0),
        "indicator_target": Decimal(4),
        "indicator_at_end": Decimal(2),
        "partner_search_cost": 3_000_00,
        "matches_several_goals": True,
        "innovative": True,
        "similar_projects": 3,
        "rational_budget": True,
        "foreign_partners": 0,
        "project_form": "integrated",
        "requested": 119_000_00,
    }
    some = [replace(application(1, **project | facts), lgds=LGDS)]
    return decided(some, (), call(text), rules)


def without_spaces(text: str) -> str:
    """Compare what a narrow column may have parted."""
    return "".join(text.replace("-", "").replace("\u00ad", "").split())


def holds(text: str, part: str) -> bool:
    """Say whether a part stands in a text, however its lines were broken."""
    return without_spaces(part) in without_spaces(text)
