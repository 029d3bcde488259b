"""The rows that screens and documents show of the indicators."""

from decimal import Decimal

from scoring.indicator_table import indicator_remarks, indicator_rows
from scoring.indicators import Balances
from scoring.polish import NARROW
from tests.scoring.test_indicators import application, brings, rows


def row_of(found: Balances) -> tuple[str, ...]:
    (row,) = indicator_rows(found)
    return tuple(cell.replace(NARROW, " ") for cell in row)


def test_a_row_tells_target_reached_brought_and_left():
    assert row_of(rows(brings("1.5"))) == ("Miejsca pracy (szt.)", "10", "4", "1,5", "4,5")


def test_at_the_target_nothing_is_left_and_above_it_the_row_says_by_how_much():
    assert row_of(rows(brings("6")))[-1] == "0"
    assert row_of(rows(brings("6.01")))[-1] == "przekroczono o 0,01"


def test_a_value_that_is_not_known_is_counted_in_the_row_and_named_below():
    found = rows(brings("1", "A"), application("B", indicator="jobs"))
    assert row_of(found)[-2:] == ("1 i 1 nieznana", "nie wiadomo")
    assert indicator_remarks(found) == ["Miejsca pracy: nie podano wartości w B."]


def test_above_the_target_with_unknown_values_nobody_knows_by_how_much():
    found = rows(brings("7", "A"), application("B", indicator="jobs"))
    assert row_of(found)[-1] == "przekroczono"


def test_applications_that_fit_no_row_are_named_below():
    found = rows(application("A"), application("B", indicator="Drogi", indicator_value=Decimal(1)))
    assert indicator_remarks(found) == [
        "Bez wskaźnika: A.",
        "B podaje wskaźnik „Drogi”, którego nabór nie ma.",
    ]
