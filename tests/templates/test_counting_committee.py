"""The minutes of the counting committee: who counted, how it was voted, who did not vote and why."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rounds.open_call import open_call
from scoring.council.attendance import Part
from scoring.council.vote import Tally
from scoring.decision import Decision
from templates.counting_committee.view import View, view
from templates.press import press
from tests.templates.council import On, at, held_in, sat, some, steps
from tests.templates.test_printing import printed, text_of
from tests.templates.test_safety import HOSTILE

EXAMPLE = Path(__file__).parents[2] / "examples" / "posiedzenie-19"
VOTES = [
    On("order", None, at("09:05"), subject="Wybór komisji skrutacyjnej"),
    *steps("1/2022/01", 10),
    *steps("1/2022/02", 11),
]
EXCLUDED = {"1/2022/01": ("S1",), "1/2022/02": ("E1",)}


@pytest.fixture(scope="module")
def decision() -> Decision:
    return sat("3P 3E 4S", some(2), VOTES, excluded=EXCLUDED)


def shown(decision: Decision, **changes: Any) -> View:
    """The minutes of the committee of a sitting with some changes."""
    held = held_in(decision)
    return view(decision, 1, replace(held, sitting=replace(held.sitting, **changes)))


def plain(texts: tuple[str, ...]) -> list[str]:
    return [one.replace("\xa0", " ") for one in texts]


def test_they_tell_the_call_and_every_part_of_the_sitting() -> None:
    parts = [
        Part(at("09:00"), at("09:30"), "Zmyślin", "in_person"),
        Part(at("09:40"), at("15:00"), "Przykładowo", "in_person"),
    ]
    found = shown(sat("3P 3E 4S", some(2), VOTES, parts=parts))
    assert plain(found.when) == [
        "Posiedzenie odbyło się w 2 częściach:",
        "część pierwsza: 1 czerwca 2022 r., w godz. 09:00–09:30, Zmyślin (posiedzenie: stacjonarne);",
        "część druga: 1 czerwca 2022 r., w godz. 09:40–15:00, Przykładowo (posiedzenie: stacjonarne).",
    ]
    assert found.about.startswith("Posiedzenie dotyczyło naboru nr ")


def test_nobody_is_named_chair_where_no_chair_is_recorded(decision: Decision) -> None:
    found = shown(decision, committee=("S1", "Jan Biurowy"))
    assert found.composed == (("Członek komisji", "S1"), ("Członek komisji", "Jan Biurowy"))
    assert found.signatures == ("S1", "Jan Biurowy")


def test_the_chair_of_the_committee_stands_first_and_signs_as_such(decision: Decision) -> None:
    found = shown(decision, committee=("S2", "P2", "X"), committee_chair="P2")
    assert found.composed[0] == ("Przewodniczący komisji", "P2")
    assert found.signatures == ("Przewodniczący komisji: P2", "S2", "X")
    assert shown(decision, committee_chair="S2").composed[0] == ("Przewodnicząca komisji", "S2")
    unknown = shown(decision, committee=("X", "S1"), committee_chair="X")
    assert unknown.composed[0] == ("Przewodniczenie komisji", "X")


def test_the_vote_by_which_the_committee_was_chosen_is_named(decision: Decision) -> None:
    assert shown(decision).chosen == "Komisję wybrano w głosowaniu nr 1."
    other = sat("3P 3E 4S", some(2), VOTES[1:])
    assert shown(other).chosen is None
    lost = replace(VOTES[0], against=("P1", "P2", "P3", "E1", "E2", "S4"))
    assert shown(sat("3P 3E 4S", some(2), [lost])).chosen is None


def test_a_committee_that_nobody_wrote_down_is_left_to_sign(decision: Decision) -> None:
    found = shown(decision, committee=())
    assert (found.composed, found.signatures) == ((), ("Komisja skrutacyjna",))


def test_every_vote_tells_whether_it_was_by_name(decision: Decision) -> None:
    votes = held_in(decision).sitting.votes
    assert {one.way for one in shown(decision).counted} == {"imienne"}
    bare = replace(votes[0], in_favour=Tally(5), against=Tally(3))
    nobody = replace(votes[1], in_favour=Tally(0), against=Tally(0))
    held = held_in(decision)
    changed = tuple(
        replace(one, vote=vote)
        for one, vote in zip(held.votes, (bare, nobody, *votes[2:]), strict=True)
    )
    found = view(decision, 1, replace(held, votes=changed))
    assert [one.way for one in found.counted][:3] == ["bez nazwisk", "–", "imienne"]


def test_the_excluded_are_told_by_the_numbers_of_the_votes(decision: Decision) -> None:
    assert [(one.votes, one.who) for one in shown(decision).excluded] == [
        ("2–4", "S1 – powiązanie"),
        ("5–7", "E1 – powiązanie"),
    ]
    nobody = sat("3P 3E 4S", some(1), VOTES[:4])
    assert shown(nobody).excluded == ()


def test_a_void_vote_is_told_with_its_reasons_and_what_came_after(decision: Decision) -> None:
    assert shown(decision).void == ()
    there = {
        name: (at("09:00"), at("10:05"))
        for name in ("P2", "P3", "E1", "E2", "E3", "S1", "S2", "S3")
    }
    votes = [*steps("1/2022/01", 10)]
    found = shown(sat("3P 3E 4S", some(1), votes, presences=there))
    (second, third) = found.void
    assert second.name == "Głosowanie nr 2 – Głosowanie próbne (wniosek 1/2022/01)"
    assert plain(second.reasons)[0] == ("Uprawnionych obecnych: 2 z 10, wymaga się co najmniej 5.")
    assert second.after == "Głosowania nie powtórzono."
    assert third.name.startswith("Głosowanie nr 3")


def test_remarks_of_the_committee_are_told_as_they_were_written(decision: Decision) -> None:
    assert shown(decision).remarks == ()
    remarks = "Głos nr 3 liczono **dwukrotnie**.\n\n- zgodnie"
    said = shown(decision, committee_remarks=remarks).remarks
    assert [[run.text for run in one.runs] for one in said] == [
        ["Głos nr 3 liczono ", "dwukrotnie", "."],
        ["zgodnie"],
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_remarks_are_printed_as_text(decision: Decision, words: str) -> None:
    found = shown(decision, committee_chair=words, committee=(words, "X"))
    pages = press("counting_committee", found)
    assert pages.pages >= 1


def test_minutes_of_the_example_hold_everything_that_is_signed() -> None:
    said = text_of(printed(open_call(EXAMPLE).decide(), "posiedzenie/komisja-skrutacyjna"))
    for part in (
        "część pierwsza: 1 czerwca 2022 r., w godz. 10:00–12:25, Zmyślin, Gminny Ośrodek Kultury",
        "Posiedzenie dotyczyło naboru nr 1/2022",
        "Przewodniczący komisji Bartosz Nieistny",
        "Komisję wybrano w głosowaniu nr 1.",
        "Głosowanie nr 7 – Zgodność z LSR (wniosek PZ/1/2/2022)",
        "Głosowanie powtórzono jako nr 8.",
        "Obliczono: 23 głosowania; nieważnych: 1.",
    ):
        assert part in said, part
