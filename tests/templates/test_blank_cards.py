"""The blank assessment cards: what is filled in, what a member fills in, and what is counted."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from scoring.council.rules import CardCheck
from scoring.indicators import Indicator
from templates.alone import print_blank_cards
from templates.blank_card.view import Card, CardsOf, View, view
from tests.templates.decisions import CRITERIA, application, call, ruleset
from tests.templates.test_printing import attached, text_of

JOBS = Indicator(
    id="jobs",
    name="Miejsca pracy",
    unit="etat",
    target=Decimal(20),
    reached=Decimal(11),
    source="LSR",
)
PARTS = CRITERIA.replace(
    "{id: groups_member, name: przynależność do grupy, kind: yes_no, fact: in_disadvantaged_group, points: 10}",
    "{id: groups_member, name: znaczenie dla grupy, kind: judged, range: [0, 10]}",
)


def cards_of(**changes: Any) -> CardsOf:
    applications = (application(2), application(1), application(3, withdrawn=True))
    return CardsOf(call(**changes), ruleset(), applications)


def card(made_from: CardsOf, position: int = 0) -> Card:
    return view(made_from).cards[position]


def blanks(shown: View) -> dict[str, tuple[str, ...]]:
    return {row.name: row.blanks for row in shown.rows if row.blanks}


def test_every_application_that_is_not_withdrawn_has_a_card_by_case_number() -> None:
    assert [one.number for one in view(cards_of()).cards] == ["1/2022/01", "1/2022/02"]


def test_only_what_members_judge_is_left_blank() -> None:
    made_from = cards_of()
    shown = view(made_from)
    assert [row.name for row in shown.rows] == [one.name for one in made_from.ruleset.criteria]
    assert set(blanks(shown)) == {
        "Innowacyjność operacji",
        "Spójność opisu operacji z zakresem zadań i budżetem",
    }


def test_judged_parts_of_a_criterion_have_a_blank_each() -> None:
    shown = view(CardsOf(call(), ruleset(PARTS), (application(1),)))
    assert blanks(shown)["Wspieranie osób z grup defaworyzowanych"] == ("znaczenie dla grupy",)


def test_indicator_that_the_application_names_is_carried_on() -> None:
    made = application(1, indicator="Miejsca pracy", indicator_value=Decimal(2))
    (row,) = card(CardsOf(call(indicators=(JOBS,)), ruleset(), (made,))).indicators
    assert (row.target, row.reached, row.here, row.left) == ("20", "11", "2", "7")


def test_unknown_contribution_is_unknown_and_not_zero() -> None:
    made = application(1, indicator="jobs")
    (row,) = card(CardsOf(call(indicators=(JOBS,)), ruleset(), (made,))).indicators
    assert (row.here, row.left) == ("nie wiadomo", "nie wiadomo")


def test_without_an_indicator_the_card_says_why() -> None:
    assert view(cards_of()).no_indicators == "Nabór nie wymienia wskaźników LSR."
    with_one = cards_of(indicators=(JOBS,))
    assert card(with_one).indicators == ()
    assert view(with_one).no_indicators.startswith("Wniosek nie wskazuje")


def test_whoever_checks_cards_by_the_rules_has_a_line_to_sign() -> None:
    check = CardCheck.model_validate({"persons": 2, "source": "regulamin Rady, § 10"})
    plain, checked = cards_of(), CardsOf(call(), ruleset(), (application(1),), check)
    assert view(plain).signatures == ("Członek Rady",)
    assert view(checked).signatures == ("Członek Rady", "Kartę sprawdził(a)", "Kartę sprawdził(a)")


def test_printed_cards_tell_on_every_page_whose_they_are(tmp_path: Path) -> None:
    printed = print_blank_cards(cards_of(), tmp_path / "karty.pdf")
    reader = PdfReader(printed.path)
    text = text_of(reader)
    for number in ("1/2022/01", "1/2022/02"):
        assert f"Wniosek {number} · strona " in text
    for page in reader.pages:
        assert "Wniosek 1/2022/0" in " ".join(page.extract_text().split())
    assert "wersja" not in text
    assert set(attached(reader)) == {"2022-01-10.yaml", "page.json", "document.json"}


def test_same_cards_are_the_same_bytes(tmp_path: Path) -> None:
    first = print_blank_cards(cards_of(), tmp_path / "a.pdf")
    assert first.sha256 == print_blank_cards(cards_of(), tmp_path / "b.pdf").sha256
