"""Finding in the directory what a person types."""

import pytest

from criteria.directory.find import find, nearest
from criteria.directory.read import standard_directory

KNOWN = standard_directory()


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Suraż", ["narew"]),
        ("SURAZ", ["narew"]),
        ("gm. suraż", ["narew"]),
        ("Gmina Suraż", ["narew"]),
        ("sura", ["narew"]),
        ("tygiel", ["tygiel-doliny-bugu"]),
        ("dolin bug", ["tygiel-doliny-bugu"]),
        ("sąsiedzi", ["sasiedzi"]),
        ("SASIEDZI", ["sasiedzi"]),
        ("Szlak", ["szlak-tatarski"]),
        ("fundusz-biebrzanski", ["fundusz-biebrzanski"]),
        ("biebrzański", ["biebrzanski-dar-natury", "fundusz-biebrzanski"]),
        ("Nurzec-Stacja", ["tygiel-doliny-bugu"]),
        ("Narew", ["puszcza-bialowieska", "narew"]),
        ("n.a.r.e.w.", ["narew"]),
        ("Kraków", []),
        ("Gmina Suraż Łapy", []),
        ("...", []),
    ],
)
def test_an_entry_is_found_by_what_is_typed(words: str, ids: list[str]):
    assert [one.entry.id for one in find(KNOWN, words)] == ids


def test_a_gmina_named_whole_leaves_out_those_that_begin_alike():
    (by_gmina, by_name) = find(KNOWN, "Narew")
    assert by_gmina.gminas == ("Gmina Narew",)
    assert by_name.gminas == ()


def test_a_town_and_the_gmina_around_it_are_both_found_by_their_bare_name():
    (one,) = find(KNOWN, "bransk")
    assert one.gminas == ("Miasto Brańsk", "Gmina Brańsk")
    (one,) = find(KNOWN, "Miasto Brańsk")
    assert one.gminas == ("Miasto Brańsk",)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Surasz", "Gmina Suraż"),
        ("gmina Lapi", "Gmina Łapy"),
        ("tygel", 'Stowarzyszenie Lokalna Grupa Działania "Tygiel Doliny Bugu"'),
    ],
)
def test_the_nearest_name_is_offered(words: str, name: str):
    assert find(KNOWN, words) == []
    assert nearest(KNOWN, words)[0] == name


def test_nothing_is_offered_for_what_is_like_nothing():
    assert nearest(KNOWN, "qqqq") == []
