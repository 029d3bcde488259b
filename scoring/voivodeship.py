"""The voivodeship board (zarząd województwa) of the region that a call names, named in full."""

import re

from scoring import polish

ADJECTIVES = frozenset(
    {
        "dolnośląskie",
        "kujawsko-pomorskie",
        "lubelskie",
        "lubuskie",
        "łódzkie",
        "małopolskie",
        "mazowieckie",
        "opolskie",
        "podkarpackie",
        "podlaskie",
        "pomorskie",
        "śląskie",
        "świętokrzyskie",
        "warmińsko-mazurskie",
        "wielkopolskie",
        "zachodniopomorskie",
    }
)
"""The names of the 16 voivodeships; each is an adjective that ends in -kie, in the genitive -kiego."""

BLANK = "………………………………"
"""What stands where the region is not known: a line for the office to fill in."""

_BEFORE = re.compile(r"^(?:województw[oa]|woj\.?)\s+")


def board(region: str | None) -> str:
    """Name the board in the nominative: ``Zarząd Województwa Podlaskiego``."""
    return f"Zarząd Województwa {_of(region)}"


def _of(region: str | None) -> str:
    """Decline the region as it was written, with or without the word „województwo”."""
    written = " ".join((region or "").split()).casefold().replace("–", "-")
    name = _BEFORE.sub("", written).removesuffix("go")
    if name not in ADJECTIVES:
        return BLANK
    return "-".join(polish.capital(part) for part in f"{name}go".split("-"))
