"""What the selection brings to the indicators of the LSR."""

from decimal import Decimal
from typing import Any

import pytest

from scoring.application import Application
from scoring.call import Call
from scoring.deciding import decide
from scoring.export import results
from scoring.indicators import Indicator, balances, indicator_flaws
from scoring.ruleset import Ruleset
from tests.intake.office import CALL_1, RULESET, catalogue

JOBS = Indicator(
    id="jobs",
    name="Miejsca pracy",
    unit="szt.",
    target=Decimal(10),
    reached=Decimal(4),
    goal="1.1",
    source="LSR",
)
RULES = Ruleset.model_validate(
    {
        "lgd": "kraina",
        "scope": "start-of-business",
        "title": "Kryteria",
        "in_force_from": "2022-01-01",
        "status": "model",
        "scope_kind": "other",
        "minimum": {"points": 5},
        "ties": [{"fact": "submitted_at", "prefer": "earlier"}],
        "criteria": [
            {
                "id": "innovation",
                "name": "I",
                "kind": "yes_no",
                "fact": "innovative",
                "points": 5,
                "source": "LSR",
            }
        ],
    }
).bound(catalogue())[0]


def call(*indicators: Indicator, limit: int = 1000) -> Call:
    money = CALL_1.limit.model_copy(update={"pln": Decimal(limit), "policy": "stop"})
    return CALL_1.model_copy(update={"indicators": indicators or None, "limit": money})


def application(number: str, **facts: Any) -> Application:
    usual: dict[str, Any] = {
        "applicant": "Jan",
        "title": "Pracownia",
        "requested": 10000,
        "innovative": True,
        "submitted_at": CALL_1.opens_at,
    }
    return Application(number, usual | facts)


def rows(
    *applications: Application, indicators: tuple[Indicator, ...] = (JOBS,), limit: int = 1000
):
    return balances(decide(call(*indicators, limit=limit), RULES, applications))


def brings(value: str, number: str = "1") -> Application:
    return application(number, indicator="Miejsca pracy", indicator_value=Decimal(value))


@pytest.mark.parametrize(
    ("value", "left", "exceeded"),
    [("5.99", "0.01", False), ("6", "0", False), ("6.01", "-0.01", True)],
)
def test_the_target_is_exceeded_only_above_it(value, left, exceeded):
    (row,) = rows(brings(value)).rows
    assert (row.brought, row.left, row.exceeded) == (Decimal(value), Decimal(left), exceeded)


def test_only_what_fits_the_limit_is_brought():
    later = CALL_1.closes_at
    found = rows(
        brings("1", "A"),
        application("B", indicator="jobs", indicator_value=Decimal(2), submitted_at=later),
        limit=100,
    )
    assert (found.rows[0].brought, found.rows[0].operations) == (1, 1)


def test_a_value_that_is_not_known_is_counted_apart_and_nothing_is_said_to_be_left():
    found = rows(brings("1", "A"), application("B", indicator="JOBS "))
    (row,) = found.rows
    assert (row.brought, row.operations, row.unknown, row.left, row.exceeded) == (
        1,
        2,
        ("B",),
        None,
        None,
    )


def test_what_is_known_may_exceed_the_target_by_itself():
    found = rows(brings("7", "A"), application("B", indicator="jobs"))
    assert found.rows[0].exceeded is True


def test_nobody_knows_what_is_left_while_nobody_says_what_was_reached():
    (row,) = rows(brings("1"), indicators=(JOBS.model_copy(update={"reached": None}),)).rows
    assert (row.left, row.exceeded) == (None, None)


def test_applications_without_an_indicator_and_with_a_strange_one_are_named():
    found = rows(
        application("A"),
        application("B", indicator="Drogi", indicator_value=Decimal(1)),
        application("C", indicator="Mosty", innovative=False),
        application("D", indicator="Tunele", withdrawn=True),
    )
    assert found.unnamed == ("A",)
    assert found.strange == (("B", "Drogi"), ("C", "Mosty"))


def test_a_call_without_indicators_has_none_in_its_json_and_the_fingerprint_it_had():
    plain = decide(CALL_1, RULESET, [])
    assert "indicators" not in results(plain)
    with_key = decide(CALL_1.model_copy(update={"indicators": (JOBS,)}), RULESET, [])
    assert "indicators" not in plain.call.model_dump(exclude_none=True)
    assert with_key.fingerprint != plain.fingerprint


def test_the_json_has_a_row_for_each_indicator():
    said = results(decide(call(JOBS), RULES, [brings("1.5")]))["indicators"]
    assert said == {
        "rows": [
            {
                "id": "jobs",
                "name": "Miejsca pracy",
                "unit": "szt.",
                "goal": "1.1",
                "target": "10",
                "reached": "4",
                "brought": "1.5",
                "left": "4.5",
                "exceeded": False,
                "operations": 1,
                "unknown": [],
            }
        ],
        "unnamed": [],
        "strange": [],
    }


@pytest.mark.parametrize(
    ("identifier", "name"), [("jobs", "Inne"), ("inne", "miejsca  PRACY"), ("Miejsca pracy", "x")]
)
def test_a_name_stands_for_one_indicator(identifier, name):
    other = JOBS.model_copy(update={"id": identifier, "name": name})
    assert [flaw.path for flaw in indicator_flaws((JOBS, other))] == [("indicators", 1)]
