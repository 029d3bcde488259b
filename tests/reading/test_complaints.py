"""Every complaint of pydantic that our models can bring out, in Polish and on its line."""

import re

import pytest

from reading.models import read_model
from reading.problems import Refused
from reading.yaml_file import parse_yaml
from scoring.call import Call
from scoring.ruleset import Ruleset
from scoring.value import Value

HEAD = """\
lgd: przyklad
scope: start
title: Kryteria
in_force_from: 2022-01-01
status: model
scope_kind: business
minimum: {points: 10}
criteria:
"""
LINES = HEAD.count("\n")

CALL = """\
number: 1/2022
title: Nabór
lgd: {id: x, name: X}
regime: "2019"
scope: start
announced_on: 2022-03-01
opens_at: 2022-04-01T08:00
closes_at: 2022-04-14T12:00
limit: {pln: 1000, policy: stop, source: ogłoszenie}
"""

ENGLISH = re.compile(
    r"\b(input|should|valid|value|error|field|required|expected|must|type|greater|less|than|"
    r"string|integer|list|item|extra|permitted|tuple|found|match|decimal|None|True|False|"
    r"datetime|Decimal)\b",
    re.IGNORECASE,
)


def complaints(text: str, model: type[Value]) -> list[tuple[int | None, str, str]]:
    with pytest.raises(Refused) as refused:
        read_model(parse_yaml(text, "plik.yaml"), model)
    said = [(one.line, one.what, one.write) for one in refused.value.problems]
    for _, what, write in said:
        words = re.sub(r"„[^”]*”|wpisz[^:]*: .*", "", f"{what} {write}")
        assert not ENGLISH.search(words), words
    return said


@pytest.mark.parametrize(
    ("criterion", "line", "what", "write"),
    [
        ("- {kind: yes_no, id: a, name: A}", 1, "brakuje klucza „points”", "dopisz „points: …”"),
        ("- {id: a, name: A}", 1, "brakuje klucza „kind”", "dopisz rodzaj, np. kind: yes_no"),
        (
            "- kind: magic\n  id: a",
            1,
            "nieznany rodzaj „magic”",
            (
                "wpisz jeden z: 'yes_no', 'bands', 'choice', 'per_unit', 'ratio', 'lookup', "
                "'relative', 'judged', 'parts'"
            ),
        ),
        (
            "- kind: yes_no\n  id: a\n  name: A\n  points: dużo",
            4,
            "zła wartość klucza „points”: „dużo”",
            "wpisz liczbę, np. 2.5",
        ),
        (
            "- kind: yes_no\n  id: a\n  name: A\n  points: [1]",
            4,
            "zła wartość klucza „points”: lista",
            "wpisz liczbę, np. 2.5",
        ),
        (
            "- kind: yes_no\n  id: a\n  name: A\n  points: 'NaN'",
            4,
            "zła wartość klucza „points”: „NaN”",
            "wpisz liczbę, np. 2.5",
        ),
        (
            "- kind: yes_no\n  id: 7\n  name: A\n  points: 1",
            2,
            "zła wartość klucza „id”: „7”",
            "wpisz tekst (liczbę ujmij w cudzysłów)",
        ),
        (
            "- kind: yes_no\n  id: a\n  name: A\n  points: 1\n  weigth: 2",
            5,
            "nieznany klucz „weigth”",
            "czy chodziło o „weight”?",
        ),
        (
            "- kind: bands\n  id: a\n  name: A\n  fact: jobs\n  bands:\n    - {from: 1, point: 2}",
            6,
            "brakuje klucza „points”",
            "dopisz „points: …”",
        ),
        (
            (
                "- kind: bands\n  id: a\n  name: A\n  fact: jobs\n  bands: [{points: 1}]\n"
                "  otherwise: x"
            ),
            6,
            "zła wartość klucza „otherwise”: „x”",
            "wpisz liczbę, np. 2.5",
        ),
        (
            "- kind: bands\n  id: a\n  name: A\n  fact: jobs\n  bands: 5",
            5,
            "zła wartość klucza „bands”: „5”",
            "wpisz listę, np. [a, b]",
        ),
        (
            "- id: a\n  kind: bands\n  name: A\n  bands: [{points: 1}]",
            1,
            "brakuje klucza „fact”",
            "dopisz „fact: …”",
        ),
        (
            "- kind: parts\n  id: a\n  name: A\n  parts: []\n",
            4,
            "zła wartość klucza „parts”: lista",
            "dopisz brakujące albo usuń nadmiarowe pozycje",
        ),
        (
            (
                "- kind: parts\n  id: a\n  name: A\n  parts: [{kind: yes_no, id: b, name: B, points: 1}]"
                "\n  combine: add"
            ),
            5,
            "„add” jest niedozwolone",
            "wpisz: 'sum' albo 'highest'",
        ),
        (
            (
                "- kind: parts\n  id: a\n  name: A\n  parts:\n    - kind: bands\n      id: b\n"
                "      name: B\n      fact: jobs\n      bands:\n        - from: 1\n          points: x"
            ),
            11,
            "zła wartość klucza „points”: „x”",
            "wpisz liczbę, np. 2.5",
        ),
        (
            "- kind: per_unit\n  id: a\n  name: A\n  fact: jobs\n  points: 0\n  cap: 5",
            5,
            "zła wartość klucza „points”: „0”",
            "wpisz większą liczbę (ponad 0)",
        ),
        (
            (
                "- kind: relative\n  id: a\n  name: A\n  fact: jobs\n  best: lowest\n  points: 5\n"
                "  round_to: -1"
            ),
            7,
            "zła wartość klucza „round_to”: „-1”",
            "wpisz większą liczbę (co najmniej 0)",
        ),
        (
            (
                "- kind: relative\n  id: a\n  name: A\n  fact: jobs\n  best: lowest\n  points: 5\n"
                "  round_to: 1.5"
            ),
            7,
            "zła wartość klucza „round_to”: „1.5”",
            "wpisz liczbę całkowitą, np. 2",
        ),
        (
            (
                "- kind: lookup\n  id: a\n  name: A\n  by: [town]\n  highest_points: 5\n  rows:\n"
                "    - for: 7\n      points: 1"
            ),
            7,
            "zła wartość klucza „for”: „7”",
            "wpisz tekst (liczbę ujmij w cudzysłów)",
        ),
        (
            (
                "- kind: yes_no\n  id: a\n  name: A\n  points: 1\n  condition:\n    all:\n"
                "      - {fact: x, is: 1}\n    al: 1"
            ),
            8,
            "nieznany klucz „al”",
            "czy chodziło o „all”?",
        ),
        (
            (
                "- kind: yes_no\n  id: a\n  name: A\n  points: 1\n  condition:\n    not:\n"
                "      any:\n        - fact: [x]\n          is: 1"
            ),
            8,
            "zła wartość klucza „fact”: lista",
            "wpisz tekst (liczbę ujmij w cudzysłów)",
        ),
        (
            "- kind: yes_no\n  id: a\n  name: A\n  points: 1\n  condition: tak",
            5,
            "zła wartość klucza „condition”: „tak”",
            "wpisz klucze i wartości",
        ),
        (
            "- kind: yes_no\n  id: a\n  name: A\n  points: 1\n  condition:\n    all: tak",
            6,
            "zła wartość klucza „all”: „tak”",
            "wpisz listę, np. [a, b]",
        ),
        (
            "- kind: judged\n  id: a\n  name: A\n  range: [1]",
            4,
            "zła wartość klucza „range”: lista",
            "dopisz brakujące albo usuń nadmiarowe pozycje",
        ),
        ("- 5", 1, "zła wartość klucza „0”: „5”", "wpisz klucze i wartości"),
    ],
)
def test_a_mistake_in_a_criterion(criterion: str, line: int, what: str, write: str):
    text = HEAD + "".join(f"  {row}\n" for row in criterion.splitlines())
    assert (LINES + line, what, write) in complaints(text, Ruleset)


@pytest.mark.parametrize(
    ("was", "now", "line", "what", "write"),
    [
        ("in_force_from: 2022-01-01", "in_force_from: 2022", 4, "", "wpisz datę, np. 2022-05-01"),
        (
            "in_force_from: 2022-01-01",
            "in_force_from: wiosną",
            4,
            "zła wartość klucza „in_force_from”: „wiosną”",
            "wpisz datę, np. 2022-05-01",
        ),
        (
            "status: model",
            "status: modle",
            5,
            "„modle” jest niedozwolone",
            "wpisz: 'adopted', 'model' albo 'proposal'",
        ),
        (
            "minimum: {points: 10}",
            "minimum: 10",
            7,
            "zła wartość klucza „minimum”: „10”",
            "wpisz np. minimum: {points: 18}",
        ),
        (
            "minimum: {points: 10}",
            "minimum: {points: true}",
            7,
            "zła wartość klucza „points”: „true”",
            "wpisz liczbę, np. 2.5",
        ),
        ("title: Kryteria", "title:", 3, "zła wartość klucza „title”: „”", ""),
    ],
)
def test_a_mistake_in_the_head_of_criteria(was, now, line, what, write):
    assert was in HEAD
    criterion = "  - {kind: yes_no, id: a, name: A, fact: b, points: 1}\n"
    ((place, said, advice),) = complaints(HEAD.replace(was, now) + criterion, Ruleset)
    assert place == line
    assert said.startswith(what)
    assert advice.startswith(write)


@pytest.mark.parametrize(
    ("was", "now", "line", "what"),
    [
        (
            "closes_at: 2022-04-14T12:00",
            "closes_at: 2022-04-14",
            8,
            "dzień bez godziny; wpisz np. 2022-04-14T12:00",
        ),
        (
            "closes_at: 2022-04-14T12:00",
            "closes_at: 2022-04-14T12:00Z",
            8,
            "godzina ze strefą czasową; wpisz polską, np. 2022-04-14T12:00",
        ),
        (
            "closes_at: 2022-04-14T12:00",
            "closes_at: w kwietniu, w południe",
            8,
            "zła wartość klucza „closes_at”: „w kwietniu, w południe”",
        ),
        (
            "limit: {pln: 1000, ",
            "limit: {",
            9,
            "limit musi być podany albo w „pln”, albo w „eur” z kursem „rate”",
        ),
        ("pln: 1000", "pln: -1", 9, "zła wartość klucza „pln”: „-1”"),
        ("pln: 1000", "pln: 1000.001", 9, "limit ma ułamek grosza"),
        ("policy: stop", "policy: stpo", 9, "„stpo” jest niedozwolone"),
        ('regime: "2019"', "regime: 2019", 4, "„2019” jest niedozwolone"),
        ("lgd: {id: x, name: X}", "lgd: {id: x}", 3, "brakuje klucza „name”"),
        ("scope: start", "scope: [start]", 5, "zła wartość klucza „scope”: lista"),
        (
            "scope: start",
            "scope: start\ncouncil: {members: Anna}",
            6,
            "zła wartość klucza „members”: „Anna”",
        ),
        (
            "scope: start",
            "scope: start\ncouncil: {cards: {combine: mean, at_least: x, source: s}}",
            6,
            "zła wartość klucza „at_least”: „x”",
        ),
        (
            "scope: start",
            "scope: start\ntables: {t: {source: GUS, rows: [{for: [a], points: x}]}}",
            6,
            "zła wartość klucza „points”: „x”",
        ),
        ("scope: start", "scope: start\ntables: [x]", 6, "zła wartość klucza „tables”: lista"),
    ],
)
def test_a_mistake_in_a_call(was: str, now: str, line: int, what: str):
    assert was in CALL
    found = complaints(CALL.replace(was, now), Call)
    assert (line, what) == found[0][:2]


def test_a_call_that_ends_before_it_opens():
    text = CALL.replace("closes_at: 2022-04-14", "closes_at: 2022-03-14")
    ((_, what, _),) = complaints(text, Call)
    assert what == "nabór kończy się, zanim się zaczyna (opens_at, closes_at)"
