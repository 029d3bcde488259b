import pytest

from intake.columns import register_lookup
from intake.header import normal
from tests.intake.office import catalogue

LOOKUP = register_lookup(catalogue())


@pytest.mark.parametrize(
    "heading",
    [
        "Wnioskowana kwota",
        "WNIOSKOWANA KWOTA",
        " wnioskowana\nkwota ",
        "Wnioskowana kwota*",
        "Wnioskowana kwota²",
        "Wnioskowana kwota:",
        "Wnioskowana kwota (zł)",
        "Wnioskowana kwota [PLN]",
        "Wnioskowana\N{NO-BREAK SPACE}kwota",
        "Wnioskowana\N{ZERO WIDTH SPACE} kwota",
        "requested",
        "Kwota pomocy",
    ],
)
def test_a_heading_is_known_however_it_is_dressed(heading):
    assert LOOKUP(heading) == ("requested",)


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("REGON / PESEL", ("regon", "pesel")),
        ("NIP/REGON/PESEL", ("nip", "regon", "pesel")),
        ("NIP lub PESEL", ("nip", "pesel")),
        ("Gmina, miejscowość", ("gmina", "locality")),
        ("Miejscowość i gmina", ("locality", "gmina")),
        ("Wskaźnik i wartość", ("indicator", "indicator_value")),
        ("Koszty środowiskowe (%)", ("environment_share",)),
        ("Znak sprawy", ("number",)),
        ("number", ("number",)),
        ("Godzina złożenia", ("hour",)),
        ("Tytuł / gmina", None),
        ("NIP i gmina", None),
        ("Uwagi", None),
        ("", None),
    ],
)
def test_a_heading_may_stand_for_several_facts_or_for_none(heading, meaning):
    assert LOOKUP(heading) == meaning


def test_polish_letters_and_dashes_are_no_obstacle():
    assert normal("Łódź – punkty") == normal("lodz - PUNKTY") == normal("Łódź—punkty")
