"""Whose card counts, and who is refused by name."""

from dataclasses import replace
from datetime import datetime

from scoring.cards import Card
from scoring.council.assessing import (
    assessors,
    counting_cards,
    how_many_assess,
    may_assess,
    refused_cards,
)
from scoring.council.attendance import Part, Presence
from scoring.council.member import Member
from scoring.council.rules import CouncilRules
from scoring.council.sitting import Council, HeldSitting, Sitting, TieOrder, held
from scoring.council.ties import ExclusionDecision
from scoring.council.vote import About, Tally, Vote

START, END = datetime.fromisoformat("2022-06-01T10:00"), datetime.fromisoformat("2022-06-01T15:00")
MEMBERS = (
    Member(name="P1", sector="public"),
    Member(name="E1", sector="economic"),
    Member(name="S1", sector="social"),
    Member(name="R1", sector="residents"),
    Member(name="S2", sector="social", until=datetime.fromisoformat("2022-05-31").date()),
)


def sitting(
    *votes: Vote, orders: tuple[TieOrder, ...] = (), drawn: int = 0, checked: int = 0
) -> HeldSitting:
    rules: dict[str, object] = {"quorum": {"percent": 50, "source": "§ 5"}}
    if checked:
        rules["card_check"] = {"persons": checked, "source": "§ 10"}
    if drawn:
        rules["assessors"] = {"count": drawn, "source": "§ 8"}
    signed = frozenset({"P1", "E1", "S1", "S2"})
    council = Council(MEMBERS, CouncilRules.model_validate(rules), signed=signed)
    exclusions = (
        ExclusionDecision(member="E1", application="A", excluded=True, reason="pracodawca"),
        ExclusionDecision(member="P1", application="A", excluded=False, reason="inna osoba"),
    )
    there = tuple(Presence(name, START) for name in ("P1", "E1", "R1"))
    part = Part(START, END, "Sala", "in_person")
    return held(
        council,
        Sitting(
            "1",
            (part,),
            "P1",
            presences=there,
            exclusions=exclusions,
            votes=votes,
            tie_orders=orders,
            seed="ziarno",
        ),
        "2019",
    )


def card(member: str, **points: int) -> Card:
    return Card(member, "A", points)


def test_of_every_member_it_is_said_why_the_card_does_not_count():
    assert may_assess(sitting(), "A") == {
        "P1": None,
        "E1": "pracodawca",
        "S1": "nieobecność na posiedzeniu",
        "R1": "brak podpisanej deklaracji bezstronności i poufności",
        "S2": "nie trwała kadencja",
    }


def test_a_card_that_does_not_count_is_refused_by_name():
    cards = [card(name, idea=5) for name in ("S1", "R1", "P1", "E1", "Obcy")]
    assert [(one.member, why) for one, why in refused_cards(sitting(), cards)] == [
        ("E1", "pracodawca"),
        ("Obcy", "nie jest członkiem Rady"),
        ("R1", "brak podpisanej deklaracji bezstronności i poufności"),
        ("S1", "nieobecność na posiedzeniu"),
    ]
    assert refused_cards(sitting(), [card("S1")]) == []


def test_the_card_of_the_excluded_is_kept_as_excluded_and_gives_no_points():
    cards = counting_cards(sitting(), [card("E1", idea=5), card("P1", idea=3)])
    assert [(one.member, one.excluded, one.points) for one in cards] == [
        ("E1", True, {}),
        ("P1", False, {"idea": 3}),
    ]


def test_only_who_was_drawn_assesses_where_the_rules_draw():
    one = sitting(drawn=1)
    draw = assessors(one, "A")
    assert draw is not None
    assert draw.drawn == ("P1",)
    assert assessors(sitting(drawn=2), "A") is None
    assert [why for _, why in refused_cards(sitting(drawn=2), [card("P1", idea=3)])] == [
        "nie wylosowano do oceny tego wniosku"
    ]
    assert assessors(sitting(), "A") is None


def tie(count: int) -> Vote:
    return Vote("tie", "kolejność", START, Tally(count), Tally(0), Tally(0), concerns=("B", "C"))


def test_only_a_valid_vote_settles_the_order_of_equals():
    orders = (TieOrder(0, ("C", "B")),)
    assert sitting(tie(2), orders=orders).settled == {}
    assert [one.vote.about for one in sitting(tie(2), orders=orders).invalid] == ["tie"]


def test_a_card_that_two_others_checked_counts():
    checked = Card("P1", "A", {"idea": 5}, checked_by=("Ewa Lis", "Jan Żak"))
    assert refused_cards(sitting(checked=2), [checked]) == []


def test_a_card_checked_by_one_other_is_refused_and_its_author_is_no_checker():
    one = Card("P1", "A", {"idea": 5}, checked_by=("P1", "Ewa Lis"))
    ((_, why),) = refused_cards(sitting(checked=2), [one])
    said = "sprawdzona przez 1, a wymaga się sprawdzenia przez 2 osoby (§ 10)"
    assert why.replace("\N{NO-BREAK SPACE}", " ") == said


def test_where_no_rule_asks_for_it_no_card_needs_a_checker():
    assert refused_cards(sitting(), [card("P1", idea=5)]) == []


def test_as_many_cards_are_needed_as_members_may_assess_or_were_drawn():
    assert how_many_assess(sitting(), "A") == 1
    assert how_many_assess(sitting(), "B") == 2
    assert how_many_assess(sitting(drawn=2), "B") == 2


LATER = datetime.fromisoformat("2022-06-08T10:00")
AWAY = "nieobecność przy głosowaniu nad tym wnioskiem (8.06.2022, 10:00)"


def in_two_parts(*votes: Vote) -> HeldSitting:
    """Hold a sitting of two parts: P1 and R1 are there in both, E1 only in the first, S1 in the second."""
    first = sitting()
    end = LATER.replace(hour=12)
    parts = (*first.sitting.parts, Part(LATER, end, "Sala", "in_person"))
    there = (
        *(Presence(name, START) for name in ("P1", "R1")),
        Presence("E1", START, LATER),
        Presence("S1", LATER),
    )
    council = replace(first.council, signed=frozenset({"P1", "R1", "E1", "S1"}))
    told = replace(first.sitting, parts=parts, presences=there, exclusions=(), votes=votes)
    return held(council, told, "2019")


def vote(about: About, at: datetime, *, valid: bool = True) -> Vote:
    in_favour = Tally.of(("P1", "R1", "S1" if at == LATER else "E1") if valid else ("P1",))
    return Vote(about, "głosowanie", at, in_favour, Tally(0), Tally(0), application="A")


def away(*votes: Vote) -> list[tuple[str, str]]:
    cards = [card(name, idea=5) for name in ("P1", "E1", "S1")]
    some = refused_cards(in_two_parts(*votes), cards)
    return [(one.member, why.replace("\N{NO-BREAK SPACE}", " ")) for one, why in some]


def test_a_card_of_somebody_who_was_not_there_when_the_operation_was_voted_on_is_refused():
    assert away(vote("points", LATER)) == [("E1", AWAY)]
    assert how_many_assess(in_two_parts(vote("points", LATER)), "A") == 3


def test_the_vote_on_points_tells_when_the_operation_was_judged_before_any_other():
    assert away(vote("conformity", START), vote("points", LATER)) == [("E1", AWAY)]
    assert away(vote("selection", START), vote("conformity", LATER)) == [("E1", AWAY)]


def test_of_an_operation_without_a_vote_presence_at_the_sitting_is_enough():
    assert away() == []
    assert away(replace(vote("points", LATER), application="B")) == []


def test_whoever_was_there_only_at_a_vote_repeated_later_is_refused():
    assert away(vote("points", START, valid=False), vote("points", LATER)) == [("E1", AWAY)]
