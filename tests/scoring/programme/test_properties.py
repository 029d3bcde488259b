"""What must hold of every call under the programme, whatever comes in."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from criteria.catalogue import standard_catalogue
from scoring.aid.beneficiary import Granted
from scoring.aid.cut import Aid
from scoring.aid.reads import facts_of_programme
from scoring.aid.setting import entitlement
from scoring.application import Application
from scoring.decision import Decision, Outcome, decide
from scoring.earlier_aid import history_of
from scoring.explain import distances, next_steps, reasons
from scoring.export import results
from scoring.programme.of_call import OperationKind
from scoring.programme.operation import Operation, surroundings
from tests.scoring.programme.calls import calls, contended, ruleset

CATALOGUE = standard_catalogue()
RULES = ruleset()
ANY = st.one_of(calls(), contended())
BY_LOT = ruleset(ties=[{"fact": "locality_population", "prefer": "higher"}])
PLN = 100
LIMITS: dict[OperationKind | None, int] = {
    "start_business": 100_000 * PLN,
    "incubator": 500_000 * PLN,
}


def decided(drawn, applications=None, rules=RULES) -> Decision:
    call, some, under = drawn
    return decide(call, rules, some if applications is None else applications, under=under)


@dataclass(frozen=True)
class Paid:
    """An operation that was selected, with its request, its aid and its amount in grosze."""

    application: Application
    requested: int
    granted: int
    aid: Aid


def selected(decision: Decision) -> Iterator[Paid]:
    for one in decision.of(Outcome.SELECTED):
        requested = one.application.requested
        assert requested is not None
        assert one.granted is not None
        assert one.aid is not None
        yield Paid(one.application, requested, one.granted, one.aid)


def operation_of(drawn, one: Application) -> Operation:
    around = surroundings(drawn[0], CATALOGUE, drawn[2])
    assert around is not None
    return Operation(one, around)


@given(ANY)
def test_aid_is_never_above_any_limit_of_an_operation(drawn):
    of_call = drawn[0].programme
    for one in selected(decided(drawn)):
        operation, granted = operation_of(drawn, one.application), one.granted
        assert 0 < granted <= one.requested
        if of_call.maximum_aid is not None:
            assert granted <= of_call.maximum_aid.grosze
        if of_call.procedure == "own_operation":
            assert granted <= 50_000 * PLN
        if of_call.procedure != "cooperation" and not operation.is_public:
            assert granted <= LIMITS.get(operation.kind, 300_000 * PLN)
        if operation.kind in LIMITS and of_call.procedure != "cooperation":
            assert granted <= LIMITS[operation.kind]
        if not of_call.lump_sum:
            keeps_the_rate(operation, granted)


def keeps_the_rate(operation: Operation, granted: int) -> None:
    eligible = operation.grosze("eligible_cost") or 0
    percent = Fraction(100)
    if operation.around.procedure != "cooperation":
        if operation.is_public:
            percent = Fraction("63.63")
        elif operation.is_business or operation.says("runs_business"):
            percent = Fraction(70) if operation.fact("applicant_kind") != "lgd" else percent
        percent = Fraction(70) if operation.is_business and not operation.is_public else percent
    for stated in operation.around.of_call.intensity:
        if stated.when is None or operation.says("innovative"):
            percent = min(percent, Fraction(stated.percent))
    assert granted * 100 <= eligible * percent
    assert granted <= eligible - (
        operation.grosze("in_kind_contribution") or 0
    ) or operation.number("in_kind_hours")


@given(ANY)
def test_no_beneficiary_gets_more_than_is_left_to_it_over_the_programme(drawn):
    procedure = drawn[0].programme.procedure
    assume(procedure in ("competition", "grants"))
    earlier = drawn[2].earlier_aid or ()
    got: dict[tuple[str, str | None], Fraction] = defaultdict(Fraction)
    for one in selected(decided(drawn)):
        operation = operation_of(drawn, one.application)
        exempt = operation.kind == "incubator" or operation.is_public
        if procedure == "competition" and exempt:
            continue
        group = "wólka" if operation.fact("applies_for_group") else None
        for partner in operation.carriers:
            assert partner.party.producer_number is not None
            got[partner.party.producer_number, group] += partner.share * one.granted
    for (number, group), amount in got.items():
        before = [aid for aid in earlier if aid.beneficiary.producer_number == number]
        if procedure == "grants":
            whole = [
                aid for aid in before if aid.kind == "grant" and bool(aid.group) == bool(group)
            ]
            limit = 100_000 * PLN
        else:
            other = ("incubator", "grant", "investment_in_processing")
            whole = [aid for aid in before if aid.kind not in other]
            limit = 300_000 * PLN
        assert amount + sum(aid.amount for aid in whole) <= limit


@given(ANY)
def test_one_party_starts_a_business_once(drawn):
    started = [
        partner.party.producer_number
        for one in selected(decided(drawn))
        for partner in {p.party: p for p in operation_of(drawn, one.application).carriers}.values()
        if operation_of(drawn, one.application).kind == "start_business"
        and drawn[0].programme.procedure != "cooperation"
    ]
    assert len(started) == len(set(started))
    for one in selected(decided(drawn)):
        operation = operation_of(drawn, one.application)
        if operation.kind == "start_business" and operation.around.procedure != "cooperation":
            history = history_of(
                one.application.party, one.application.number, drawn[2].earlier_aid
            )
            assert history.of_kind("start_business").certain == ()


@given(ANY)
def test_the_limit_of_the_call_is_kept(drawn):
    decision = decided(drawn)
    assert 0 <= decision.granted <= decision.call.limit.grosze


@given(ANY)
def test_cuts_add_up_to_what_was_not_granted(drawn):
    for one in selected(decided(drawn)):
        assert one.aid.amount == one.granted
        assert all(cut.amount > 0 for cut in one.aid.cuts)
        assert sum(cut.amount for cut in one.aid.cuts) == one.requested - one.granted


@given(ANY)
def test_aid_is_in_full_zloty_but_where_the_call_had_no_more(drawn):
    for one in selected(decided(drawn)):
        assert one.granted % PLN == 0 or one.aid.cuts[-1].id == "call_limit"


@given(ANY, st.randoms(use_true_random=False))
def test_the_order_of_applications_and_of_earlier_aid_never_matters(drawn, chance):
    call, some, under = drawn
    turned, earlier = list(some), list(under.earlier_aid or ())
    chance.shuffle(turned)
    chance.shuffle(earlier)
    one = decide(call, RULES, some, under=under)
    assert decide(call, RULES, turned, under=under) == one
    if under.earlier_aid is not None:
        other = decide(call, RULES, some, under=replace(under, earlier_aid=tuple(earlier)))
        assert [str(line) for line in said(other)] == [str(line) for line in said(one)]
        assert results(other)["applications"] == results(one)["applications"]


@given(calls())
def test_every_application_comes_out_once(drawn):
    numbers = [one.application.number for one in decided(drawn).assessments]
    assert sorted(numbers) == [one.number for one in drawn[1]]


@given(calls(most=1))
@settings(max_examples=150)
def test_what_is_not_known_never_lets_an_operation_through(drawn):
    assume(drawn[1])
    (one,) = drawn[1]
    # A group that is not named is no group: the grantee applies for itself.
    read = set(facts_of_programme(drawn[0], drawn[2].programme)) - {"applies_for_group"}
    before = decided(drawn).assessments[0]
    for name in read & set(one.facts):
        less = replace(one, facts={key: said for key, said in one.facts.items() if key != name})
        after = decided(drawn, [less]).assessments[0]
        assert before.outcome is Outcome.SELECTED or after.outcome is not Outcome.SELECTED, name
        assert (after.granted or 0) <= (before.granted or 0), name
    for rule in one.rulings:
        less = replace(one, rulings={key: said for key, said in one.rulings.items() if key != rule})
        after = decided(drawn, [less]).assessments[0]
        assert before.outcome is Outcome.SELECTED or after.outcome is not Outcome.SELECTED, rule
    unseen = replace(drawn[2], earlier_aid=None)
    after = decided((drawn[0], drawn[1], unseen)).assessments[0]
    assert before.outcome is Outcome.SELECTED or after.outcome is not Outcome.SELECTED


@given(calls())
def test_whoever_is_undecided_has_no_amount_and_is_told_why(drawn):
    for one in decided(drawn).assessments:
        if one.outcome is Outcome.UNDECIDED:
            assert one.granted is None
            assert one.missing or one.fit is not None
        if one.missing:
            assert one.outcome is Outcome.UNDECIDED


@given(calls(most=1), st.integers(1, 10**10))
def test_a_higher_request_never_raises_the_aid_above_a_ceiling(drawn, more):
    assume(drawn[1])
    (one,) = drawn[1]
    around = surroundings(drawn[0], CATALOGUE, drawn[2])

    def aid(requested: int) -> int:
        facts = dict(one.facts) | {"requested": requested}
        found = entitlement(replace(one, facts=facts), around)
        assume(not found.missing)
        return found.aid(Granted()).amount or 0

    asked = one.requested or 0
    ceiling = aid(10**15)
    assume(ceiling < 10**14)
    least = 5_000 * PLN if drawn[0].programme.procedure == "grants" else 0
    expected = min(asked // PLN * PLN, ceiling)
    assert aid(asked) == (expected if expected >= least else 0)
    assert aid(asked) <= aid(asked + more) <= ceiling


@given(st.one_of(calls(most=4), contended()), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_what_is_decided_holds_however_the_ties_are_resolved(drawn, chance):
    decision = decided(drawn)
    lots = list(range(len(drawn[1])))
    chance.shuffle(lots)
    resolved = [
        replace(one, facts=dict(one.facts) | {"locality_population": lot})
        for one, lot in zip(drawn[1], lots, strict=True)
    ]
    drawn_lots = decided(drawn, resolved, BY_LOT)
    for one in decision.assessments:
        if one.outcome is not Outcome.UNDECIDED:
            then = drawn_lots.find(one.application.number)
            assert then is not None
            assert (then.outcome, then.granted) == (one.outcome, one.granted)


SAID = re.compile(r"[A-ZŁŚŻĆŹ0-9(].*\S", re.DOTALL)
WRONG = re.compile(r"None|Fraction|Decimal|\bTrue\b|\bFalse\b|\.\.|  |[{}]")


def said(decision: Decision) -> list[str]:
    """Return everything that a decision can print."""
    lines = [finding.sentence for finding in decision.findings]
    for one in decision.assessments:
        lines += [finding.sentence for finding in one.findings]
        lines += [*reasons(decision, one), *next_steps(decision, one), *distances(decision, one)]
        if one.aid is not None:
            lines += [cut.sentence for cut in (*one.aid.cuts, *one.aid.ineligible)]
    return lines


@given(ANY)
def test_every_sentence_can_be_printed(drawn):
    decision = decided(drawn)
    assert decision.fingerprint
    assert results(decision)
    for line in said(decision):
        assert SAID.fullmatch(line), line
        assert not WRONG.search(line), line


def test_random_calls_reach_every_outcome_and_most_cuts():
    """The properties would say little of calls in which nobody is ever selected."""
    outcomes: set[Outcome] = set()
    cuts: set[str] = set()

    @given(st.one_of(calls(), contended(), contended()))
    @settings(max_examples=500, derandomize=True)
    def look(drawn):
        decision = decided(drawn)
        outcomes.update(one.outcome for one in decision.assessments)
        cuts.update(cut.id for one in decision.assessments if one.aid for cut in one.aid.cuts)

    look()
    wanted = set(Outcome) - {Outcome.WITHDRAWN, Outcome.BELOW_MINIMUM}
    assert outcomes >= wanted
    assert cuts >= {"A1", "A2", "A3", "A5", "A6", "A12", "E9", "rounding", "call_limit"}
