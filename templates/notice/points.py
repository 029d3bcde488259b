"""The points of a letter: criterion by criterion, each with a justification that can be quoted.

A letter names no member of the council: neither in words nor by the order of what they gave.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scoring import polish
from scoring.cards import Card
from scoring.decision import Assessment, Decision
from scoring.points import Criterion
from scoring.points.case import Score
from scoring.points.judged import Judged
from scoring.points.parts import Parts
from scoring.value import Value
from templates.base.entry import points


class Scored(Value):
    """A criterion: its points, the most there is, why, and what the council's cards say."""

    name: str
    points: str
    possible: str
    reason: str
    opinions: tuple[str, ...]


def scored(decision: Decision, one: Assessment) -> Iterator[Scored]:
    """Go through the criteria that were scored; whoever was stopped before has none."""
    catalogue, facts = decision.ruleset.catalogue, one.application.facts
    for criterion, score in zip(decision.ruleset.criteria, one.scores, strict=bool(one.scores)):
        yield Scored(
            name=criterion.name,
            points=points(score.points) if score.applies else "nie dotyczy",
            possible=polish.points(score.maximum),
            reason=polish.capital(criterion.explain(_unordered(score), facts, catalogue)),
            opinions=tuple(_opinions(decision, one, criterion, score)),
        )


def _unordered(score: Score) -> Score:
    """Put what the members gave in the order of the points: that of names would tell who gave it."""
    parts = tuple(map(_unordered, score.parts))
    besides: Any = score.besides
    match besides:
        case (str() as rule, tuple() as given) if given and isinstance(given[0], tuple):
            besides = (rule, tuple(sorted(given, key=lambda one: one[1], reverse=True)))
    return replace(score, besides=besides, parts=parts)


def _counting(decision: Decision, number: str, criterion: str) -> list[Card]:
    """Return the cards that count in a criterion: those of a self-review, else the members'."""
    reviewed = decision.reviewed(number, criterion)
    if reviewed is not None:
        return reviewed
    return [card for card in decision.cards_of(number) if not card.excluded]


def _opinions(
    decision: Decision, one: Assessment, criterion: Criterion, score: Score
) -> Iterator[str]:
    """Quote the justifications of the cards that count, each once and by the alphabet.

    Where one value was taken over from the cards (a majority, all of one mind) only those that gave
    it are quoted: the reasons of the outvoted are none for the result.
    """
    whole: tuple[tuple[Criterion, Score], ...] = ((criterion, score),)
    if isinstance(criterion, Parts):
        whole = tuple(zip(criterion.parts, score.parts, strict=False))
    rule = decision.call.council.cards
    taken_over = rule is not None and rule.combine in ("majority", "consensus")
    said = {
        card.justifications[part.id].strip()
        for part, found in whole
        if isinstance(part, Judged) and found.applies and not found.held_back
        for card in _counting(decision, one.application.number, part.id)
        if part.id in card.points
        and part.id in card.justifications
        and (not taken_over or part.weighted(card.points[part.id]) == found.points)
    }
    yield from sorted(filter(None, said), key=polish.alphabetical)
