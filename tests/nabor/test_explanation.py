"""What `nabor explain` and `nabor score` show of the programme's rules and of the aid."""

import pytest

from nabor import screen
from nabor.explanation import show_explanation
from scoring.decision import Decision
from tests.templates import programme as the
from tests.templates.decisions import large


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen.out, "_width", 200)


def explained(decision: Decision, number: str) -> str:
    one = decision.find(number)
    assert one is not None
    with screen.out.capture() as shown:
        show_explanation(decision, one)
    return " ".join(shown.get().split())


def test_explanation_tells_the_calculation_and_the_rules_that_bear() -> None:
    said = explained(the.competition(), "3/2020/07")
    assert "Prawo do nieruchomości przez okres związania celem spełniony" in said
    assert "limit na beneficjenta 30 000,00 zł 120 000,00 zł" in said
    assert "Ustalona kwota 94 925,00 zł" in said
    assert "Nie dotyczy: 11 warunków (B2, B3," in said


def test_explanation_shows_a_warning_as_a_warning() -> None:
    said = explained(the.competition(), "3/2020/03")
    assert "zarząd województwa) ostrzeżenie Pomoc de minimis" in said


def test_explanation_outside_a_programme_tells_no_calculation() -> None:
    said = explained(large(), "1/2022/01")
    assert "Kwota pomocy" not in said
    assert "Ustalenie" not in said


def test_call_that_breaks_a_rule_as_a_whole_is_told_with_the_ranking() -> None:
    with screen.out.capture() as shown:
        screen.show_ranking(the.grants())
    said = " ".join(shown.get().split())
    assert "Warunek dla całego naboru niespełniony: Udział jednostek sektora finansów" in said
    assert "dla całego naboru" in explained(the.grants(), "3/2020/01")
