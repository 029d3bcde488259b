"""The sheets of ``council.xlsx``: the council's rules, its members, their ties and statements."""

from decimal import Decimal
from typing import Any

from intake.amounts import Unreadable, number_of, shown
from intake.book import Entry, FormSheet, names_of, one_of
from intake.cells import text_of, yes_no_of
from intake.identifiers import digits_of
from intake.moments import date_of
from intake.sheet import Cell
from scoring.council.member import REPRESENTED_NAMES, SECTOR_NAMES, Seat
from scoring.council.rules import ExclusionScope
from scoring.council.ties import TIE_NAMES

KRS_LENGTH = 10

SEATS: dict[Seat, str] = {
    "board": "zarząd LGD",
    "control_body": "organ kontroli wewnętrznej LGD",
    "office": "biuro LGD",
}
"""How each seat that excludes from the council is written in the form."""

SCOPES: dict[ExclusionScope, str] = {
    "operation": "tylko z tej operacji",
    "stage": "z oceny wszystkich operacji",
    "call": "z całego naboru",
}
"""How each reach of an exclusion is written in the form."""

_MAJORITIES = {"simple": "zwykła", "absolute": "bezwzględna"}
_COUNTS = {"entitled": "uprawnieni", "present": "obecni"}
_YES_NO = ("tak", "nie")


def _krs(cell: Cell) -> str:
    """Read a KRS number; Excel drops the zeros that it begins with."""
    digits = digits_of(cell)
    return digits if isinstance(cell, str) else digits.zfill(KRS_LENGTH)


def _percent(cell: Cell) -> Decimal:
    """Read a number of per cent."""
    return number_of(cell, unit="%")


def _whole(cell: Cell) -> int:
    number = number_of(cell)
    if number != number.to_integral_value():
        raise Unreadable(f"{shown(cell)} nie jest liczbą całkowitą")
    return int(number)


def _yes_no(path: tuple[str, ...], heading: str, means: str) -> Entry:
    return Entry(path, heading, yes_no_of, "tak albo nie; puste: nie", means, _YES_NO, width=12)


def _source(path: tuple[str, ...], heading: str, *, required: bool = False) -> Entry:
    write = "dokument i paragraf, np. regulamin Rady, § 5"
    return Entry(path, heading, text_of, write, "Skąd ta zasada", required=required, width=40)


def _choice(path: tuple[str, ...], heading: str, names: dict[Any, str], means: str) -> Entry:
    write = "jedną z możliwości: " + ", ".join(names.values())
    options = tuple(names.values())
    return Entry(path, heading, one_of(names), write, means, options, words=names)


RULES = FormSheet(
    "Zasady",
    (
        Entry(
            ("rules", "quorum", "percent"),
            "Kworum, % składu",
            _percent,
            "liczbę, np. 50",
            "Ilu członków musi uczestniczyć w głosowaniu",
            required=True,
        ),
        _yes_no(
            ("rules", "quorum", "more_than"), "Kworum: więcej niż", "Czy ma być więcej niż tyle"
        ),
        _choice(("rules", "quorum", "counts"), "Kworum tworzą", _COUNTS, "Uprawnieni czy obecni"),
        _source(("rules", "quorum", "source"), "Kworum: źródło", required=True),
        Entry(
            ("rules", "groups", "percent"),
            "Limit grupy, %",
            _percent,
            "liczbę, np. 49",
            "Ile głosów może mieć jedna grupa według zasad LGD",
        ),
        _source(("rules", "groups", "source"), "Limit grupy: źródło"),
        _choice(("rules", "exclusion"), "Wyłączenie", SCOPES, "Jak daleko sięga wyłączenie"),
        _source(("rules", "exclusion_source"), "Wyłączenie: źródło"),
        _yes_no(("rules", "by_name"), "Głosowanie imienne", "Czy zapisuje się, kto jak głosował"),
        _choice(("rules", "majority"), "Większość", _MAJORITIES, "Kiedy uchwała zapada"),
        _yes_no(
            ("rules", "chair_decides"), "Rozstrzyga przewodniczący", "Przy równej liczbie głosów"
        ),
        _yes_no(("rules", "lot"), "Losowe wyłączenie", "Czy parytet można przywrócić losowaniem"),
        _source(("rules", "lot_source"), "Losowe wyłączenie: źródło"),
        Entry(
            ("rules", "assessors", "count"),
            "Losowani oceniający",
            _whole,
            "liczbę, np. 3; puste: oceniają wszyscy",
            "Ilu członków z różnych grup losuje się do oceny wniosku",
        ),
        _source(("rules", "assessors", "source"), "Losowani oceniający: źródło"),
        Entry(
            ("rules", "card_check", "persons"),
            "Sprawdzający kartę",
            _whole,
            "liczbę, np. 2; puste: kart się nie sprawdza",
            "Ile innych osób musi sprawdzić kartę, żeby się liczyła",
        ),
        _source(("rules", "card_check", "source"), "Sprawdzający kartę: źródło"),
        _yes_no(("rules", "written_vote"), "Tryb obiegowy", "Czy można głosować poza posiedzeniem"),
        _yes_no(("rules", "remote"), "Posiedzenia zdalne", "Czy można obradować na odległość"),
    ),
    required=True,
)

_MEMBER = "imię i nazwisko członka Rady"

MEMBERS = FormSheet(
    "Członkowie",
    (
        Entry(("name",), "Imię i nazwisko", text_of, _MEMBER, required=True, width=26),
        Entry(
            ("sector",),
            "Sektor",
            one_of(SECTOR_NAMES),
            "jedną z możliwości: " + ", ".join(SECTOR_NAMES.values()),
            "Kogo członek reprezentuje",
            tuple(SECTOR_NAMES.values()),
            required=True,
            words=dict(SECTOR_NAMES),
        ),
        Entry(("groups",), "Grupy interesu", names_of, "nazwy po średniku", width=30),
        _choice(("gender",), "Płeć", {"f": "kobieta", "m": "mężczyzna"}, "Odmiana w protokole"),
        Entry(("function",), "Funkcja w Radzie", text_of, "np. Przewodnicząca"),
        Entry(("body",), "Podmiot delegujący", text_of, "nazwę podmiotu", width=34),
        Entry(("nip",), "NIP", digits_of, "10 cyfr"),
        Entry(("krs",), "KRS", _krs, "10 cyfr"),
        Entry(("gmina",), "Gmina", text_of, "nazwę gminy"),
        Entry(("locality",), "Miejscowość", text_of, "nazwę miejscowości"),
        Entry(("address",), "Adres", text_of, "adres", width=30),
        _choice(("represented",), "Jak uczestniczy", REPRESENTED_NAMES, "Art. 4 ust. 4 ustawy"),
        Entry(
            ("natural_person",),
            "Osoba fizyczna",
            yes_no_of,
            "tak albo nie; puste: nie podano",
            "Czy członkiem Rady jest osoba, a nie podmiot",
            _YES_NO,
            width=12,
        ),
        Entry(("since",), "Kadencja od", date_of, "datę, np. 1.01.2022"),
        Entry(("until",), "Kadencja do", date_of, "datę, np. 31.12.2025"),
        _choice(("also_sits_in",), "Zasiada też w", SEATS, "Art. 4 ust. 5 ustawy"),
    ),
    key="members",
    required=True,
)

TIES = FormSheet(
    "Powiązania",
    (
        Entry(("member",), "Członek Rady", text_of, _MEMBER, required=True, width=26),
        Entry(
            ("kind",),
            "Rodzaj powiązania",
            one_of(TIE_NAMES),
            "jedną z możliwości: " + ", ".join(TIE_NAMES.values()),
            "Skąd powiązanie",
            tuple(TIE_NAMES.values()),
            required=True,
            words=dict(TIE_NAMES),
            width=30,
        ),
        Entry(("to",), "Z kim", text_of, "nazwę podmiotu albo osoby", required=True, width=34),
        Entry(("nip",), "NIP", digits_of, "10 cyfr"),
        Entry(("krs",), "KRS", _krs, "10 cyfr"),
        Entry(
            ("application",), "Znak sprawy", text_of, "znak sprawy, jeśli chodzi o jeden wniosek"
        ),
        Entry(("note",), "Uwagi", text_of, "czego jeszcze trzeba wiedzieć", width=40),
    ),
    key="ties",
)

STATEMENTS = FormSheet(
    "Deklaracje",
    (
        Entry(("members",), "Członek Rady", names_of, _MEMBER, required=True, width=26),
        Entry(("call",), "Nabór", text_of, "numer naboru; puste: ten nabór"),
        Entry(
            ("signed",),
            "Podpisana",
            yes_no_of,
            "tak, jeśli podpisał deklarację bezstronności i poufności",
            "Kto nie podpisał, nie głosuje",
            _YES_NO,
            required=True,
            width=12,
        ),
        Entry(("on",), "Data podpisania", date_of, "datę, np. 1.06.2022"),
    ),
    key="statements",
    started_by=("Podpisana",),
)

SHEETS = (MEMBERS, TIES, STATEMENTS, RULES)
"""The sheets of the council's workbook, in their order."""
