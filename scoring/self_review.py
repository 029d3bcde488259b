"""Whether a self-review touched only what the protest contested; everything else stays frozen.

Act, art. 22 and following: the LGD assesses again only the contested criteria or conditions.
"""

from collections.abc import Iterator

from scoring import polish
from scoring.changes import SelfReview
from scoring.decision import Assessment, Decision
from scoring.points import Criterion
from scoring.points.case import Score
from scoring.points.parts import Parts
from scoring.points.relative import Relative


def moved_uncontested(before: Decision, after: Decision, review: SelfReview) -> Iterator[str]:
    """Name in Polish everything that a self-review would move beside what was contested.

    Of other applications only criteria that compare the whole call may move, because the reviewed
    one takes part in the comparison.
    """
    by_number = {one.application.number: one for one in before.assessments}
    for now in after.assessments:
        was = by_number.get(now.application.number)
        if was is None:
            continue
        if now.application.number == review.application:
            yield from _of_reviewed(was, now, after, review)
        else:
            yield from _of_other(was, now, after)


def _of_reviewed(
    was: Assessment, now: Assessment, decision: Decision, review: SelfReview
) -> Iterator[str]:
    contested = frozenset(review.contested)
    for criterion in decision.ruleset.criteria:
        if criterion.id in contested:
            continue
        old, new = _score(was, criterion), _score(now, criterion)
        if contested.isdisjoint(_ids(criterion)):
            yield from _difference(criterion, old, new)
        else:
            yield from _of_parts(criterion, old, new, contested)
    findings = {one.id: one for one in was.findings}
    for finding in now.findings:
        earlier = findings.get(finding.id)
        if earlier is None or finding.id in contested:
            continue
        if earlier.verdict != finding.verdict:
            yield f"zmieniłby się niezakwestionowany warunek „{finding.name}”"


def _of_parts(
    criterion: Criterion, old: Score | None, new: Score | None, contested: frozenset[str]
) -> Iterator[str]:
    """Name the parts that nobody contested, of a criterion of which some part was contested."""
    if old is None or new is None:
        return
    was, now = ({part.criterion: part for part in score.parts} for score in (old, new))
    for part in _simple(criterion):
        if part.id not in contested:
            yield from _difference(part, was.get(part.id), now.get(part.id))


def _of_other(was: Assessment, now: Assessment, decision: Decision) -> Iterator[str]:
    for criterion in decision.ruleset.criteria:
        if not any(isinstance(one, Relative) for one in _simple(criterion)):
            for said in _difference(criterion, _score(was, criterion), _score(now, criterion)):
                yield f"wniosek {now.application.number}: {said}"


def _difference(criterion: Criterion, old: Score | None, new: Score | None) -> Iterator[str]:
    if old is None or new is None or old.points == new.points:
        return
    points = [
        "brak oceny" if one.points is None else polish.points(one.points) for one in (old, new)
    ]
    name = polish.quoted(criterion.name)
    yield f"zmieniłoby się niezakwestionowane kryterium {name}: {points[0]} → {points[1]}"


def _score(one: Assessment, criterion: Criterion) -> Score | None:
    """Return the score; ``None`` for whoever is not scored, being stopped at the gate."""
    return next((score for score in one.scores if score.criterion == criterion.id), None)


def _ids(criterion: Criterion) -> frozenset[str]:
    return frozenset({criterion.id, *(one.id for one in _simple(criterion))})


def _simple(criterion: Criterion) -> tuple[Criterion, ...]:
    return criterion.parts if isinstance(criterion, Parts) else (criterion,)
