"""Invented calls to print: one as large as a real one, and small ones for single questions."""

import json
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from criteria.read import ruleset_again
from reading.models import read_model
from reading.yaml_file import parse_yaml
from scoring.application import Application
from scoring.call import Call
from scoring.cards import Card
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.facts import Catalogue, Fact, FactValue
from scoring.ruleset import Ruleset
from scoring.source_text import SourceText

CRITERIA = """
format: 1
lgd: lgd-przyklad
scope: podejmowanie-dzialalnosci
scope_kind: business
title: Podejmowanie działalności gospodarczej – kryteria przykładowe
in_force_from: 2022-01-10
status: model
adopted_by: {title: "przykład do wydruku, nie został przyjęty"}
maximum: 66
minimum: {points: 27}
ties:
  - {criterion: jobs, prefer: higher}
  - {criterion: innovation, prefer: higher}
still_tied: council_vote
gaps:
  - "Źródło nie mówi, od ilu miejsc pracy przyznaje się 20 punktów; w przykładzie przyjęto dwa."
criteria:
  - id: innovation
    name: Innowacyjność operacji
    description: Zastosowanie rozwiązań dotychczas niestosowanych na obszarze LSR.
    kind: judged
    scale: [{points: 0, means: operacja nie jest innowacyjna}, {points: 5, means: operacja jest innowacyjna na obszarze LSR}]
    evidence: opis operacji, biznesplan
    source: "przykład, kryterium 1"
  - id: environment
    name: Wpływ na środowisko i klimat
    kind: ratio
    fact: environment_cost
    of: total_cost
    bands: [{from: 5, points: 5}]
    source: "przykład, kryterium 2"
  - {id: consultation, name: Konsultacja wniosku w biurze LGD, kind: yes_no, fact: office_consultation, points: 2, source: "przykład, kryterium 3"}
  - {id: cost, name: Wysokość planowanych kosztów, kind: bands, fact: total_cost, bands: [{from: 110000, points: 5}], source: "przykład, kryterium 4"}
  - {id: promotion, name: Promocja obszaru, kind: yes_no, fact: promotes_area, points: 5, source: "przykład, kryterium 5"}
  - id: groups
    name: Wspieranie osób z grup defaworyzowanych
    kind: parts
    cap: 11
    source: "przykład, kryterium 6"
    parts:
      - {id: groups_member, name: przynależność do grupy, kind: yes_no, fact: in_disadvantaged_group, points: 10}
      - {id: groups_woman, name: powrót na rynek pracy, kind: yes_no, fact: woman_returning, points: 1}
  - id: jobs
    name: Liczba nowo utworzonych miejsc pracy w wyniku realizacji operacji
    kind: bands
    fact: jobs_created
    bands: [{from: 1, points: 10}, {from: 2, points: 20}]
    source: "przykład, kryterium 7"
    gap: Granica 20 punktów nie jest podana w źródle.
  - {id: processing, name: Przetwórstwo produktów rolnych, kind: yes_no, fact: processes_products, points: 5, source: "przykład, kryterium 8"}
  - id: cheap
    name: Koszt utworzenia miejsca pracy
    description: Im niższy koszt jednego miejsca pracy, tym więcej punktów.
    kind: relative
    fact: total_cost
    per: jobs_created
    best: lowest
    points: 5
    all_equal: 5
    if_zero: 0
    source: "przykład, kryterium 9"
  - id: coherence
    name: Spójność opisu operacji z zakresem zadań i budżetem
    kind: judged
    scale: [{points: 0, means: opis niespójny}, {points: 3, means: opis częściowo spójny}, {points: 5, means: opis spójny i adekwatny}]
    weight: 0.6
    evidence: wniosek, zestawienie rzeczowo-finansowe
    source: "przykład, kryterium 10"
"""

CALL = """
number: 1/2022
title: Podejmowanie działalności gospodarczej
lgd: {id: lgd-przyklad, name: "Stowarzyszenie „LGD Przykład – Kraina Łąk i Ścieżek”"}
regime: "2019"
scope: podejmowanie-dzialalnosci
announced_on: 2022-03-14
opens_at: 2022-04-06T08:00
closes_at: 2022-04-19T15:00
limit: {pln: 1000000, policy: stop, source: "ogłoszenie, pkt 6"}
conditions:
  - id: lsr
    name: Zgodność z LSR i z zakresem tematycznym
    require: {fact: conforms_to_lsr, is: tak}
    source: art. 21 ust. 2 pkt 1 ustawy
  - id: jobs
    name: Co najmniej jedno nowe miejsce pracy
    require: {fact: jobs_created, at_least: 1}
    source: ogłoszenie, pkt 4
council:
  members: [Anna Łukasik, Bogdan Świątek, Celina Żurawska, Daniel Ćwik, Ewa Óswiecimska, Feliks Kowal, Grażyna Nowicka, Henryk Śliwa, Irena Wąsowska]
  cards: {combine: mean, at_least: 3, source: "regulamin Rady, § 14"}
rounding: {places: 2, source: "regulamin Rady, § 15"}
notice: Wnioskodawcy, operacje i kwoty są zmyślone.
"""

MEMBERS = (
    "Anna Łukasik",
    "Bogdan Świątek",
    "Celina Żurawska",
    "Daniel Ćwik",
    "Ewa Óswiecimska",
    "Feliks Kowal",
    "Grażyna Nowicka",
    "Henryk Śliwa",
    "Irena Wąsowska",
)

WHY = (
    "Usługa w tej postaci nie była dotąd oferowana w żadnej z gmin obszaru LSR.",
    "Opis wskazuje konkretne rozwiązanie techniczne i jego źródło; wydatki są z nim zgodne.",
    "Rozwiązanie znane, lecz w gminie go nie było; uznaję za nowe na obszarze, o którym mowa w LSR.",
    "Budżet i zadania zgadzają się co do złotego, harmonogram jest realny.",
)

LONG_TITLE = (
    "Uruchomienie mobilnej pracowni konserwacji i renowacji zabytkowych instrumentów muzycznych "
    "wraz z zakupem wyposażenia, dostosowaniem budynku gospodarczego oraz utworzeniem w nim "
    "dwóch nowych miejsc pracy"
)

TITLES = (
    "Otwarcie gabinetu fizjoterapii w Opatowcu",
    LONG_TITLE,
    "Mobilny warsztat rowerowy",
    "Tłocznia soków z owoców z obszaru LSR",
    "Pracownia ceramiki i warsztaty dla seniorów",
    "Zakup wyposażenia do świadczenia usług geodezyjnych z wykorzystaniem bezzałogowych statków powietrznych",
)


def catalogue(*more: Fact) -> Catalogue:
    """The facts that these calls speak of."""
    plain: list[dict[str, Any]] = [
        {"id": "submitted_at", "name": "Data i godzina złożenia", "type": "moment"},
        {"id": "withdrawn", "name": "Wniosek wycofany", "type": "yes_no"},
        {"id": "accepts_partial", "name": "Zgoda na niższą kwotę", "type": "yes_no"},
        {"id": "applicant", "name": "Wnioskodawca", "type": "text"},
        {"id": "nip", "name": "NIP", "type": "text", "personal": True},
        {"id": "pesel", "name": "PESEL", "type": "text", "personal": True},
        {"id": "producer_number", "name": "Numer EP", "type": "text", "personal": True},
        {"id": "address", "name": "Adres", "type": "text", "personal": True},
        {"id": "gmina", "name": "Gmina", "type": "text"},
        {"id": "locality", "name": "Miejscowość", "type": "text"},
        {"id": "title", "name": "Tytuł operacji", "type": "text"},
        {"id": "total_cost", "name": "Koszt całkowity", "type": "money"},
        {"id": "requested", "name": "Wnioskowana kwota", "type": "money"},
        {"id": "environment_cost", "name": "Koszty ochrony środowiska", "type": "money", "evidence": "zestawienie rzeczowo-finansowe"},
        {"id": "office_consultation", "name": "Wniosek konsultowano w biurze LGD", "type": "yes_no", "evidence": "rejestr doradztwa biura LGD"},
        {"id": "promotes_area", "name": "Operacja promuje obszar LGD", "type": "yes_no", "evidence": "opis operacji"},
        {"id": "in_disadvantaged_group", "name": "Osoba z grupy wskazanej w LSR", "type": "yes_no", "personal": True, "evidence": "oświadczenie i zaświadczenie"},
        {"id": "woman_returning", "name": "Kobieta powracająca na rynek pracy", "type": "yes_no", "personal": True, "evidence": "oświadczenie"},
        {"id": "jobs_created", "name": "Liczba tworzonych miejsc pracy", "type": "decimal", "columns": ["Miejsca pracy"], "evidence": "biznesplan"},
        {"id": "processes_products", "name": "Przetwórstwo produktów rolnych", "type": "yes_no", "evidence": "biznesplan"},
        {"id": "conforms_to_lsr", "name": "Operacja zgodna z LSR", "type": "yes_no"},
    ]  # fmt: skip
    facts = [*(Fact.model_validate(one) for one in plain), *more]
    written = [one.model_dump(mode="json", exclude_defaults=True) for one in facts]
    text = json.dumps({"format": 1, "facts": written}, ensure_ascii=False)
    return Catalogue(facts, (SourceText("facts.yaml", text),))


def ruleset(text: str = CRITERIA) -> Ruleset:
    """Criteria from their text, bound to the facts, with the text itself."""
    return ruleset_again([SourceText("2022-01-10.yaml", text)], catalogue())


def call(text: str = CALL, **changes: Any) -> Call:
    """The call, with some of its values changed."""
    bound, flaws = read_model(parse_yaml(text, "call.yaml"), Call).bound(catalogue())
    assert not flaws
    return bound.model_copy(update=changes)


def application(position: int, **facts: FactValue | None) -> Application:
    """An application unlike its neighbours; ``None`` takes a fact away."""
    known: dict[str, FactValue | None] = {
        "submitted_at": datetime(2022, 4, 6, 9, 5) + timedelta(hours=5 * position, minutes=position),  # noqa: DTZ001
        "applicant": f"{('Łucja', 'Jan', 'Święcisława', 'Żaneta')[position % 4]} {('Wiśniewska', 'Dąbrowski', 'Brzęczyszczykiewicz-Nowak')[position % 3]}",
        "nip": f"52{position:02d}7{position % 10}4{position:02d}5",
        "pesel": f"8{position:02d}10112345",
        "address": f"ul. Tajna {position}, 62-860 Zmyślone",
        "gmina": ("Żelazków", "Koźminek", "Opatówek")[position % 3],
        "locality": ("Złotniki Wielkie", "Koźminek", "Rajsko")[position % 3],
        "title": TITLES[position % len(TITLES)],
        "total_cost": (90_000 + 3_700 * position) * 100 + 50,
        "requested": 10_000_000,
        "environment_cost": 700_000 * (position % 3),
        "office_consultation": position % 4 != 0,
        "promotes_area": position % 2 == 0,
        "in_disadvantaged_group": position % 5 < 2,
        "woman_returning": position % 5 == 0,
        "jobs_created": Decimal(1 + position % 3),
        "processes_products": position % 6 == 3,
        "conforms_to_lsr": True,
    }  # fmt: skip
    known |= facts
    kept = {name: value for name, value in known.items() if value is not None}
    return Application(f"1/2022/{position:02d}", kept)


def cards(applications: list[Application], members: tuple[str, ...] = MEMBERS) -> list[Card]:
    """A card of every member for every application, most of them with justifications."""
    made = []
    for row, one in enumerate(applications):
        for seat, member in enumerate(members):
            why = {"innovation": WHY[(row + seat) % 3]} if seat % 4 else {}
            points = {
                "innovation": 5 if (row * seat + row) % 3 else 0,
                "coherence": (5, 3, 5)[(row + seat) % 3],
            }
            if seat % 3 == 0:
                why["coherence"] = WHY[3]
            made.append(Card(member, one.number, points, why, excluded=row == 4 and seat == 2))
    return made  # fmt: skip


def large(count: int = 24, **changes: Any) -> Decision:
    """A call as large as a real one, with every outcome in it."""
    applications = [application(position) for position in range(1, count + 1)]
    applications[6] = application(7, withdrawn=True)
    applications[8] = application(9, environment_cost=None)
    applications[10] = application(11, conforms_to_lsr=False)
    applications[13] = application(14, jobs_created=Decimal(1), promotes_area=False, in_disadvantaged_group=False, woman_returning=False, office_consultation=False, environment_cost=0)  # fmt: skip
    return decide(call(**changes), ruleset(), applications, cards(applications))
