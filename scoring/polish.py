"""Amounts, numbers, dates, plurals and alphabetical order as Poles write them."""

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from scoring.numbers import Points, as_decimal, exact, rounded

LOCALE = Locale("pl")
ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
_PLACE = {letter: position for position, letter in enumerate(ALPHABET)}
_DIGITS = 100
"""Digits that a number may have when it is written; Python's own 28 would be an error beyond."""
_PLACES = 4
_LEAST = Fraction(1, 200)
NARROW = "\N{NO-BREAK SPACE}"
_NUMBERS = re.compile("([0-9]+)")
_TIED = re.compile(
    r"(?<![^\s(„])[aiouwz] (?=\S)"  # a one-letter word never ends a line
    r"|(?<!\w)(?:nr|art\.|ust\.|pkt|poz\.|zał\.|str\.|§|od|do|co|godz\.) (?=\d)"
    r"|(?<!\w)nr (?=\S*\d)|(?<!\w)lit\. (?=\w)"
    r"|(?<=\d) (?=\d{3}(?!\d))"
    r"|(?<=\d) (?=(?:zł|pkt|r\.|%|EUR|os\.)(?!\w))"
    r"|(?<=\d) (?=z \d)"  # „3 z 19”
    rf"|(?<=\d) (?=(?:{'|'.join(LOCALE.months['format']['wide'].values())})\b)"  # „1 czerwca”
    r"|(?<=\d\d\d\d,) (?=godz\.|\d{1,2}:\d\d)",  # „20.05.2022, 15:00”
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def number(value: Decimal | int, places: int | None = None) -> str:
    """Write a number: ``1 234,5``; with ``places`` exactly that many digits follow the comma.

    A call writes the same few numbers over and over; equal numbers are written alike.
    """
    digits = "0" * places if places else ""
    pattern = "#,##0" + (f".{digits}" if places else "" if places == 0 else ".##########")
    with localcontext(prec=_DIGITS):
        return format_decimal(value, pattern, locale=LOCALE)


def money(grosze: int) -> str:
    """Write an amount of money given in grosze: ``1 234,56 zł``."""
    return f"{number(Decimal(grosze) / 100, 2)}{NARROW}zł"


@lru_cache(maxsize=4096)
def points(value: Points) -> str:
    """Write points: ``17``, ``53,39``; what no four decimals can hold is written ``≈ 4,33``."""
    shown = rounded(value, _PLACES, "half_up")
    if shown == value:
        return number(as_decimal(shown) or 0)
    if abs(Fraction(value)) < _LEAST:
        return "mniej niż 0,01" if value > 0 else "więcej niż -0,01"
    return f"≈{NARROW}{number(as_decimal(rounded(value, 2, 'half_up')) or 0, 2)}"


def with_points(value: Points) -> str:
    """Write points with their unit: ``17 pkt``."""
    return f"{points(value)}{NARROW}pkt"


def change(value: Points) -> str:
    """Write by how many points something moved: ``+2 pkt``, ``−0,5 pkt``, ``0 pkt``."""
    size = with_points(exact(abs(Fraction(value))))
    sign = "+" if value > 0 else "−" if value < 0 else ""
    if size.startswith("mniej"):
        return f"{size} {'więcej' if value > 0 else 'mniej'}"
    about = f"≈{NARROW}"
    return f"{about}{sign}{size[len(about) :]}" if size.startswith(about) else f"{sign}{size}"


def money_change(grosze: int) -> str:
    """Write by how much an amount moved: ``+1 234,56 zł``, ``−10,00 zł``, ``0,00 zł``."""
    sign = "+" if grosze > 0 else "−" if grosze < 0 else ""
    return f"{sign}{money(abs(grosze))}"


def percent(value: Decimal | Fraction) -> str:
    """Write a number of per cent: ``36,84 %``; at most two digits follow the comma."""
    shown = rounded(exact(Fraction(value)), 2, "half_up")
    return f"{number(as_decimal(shown) or 0)}{NARROW}%"


def day(value: date) -> str:
    """Write a date: ``5 maja 2022 r.``."""
    return f"{format_date(value, 'd MMMM y', locale=LOCALE)} r."


def short_day(value: date) -> str:
    """Write a date in figures: ``5.05.2022``."""
    return format_date(value, "d.MM.y", locale=LOCALE)


def moment(value: datetime) -> str:
    """Write a date and hour: ``5.05.2022, 12:00``; seconds where there are any."""
    seconds = ":ss" if value.second else ""
    return format_datetime(value, f"d.MM.y, HH:mm{seconds}", locale=LOCALE)


def plural(count: int, one: str, few: str, many: str) -> str:
    """Write a count with the right form of the noun: 1 wniosek, 2 wnioski, 5 wniosków."""
    form = {"one": one, "few": few}.get(LOCALE.plural_form(count), many)
    return f"{number(count)}{NARROW}{form}"


def alphabetical(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sorting key for the Polish alphabet: Łomża after Lublin, Świdnica after Suwałki."""
    letters = unicodedata.normalize("NFC", text.casefold())
    return (*map(_place, letters), (-1, 0, letters))


def _place(letter: str) -> tuple[int, int, str]:
    """Place a letter of another language with the letter it was made of: ü with u."""
    base = letter if letter in _PLACE else unicodedata.normalize("NFD", letter)[0]
    return (1, _PLACE[base], "") if base in _PLACE else (0, ord(letter), "")


Natural = tuple[str | tuple[int, str], ...]


def natural(text: str) -> Natural:
    """Return a sorting key by which 2 stands before 10: of case numbers and the like."""
    parts = _NUMBERS.split(text)
    numbers = [part.lstrip("0") for part in parts[1::2]]
    rest = zip(parts[2::2], numbers, strict=True)
    key = [one for words, digits in rest for one in ((len(digits), digits), words)]
    return (parts[0], *key, (0, text))


def capital(sentence: str) -> str:
    """Begin a sentence with a capital letter."""
    return sentence[:1].upper() + sentence[1:]


def quoted(text: str) -> str:
    """Put a text in quotation marks; those inside it become „… »…« …”."""
    return f"„{text.replace('„', '»').replace('”', '«')}”"


def tied(text: str) -> str:
    """Tie what a line must not part: „w domu”, „nr 5”, „od 1”, „27 pkt”, „3 z 19”, day and hour."""
    return _TIED.sub(lambda found: found[0].replace(" ", NARROW), text)
