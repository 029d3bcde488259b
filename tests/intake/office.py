"""A small office: its facts, its call, its criteria, and tables as it would save them."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import xlsxwriter

from reading.models import read_model
from reading.problems import Problem, Refused
from reading.yaml_file import parse_yaml
from scoring.call import Call
from scoring.facts import Catalogue, Fact
from scoring.ruleset import Ruleset

FACTS = """
- {id: submitted_at, name: Data i godzina złożenia, type: moment, required: true, columns: [Data i godzina złożenia, Data złożenia], evidence: potwierdzenie złożenia}
- {id: applicant, name: Wnioskodawca, type: text, required: true, columns: [Wnioskodawca, Nazwa wnioskodawcy]}
- {id: applicant_kind, name: Rodzaj wnioskodawcy, type: choice, columns: [Rodzaj wnioskodawcy], options: {natural_person: osoba fizyczna, legal_person: osoba prawna}}
- {id: nip, name: NIP, type: text, personal: true, columns: [NIP]}
- {id: regon, name: REGON, type: text, personal: true, columns: [REGON]}
- {id: pesel, name: PESEL, type: text, personal: true, columns: [PESEL]}
- {id: gmina, name: Gmina, type: text, columns: [Gmina]}
- {id: locality, name: Miejscowość, type: text, columns: [Miejscowość]}
- {id: population, name: Liczba mieszkańców, type: whole, unit: os., columns: [Liczba mieszkańców]}
- {id: title, name: Tytuł operacji, type: text, required: true, columns: [Tytuł operacji, Tytuł]}
- {id: indicator, name: Wskaźnik, type: text, columns: [Wskaźnik]}
- {id: indicator_value, name: Wartość wskaźnika, type: decimal, columns: [Wartość wskaźnika]}
- {id: starts_on, name: Data rozpoczęcia, type: date, columns: [Data rozpoczęcia]}
- {id: total_cost, name: Koszt całkowity, type: money, required: true, columns: [Koszt całkowity]}
- {id: eligible_cost, name: Koszty kwalifikowalne, type: money, columns: [Koszty kwalifikowalne]}
- {id: requested, name: Wnioskowana kwota, type: money, required: true, columns: [Wnioskowana kwota, Kwota pomocy]}
- {id: environment_share, name: Udział kosztów środowiskowych, type: share, columns: [Koszty środowiskowe (%)]}
- {id: jobs_created, name: Liczba tworzonych miejsc pracy, type: decimal, unit: etatu, columns: [Nowe miejsca pracy], evidence: "biznesplan, pkt 7"}
- {id: innovative, name: Operacja innowacyjna, type: yes_no, columns: [Innowacyjność]}
- {id: withdrawn, name: Wniosek wycofany, type: yes_no, columns: [Wycofany]}
- {id: accepts_partial, name: Zgoda na niższą kwotę, type: yes_no, columns: [Zgoda na niższą kwotę]}
"""

CRITERIA = """
lgd: kraina
scope: start-of-business
title: Kryteria
in_force_from: 2022-01-01
status: model
scope_kind: other
minimum: {points: 5}
ties: [{fact: submitted_at, prefer: earlier}]
still_tied: council_vote
criteria:
  - {id: jobs, name: Miejsca pracy, kind: bands, fact: jobs_created, bands: [{from: 1, below: 2, points: 5}, {from: 2, points: 10}], source: LSR}
  - {id: branch, name: Rodzaj, kind: choice, fact: applicant_kind, options: [{is: natural_person, points: 2}, {is: legal_person, points: 1}], source: LSR}
  - {id: innovation, name: Innowacyjność, kind: judged, scale: [{points: 0, means: nie}, {points: 5, means: tak}], source: LSR}
  - id: quality
    name: Jakość
    kind: parts
    source: LSR
    parts:
      - {id: budget, name: Spójność budżetu, kind: judged, range: [0, 3, 0.5]}
      - {id: asked, name: Innowacja w obszarze, kind: yes_no, fact: innovative, points: 2}
"""

CALL = """
number: 1/2022
title: Nowe firmy
lgd: {id: kraina, name: LGD Kraina}
regime: "2019"
scope: start-of-business
announced_on: 2022-04-15
opens_at: 2022-05-02T08:00
closes_at: 2022-05-16T12:00
limit: {pln: 600000, policy: partial, source: ogłoszenie}
council:
  members: [Anna Nowak, Łukasz Żak]
  cards: {combine: mean, at_least: 2, source: regulamin Rady}
"""


def catalogue(*more: Fact) -> Catalogue:
    written = parse_yaml(FACTS, "facts.yaml")
    facts = [read_model(written, Fact, one, (place,)) for place, one in enumerate(written.value)]
    return Catalogue([*facts, *more])


def ruleset(text: str = CRITERIA) -> Ruleset:
    read = read_model(parse_yaml(text, "criteria.yaml"), Ruleset)
    bound, flaws = read.bound(catalogue())
    assert flaws == []
    return bound


def call(text: str = CALL) -> Call:
    return read_model(parse_yaml(text, "call.yaml"), Call)


RULESET = ruleset()
CALL_1 = call()

HEADINGS = (
    "Lp.",
    "Znak sprawy",
    "Data i godzina złożenia",
    "NIP",
    "Wnioskodawca",
    "Tytuł operacji",
    "Koszt całkowity",
    "Wnioskowana kwota",
    "Nowe miejsca pracy",
    "Rodzaj wnioskodawcy",
    "Innowacyjność",
    "Wycofany",
    "Zgoda na niższą kwotę",
)

GOOD: dict[str, Any] = {
    "Lp.": 1,
    "Znak sprawy": "PD/1/2022",
    "Data i godzina złożenia": "5.05.2022 10:15",
    "NIP": "856-734-62-15",
    "Wnioskodawca": "Jan Kowalski",
    "Tytuł operacji": "Pracownia",
    "Koszt całkowity": "100 000,00 zł",
    "Wnioskowana kwota": "50 000,00 zł",
    "Nowe miejsca pracy": "1,5",
    "Rodzaj wnioskodawcy": "osoba fizyczna",
    "Innowacyjność": "tak",
    "Wycofany": "",
    "Zgoda na niższą kwotę": "nie",
}


def row(**other: Any) -> dict[str, Any]:
    """A good row, with some cells otherwise; write ``Znak_sprawy`` for „Znak sprawy”."""
    names = {key.replace("_", " "): value for key, value in other.items()}
    return {**GOOD, **names}


def table(*rows: dict[str, Any], headings: tuple[str, ...] = HEADINGS) -> list[list[Any]]:
    """A header and its rows; a heading that a row does not know is an empty cell."""
    return [list(headings), *([one.get(name, "") for name in headings] for one in rows)]


def write_xlsx(file: Path, *sheets: list[list[Any]], names: tuple[str, ...] = ()) -> Path:
    """Write sheets of cells; a text is a text, whatever it begins with."""
    dates = {"default_date_format": "dd.mm.yyyy hh:mm", "strings_to_formulas": False}
    with xlsxwriter.Workbook(file, dates) as book:
        for place, cells in enumerate(sheets):
            sheet = book.add_worksheet(names[place] if names else None)
            for number, one in enumerate(cells):
                for column, cell in enumerate(one):
                    if cell not in ("", None):
                        sheet.write(number, column, cell)
    return file


def write_csv(
    file: Path, cells: list[list[Any]], encoding: str = "utf-8", delimiter: str = ";"
) -> Path:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(cells)
    file.write_bytes(text.getvalue().encode(encoding))
    return file


def problems_of(refused: Refused, file: Path) -> list[str]:
    """The problems as people read them, with the file called „plik”."""
    return [str(one).replace(str(file), "plik") for one in refused.problems]


def warnings_of(problems: tuple[Problem, ...], file: Path) -> list[str]:
    return [str(one).replace(str(file), "plik") for one in problems]
