from datetime import date
from decimal import Decimal
from typing import Literal

import pytest
from pydantic import Field

from reading.models import keys_of, read_model
from reading.problems import Refused
from reading.yaml_file import parse_yaml
from scoring.conditions import Condition
from scoring.value import Value


class Inner(Value):
    points: Decimal
    kind: Literal["a", "b"] = "a"


class Model(Value):
    name: str
    day: date | None = None
    count: int = Field(default=1, gt=0)
    inner: tuple[Inner, ...] = Field(default=(), min_length=1)
    when: Condition | None = None


def told(text: str) -> list[tuple[int | None, str, str]]:
    with pytest.raises(Refused) as refused:
        read_model(parse_yaml(text, "plik.yaml"), Model)
    return [(one.line, one.what, one.write) for one in refused.value.problems]


def test_a_right_file_becomes_a_model():
    text = "name: A\nday: 2030-03-01\ninner: [{points: 2.5}]\nwhen: {not: {fact: x, is: true}}\n"

    model = read_model(parse_yaml(text, "plik.yaml"), Model)

    assert (model.name, model.day) == ("A", date(2030, 3, 1))
    assert model.inner == (Inner(points=Decimal("2.5")),)


@pytest.mark.parametrize(
    ("text", "line", "what", "write"),
    [
        ("day: 2030-03-01\n", 1, "brakuje klucza „name”", "dopisz „name: …”"),
        ("name: A\ncuont: 2\n", 2, "nieznany klucz „cuont”", "czy chodziło o „count”?"),
        (
            "name: A\npoints: 2\n",
            2,
            "nieznany klucz „points”",
            "usuń go: ten klucz należy do innego miejsca pliku",
        ),
        (
            "name: 7\n",
            1,
            "zła wartość klucza „name”: „7”",
            "wpisz tekst (liczbę ujmij w cudzysłów)",
        ),
        (
            "name: A\ncount: 0\n",
            2,
            "zła wartość klucza „count”: „0”",
            "wpisz większą liczbę (ponad 0)",
        ),
        (
            "name: A\ninner:\n  - points: dwa\n",
            3,
            "zła wartość klucza „points”: „dwa”",
            "wpisz liczbę, np. 2.5",
        ),
        (
            "name: A\ninner:\n  - {points: 2, kind: c}\n",
            3,
            "„c” jest niedozwolone",
            "wpisz: 'a' albo 'b'",
        ),
        (
            "name: A\nwhen:\n  all:\n    - {fact: x, ist: 1}\n",
            4,
            "nieznany klucz „ist”",
            "czy chodziło o „is”?",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(
    text: str, line: int, what: str, write: str
):
    assert told(text) == [(line, what, write)]


def test_all_mistakes_are_told_at_once():
    assert len(told("nmae: A\ncount: x\ninner: []\n")) == 4


def test_the_keys_of_a_model_are_those_at_any_depth_by_their_written_names():
    assert {"name", "points", "kind", "all", "is", "not"} <= keys_of(Model)
    assert "is_" not in keys_of(Model)


@pytest.mark.parametrize("stray", ["5", "i reszta"])
def test_what_a_comma_leaves_over_is_told_as_such(stray):
    ((_, what, write),) = told(f"{{name: A, {stray}}}\n")
    assert what == f"nieznany klucz „{stray}”"
    assert write == "ułamek pisze się z kropką (0.5), a tekst z przecinkiem ujmuje w cudzysłów"


class Year(Value):
    regime: Literal["2019", "2023"]
    minimum: Inner | None = None


def test_a_number_where_a_word_is_wanted_is_to_be_quoted():
    with pytest.raises(Refused) as refused:
        read_model(parse_yaml("regime: 2023\nminimum: 18\n", "plik.yaml"), Year)
    first, second = refused.value.problems
    assert first.write.startswith("ujmij w cudzysłów, np. '2023'")
    assert second.write == "wpisz np. minimum: {points: 18}"
