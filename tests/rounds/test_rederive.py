"""A decision can be made again from its JSON and texts alone, and is the same to the last byte."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from reading.problems import Refused
from rounds.open_call import open_call
from rounds.rederive import TooNew, from_json, rederive, texts_of
from scoring.canonical import inputs
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.export import results
from templates.attachments import Carried
from templates.documents import documents_of
from tests.scoring import scenario as the
from tests.scoring.council.test_resolving import decided as voted
from tests.scoring.council.test_resolving import sitting, vote
from tests.scoring.drawn_calls import everything
from tests.scoring.programme import scenario as under_programme
from tests.scoring.programme.test_properties import ANY as OF_PROGRAMME
from tests.scoring.programme.test_properties import decided as of_programme
from tests.scoring.test_properties import RULES
from tests.templates import council, decisions, notices, programme

EXAMPLES = Path(__file__).parents[2] / "examples"
CALLS = sorted(one.parent.name for one in EXAMPLES.glob("*/call.yaml"))


def again(decision: Decision) -> Decision:
    """Make a decision again out of text: nothing of the first one is left."""
    return from_json(json.dumps(inputs(decision), ensure_ascii=False), texts_of(decision))


def holds(decision: Decision) -> None:
    made = again(decision)
    assert inputs(made) == inputs(decision)
    assert made == decision
    assert made.fingerprint == decision.fingerprint
    assert results(made) == results(decision)


@pytest.mark.parametrize("name", CALLS)
def test_the_decision_of_every_example_is_made_again_with_all_that_is_printed(name):
    decision = open_call(EXAMPLES / name).decide()
    holds(decision)
    made = again(decision)
    assert Carried(made).whole == Carried(decision).whole
    printed = [(one.name, one.view(1)) for one in documents_of(decision)]
    assert [(one.name, one.view(1)) for one in documents_of(made)] == printed


@given(everything())
def test_any_call_is_decided_again_alike(given_call):
    call, applications, cards = given_call
    holds(decide(call, RULES, applications, cards))


@given(OF_PROGRAMME)
@settings(max_examples=60)
def test_any_call_under_the_programme_is_decided_again_alike(drawn):
    holds(of_programme(drawn))


PLAIN = [(name, the.whole(path, place)) for name, path, place in the.every()]
SOUND = [one for name, one in PLAIN if not one.flaws and not one.refused]


def test_every_scenario_of_points_and_ranking_is_decided_again_alike():
    assert len(SOUND) > 100
    for scenario in SOUND:
        holds(the.decided(scenario))


def test_every_scenario_of_the_programme_is_decided_again_alike():
    for _, scenario in under_programme.every():
        holds(under_programme.decided(scenario))


VOTED = {
    "selected": (vote("selection", "A"),),
    "not asked": (),
    "lost": (vote("conformity", "A"), vote("selection", "A", against=6)),
}


@pytest.mark.parametrize("votes", VOTED.values(), ids=VOTED)
def test_a_sitting_is_counted_again_from_its_record(votes):
    holds(voted(sitting(*votes, excluded=("Członek 1",))))


PRINTED: dict[str, Any] = {
    "large": decisions.large,
    "competition": programme.competition,
    "partnership": programme.partnership,
    "notices": lambda: notices.decided("2023"),
    "sitting": lambda: council.sat("2P 2S 1E", council.some(2), council.steps("1/2022/01", 10)),
}


@pytest.mark.parametrize("make", PRINTED.values(), ids=PRINTED)
def test_the_calls_that_documents_are_tried_on_are_decided_again_alike(make):
    holds(make())


def example() -> tuple[dict[str, Any], dict[str, tuple[str, str]]]:
    decision = open_call(EXAMPLES / "trygon-2013").decide()
    return json.loads(json.dumps(inputs(decision))), texts_of(decision)


def test_a_text_that_is_not_there_is_named_with_its_hash():
    given_, texts = example()
    (criteria,) = given_["criteria"]
    del texts[criteria["sha256"]]
    with pytest.raises(Refused, match=criteria["sha256"]) as refused:
        rederive(given_, texts)
    assert refused.value.problems[0].file == criteria["name"]


def test_a_text_that_was_changed_is_named():
    given_, texts = example()
    (criteria,) = given_["criteria"]
    name, text = texts[criteria["sha256"]]
    texts[criteria["sha256"]] = name, text.replace("1", "2", 1)
    with pytest.raises(Refused, match="jest inny niż ten"):
        rederive(given_, texts)


@pytest.mark.parametrize("changed", [{"format": 2}, {"engine": "99"}])
def test_what_a_newer_program_wrote_is_not_guessed_at(changed):
    given_, texts = example()
    with pytest.raises(TooNew, match="nowszy program"):
        rederive(given_ | changed, texts)


@pytest.mark.parametrize("changed", [{"format": None}, {"format": "1"}, {"format": 0}])
def test_a_form_that_is_not_told_is_refused(changed):
    given_, texts = example()
    with pytest.raises(Refused, match="nie mówią, w jakiej są wersji"):
        rederive(given_ | changed, texts)


@pytest.mark.parametrize("key", ["call", "applications", "cards", "catalogue", "criteria"])
def test_json_of_another_form_is_refused(key):
    given_, texts = example()
    for value in (None, 7, [7], {"x": 1}):
        with pytest.raises(Refused):
            rederive(given_ | {key: value}, texts)


def test_a_text_that_is_no_json_is_refused_with_its_line():
    with pytest.raises(Refused, match="wiersz 2"):
        from_json('{\n"a": }', {})
