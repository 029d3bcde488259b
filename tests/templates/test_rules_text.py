"""The rules of a call as they are read aloud."""

from decimal import Decimal

import pytest

from scoring.call import Limit
from scoring.numbers import Rounding
from scoring.polish import tied
from scoring.read_aloud import minimum_words, tie_words
from scoring.ruleset import Minimum
from templates.base.rules_text import approximation_note, limit_text
from tests.templates.decisions import call, ruleset


def test_limit_in_euros_shows_the_rate_and_the_sum() -> None:
    limit = Limit(eur=Decimal("157874.34"), rate=Decimal(4), policy="stop", source="x")
    said = limit_text(limit).replace("\xa0", " ")
    assert said == "157 874,34 EUR po 4,00 zł = 631 497,36 zł"


@pytest.mark.parametrize(
    ("minimum", "said"),
    [
        (Minimum(points=Decimal(27)), "27 pkt"),
        (Minimum(percent=Decimal(60)), "19,8 pkt (60 % maksimum)"),
        (
            Minimum(percent=Decimal(50), raise_to_step=Decimal(1)),
            "17 pkt (50 % maksimum, w górę do pełnego punktu)",
        ),
        (Minimum(unknown="tabela urywa się"), "nieznane (tabela urywa się)"),
    ],
)
def test_minimum_is_read_aloud(minimum: Minimum, said: str) -> None:
    assert minimum_words(minimum, 33).replace("\xa0", " ") == said


def test_ladder_of_equals_ends_with_the_vote() -> None:
    assert tie_words(ruleset()) == (
        "punkty w kryterium „Liczba nowo utworzonych miejsc pracy w wyniku realizacji operacji” – wyżej operacja z większą wartością",
        "punkty w kryterium „Innowacyjność operacji” – wyżej operacja z większą wartością",
        "głosowanie Rady",
    )


def test_exact_points_need_no_note() -> None:
    assert approximation_note(call(), ["17", "53,39"]) is None


@pytest.mark.parametrize(
    ("rounding", "said"),
    [
        (Rounding(places=1, source="§ 3"), "zaokrągla się tylko sumę, do 1 miejsca po przecinku"),
        (Rounding(places=2, source="§ 3"), "zaokrągla się tylko sumę, do 2 miejsc po przecinku"),
        (None, "w naborze nie zaokrągla się żadnej wartości"),
    ],
)
def test_inexact_points_are_explained(rounding: Rounding | None, said: str) -> None:
    note = approximation_note(call(rounding=rounding), ["≈ 4,33"])
    assert note is not None
    assert said in note.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A w domu i o zmroku", "A~w~domu i~o~zmroku"),
        ("„w lesie”", "„w~lesie”"),
        ("nabór nr 1/2022, art. 21 ust. 2", "nabór nr~1/2022, art.~21 ust.~2"),
        ("minimum 27 pkt i 60 %", "minimum 27~pkt i~60~%"),
        ("LGD ma radę", "LGD ma radę"),
    ],
)
def test_line_never_parts_what_belongs_together(text: str, expected: str) -> None:
    assert tied(text).replace("\xa0", "~") == expected
