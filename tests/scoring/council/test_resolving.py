"""What the council's votes make of a decision: no selection without a valid vote."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.application import Application
from scoring.call import Call
from scoring.council.attendance import Part, Presence
from scoring.council.member import Member, Sector
from scoring.council.rules import CouncilRules
from scoring.council.sitting import Council, HeldSitting, Sitting, TieOrder, held
from scoring.council.ties import ExclusionDecision
from scoring.council.vote import About, Tally, Vote
from scoring.deciding import decide
from scoring.decision import Decision, Outcome
from tests.scoring import scenario as the
from tests.scoring.scenario import Scenario

SCENARIO = Scenario(
    name="A point for every job; ten points are asked; the limit holds three operations.",
    criteria=[{"id": "jobs", "kind": "per_unit", "fact": "jobs", "points": 10, "cap": 100}],
    minimum={"points": 10},
    limit={"pln": 30000, "policy": "stop"},
)
CALL, _ = the.call(SCENARIO)
RULESET, _ = the.ruleset(SCENARIO)
START = datetime.fromisoformat("2022-06-01T10:00")
SECTORS: list[Sector] = ["public", "public", "economic", "economic", "social", "social"]
MEMBERS = tuple(
    Member(name=f"Członek {place}", sector=sector) for place, sector in enumerate(SECTORS)
)
NAMES = [one.name for one in MEMBERS]
ALL = Tally(6)


def vote(about: About, number: str | None, *, favour: Tally = ALL, against: int = 0) -> Vote:
    return Vote(
        about, "uchwała", START + timedelta(minutes=30), favour, Tally(against), Tally(0), number
    )


def sitting(*votes: Vote, orders: tuple[TieOrder, ...] = (), excluded: tuple[str, ...] = ()):
    rules = CouncilRules.model_validate({"quorum": {"percent": 50, "source": "§ 5"}})
    end = START + timedelta(hours=3)
    told = Sitting(
        "1/2022",
        (Part(START, end, "Sala", "in_person"),),
        NAMES[0],
        presences=tuple(Presence(name, START) for name in NAMES),
        exclusions=tuple(
            ExclusionDecision(member=name, application="A", excluded=True, reason="rodzina")
            for name in excluded
        ),
        votes=votes,
        tie_orders=orders,
    )
    return held(Council(MEMBERS, rules, signed=frozenset(NAMES)), told, "2019")


def application(number: str, jobs: int = 1) -> Application:
    return Application(number, the.facts({"jobs": jobs}))


def decided(found: HeldSitting | None, *applications: Application, call: Call = CALL) -> Decision:
    return decide(call, RULESET, applications or [application("A")], sitting=found)


def outcome(decision: Decision, number: str = "A") -> tuple[Outcome, list[str]]:
    one = decision.find(number)
    assert one is not None
    return one.outcome, [missing.why for missing in one.missing]


def test_a_valid_vote_selects():
    assert outcome(decided(sitting(vote("selection", "A")))) == (Outcome.SELECTED, [])


def test_where_no_sitting_is_recorded_points_alone_decide():
    assert outcome(decided(None)) == (Outcome.SELECTED, [])


def test_without_a_vote_nothing_is_selected():
    assert outcome(decided(sitting())) == (Outcome.UNDECIDED, ["vote"])


def test_an_invalid_vote_selects_nobody_and_says_why():
    # Of four who may still vote two are public: 50 % of the votes.
    lame = vote("selection", "A", favour=Tally(4))
    decision = decided(sitting(lame, excluded=("Członek 2", "Członek 4")))
    assert outcome(decision) == (Outcome.UNDECIDED, ["vote_invalid"])
    one = decision.find("A")
    assert one is not None
    said = one.missing[0].sentence(RULESET.catalogue).replace("\N{NO-BREAK SPACE}", " ")
    assert "sektor publiczny: 2 z 4 głosów, czyli 50 %" in said
    assert one.rank is None
    assert one.granted is None


def test_an_invalid_vote_that_was_repeated_validly_selects():
    invalid, valid = vote("selection", "A", favour=Tally(9)), vote("selection", "A")
    assert outcome(decided(sitting(invalid, valid))) == (Outcome.SELECTED, [])


def test_a_valid_vote_is_not_undone_by_an_invalid_one_after_it():
    valid, invalid = vote("selection", "A"), vote("selection", "A", favour=Tally(9))
    assert outcome(decided(sitting(valid, invalid))) == (Outcome.SELECTED, [])


def test_a_lost_vote_selects_nobody():
    lost = vote("selection", "A", favour=Tally(2), against=4)
    assert outcome(decided(sitting(lost))) == (Outcome.UNDECIDED, ["vote_lost"])


@pytest.mark.parametrize("about", ["points", "amount"])
def test_an_invalid_vote_on_points_or_amount_holds_the_selection_back(about):
    votes = (vote(about, "A", favour=Tally(7)), vote("selection", "A"))
    assert outcome(decided(sitting(*votes))) == (Outcome.UNDECIDED, ["vote_invalid"])


def test_conformity_that_the_council_denies_stops_the_operation_at_the_gate():
    denied = vote("conformity", "A", favour=Tally(1), against=5)
    decision = decided(sitting(denied))
    assert outcome(decision) == (Outcome.NOT_ELIGIBLE, [])
    one = decision.find("A")
    assert one is not None
    said = [found.sentence for found in one.findings if found.stops]
    assert said == ["Rada: za 1, przeciw 5, wstrzymało się 0."]


def test_an_invalid_vote_on_conformity_leaves_the_operation_undecided():
    votes = (vote("conformity", "A", favour=Tally(8)), vote("selection", "A"))
    assert outcome(decided(sitting(*votes))) == (Outcome.UNDECIDED, ["vote_invalid"])


def test_an_operation_below_the_minimum_needs_no_vote_to_stay_there():
    decision = decided(sitting(), application("A", jobs=0))
    assert outcome(decision) == (Outcome.BELOW_MINIMUM, [])


def test_nobody_left_to_vote_on_one_operation_leaves_that_one_alone_undecided():
    votes = (vote("selection", "A", favour=Tally(0)), vote("selection", "B"))
    decision = decided(sitting(*votes, excluded=tuple(NAMES)), application("A"), application("B"))
    assert outcome(decision) == (Outcome.UNDECIDED, ["vote_invalid"])
    assert outcome(decision, "B") == (Outcome.SELECTED, [])


EQUALS = [application(number) for number in "ABCD"]
SELECTED = tuple(vote("selection", number) for number in "ABCD")


def test_equals_on_the_limit_line_stand_as_the_council_voted():
    tie = replace(vote("tie", None), concerns=("A", "B", "C", "D"))
    order = TieOrder(vote=4, order=("D", "B", "A", "C"))
    decision = decided(sitting(*SELECTED, tie, orders=(order,)), *EQUALS)
    listed = [(one.application.number, one.rank, one.outcome) for one in decision.assessments]
    assert listed == [
        ("D", 1, Outcome.SELECTED),
        ("B", 2, Outcome.SELECTED),
        ("A", 3, Outcome.SELECTED),
        ("C", 4, Outcome.SELECTED_OUTSIDE_LIMIT),
    ]


def test_an_invalid_vote_on_equals_orders_nobody():
    tie = replace(vote("tie", None, favour=Tally(9)), concerns=("A", "B", "C", "D"))
    order = TieOrder(vote=4, order=("D", "B", "A", "C"))
    decision = decided(sitting(*SELECTED, tie, orders=(order,)), *EQUALS)
    assert {one.outcome for one in decision.assessments} == {Outcome.UNDECIDED}
    assert {one.rank for one in decision.assessments} == {1}


def test_a_vote_on_some_of_the_equals_orders_nobody():
    tie = replace(vote("tie", None), concerns=("A", "B"))
    decision = decided(
        sitting(*SELECTED, tie, orders=(TieOrder(vote=4, order=("B", "A")),)), *EQUALS
    )
    assert {one.rank for one in decision.assessments} == {1}


def test_the_council_orders_equals_only():
    tie = replace(vote("tie", None), concerns=("A", "B"))
    better = [application("A", jobs=1), application("B", jobs=2)]
    decision = decided(
        sitting(*SELECTED, tie, orders=(TieOrder(vote=4, order=("A", "B")),)), *better
    )
    assert [one.application.number for one in decision.assessments] == ["B", "A"]


def test_the_sitting_is_part_of_the_fingerprint():
    fingerprints = {
        decided(sitting(*SELECTED)).fingerprint,
        decided(sitting(*SELECTED, vote("list", None))).fingerprint,
        decided(None).fingerprint,
    }
    assert len(fingerprints) == 3


@given(st.integers(0, 8), st.integers(0, 8), st.sets(st.sampled_from(NAMES)))
def test_whoever_is_selected_has_a_valid_vote_that_passed(favour, against, excluded):
    taken = vote("selection", "A", favour=Tally(favour), against=against)
    found = sitting(taken, excluded=tuple(sorted(excluded)))
    selected = outcome(decided(found))[0] is Outcome.SELECTED
    assert selected is (found.votes[0].valid and found.votes[0].passed is True)
