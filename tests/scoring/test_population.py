"""Numbers of inhabitants: which one holds, whether the source decides, and what is printed."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from scoring.application import Application
from scoring.call import Lgd
from scoring.canonical import inputs
from scoring.deciding import decide
from scoring.facts import FactValue
from scoring.population import (
    FACT,
    Population,
    depends_on_source,
    evidence,
    of_day,
    reference_day,
    statement,
)
from tests.intake.office import CALL_1, RULESET
from tests.scoring.scenario import plain_spaces

OLD, NEW = date(2013, 12, 31), date(2020, 12, 31)
TOWN = (Population(4_956, NEW, "GUS"), Population(6_044, OLD, "wykaz gminy"))


def small(*numbers: int) -> tuple[Population, ...]:
    return tuple(Population(one, OLD, f"źródło {place}") for place, one in enumerate(numbers))


@pytest.mark.parametrize(
    ("numbers", "depends"),
    [
        ((4_999, 5_000), True),
        ((4_999, 4_998), False),
        ((5_000, 5_001), False),
        ((4_999,), False),
        ((), False),
    ],
)
def test_the_answer_depends_on_the_source_only_across_the_limit(numbers, depends):
    assert depends_on_source(small(*numbers)) is depends


def test_the_number_of_the_reference_day_holds():
    assert of_day(TOWN, OLD) == TOWN[1]
    assert of_day(TOWN, NEW) == TOWN[0]
    assert of_day(TOWN, date(2021, 12, 31)) is None


def test_two_sources_of_one_day_hold_only_where_they_agree():
    assert of_day(small(5_000, 5_000), OLD) == small(5_000)[0]
    assert of_day(small(4_999, 5_000), OLD) is None


@pytest.mark.parametrize(("regime", "day"), [("2015", OLD), ("2019", OLD), ("2023", NEW)])
def test_the_reference_day_is_that_of_the_regime(regime, day):
    assert reference_day(CALL_1.model_copy(update={"regime": regime})) == day


def test_a_call_may_say_its_own_reference_day():
    day = date(2018, 12, 31)
    assert reference_day(CALL_1.model_copy(update={"population_on": day})) == day


@pytest.mark.parametrize(
    ("populations", "accepted", "said"),
    [
        (
            TOWN,
            6_044,
            (
                "Dąbrowa Białostocka: 6 044 mieszkańców (31.12.2013, wykaz gminy), 4 956 (31.12.2020, "
                "GUS): próg 5 000 zależy od źródła; przyjęto 6 044 (31.12.2013, wykaz gminy)."
            ),
        ),
        (
            TOWN[:1],
            4_956,
            (
                "Dąbrowa Białostocka: 4 956 mieszkańców (31.12.2020, GUS): poniżej progu 5 000; "
                "przyjęto 4 956 (31.12.2020, GUS)."
            ),
        ),
        (
            small(5_000),
            5_000,
            (
                "Dąbrowa Białostocka: 5 000 mieszkańców (31.12.2013, źródło 0): nie mniej niż próg "
                "5 000; przyjęto 5 000 (31.12.2013, źródło 0)."
            ),
        ),
        (
            small(1),
            2,
            (
                "Dąbrowa Białostocka: 1 mieszkaniec (31.12.2013, źródło 0): poniżej progu 5 000; "
                "przyjęto 2 (z rejestru, bez daty i źródła)."
            ),
        ),
        (
            TOWN[:1],
            None,
            (
                "Dąbrowa Białostocka: 4 956 mieszkańców (31.12.2020, GUS): poniżej progu 5 000; nie "
                "przyjęto żadnej liczby, bo na 31.12.2013 nie podaje jej żadne źródło."
            ),
        ),
        (
            small(10, 20),
            None,
            (
                "Dąbrowa Białostocka: 10 mieszkańców (31.12.2013, źródło 0), 20 (31.12.2013, źródło "
                "1): poniżej progu 5 000; nie przyjęto żadnej liczby, bo na 31.12.2013 źródła podają "
                "różne."
            ),
        ),
    ],
)
def test_the_sheet_says_every_number_whether_it_matters_and_what_was_taken(
    populations, accepted, said
):
    printed = statement("Dąbrowa Białostocka", populations, accepted, OLD)
    assert plain_spaces(printed) == said


def test_an_application_keeps_its_evidence_in_one_order():
    facts: dict[str, FactValue] = {"locality": "Dąbrowa Białostocka", FACT: 6_044}
    one = Application("1", facts, populations=TOWN)
    assert one == Application("1", facts, populations=TOWN[::-1])
    said = evidence(one, CALL_1)
    assert said is not None
    assert said.startswith("Dąbrowa Białostocka: ")
    assert evidence(Application("1", facts), CALL_1) is None


def test_the_evidence_is_hashed_where_there_is_any_and_changes_nothing_where_there_is_none():
    bare = Application("1", {"applicant": "Gmina"})
    plain, kept = (
        decide(CALL_1, RULESET, [one]) for one in (bare, replace(bare, populations=TOWN))
    )
    assert "populations" not in inputs(plain)["applications"][0]
    assert inputs(kept)["applications"][0]["populations"] == [
        {"inhabitants": 6_044, "on": "2013-12-31", "source": "wykaz gminy"},
        {"inhabitants": 4_956, "on": "2020-12-31", "source": "GUS"},
    ]
    assert inputs(kept, public=True) == inputs(plain, public=True)
    assert kept.fingerprint != plain.fingerprint


def test_what_a_call_does_not_say_is_not_hashed():
    call = inputs(decide(CALL_1, RULESET, []))["call"]
    assert "population_on" not in call
    assert "area" not in call["lgd"]


def test_nobody_lives_below_zero():
    with pytest.raises(ValueError, match="-1"):
        Population(-1, OLD, "GUS")


def test_an_area_without_gminas_is_none():
    with pytest.raises(ValidationError):
        Lgd(id="x", name="LGD", area=())
