"""Which facts a call's programme needs: the register asks for these and no others."""

from collections.abc import Iterator

from scoring.aid.costs import facts_of_costs
from scoring.call import Call
from scoring.programme.edition import Programme
from scoring.programme.of_call import BUSINESS, CallProgramme
from scoring.programme.regime import questions_of
from scoring.programme.rule import ProgrammeRule
from scoring.programme.sheet import rules_of_call


def facts_of_programme(call: Call, programme: Programme | None) -> tuple[str, ...]:
    """Name every fact that the act, the rules and the calculation of the aid read, each once."""
    if call.programme is None or programme is None:
        return ()
    questions = questions_of(call.regime, call.programme.procedure)
    of_act = (one.fact for one in questions)
    return tuple(dict.fromkeys((*of_act, *_facts(call.programme, programme))))


def read_by(fact: str, call: Call, programme: Programme | None) -> Iterator[str]:
    """Name what reads a fact, as the legend says it: the act, the rules, the aid."""
    if call.programme is None or programme is None:
        return
    for question in questions_of(call.regime, call.programme.procedure):
        if fact == question.fact:
            yield f"warunek „{question.name}”"
    asked = "producer_number" if fact == "nip" else fact
    for rule in rules_of_call(call.programme, programme):
        if asked in rule.facts_of(call.programme):
            yield f"warunek Programu {rule.number} „{rule.name}”"
    if fact in _of_aid(call.programme, programme):
        yield "wyliczenie kwoty pomocy"


def judged_rules(of_call: CallProgramme, programme: Programme) -> tuple[ProgrammeRule, ...]:
    """Return the rules of a call on which a person finds, with a justification."""
    return tuple(one for one in rules_of_call(of_call, programme) if one.judged)


def _facts(of_call: CallProgramme, programme: Programme) -> Iterator[str]:
    for rule in rules_of_call(of_call, programme):
        for fact in rule.facts_of(of_call):
            if fact != "operation_kind" or of_call.operation is None:
                yield fact
            if fact == "producer_number":
                yield "nip"
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
        facts += ["operation_kind"] if of_call.operation is None else []
    if of_call.procedure in ("competition", "grants") and programme.figures.intensity_public:
        facts += [
            "applicant_kind",
            *(["runs_business"] if of_call.operation not in BUSINESS else []),
        ]
    facts += _of_accounts(of_call, programme)
    return tuple(dict.fromkeys(facts))


def _of_accounts(of_call: CallProgramme, programme: Programme) -> tuple[str, ...]:
    """Name the facts by which the limit of a beneficiary (A2) or a grantee (A3) is told."""
    whose = ("applicant_kind", "producer_number", "nip")
    if of_call.procedure == "grants":
        of_group = ("applies_for_group",) if {"A3", "A4"} & set(programme.rules) else ()
        return (*of_group, *(whose if "A3" in programme.rules else ()))
    return whose if of_call.procedure == "competition" and "A2" in programme.rules else ()
