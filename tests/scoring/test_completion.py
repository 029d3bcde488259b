"""What undecided applications wait for, and who can supply it."""

from scoring.completion import Waiting, waiting
from scoring.decision import Outcome
from scoring.explain import reasons
from tests.templates.decisions import large


def test_each_reason_of_an_undecided_application_is_told_once_by_who_supplies_it() -> None:
    decision = large()
    undecided = {one.application.number: one for one in decision.of(Outcome.UNDECIDED)}
    found = {one.application: one for one in waiting(decision)}
    assert undecided
    assert found.keys() == undecided.keys()
    for number, one in found.items():
        told = [*one.applicant, *one.office, *one.council]
        assert sorted(told) == sorted(reasons(decision, undecided[number]))


def test_value_that_an_application_lacks_is_for_its_applicant_to_give() -> None:
    (one,) = [one for one in waiting(large()) if one.application == "1/2022/09"]
    assert one == Waiting("1/2022/09", applicant=("Brak danych: Koszty ochrony środowiska.",))
