"""YAML that does not say what it seems to say."""

import pytest

from reading.problems import Problem, Refused
from reading.yaml_file import parse_yaml

SPACING = "sprawdź wcięcia (spacje, nie tabulatory), dwukropki i cudzysłowy"


def problem(text: str) -> Problem:
    with pytest.raises(Refused) as refused:
        parse_yaml(text, "plik.yaml")
    (one,) = refused.value.problems
    return one


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: yes", {"a": "yes"}),
        ("a: off", {"a": "off"}),
        ("a: 0o10", {"a": 8}),
        ("a: 1_000", {"a": 1000}),
        ("a: 1:2", {"a": "1:2"}),
        ("a: ~", {"a": None}),
        ("1: x", {"1": "x"}),
        ("<<: {a: 1}", {"<<": {"a": 1}}),
        ("{a: 1, b}", {"a": 1, "b": None}),
        ("{kwota: 1 234,56}", {"kwota": "1 234", "56": None}),
        ("\ufeffa: 1", {"a": 1}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("a: 100%\nb: x", {"a": "100%", "b": "x"}),
        ("a: |\n  %YAML 1.1\n", {"a": "%YAML 1.1\n"}),
    ],
)
def test_what_yaml_says(text: str, value: object):
    assert parse_yaml(text, "plik.yaml").value == value


@pytest.mark.parametrize(
    ("text", "line", "what", "write"),
    [
        (
            "# uwaga\n%YAML 1.1\n---\na: no\n",
            2,
            "wiersz „%YAML 1.1” zmienia to, jak czyta się plik",
            "usuń ten wiersz",
        ),
        ("a: &x 1\nb: *x", 2, "odwołanie (&, *) do innego miejsca pliku", "powtórz treść"),
        ("a: &x [1]\nb: *x", 2, "odwołanie (&, *) do innego miejsca pliku", "powtórz treść"),
        ("a: !foo 1", 1, "znacznik „!foo” jest niedozwolony", "usuń go"),
        ("a: !foo {b: 1}", 1, "znacznik „!foo” jest niedozwolony", "usuń go"),
        ("a: !foo [1]", 1, "znacznik „!foo” jest niedozwolony", "usuń go"),
        ("? [a, b]\n: 1", 1, "kluczem jest lista albo słownik", "wpisz zwykły klucz"),
        ("# nic\n", 1, "plik jest pusty", "wpisz treść według README"),
        (
            "a:\n\t- 1",
            2,
            "to nie jest poprawny YAML (tabulator zamiast spacji)",
            SPACING,
        ),
        (
            "a: b: c",
            1,
            "to nie jest poprawny YAML (dwukropek w środku tekstu albo złe wcięcie)",
            SPACING,
        ),
        ("a: [1, 2", 1, "to nie jest poprawny YAML (brak przecinka albo nawiasu ])", SPACING),
        ("a: {b: 1", 1, "to nie jest poprawny YAML (brak przecinka albo nawiasu })", SPACING),
        ("a: 'x", 1, "to nie jest poprawny YAML (niezamknięty cudzysłów)", SPACING),
        (
            "a: *b",
            1,
            "to nie jest poprawny YAML (gwiazdka na początku tekstu bez cudzysłowu)",
            SPACING,
        ),
        (
            "a: @b",
            1,
            "to nie jest poprawny YAML (niedozwolony znak na początku tekstu bez cudzysłowu)",
            SPACING,
        ),
        ("- 1\n-2", 2, "to nie jest poprawny YAML (wiersz bez dwukropka)", SPACING),
        (
            "---\na: 1\n---\nb: 2",
            3,
            "to nie jest poprawny YAML (drugi dokument w jednym pliku)",
            SPACING,
        ),
        ("a: \x07", None, "to nie jest poprawny YAML", "usuń znaki sterujące z pliku"),
        ("[" * 5000, None, "plik jest zbyt głęboko zagnieżdżony", "usuń zbędne nawiasy"),
    ],
)
def test_what_nobody_should_write_is_refused_in_polish(text, line, what, write):
    one = problem(text)
    assert (one.line, one.what, one.write) == (line, what, write)
