"""What a public document states holds together, and where somebody changed it, it does not."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from rounds.proof.published import inconsistencies, printed_otherwise
from scoring.call import Call
from scoring.deciding import decide
from scoring.decision import Decision
from templates.attachments import NAME, Carried
from templates.documents import documents_of
from tests.scoring.drawn_calls import BY_SCORE as BY_SCORE_SCENARIO
from tests.scoring.drawn_calls import CONTENDERS, GROSZE, POLICIES, everything
from tests.scoring.drawn_calls import call as call_for
from tests.scoring.programme.test_properties import ANY as OF_PROGRAMME
from tests.scoring.programme.test_properties import decided as of_programme
from tests.scoring.test_properties import RULES, SCORES
from tests.templates.decisions import large


def stated(
    decision: Decision, name: str = "lista-rankingowa-publiczna.pdf"
) -> tuple[Any, Any, Call]:
    """What a public list states: its results, its page, and the call."""
    one = next(one for one in documents_of(decision, "00") if one.name == name)
    carried = json.loads(next(part.text for part in one.attached() if part.name == NAME))
    page = json.loads(one.view(1).model_dump_json())
    return carried["results"], page, Call.model_validate(carried["inputs"]["call"])


def said(results: Any, page: Any, call: Call) -> list[str]:
    return [
        *map(str, inconsistencies(results, call)),
        *map(str, printed_otherwise(page, results, call)),
    ]


def holds(decision: Decision) -> None:
    for one in documents_of(decision, "00"):
        if one.audience == "public":
            assert said(*stated(decision, one.name)) == [], one.name


@given(everything())
def test_what_is_published_of_any_call_holds_together(given_call):
    made, applications, cards = given_call
    holds(decide(made, RULES, applications, cards))


@given(CONTENDERS, GROSZE, POLICIES)
def test_so_it_does_where_the_limit_is_short(applications, money, policy):
    holds(decide(call_for(money, policy, BY_SCORE_SCENARIO), SCORES, applications))


@given(OF_PROGRAMME)
@settings(max_examples=60)
def test_so_it_does_under_the_programme(drawn):
    holds(of_programme(drawn))


DECISION = large()
FIRST_WITHIN = DECISION.assessments[0].application.number


def change(**values: Any) -> Callable[[Any], None]:
    def changed(results: Any) -> None:
        results["applications"][0] |= values

    return changed


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        (change(rank=2), "rank"),
        (change(points="0.5"), "points"),
        (change(points="57.123"), "points"),
        (change(granted="99999.00"), "granted"),
        (change(requested="99999.00"), "page.json"),
        (change(entitled="99999.00"), "granted"),
        (change(within_limit=False), "within_limit"),
        (change(outcome="selected_outside_limit"), "within_limit"),
        (change(outcome="below_minimum"), "within_limit"),
        (lambda results: results.update(limit="1"), "results, limit"),
        (lambda results: results.update(granted="1"), "results, granted"),
        (lambda results: results.update(left="1"), "results, left"),
        (lambda results: results.update(minimum="66"), "points"),
    ],
)
def test_what_does_not_follow_is_named(changed, where):
    results, page, call = stated(DECISION)
    results["provisional"] = False
    assert said(results, page, call) == []
    changed(results)
    found = said(results, page, call)
    assert any(where in one for one in found), found


def test_a_limit_that_would_let_others_in_is_found():
    results, page, call = stated(DECISION)
    results["provisional"] = False
    more = call.model_copy(update={"limit": call.limit.model_copy(update={"pln": 1_100_000})})
    found = said(results, page, more)
    assert any("outcome" in one and "w limicie" in one for one in found), found


def test_a_row_of_the_page_is_compared_with_what_is_stated():
    results, page, call = stated(DECISION)
    page["rows"][0]["entry"]["points"] = "1"
    page["granted"] = "1,00 zł"
    found = said(results, page, call)
    assert any(f"wniosek {FIRST_WITHIN}, points: stoi „1”" in one for one in found)
    assert any("page.json, granted: stoi „1,00 zł”" in one for one in found)


def test_without_a_salt_nothing_is_committed_to():
    (decision, *_) = Carried(DECISION).public(DECISION.assessments)
    assert "commitments" not in json.loads(decision.text)
