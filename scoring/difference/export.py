"""The difference of two decisions as canonical JSON.

Amounts are PLN with two decimals as strings, points are strings (``53.39``; ``13/3`` where no
decimal is exact), unknown is ``null``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from scoring.canonical import Json, outcome, pln, points
from scoring.decision import Assessment, Decision
from scoring.difference.cause import Cause, OfCriterion
from scoring.difference.changed import Changed
from scoring.difference.moved import Difference, Moved
from scoring.difference.reason import Reason


def as_json(found: Difference, *, public: bool = False) -> Json:
    """Return the difference; the public form says nothing that only the office may see."""
    return {
        "call": found.after.call.number,
        "before": _decision(found.before),
        "after": _decision(found.after),
        "money": {
            "before": pln(found.before.granted),
            "after": pln(found.after.granted),
            "change": pln(found.granted_change),
            "given": pln(found.given),
            "taken": pln(found.taken),
        },
        "moved": [_moved(one, public=public) for one in found.moved],
        "rose_to_minimum": _numbers(found, "rose_to_minimum"),
        "fell_below_minimum": _numbers(found, "fell_below_minimum"),
        "entered_limit": _numbers(found, "entered_limit"),
        "left_limit": _numbers(found, "left_limit"),
        "funded": _numbers(found, "funded"),
        "unfunded": _numbers(found, "unfunded"),
        "undecided": [one.application.number for one in found.unsettled],
        "of_call": [
            {"rule": now.id, **_both(was.verdict, now.verdict)} for was, now in found.of_call
        ],
        "unchanged": len(found.unchanged),
        "only_before": [_alone(one) for one in found.only_before],
        "only_after": [_alone(one) for one in found.only_after],
    }


def _numbers(found: Difference, what: str) -> list[str]:
    return [one.number for one in found.moved if getattr(one, what)]


def _decision(one: Decision) -> Json:
    return {
        "fingerprint": one.fingerprint,
        "criteria": [{"name": text.name, "sha256": text.sha256} for text in one.ruleset.texts],
        "minimum": one.ruleset.minimum.model_dump(mode="json", exclude_none=True),
        "limit": pln(one.call.limit.grosze),
        "granted": pln(one.granted),
        "engine": one.engine,
    }


def _alone(one: Assessment) -> Json:
    """Return an application that only one of the two decisions has."""
    kept = ("number", "outcome", "rank", "points", "granted")
    return {key: value for key, value in outcome(one).items() if key in kept}


def _moved(one: Moved, *, public: bool) -> Json:
    return {
        "number": one.number,
        "outcome": _both(one.was.outcome.value, one.now.outcome.value),
        "rank": _both(one.was.rank, one.now.rank),
        "points": _both(points(one.was.points), points(one.now.points))
        | {"change": points(one.change)},
        "granted": _both(pln(one.was.granted), pln(one.now.granted))
        | {"change": pln(one.granted_change)},
        "causes": [_cause(cause, public=public) for cause in one.causes],
        "reasons": [_reason(reason, public=public) for reason in one.reasons],
    }


def _both(before: Any, after: Any) -> Json:  # noqa: ANN401 - any value of JSON
    return {"before": before, "after": after}


def _cause(cause: Cause, *, public: bool) -> Json:
    """Return one cause; the public form has no points in a single criterion."""
    found: Json = {}
    if isinstance(cause, OfCriterion):
        found |= {"criterion": cause.criterion.id, "name": cause.criterion.name}
        found["through"] = list(_through(cause.through, public=public))
    if not public:
        found |= _both(points(cause.before), points(cause.after))
        found["change"] = points(cause.change)
    found["sentence"] = cause.named if public else cause.sentence
    return found


def _through(some: Iterable[Changed], *, public: bool) -> Iterator[Json]:
    for one in some:
        if not public:
            yield {"what": one.what, "about": one.about, **_both(one.before, one.after)}
        elif one.what == "cards":
            yield {"what": one.what}
        else:
            yield {"what": one.what, "about": one.about}


def _reason(reason: Reason, *, public: bool) -> Json:
    found: Json = {"kind": reason.kind, "about": reason.about}
    if public and reason.personal:
        return found
    return found | _both(reason.before, reason.after) | {"sentence": reason.sentence}
