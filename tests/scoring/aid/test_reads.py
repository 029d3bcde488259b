"""The facts that a call asks for are those by which its programme decides, and no others."""

import random
from decimal import Decimal

import pytest

from criteria.catalogue import standard_catalogue
from criteria.programme import editions, read_programme
from scoring.aid.reads import facts_of_programme
from scoring.aid.setting import entitlement
from scoring.application import Application
from scoring.facts import Facts, FactType, FactValue
from scoring.programme.of_call import KINDS
from scoring.programme.operation import Operation, Surroundings, Under, surroundings
from scoring.programme.regime import questions_of
from scoring.programme.sheet import rules_of_call
from tests.intake.office import CALL, call

CATALOGUE = standard_catalogue()
PROCEDURES = ("competition", "grants", "own_operation", "cooperation")
WAGE = "  average_wage: {pln: 5000, on: 2021-12-31, source: GUS}\n"
ALWAYS = {"applicant", "requested", "total_cost"}
VALUES: dict[FactType, list[FactValue]] = {
    FactType.YES_NO: [True, False],
    FactType.MONEY: [0, 100, 3_000_000, 10_000_000],
    FactType.WHOLE: [0, 1, 3],
    FactType.DECIMAL: [Decimal(0), Decimal(2)],
    FactType.TEXT: ["8567346215"],
}


class Watched(dict[str, FactValue]):
    """Facts that remember which of them were asked for."""

    def __init__(self, facts: Facts, seen: set[str]) -> None:
        super().__init__(facts)
        self.seen = seen

    def get(self, key, default=None):
        self.seen.add(key)
        return super().get(key, default)


def some_facts(chance: random.Random) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {}
    for fact in CATALOGUE.values():
        values = list(fact.options) if fact.type is FactType.CHOICE else VALUES.get(fact.type)
        if values and chance.random() < 0.9:
            facts[fact.id] = chance.choice(values)
    return facts


def all_that_is_said(facts: Facts, around: Surroundings, seen: set[str] | None = None) -> object:
    one = Application("PD/1", facts)
    if seen is not None:
        object.__setattr__(one, "facts", Watched(one.facts, seen))
    rules = rules_of_call(around.of_call, around.programme)
    findings = [rule.ask(Operation(one, around)) for rule in rules]
    said = [(each.id, each.verdict, each.missing) for each in findings]
    return said, entitlement(one, around)


@pytest.mark.parametrize("kind", [None, *KINDS])
@pytest.mark.parametrize("procedure", PROCEDURES)
@pytest.mark.parametrize("edition", editions())
def test_what_is_asked_decides_and_nothing_else_does(edition, procedure, kind):
    programme = read_programme(edition)
    regime = CALL.replace('regime: "2019"', f'regime: "{programme.regimes[0]}"')
    under = f"programme:\n  edition: {edition}\n  procedure: {procedure}\n{WAGE}"
    under += "  eur_rate: {value: 4.5, on: 2022-05-16, source: NBP}\n"
    under += f"  operation: {kind}\n" if kind else ""
    around = surroundings(call(regime + under), CATALOGUE, Under(programme, ()))
    assert around is not None
    asked = set(facts_of_programme(around.call, programme))
    asked -= {one.fact for one in questions_of(around.call.regime, procedure)}
    chance = random.Random(1)
    seen: set[str] = set()
    for _ in range(150):
        facts = some_facts(chance)
        of_these = {key: value for key, value in facts.items() if key in asked | ALWAYS}
        assert all_that_is_said(facts, around, seen) == all_that_is_said(of_these, around)
    assert asked - seen == set()
