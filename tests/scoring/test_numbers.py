"""Points without loss, and rounding by a written rule."""

from decimal import Decimal
from fractions import Fraction

import pytest

from scoring.numbers import as_decimal, exact, plain, raised_to_step, rounded


def test_exact_keeps_whole_numbers_whole():
    assert [exact(one) for one in (3, Decimal("3.0"), Fraction(6, 2))] == [3, 3, 3]
    assert all(isinstance(exact(one), int) for one in (3, Decimal("3.0"), Fraction(6, 2)))
    assert exact(Decimal("0.1")) == Fraction(1, 10)


@pytest.mark.parametrize(
    ("points", "places", "mode", "found"),
    [
        ("0.005", 2, "half_up", "0.01"),
        ("0.0049", 2, "half_up", "0"),
        ("53.385", 2, "half_up", "53.39"),
        ("16.5", 0, "half_up", "17"),
        ("16.49", 0, "half_up", "16"),
        ("16.99", 0, "down", "16"),
        ("16.01", 0, "up", "17"),
        ("16", 0, "up", "16"),
    ],
)
def test_rounded(points, places, mode, found):
    assert rounded(Fraction(points), places, mode) == Fraction(found)


@pytest.mark.parametrize(
    ("points", "step", "found"),
    [("16.5", 1, 17), ("17", 1, 17), ("17.01", 1, 18), ("16.2", "0.5", "16.5"), ("0", 1, 0)],
)
def test_raised_to_step(points, step, found):
    assert raised_to_step(Fraction(points), Fraction(step)) == Fraction(found)


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (17, "17"),
        (Fraction(5339, 100), "53.39"),
        (Fraction(13, 3), "13/3"),
        (Fraction(-1, 4), "-0.25"),
        (Fraction(1, 2**40), "0.0000000000009094947017729282379150390625"),
        (10**40, "1" + "0" * 40),
    ],
)
def test_plain_is_exact_whatever_the_length(points, said):
    assert plain(points) == said


def test_there_is_no_decimal_for_a_third():
    assert as_decimal(Fraction(1, 3)) is None
