"""The 11 LGDs of Podlaskie, counted by hand in the programme text."""

from criteria.directory.read import standard_directory

GMINAS = {
    "tygiel-doliny-bugu": 25,
    "puszcza-knyszynska": 10,
    "brama-na-podlasie": 16,
    "puszcza-bialowieska": 12,
    "biebrzanski-dar-natury": 9,
    "narew": 11,
    "sasiedzi": 5,
    "szlak-tatarski": 5,
    "kraina-mlekiem-plynaca": 8,
    "fundusz-biebrzanski": 11,
    "suwalsko-sejnenska": 15,
}

WHERE = {
    'Stowarzyszenie Lokalna Grupa Działania "Tygiel Doliny Bugu"': (
        "ul. Warszawska 51/7, 17-312 Drohiczyn",
        "856557706",
    ),
    "Lokalna Grupa Działania - Puszcza Knyszyńska": (
        "ul. Piłsudskiego 17, 16-030 Supraśl",
        "857108850",
    ),
    'Stowarzyszenie Lokalna Grupa Działania "Brama na Podlasie"': (
        "ul. Mickiewicza 1A, 18-200 Wysokie Mazowieckie",
        "86 275 26 27 wew. 413, 414, 415",
    ),
    "Lokalna Grupa Działania „Puszcza Białowieska”": (
        "ul. Parkowa 3, 17-200 Hajnówka",
        "856825026",
    ),
    "Lokalna Grupa Działania Biebrzański Dar Natury": (
        "Wojewodzin 2, 19-200 Grajewo",
        "862738044",
    ),
    "Stowarzyszenie N.A.R.E.W. – Narwiańska Akcja Rozwoju Ekonomicznego Wsi": (
        "ul. Lipowa 4, 18-106 Turośń Kościelna",
        "856505104",
    ),
    'Stowarzyszenie "Sąsiedzi"': ("ul. Szosa Zambrowska 1/27, 18-400 Łomża", "864735335"),
    "Stowarzyszenie Lokalna Grupa Działania Szlak Tatarski": (
        "ul. Piłsudskiego 2, 16-100 Sokółka",
        "857115050",
    ),
    'Fundacja "Kraina Mlekiem Płynąca"': ("ul. Krótka 15, 18-516 Mały Płock", "862791910"),
    "Lokalna Grupa Działania – Fundusz Biebrzański": (
        "ul. Plac Kościuszki 21, 16-150 Suchowola",
        "857128307",
    ),
    "Stowarzyszenie „Suwalsko-Sejneńska” Lokalna Grupa Działania": (
        "ul. Kościuszki 71, 16-400 Suwałki",
        "791357688",
    ),
}


def test_each_lgd_has_as_many_gminas_as_the_text():
    counted = {one.id: len(one.area) for one in standard_directory().entries}
    assert counted == GMINAS
    assert sum(counted.values()) == 127


def test_each_lgd_has_its_name_seat_and_telephone_as_in_the_text():
    assert {one.name: (one.seat, one.telephone) for one in standard_directory().entries} == WHERE


def test_gminas_keep_the_spelling_of_the_text():
    gminas = {one.id: one.area for one in standard_directory().entries}
    assert gminas["narew"] == (
        *("Gmina Choroszcz", "Gmina Kobylin Borzymy", "Gmina Krypno", "Gmina Łapy"),
        *("Gmina Poświętne", "Gmina Sokoły", "Gmina Suraż", "Gmina Turośń Kościelna"),
        *("Gmina Tykocin", "Gmina Wyszki", "Gmina Zawady"),
    )
    assert "miasto Sejny" in gminas["suwalsko-sejnenska"]
    assert gminas["suwalsko-sejnenska"][-1] == "Gmina Rutka-Tartak"
    assert "Gmina Nurzec Stacja" in gminas["tygiel-doliny-bugu"]
    assert gminas["tygiel-doliny-bugu"][0] == "Miasto i Gmina Drohiczyn"
    assert gminas["tygiel-doliny-bugu"][-1] == "Gmina Paprotnia"


def test_no_day_is_made_up_for_a_text_that_states_none():
    entries = standard_directory().entries
    assert {one.checked_on for one in entries} == {None}
    assert all((one.source or "").startswith("według tekstu programu") for one in entries)
