"""What a rule gives fast is what the criterion says of it when it is asked to explain."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from scoring.facts import Catalogue, Fact, FactType
from scoring.points import Criterion
from scoring.points.bands import Bands
from scoring.points.case import NOBODY_JUDGED
from scoring.points.parts import Parts
from scoring.points.ratio import Ratio

CATALOGUE = Catalogue(
    [
        Fact(id="part", name="część", type=FactType.DECIMAL),
        Fact(id="whole", name="całość", type=FactType.DECIMAL),
        Fact(id="less", name="mniej", type=FactType.DECIMAL),
        Fact(id="yes", name="tak", type=FactType.YES_NO),
    ]
)
SHARE = Fact(id="share", name="udział", type=FactType.SHARE)
NUMBERS = st.one_of(
    st.integers(-40, 40), st.decimals(-40, 40, places=2, allow_nan=False, allow_infinity=False)
)
LIMITS = st.lists(
    st.decimals(-30, 130, places=1, allow_nan=False), min_size=1, max_size=5, unique=True
).map(sorted)


@st.composite
def ranges(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw ranges that rise, each included from its beginning or not, some with an end."""
    limits: list[Decimal] = draw(LIMITS)
    found: list[dict[str, Any]] = []
    for place, limit in enumerate(limits):
        one: dict[str, Any] = {draw(st.sampled_from(["from", "above"])): limit, "points": place + 1}
        if draw(st.booleans()):
            end = limits[place + 1] if place + 1 < len(limits) else limit + 10
            one[draw(st.sampled_from(["to", "below"]))] = (limit + end) / 2
        found.append(one)
    return found


def bound(written: dict[str, Any]) -> Any:
    criterion: Any = TypeAdapter(Criterion).validate_python({"id": "c", "name": "C"} | written)
    return criterion.bound(CATALOGUE)[0]


def reached(bands: list[dict[str, Any]], value: Any) -> int | None:
    """Read the ranges one after another, as a person would."""
    found: int | None = 0
    for one in bands:
        if value > one["above"] if "above" in one else value >= one["from"]:
            past = value > one["to"] if "to" in one else "below" in one and value >= one["below"]
            found = None if past else one["points"]
    return found


@settings(max_examples=100)
@given(ranges(), NUMBERS)
def test_a_value_gets_the_points_of_the_last_range_that_it_is_past_the_beginning_of(bands, value):
    criterion: Bands = bound({"kind": "bands", "fact": "part", "bands": bands})
    score = criterion.rule()({"part": value}, NOBODY_JUDGED)
    assert score.points == reached(bands, value)
    assert (score.points is None) == bool(score.missing)


@settings(max_examples=100)
@given(ranges(), NUMBERS, NUMBERS, NUMBERS)
def test_a_share_gets_the_points_of_the_range_that_its_explanation_names(bands, part, whole, less):
    written = {"kind": "ratio", "fact": "part", "minus": "less", "of": "whole", "bands": bands}
    criterion: Ratio = bound(written)
    facts = {"part": part, "whole": whole, "less": less}
    score = criterion.rule()(facts, NOBODY_JUDGED)
    share = criterion.reads(facts)
    if share is None:
        assert [one.why for one in score.missing] == ["zero_denominator"]
        return
    assert score.points == reached(bands, share)
    if score.points is not None:
        text = criterion.explain(score, facts, CATALOGUE)
        named = [one for one in criterion.bands if one.points == score.points]
        assert all(one.text(SHARE) in text for one in named)
    else:
        assert score.missing[0].value == share


@pytest.mark.parametrize("facts", [{"yes": True}, {"part": 3}, {"yes": False, "part": 9}, {}])
def test_applications_alike_in_a_criterion_share_one_score_and_the_unlike_do_not(facts):
    criterion: Parts = bound(
        {
            "kind": "parts",
            "parts": [
                {"id": "a", "name": "A", "kind": "yes_no", "fact": "yes", "points": 2},
                {
                    "id": "b",
                    "name": "B",
                    "kind": "bands",
                    "fact": "part",
                    "bands": [{"from": 1, "points": 3}, {"from": 5, "points": 4}],
                },
            ],
        }
    )
    rule = criterion.rule()
    first = rule(facts, NOBODY_JUDGED)
    others = [rule({"yes": yes, "part": n}, NOBODY_JUDGED) for yes in (True, False) for n in (1, 6)]
    assert rule(dict(facts), NOBODY_JUDGED) is first
    assert [one.points for one in others] == [5, 6, 3, 4]
    assert first == criterion.rule()(facts, NOBODY_JUDGED)
