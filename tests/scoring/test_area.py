"""The names of gminas as people write them, and the areas that they make."""

import pytest

from scoring.area import Area, belongs, compared, gmina_of, gminas_in, owners

AREA = Area(
    "przyklad",
    "LGD Przykład",
    ("Gmina Suraż", "Miasto i Gmina Łosice", "Gmina Brańsk", "Miasto Brańsk", "Gmina Łapy"),
)


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("Suraż", "suraz", None),
        ("  SURAŻ ", "suraz", None),
        ("Gmina Suraż", "suraz", "rural"),
        ("gm. Suraż", "suraz", "rural"),
        ("gm.Suraż", "suraz", "rural"),
        ("Suraż (gmina)", "suraz", "rural"),
        ("gmina wiejska Brańsk", "bransk", "rural"),
        ("Brańsk – gmina wiejska", "bransk", "rural"),
        ("Miasto Brańsk", "bransk", "town"),
        ("miasto Sejny", "sejny", "town"),
        ("m. Sejny", "sejny", "town"),
        ("Gmina Miejska Kolno", "kolno", "town"),
        ("Brańsk (miasto)", "bransk", "town"),
        ("Miasto i Gmina Łosice", "losice", "both"),
        ("Gmina i Miasto Łosice", "losice", "both"),
        ("m. i gm. Łosice", "losice", "both"),
        ("gmina miejsko-wiejska Łosice", "losice", "both"),
        ("Nurzec-Stacja", "nurzec stacja", None),
        ("Nurzec Stacja", "nurzec stacja", None),
        ("Miastków", "miastkow", None),
        ("Gminki", "gminki", None),
        ("", "", None),
    ],
)
def test_a_name_is_read_with_its_kind(written: str, name: str, kind: str | None):
    gmina = gmina_of(written)
    assert (gmina.name, gmina.kind) == (name, kind)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("Suraż", ["Suraż"]),
        ("Suraż, Łapy; Tykocin / Wyszki", ["Suraż", "Łapy", "Tykocin", "Wyszki"]),
        ("Suraż i Łapy oraz Wyszki", ["Suraż", "Łapy", "Wyszki"]),
        ("Miasto i Gmina Łosice i Repki", ["Miasto i Gmina Łosice", "Repki"]),
        ("Suraż, pow. białostocki, woj. podlaskie", ["Suraż"]),
        ("Powidz", ["Powidz"]),
        ("Wojewodzin", ["Wojewodzin"]),
        (" , ", []),
    ],
)
def test_a_cell_may_hold_several_gminas(cell: str, written: list[str]):
    assert [one.written for one in gminas_in(cell)] == written


@pytest.mark.parametrize(
    ("written", "inside"),
    [
        ("Suraż", True),
        ("Miasto i Gmina Suraż", True),
        ("Miasto Suraż", False),
        ("Gmina Łosice", True),
        ("Miasto Łosice", True),
        ("Brańsk", True),
        ("Miasto Brańsk", True),
        ("Supraśl", False),
        ("Suraż, Supraśl", False),
        ("Suraż, Łapy", True),
        ("–", None),
        (None, None),
    ],
)
def test_a_gmina_lies_in_the_area_or_not_or_nobody_knows(written: str | None, inside: bool | None):
    assert belongs(AREA, written) is inside


def test_without_an_area_nobody_knows():
    assert belongs(None, "Gmina Suraż") is None


def test_a_bare_name_may_be_either_gmina_of_that_name():
    assert AREA.gminas_meant(gmina_of("Brańsk")) == ["Gmina Brańsk", "Miasto Brańsk"]
    assert AREA.gminas_meant(gmina_of("gm. Brańsk")) == ["Gmina Brańsk"]
    assert AREA.of_this_name(gmina_of("Miasto Suraż")) == ["Gmina Suraż"]


def test_a_gmina_of_two_areas_has_two_owners():
    other = Area("inna", "LGD Inna", ("Gmina Suraż",))
    assert owners((AREA, other), gmina_of("Suraż")) == (AREA, other)
    assert owners((AREA, other), gmina_of("Łapy")) == (AREA,)


def test_names_are_compared_without_case_polish_letters_and_marks():
    assert compared("Łódź–Zdrój „ŻÓŁĆ”") == "lodz zdroj zolc"
