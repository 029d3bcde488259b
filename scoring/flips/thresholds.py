"""The values of facts at which a criterion, a condition or a tie would answer otherwise."""

import math
from collections.abc import Iterator
from fractions import Fraction

from scoring.conditions import All, AnyOf, Condition
from scoring.decision import Assessment, Decision
from scoring.fact_condition import Compare
from scoring.facts import Facts, FactValue, Written
from scoring.points import Criterion
from scoring.points.band import Band
from scoring.points.bands import Bands
from scoring.points.base import number
from scoring.points.choice import Choice
from scoring.points.lookup import Lookup, TableRow, key_of
from scoring.points.parts import Parts
from scoring.points.per_unit import PerUnit
from scoring.points.ratio import Ratio
from scoring.points.relative import Relative
from scoring.points.yes_no import YesNo

Threshold = tuple[str, Written]
"""A fact, and a value of it at which something answers otherwise; a Fraction where it was divided."""


def thresholds(decision: Decision, one: Assessment) -> Iterator[Threshold]:
    """Name the thresholds of everything that reads a fact of the application by a written value."""
    facts, call = one.application.facts, decision.call
    for criterion in decision.ruleset.criteria:
        yield from _of_criterion(criterion, facts, decision)
    for condition in call.conditions:
        yield from _of_condition(condition.require)
    yield from (("submitted_at", call.opens_at), ("submitted_at", call.closes_at))
    for rule in decision.ruleset.ties:
        if rule.fact is not None:
            yield from _of_others(rule.fact, decision)
    if call.limit.policy == "partial":
        yield from (("accepts_partial", answer) for answer in (True, False))
    if one.fit is not None:
        yield "requested", one.fit.left


def _of_criterion(criterion: Criterion, facts: Facts, decision: Decision) -> Iterator[Threshold]:
    for condition in (criterion.applies_to, criterion.when):
        if condition is not None:
            yield from _of_condition(condition)
    if isinstance(criterion, Parts):
        for part in criterion.parts:
            yield from _of_criterion(part, facts, decision)
    else:
        yield from _of_kind(criterion, facts, decision)


def _of_kind(criterion: Criterion, facts: Facts, decision: Decision) -> Iterator[Threshold]:
    match criterion:
        case YesNo():
            yield from _of_yes_no(criterion)
        case Choice(fact=fact):
            named = (value for option in criterion.options for value in option.values)
            known = decision.ruleset.catalogue.get(fact)
            others = () if known is None else tuple(known.options)
            yield from ((fact, value) for value in (*named, *others))
        case Bands(fact=fact):
            yield from ((fact, edge) for edge in _edges(criterion.bands))
        case PerUnit(fact=fact):
            units = math.ceil(criterion.cap / criterion.points)
            yield from ((fact, number(criterion.each) * count) for count in range(units + 1))
        case Ratio():
            yield from _of_ratio(criterion, facts)
        case Lookup():
            yield from _of_lookup(criterion, facts, decision)
        case Relative():
            for fact in criterion.facts_of_kind():
                yield from _of_others(fact, decision)
        case _:
            return


def _of_yes_no(criterion: YesNo) -> Iterator[Threshold]:
    if criterion.condition is not None:
        yield from _of_condition(criterion.condition)
    elif criterion.fact is not None:
        yield from ((criterion.fact, answer) for answer in (True, False))


def _of_condition(condition: Condition) -> Iterator[Threshold]:
    """Name the limits of every comparison; of a yes or no both answers."""
    match condition:
        case Compare():
            limits = condition.one_of or (getattr(condition, condition.operator),)
            yield from ((condition.fact, limit) for limit in limits)
            if limits in ((True,), (False,)):
                yield condition.fact, not limits[0]
        case All(all_=some) | AnyOf(any_=some):
            for each in some:
                yield from _of_condition(each)
        case _:
            yield from _of_condition(condition.not_)


def _edges(bands: tuple[Band, ...]) -> Iterator[FactValue]:
    for band in bands:
        for edge in (band.from_, band.above, band.to, band.below):
            if edge is not None:
                yield edge


def _of_ratio(criterion: Ratio, facts: Facts) -> Iterator[Threshold]:
    """Solve the share for each of its facts at each edge of a range, the others as they are."""
    known = {fact: number(facts[fact]) for fact in criterion.facts_of_kind() if fact in facts}
    less = known.get(criterion.minus, Fraction(0)) if criterion.minus is not None else Fraction(0)
    part, whole = known.get(criterion.fact), known.get(criterion.of)
    for edge in map(number, _edges(criterion.bands)):
        if whole is not None:
            yield criterion.fact, edge * whole / 100 + less
        if whole is not None and part is not None and criterion.minus is not None:
            yield criterion.minus, part - edge * whole / 100
        if part is not None and edge:
            yield criterion.of, (part - less) * 100 / edge


def _of_lookup(criterion: Lookup, facts: Facts, decision: Decision) -> Iterator[Threshold]:
    """Name the rows that differ from what the application says in one text only."""
    table = decision.call.tables.get(criterion.table or "")
    rows: tuple[TableRow, ...] = criterion.table_rows or (() if table is None else table.rows)
    now = key_of(tuple(str(facts.get(fact, "")) for fact in criterion.by))
    for row in rows:
        differ = [at for at, text in enumerate(key_of(row.key)) if text != now[at]]
        if len(differ) == 1:
            yield criterion.by[differ[0]], row.key[differ[0]]


def _of_others(fact: str, decision: Decision) -> Iterator[Threshold]:
    """Name the values that the applications of the call have: one is compared with them."""
    for one in decision.assessments:
        if (value := one.application.facts.get(fact)) is not None:
            yield fact, value
