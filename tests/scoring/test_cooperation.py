"""K9, the limit of aid for cooperation: its scenarios, and that each LGD stands on its own."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from reading.models import read_model
from reading.yaml_file import read_yaml
from scoring.answer import Finding, Verdict
from scoring.cooperation import (
    SOURCES,
    Basis,
    CooperationShare,
    cooperation_limit,
    cooperation_limits,
)
from scoring.rule_ids import run_by
from scoring.value import Value

FILE = Path(__file__).parent.parent / "scenarios" / "cooperation" / "k9.yaml"


class Given(Value):
    """What every scenario starts from; amounts are złoty."""

    share: dict[str, Any]
    basis: Basis


class Scenario(Value):
    """A sentence, what differs, and what must follow."""

    name: str
    share: dict[str, Any] = {}
    basis: Basis | None = None
    shows: dict[str, Verdict]
    says: str | None = None
    missing: tuple[str, ...] = ()


class ScenarioFile(Value):
    subject: str
    given: Given
    scenarios: tuple[Scenario, ...] = Field(min_length=1)


@cache
def scenarios() -> ScenarioFile:
    return read_model(read_yaml(FILE), ScenarioFile)


def grosze(value: object) -> object:
    amount = isinstance(value, int | Decimal) and not isinstance(value, bool)
    return int(Decimal(str(value)) * 100) if amount else value


def answered(one: Scenario) -> Finding:
    common = scenarios().given
    row = {key: grosze(value) for key, value in (common.share | one.share).items()}
    return cooperation_limit(CooperationShare.model_validate(row), one.basis or common.basis)


@pytest.mark.parametrize("one", scenarios().scenarios, ids=lambda one: one.name)
def test_scenario(one: Scenario):
    answer = answered(one)
    assert one.name.endswith(".")
    assert {answer.id: answer.verdict} == one.shows
    assert answer.wanted == one.missing
    assert answer.source == SOURCES[one.basis or scenarios().given.basis]
    assert one.says in (None, answer.sentence.replace("\xa0", " "))


@pytest.mark.parametrize("basis", ["programme", "regulation"])
def test_k9_is_shown_met_not_met_and_unknown_on_each_basis(basis: Basis):
    shown = {
        one.shows["K9"]
        for one in scenarios().scenarios
        if (one.basis or scenarios().given.basis) == basis
    }
    assert shown == {"met", "not_met", "unknown"}
    assert cooperation_limit in run_by("K9")


def test_each_lgd_of_a_project_is_asked_on_its_own():
    rich = CooperationShare(
        lgd="A", share=100, funds_19_2=10_000, projects_so_far=0, preparation_so_far=0
    ).model_copy(update={"preparation_only": False})
    poor = rich.model_copy(update={"lgd": "B", "funds_19_2": 1_000})
    strange = rich.model_copy(update={"lgd": "C", "funds_19_2": None})
    answers = cooperation_limits([rich, poor, strange], "regulation")
    assert [one.verdict for one in answers] == ["met", "not_met", "unknown"]
    assert [one.sentence.partition(":")[0] for one in answers] == ["A", "B", "C"]


amounts = st.none() | st.integers(min_value=0, max_value=10**9)
shares = st.builds(
    CooperationShare,
    lgd=st.just("A"),
    share=amounts,
    funds_19_2=amounts,
    funds_19_4=amounts,
    projects_so_far=amounts,
    preparation_so_far=amounts,
    preparation_only=st.none() | st.booleans(),
)
bases = st.sampled_from(["programme", "regulation"])


@given(shares, bases)
def test_an_answer_is_unknown_exactly_where_it_says_what_is_missing(share, basis):
    answer = cooperation_limit(share, basis)
    assert (answer.verdict == "unknown") is bool(answer.missing)


@given(shares, bases, st.fixed_dictionaries({}, optional={"share": st.integers(0, 10**9)}))
def test_what_becomes_known_never_turns_a_settled_answer(share, basis, learnt):
    known = {key: value for key, value in learnt.items() if getattr(share, key) is None}
    before, after = share, share.model_copy(update=known)
    settled = cooperation_limit(before, basis).verdict
    assert settled in ("unknown", cooperation_limit(after, basis).verdict)
