"""A Decision as the JSON that scripts read, with the sentences.

Amounts are PLN with two decimals as strings, points are strings (``53.39``; ``13/3`` where no
decimal is exact), unknown is ``null``.
"""

from collections.abc import Iterable
from decimal import Decimal

from scoring.aid.cut import Aid, Cut
from scoring.answer import Finding
from scoring.canonical import Json, outcome, pln, points
from scoring.decision import Assessment, Decision
from scoring.explain import reasons
from scoring.indicators import Balances, balances
from scoring.numbers import exact, plain


def results(decision: Decision) -> Json:
    """Return what was decided, as ``nabor score --json`` prints it."""
    found: Json = {
        "call": decision.call.number,
        "fingerprint": decision.fingerprint,
        "provisional": decision.provisional,
        "limit": pln(decision.call.limit.grosze),
        "granted": pln(decision.granted),
        "left": pln(decision.left),
        "applications": [result_of(decision, one) for one in decision.assessments],
    }
    if decision.call.indicators:
        found["indicators"] = _indicators(balances(decision))
    if decision.programme is not None:
        found["findings"] = _findings(decision.findings)
    return found


def _indicators(found: Balances) -> Json:
    """Return what the selection brings to the LSR; numbers as text, unknown as ``null``."""
    return {
        "rows": [
            {
                "id": row.indicator.id,
                "name": row.indicator.name,
                "unit": row.indicator.unit,
                "goal": row.indicator.goal,
                "target": _number(row.indicator.target),
                "reached": _number(row.indicator.reached),
                "brought": _number(row.brought),
                "left": _number(row.left),
                "exceeded": row.exceeded,
                "operations": row.operations,
                "unknown": list(row.unknown),
            }
            for row in found.rows
        ],
        "unnamed": list(found.unnamed),
        "strange": [{"number": number, "indicator": name} for number, name in found.strange],
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain(exact(value))


def result_of(decision: Decision, one: Assessment) -> Json:
    """Return what was decided of one application."""
    found = outcome(one)
    del found["scores"]
    found["applicant"] = one.application.applicant
    found["title"] = one.application.title
    found["criteria"] = _criteria(decision, one)
    found["reasons"] = reasons(decision, one)
    if decision.programme is not None:
        found.pop("cuts", None)
        found["findings"] = _findings(one.findings)
        found["aid"] = None if one.aid is None else _aid(one.aid)
    return found


def _findings(some: Iterable[Finding]) -> list[Json]:
    return [
        {
            "rule": one.id,
            "name": one.name,
            "verdict": one.verdict,
            "sentence": one.sentence,
            "source": one.source,
            "decides": one.decides,
        }
        for one in some
    ]


def _aid(aid: Aid) -> Json:
    """Return the calculation of the aid: what was taken off, why, and what is left."""
    return {
        "requested": pln(aid.requested),
        "eligible": pln(aid.eligible),
        "ineligible": _cuts(aid.ineligible),
        "cuts": _cuts(aid.cuts),
        "amount": pln(aid.amount),
    }


def _cuts(some: Iterable[Cut]) -> list[Json]:
    return [
        {
            "rule": one.id,
            "name": one.name,
            "amount": pln(one.amount),
            "reason": one.sentence,
            "source": one.source,
        }
        for one in some
    ]


def _criteria(decision: Decision, one: Assessment) -> list[Json]:
    ruleset, facts = decision.ruleset, one.application.facts
    return [
        {
            "id": criterion.id,
            "points": points(score.points),
            "maximum": points(score.maximum),
            "fact": criterion.main_fact,
            "value": criterion.plain_value(score, facts, ruleset.catalogue),
            "source": criterion.source,
            "reason": criterion.explain(score, facts, ruleset.catalogue),
        }
        for criterion, score in zip(ruleset.criteria, one.scores, strict=bool(one.scores))
    ]
