"""The columns of the history of beneficiaries, and what is read in those of its own."""

from decimal import Decimal

from intake.amounts import Unreadable, number_of, shown
from intake.cells import parser_of, text_of
from intake.header import normal
from intake.parties import NUMBER_NAMES
from intake.sheet import Cell
from scoring.earlier_aid import KIND_NAMES, AidKind
from scoring.facts import Fact, FactType

HISTORY_NAMES = {
    "beneficiary": (
        "Beneficjent",
        "Nazwa beneficjenta",
        "Imię i nazwisko / nazwa beneficjenta",
        "Imię i nazwisko lub nazwa beneficjenta",
        "Nazwa / imię i nazwisko beneficjenta",
        "Beneficjent pomocy",
        "Grantobiorca",
        "Podmiot",
    ),
    **NUMBER_NAMES,
    "granted_on": (
        "Data przyznania",
        "Data przyznania pomocy",
        "Dzień przyznania",
        "Dzień przyznania pomocy",
        "Data przyznania wsparcia",
        "Data udzielenia pomocy",
    ),
    "amount": (
        "Kwota pomocy",
        "Kwota przyznanej pomocy",
        "Przyznana kwota pomocy",
        "Przyznana kwota",
        "Kwota przyznana",
        "Kwota wsparcia",
        "Kwota grantu",
        "Kwota",
    ),
    "kind": ("Cel pomocy", "Cel", "Przeznaczenie pomocy", "Rodzaj pomocy", "Rodzaj operacji"),
    "group": ("Grupa", "Sformalizowana grupa", "Grupa sformalizowana", "Na rzecz grupy"),
    "de_minimis": ("De minimis", "Pomoc de minimis"),
    "eur_rate": ("Kurs euro z dnia przyznania", "Kurs EUR z dnia przyznania", "Kurs euro"),
    "same": ("Dotyczy wniosków", "Dotyczy wniosku"),
    "other": ("Nie dotyczy wniosków", "Nie dotyczy wniosku"),
}
"""What a column of the history holds, and its headings; the first is that of the blank form."""

HISTORY_NOTES = ("Uwagi", "Źródło", "Źródło danych", "Numer umowy", "Nr umowy")
"""Columns that the list may have and that nobody reads."""

KIND = Fact(
    id="kind",
    name="Cel pomocy",
    type=FactType.CHOICE,
    options={str(key): name for key, name in KIND_NAMES.items()},
)
"""The purpose of earlier aid, as a fact that is a choice."""

_SPELLINGS: dict[str, AidKind] = {
    "podejmowanie działalności gospodarczej": "start_business",
    "podjęcie działalności": "start_business",
    "rozwój działalności gospodarczej": "develop_business",
    "rozwijanie działalności": "develop_business",
    "inkubator": "incubator",
    "inna": "other",
    "inne": "other",
}


def kind_of(cell: Cell) -> AidKind:
    """Read what earlier aid was for.

    Raises:
        Unreadable: it is none of the kinds that rules tell apart.
    """
    spelled = {normal(name): kind for name, kind in _SPELLINGS.items()}
    said = spelled.get(normal(text_of(cell)))
    key = said or parser_of(KIND)(cell)
    return next(kind for kind in KIND_NAMES if kind == key)


def rate_of(cell: Cell) -> Decimal:
    """Read PLN for one euro.

    Raises:
        Unreadable: it is no number above zero.
    """
    rate = number_of(cell)
    if rate <= 0:
        raise Unreadable(f"kurs {shown(cell)} nie jest większy od zera")
    return rate
