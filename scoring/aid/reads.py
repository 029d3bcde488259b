"""Which facts a call's programme needs: the register asks for these and no others."""

from collections.abc import Iterator

from scoring.aid.costs import facts_of_costs
from scoring.programme.edition import Programme
from scoring.programme.of_call import BUSINESS, CallProgramme
from scoring.programme.rule import ProgrammeRule
from scoring.programme.sheet import rules_of_call


def facts_of_programme(of_call: CallProgramme, programme: Programme) -> tuple[str, ...]:
    """Name every fact that the rules and the calculation of the aid read, each once."""
    return tuple(dict.fromkeys(_facts(of_call, programme)))


def read_by(fact: str, of_call: CallProgramme, programme: Programme) -> Iterator[str]:
    """Name the rules that read a fact, and the calculation of the aid, as the legend says them."""
    for rule in rules_of_call(of_call, programme):
        if fact in rule.facts_of(of_call):
            yield f"warunek Programu {rule.number} „{rule.name}”"
    if fact in _of_aid(of_call, programme):
        yield "wyliczenie kwoty pomocy"


def judged_rules(of_call: CallProgramme, programme: Programme) -> tuple[ProgrammeRule, ...]:
    """Return the rules of a call on which a person finds, with a justification."""
    return tuple(one for one in rules_of_call(of_call, programme) if one.judged)


def _facts(of_call: CallProgramme, programme: Programme) -> Iterator[str]:
    for rule in rules_of_call(of_call, programme):
        for fact in rule.facts_of(of_call):
            if fact != "operation_kind" or of_call.operation is None:
                yield fact
    if of_call.operation is None and any(one.kinds for one in rules_of_call(of_call, programme)):
        yield "operation_kind"
    yield from _of_aid(of_call, programme)


def _of_aid(of_call: CallProgramme, programme: Programme) -> tuple[str, ...]:
    """Name the facts of the calculation of the aid."""
    facts = list(facts_of_costs(of_call, programme))
    facts += [fact for rate in of_call.intensity if rate.when for fact in rate.when.facts_read()]
    if "in_kind_contribution" in facts:
        facts.append("in_kind_hours")
    if "used_equipment_cost" in facts and of_call.operation in (None, "heritage"):
        facts.append("heritage_exhibits")
    if of_call.procedure in ("competition", "grants") and programme.figures.intensity_public:
        facts += [
            "applicant_kind",
            *(["runs_business"] if of_call.operation not in BUSINESS else []),
        ]
    if of_call.procedure == "grants":
        facts.append("applies_for_group")
    if {"A2", "A3"} & set(programme.rules):
        facts += ["applicant_kind", "producer_number", "nip"]
    return tuple(dict.fromkeys(facts))
