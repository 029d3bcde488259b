"""What `nabor explain` and `nabor score` show of the programme's rules and of the aid."""

import json

import pytest

from nabor import screen
from nabor.explanation import show_explanation
from rounds.open_call import open_call
from scoring.decision import Decision
from tests.nabor.conftest import EXAMPLES, START_UPS, Nabor
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


def test_every_card_stands_with_its_justification(nabor: Nabor) -> None:
    said = " ".join(nabor("explain", START_UPS, "KND/1/7/2022").out.split())
    decision = open_call(START_UPS).decide()
    for card in decision.cards_of("KND/1/7/2022"):
        assert card.member in said


def test_what_would_change_the_outcome_is_told_and_is_the_same_in_json(nabor: Nabor) -> None:
    # Eleven points are lacking: 30 of the minimum less the 19 that it has.
    said = " ".join(nabor("explain", EXAMPLES / "trygon-2013", "TR/MM/2/2013").out.split())
    assert "Co zmieniłoby wynik" in said
    assert "Punkty: o 11 pkt więcej (30 zamiast 19)" in said
    found = json.loads(nabor("explain", EXAMPLES / "trygon-2013", "TR/MM/2/2013", "--json").out)
    assert found["number"] == "TR/MM/2/2013"
    assert found["flips"]["points"] == {
        "before": "19",
        "after": "30",
        "outcome": "selected_outside_limit",
    } | {"points": "30"}
    assert found["flips"]["limit"] is None


def test_of_a_withdrawn_application_nothing_is_asked(nabor: Nabor) -> None:
    answer = nabor("explain", EXAMPLES / "trygon-2013", "TR/MM/7/2013")
    assert "Co zmieniłoby wynik" not in answer.out
    found = json.loads(nabor("explain", EXAMPLES / "trygon-2013", "TR/MM/7/2013", "--json").out)
    assert found["flips"] is None
