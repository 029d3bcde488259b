"""The list of selected operations tells what the selection brings to the indicators of the LSR."""

from decimal import Decimal

import pytest

from scoring.decision import Decision
from scoring.indicators import Indicator
from templates.selected_operations.view import view
from tests.templates import programme as the
from tests.templates.programme import holds
from tests.templates.test_printing import printed, text_of

JOBS = Indicator(
    id="jobs",
    name="Miejsca pracy",
    unit="etat",
    target=Decimal(5),
    reached=Decimal(4),
    source="LSR",
)


@pytest.fixture(scope="module")
def decision() -> Decision:
    some = [
        the.application(1, indicator="Miejsca pracy", indicator_value=Decimal(2)),
        the.application(2, indicator="Most Jana Nowaka", indicator_value=Decimal(1)),
    ]
    return the.decided(some, (), the.call(indicators=(JOBS,)))


@pytest.mark.parametrize("name", ["lista-wybranych", "lista-wybranych-publiczna"])
def test_both_lists_have_the_table(name: str, decision: Decision) -> None:
    text = text_of(printed(decision, name))
    assert "Wskaźniki LSR" in text
    assert holds(text, "Miejsca pracy (etat) 5 4 2 przekroczono o 1")


def test_what_an_applicant_wrote_is_not_published(decision: Decision) -> None:
    said = "podaje wskaźnik „Most Jana Nowaka”, którego nabór nie ma."
    assert holds(text_of(printed(decision, "lista-wybranych")), said)
    assert "Most" not in text_of(printed(decision, "lista-wybranych-publiczna"))


def test_a_call_without_indicators_has_no_table() -> None:
    assert view(the.decided([the.application(1)]), 1, "internal").indicators is None
