"""A Decision as the JSON that scripts read, with the sentences.

Amounts are PLN with two decimals as strings, points are strings (``53.39``; ``13/3`` where no
decimal is exact), unknown is ``null``.
"""

from collections.abc import Sequence

from scoring.canonical import Json, outcome, pln, points
from scoring.decision import Assessment, Decision
from scoring.explain import reasons
from scoring.points import Criterion
from scoring.points.case import Score


def results(decision: Decision) -> Json:
    """Return what was decided, as ``nabor score --json`` prints it."""
    return {
        "call": decision.call.number,
        "fingerprint": decision.fingerprint,
        "provisional": decision.provisional,
        "limit": pln(decision.call.limit.grosze),
        "granted": pln(decision.granted),
        "left": pln(decision.left),
        "applications": [_result(decision, one) for one in decision.assessments],
    }


def _result(decision: Decision, one: Assessment) -> Json:
    found = outcome(one)
    del found["scores"]
    found["applicant"] = one.application.applicant
    found["title"] = one.application.title
    found["criteria"] = _criteria(decision, decision.ruleset.criteria, one.scores)
    found["reasons"] = reasons(decision, one)
    return found


def _criteria(
    decision: Decision, criteria: Sequence[Criterion], scores: Sequence[Score]
) -> list[Json]:
    catalogue = decision.ruleset.catalogue
    return [
        {
            "id": criterion.id,
            "points": points(score.points),
            "maximum": points(score.maximum),
            "fact": criterion.main_fact,
            "value": criterion.plain_value(score, catalogue),
            "source": criterion.source,
            "reason": criterion.explain(score, catalogue),
        }
        for criterion, score in zip(criteria, scores, strict=bool(scores))
    ]
