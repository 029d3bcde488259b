"""Whether a call may be held under other criteria: every refusal with its article, and what is allowed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from scoring.call import Call
from scoring.changing_rules import ANNOUNCED, APPLIED_2023, CONSENT, Moment, bans
from scoring.ruleset import Adoption, Consent, Ruleset
from tests.scoring import scenario as the
from tests.scoring.scenario import Scenario

A_CALL = Scenario(
    name="Nabór.", criteria=[{"id": "tourism", "kind": "yes_no", "fact": "tourism", "points": 2}]
)
CALL: Call = the.call(A_CALL)[0]
RULESET: Ruleset = the.ruleset(A_CALL)[0]
OPENS = CALL.opens_at
ANNOUNCEMENT = datetime.combine(CALL.announced_on, datetime.min.time())
DAY_BEFORE = ANNOUNCEMENT - timedelta(minutes=1)
ADOPTED = Adoption(
    title="Uchwała zmyślona nr 1",
    consent=Consent(body="Zarząd Województwa", date=CALL.announced_on - timedelta(days=5)),
)


def ruleset(**changed: Any) -> Ruleset:
    usual = {"lgd": CALL.lgd.id, "status": "adopted", "adopted_by": ADOPTED}
    return RULESET.model_copy(update=usual | changed)


def call(regime: str) -> Call:
    return CALL.model_copy(update={"regime": regime})


def told(regime: str, moment: Moment, **changed: Any) -> list[tuple[str, str]]:
    found = bans(call(regime), ruleset(**changed), moment)
    return [(one.what.replace("\N{NO-BREAK SPACE}", " "), one.article) for one in found]


ALLOWED = [
    ("2015", Moment(DAY_BEFORE, 0)),
    ("2019", Moment(DAY_BEFORE, None)),
    ("2023", Moment(DAY_BEFORE, None)),
    ("2023", Moment(ANNOUNCEMENT, None)),
    ("2023", Moment(OPENS - timedelta(minutes=1), None)),
    ("2023", Moment(OPENS, 0)),
    ("2023", Moment(CALL.closes_at, 0)),
]


@pytest.mark.parametrize(("regime", "moment"), ALLOWED, ids=str)
def test_criteria_with_consent_may_bind_before_the_announcement_and_in_2023_while_nobody_applied(
    regime: str, moment: Moment
):
    assert told(regime, moment) == []


@pytest.mark.parametrize("regime", ["2015", "2019"])
def test_in_the_older_wordings_criteria_never_change_from_the_day_of_the_announcement(regime: str):
    article = ANNOUNCED.format(regime=regime)
    for now in (ANNOUNCEMENT, OPENS, CALL.closes_at + timedelta(days=100)):
        for submitted in (0, None):
            ((what, said),) = told(regime, Moment(now, submitted))
            assert what.startswith("nabór ogłoszono ")
            assert said == article


@pytest.mark.parametrize(
    ("regime", "article"),
    [
        ("2015", ANNOUNCED.format(regime="2015")),
        ("2019", ANNOUNCED.format(regime="2019")),
        ("2023", APPLIED_2023),
    ],
)
def test_criteria_never_change_in_a_call_that_somebody_applied_in(regime: str, article: str):
    assert told(regime, Moment(OPENS, 1)) == [("w naborze złożono już 1 wniosek", article)]
    assert told(regime, Moment(OPENS, 5)) == [("w naborze złożono już 5 wniosków", article)]


def test_in_2023_nobody_knows_without_a_register_whether_somebody_applied():
    ((what, article),) = told("2023", Moment(OPENS, None))
    assert what.endswith("a bez rejestru nie wiadomo, czy ktoś złożył wniosek")
    assert article == APPLIED_2023


def test_in_2023_criteria_do_not_change_after_the_call_has_closed():
    ((what, article),) = told("2023", Moment(CALL.closes_at + timedelta(minutes=1), 0))
    assert what.startswith("nabór zakończył się ")
    assert article == APPLIED_2023


@pytest.mark.parametrize(("status", "name"), [("proposal", "projekt"), ("model", "model")])
def test_criteria_that_nobody_adopted_bind_nobody(status: str, name: str):
    found = told("2023", Moment(DAY_BEFORE, 0), status=status, adopted_by=None)
    assert found == [(f"kryteria mają status „{name}”: nikt ich nie przyjął", CONSENT)]


@pytest.mark.parametrize(
    "adopted_by", [None, Adoption(title="Uchwała zmyślona nr 1")], ids=["no act", "no consent"]
)
def test_criteria_without_the_named_and_dated_consent_of_the_board_bind_nobody(adopted_by):
    found = told("2023", Moment(DAY_BEFORE, 0), adopted_by=adopted_by)
    assert found == [("plik kryteriów nie podaje zgody zarządu województwa na zmianę", CONSENT)]


def test_a_consent_that_is_dated_tomorrow_is_none_today_and_one_of_today_is():
    today = DAY_BEFORE.date()
    for day, refused in ((today, 0), (today + timedelta(days=1), 1)):
        consent = Consent(body="Zarząd Województwa", date=date.fromordinal(day.toordinal()))
        adopted = ADOPTED.model_copy(update={"consent": consent})
        assert len(told("2023", Moment(DAY_BEFORE, 0), adopted_by=adopted)) == refused


def test_criteria_of_another_lgd_bind_nobody_here():
    ((what, article),) = told("2023", Moment(DAY_BEFORE, 0), lgd="inna")
    assert what == f"kryteria są LGD „inna”, a nabór prowadzi LGD „{CALL.lgd.id}”"
    assert article == CONSENT


def test_everything_that_stands_against_it_is_told_at_once():
    found = bans(
        call("2019"), ruleset(lgd="inna", status="proposal"), replace(Moment(OPENS, 0), submitted=3)
    )
    assert len(found) == 3
    assert all(one.write for one in found)
