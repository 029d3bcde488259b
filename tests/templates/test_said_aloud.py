"""What the sheets and the explanation say aloud though it stops nothing: sources that differ, less than the rate."""

from dataclasses import replace
from datetime import date

import pytest

from nabor import screen
from nabor.explanation import show_explanation
from scoring.decision import Decision
from scoring.population import Population
from templates.assessment_card.view import view as card
from templates.preliminary_sheet.view import view as sheet
from tests.templates import programme as the
from tests.templates.programme import holds
from tests.templates.test_printing import printed, text_of

LAST_DAY = date(2019, 4, 26)
NUMBER = "3/2020/01"
FLIPS = (
    "Złotniki Wielkie: 5 010 mieszkańców (31.12.2013, GUS), 4 990 (31.12.2020, GUS): "
    "próg 5 000 zależy od źródła; przyjęto 5 010 (31.12.2013, GUS)."
)


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen.out, "_width", 200)


@pytest.fixture(scope="module")
def flipping() -> Decision:
    populations = (
        Population(5010, date(2013, 12, 31), "GUS"),
        Population(4990, date(2020, 12, 31), "GUS"),
    )
    one = the.application(1, locality_population=5010)
    return the.decided([replace(one, populations=populations), the.application(2)])


def public_unit(announced_on: date) -> Decision:
    """A town that asks for one złoty less than 63,63 % of 100 000 zł."""
    town = the.application(
        1, applicant_kind="public_unit", eligible_cost=100_000_00, requested=63_629_00
    )
    return the.decided([town], (), the.call(announced_on=announced_on))


def explained(decision: Decision) -> str:
    one = decision.find(NUMBER)
    assert one is not None
    with screen.out.capture() as shown:
        show_explanation(decision, one)
    return " ".join(shown.get().split())


@pytest.mark.parametrize("name", ["arkusze/3b-3-2020-01", "karty/karta-3-2020-01"])
def test_sheet_and_card_say_that_the_threshold_turns_with_the_source(
    name: str, flipping: Decision
) -> None:
    assert holds(text_of(printed(flipping, name)), f"Liczba mieszkańców: {FLIPS}")


def test_explanation_says_that_the_threshold_turns_with_the_source(flipping: Decision) -> None:
    assert f"Liczba mieszkańców {FLIPS}" in explained(flipping)


def test_nothing_is_said_of_inhabitants_where_no_file_has_them(flipping: Decision) -> None:
    other = flipping.find("3/2020/02")
    assert other is not None
    assert sheet(flipping, 1, other).population is None
    assert card(flipping, 1, other).population is None


def test_public_unit_below_its_exact_rate_is_warned_on_the_sheet_and_in_the_explanation() -> None:
    decision = public_unit(LAST_DAY)
    [one] = decision.assessments
    [row] = [row for row in sheet(decision, 1, one).findings if row.number == "A12"]
    assert (row.verdict, row.mark) == ("ostrzeżenie", "warning")
    assert row.source == "Dz.U. 2015 poz. 1570 § 18"
    said = "Wnioskodawca musi poprawić kwotę wnioskowaną na 63 630,00 zł."
    assert holds(row.sentence, said)
    assert said in explained(decision)


def test_public_unit_may_ask_for_less_since_the_rate_is_at_most() -> None:
    decision = public_unit(date(2019, 4, 27))
    [one] = decision.assessments
    assert "A12" not in {finding.id for finding in one.findings}
    assert "musi poprawić" not in explained(decision)
