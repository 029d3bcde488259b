"""The published minutes: all the figures of the minutes, and nobody's name that may not be told."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rounds.open_call import open_call
from scoring.council.motion import Motion
from scoring.decision import Decision, Outcome
from templates.documents import documents_of
from templates.minutes.view import view as minutes
from templates.public_minutes.view import View, view
from tests.templates.council import On, at, held_in, sat, some, steps
from tests.templates.test_printing import attached, printed, text_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "posiedzenie-19"
NAME = "posiedzenie/protokol-publiczny"


@pytest.fixture(scope="module")
def decision() -> Decision:
    return open_call(EXAMPLE).decide()


@pytest.fixture(scope="module")
def everything(decision: Decision) -> str:
    """All that leaves the office: the text and what the PDF carries inside."""
    reader = printed(decision, NAME)
    return text_of(reader) + "\n".join(attached(reader).values())


def told(shown: View) -> str:
    """Every text of the published minutes, one after another."""
    return "\n".join(_texts(shown.model_dump(mode="json")))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value.replace("\xa0", " ").replace("\u202f", " ")
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def test_only_officers_and_the_excluded_of_the_public_sector_are_named(
    decision: Decision, everything: str
) -> None:
    held = held_in(decision)
    sitting = held.sitting
    excluded = {one.member for one in sitting.exclusions if one.excluded}
    public = {one.name for one in held.council.members if one.sector == "public"}
    allowed = {sitting.chair, sitting.secretary} | (excluded & public)
    named = {one.name for one in held.council.members if one.name in everything}
    assert named == allowed


def test_nothing_that_somebody_wrote_of_a_person_is_published(
    decision: Decision, everything: str
) -> None:
    sitting = held_in(decision).sitting
    written = [one.reason for one in sitting.exclusions]
    written += [one.to for one in held_in(decision).council.ties if one.note]
    written += [*sitting.guests, *sitting.agenda, *(one.text for one in sitting.motions)]
    written += [line for said in sitting.discussion.values() for line in said.splitlines() if line]
    assert [one for one in written if one in everything] == []
    # The catalogue of facts is carried too, and names the column of the number.
    assert not re.search(r"\bNIP\b\W{0,3}\d", everything)


def test_free_texts_of_a_sitting_never_reach_the_published_minutes() -> None:
    votes = [
        On("order", None, at("09:10"), subject="Wybór sekretarza: Jan Tajny"),
        On("order", None, at("09:20"), subject="Sprawy Jana Tajnego"),
        *(replace(one, subject="Tajny projekt") for one in steps("1/2022/01", 10)),
        On("list", None, at("11:00"), subject="Lista Tajnego"),
    ]
    decision = sat("2P 2E 3S", some(1), votes, discussion={"": "Tajny", "1/2022/01": "Tajny"})
    held = held_in(decision)
    full = replace(held.sitting, agenda=("Tajny",), guests=("Jan Tajny",), committee=("Tajny",))
    full = replace(full, motions=(Motion("Jan Tajny", "o Tajne obrady", vote=0),))
    shown = told(view(decision, 1, replace(held, sitting=full)))
    assert "Tajn" not in shown
    assert "Głosy liczyła komisja skrutacyjna (skład: 1 osoba)." in shown


def test_every_vote_has_the_number_and_the_figures_of_the_minutes(decision: Decision) -> None:
    held = held_in(decision)
    inside, outside = minutes(decision, 1, held), view(decision, 1, held)
    full = {one.name: (one.when, one.figures, one.shares, one.result) for one in _ballots(inside)}
    public = {
        one.name: (one.when, one.figures, one.shares, one.result) for one in _ballots(outside)
    }
    assert len(public) == len(held.votes)
    assert public == full
    assert {one.ways for one in _ballots(outside)} == {()}


def _ballots(shown: Any) -> Iterator[Any]:
    yield from shown.officer_votes
    yield from shown.agenda_votes
    yield from shown.exclusion_votes
    for one in shown.operations:
        yield from (*getattr(one, "conformity", ()), *one.votes)
    yield from (*shown.list_votes, *shown.other_votes)


def test_exclusions_stand_with_the_operations_that_they_concern(decision: Decision) -> None:
    shown = view(decision, 1, held_in(decision))
    excluded = {one.entry.number: one.excluded for one in shown.operations}
    assert _plain(excluded["PZ/1/2/2022"]) == ["3 członków Rady (sektor gospodarczy)"]
    assert _plain(excluded["PZ/1/4/2022"]) == ["Adela Zmyślona (sektor publiczny)"]
    assert "PZ/1/7/2022" not in excluded


def test_who_left_is_counted_and_not_named(everything: str) -> None:
    assert "O godz. 12:00 wyszły 3 osoby." in everything


def test_of_applicants_only_what_the_public_lists_show(decision: Decision) -> None:
    shown = view(decision, 1, held_in(decision))
    entries = [one.entry for one in shown.operations] + [one.entry for one in shown.ranking]
    assert {one.identifier for one in entries} == {None}


def test_excluded_by_a_stage_are_counted_like_any_other() -> None:
    votes = steps("1/2022/01", 10)
    decision = sat("2P 2E 3S", some(1), votes, excluded={"1/2022/01": ["P1", "S1"]}, chair="E1")
    shown = view(decision, 1, held_in(decision))
    assert _plain(shown.operations[0].excluded) == [
        "P1 (sektor publiczny)",
        "1 członek Rady (sektor społeczny)",
    ]
    assert _plain(shown.operations[0].votes[0].not_voting) == [
        "wyłączenie z oceny operacji – 2 osoby"
    ]


def _plain(some: tuple[str, ...]) -> list[str]:
    return [one.replace("\xa0", " ").replace("\u202f", " ") for one in some]


def test_under_the_wording_of_2023_nobody_excluded_is_named() -> None:
    votes = steps("1/2022/01", 10)
    decision = sat(
        "2P 2E 3S", some(1), votes, excluded={"1/2022/01": ["P2"]}, chair="E1", regime="2023"
    )
    assert NAME + ".pdf" in [one.name for one in documents_of(decision)]
    shown = view(decision, 1, held_in(decision))
    assert _plain(shown.operations[0].excluded) == ["1 członek Rady (sektor publiczny)"]
    assert shown.operations[0].votes[0].subject == "Spełnienie warunków udzielenia wsparcia"
    assert "P2" not in told(shown)


def test_unsigned_and_void_votes_are_told_without_names() -> None:
    votes = [On("selection", "1/2022/01", at("10:00"))]
    decision = sat("5P 2E 1S", some(1), votes, unsigned=["S1"], chair="E1")
    assert decision.assessments[0].outcome is Outcome.UNDECIDED
    shown = view(decision, 1, held_in(decision))
    (vote,) = shown.operations[0].votes
    assert _plain(vote.not_voting) == [
        "brak podpisanej deklaracji bezstronności i poufności – 1 osoba"
    ]
    assert vote.mark == "void"
    assert vote.remarks == ("Głosowania nie powtórzono.",)
    assert {"E2", "P1", "P5"} & set(re.findall(r"\b[PES]\d\b", told(shown))) == set()


def test_it_goes_to_the_website_and_not_to_the_board(decision: Decision) -> None:
    (one,) = [each for each in documents_of(decision) if each.name == f"{NAME}.pdf"]
    assert one.goes_to("website")
    assert not one.goes_to("board")
