"""How far the members of the council agree: the spread of each criterion, and who stands apart."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring import polish
from scoring.cards import Card
from scoring.decision import Decision
from scoring.numbers import Points, exact
from scoring.points.judged import Judged

FEWEST = 3
"""Of fewer applications nobody is said to stand always on one side."""

RULE = (
    "Suma punktów z karty członka Rady jest porównywana ze średnią sum z pozostałych kart tego samego "
    f"wniosku. „Zawsze powyżej” (poniżej) znaczy: w każdym z co najmniej {FEWEST} wniosków ściśle "
    "powyżej (poniżej) tej średniej. Liczą się karty niewyłączonych, wypełnione w całości."
)
"""The rule by which a member is said to stand apart, as it is printed."""

Side = Literal["above", "below"]


@dataclass(frozen=True, slots=True)
class CriterionSpread:
    """How far apart the members' points of one criterion lie (highest less lowest, by application).

    ``widest_in`` is the application where they lie farthest apart, the first by its number.
    """

    criterion: str
    name: str
    highest: Points
    mean: Points
    widest: Points
    widest_in: str


@dataclass(frozen=True, slots=True)
class MemberStand:
    """Where a member's totals stand: the mean difference from the others, and whether always so."""

    member: str
    applications: int
    difference: Points
    always: Side | None


@dataclass(frozen=True, slots=True)
class Given:
    """The totals that members gave one application, lowest first, and the most they could."""

    number: str
    totals: tuple[Points, ...]
    highest: Points

    @property
    def mean(self) -> Points:
        """The mean of the totals."""
        return exact(Fraction(sum(self.totals)) / len(self.totals))


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the cards of a call tell of the council; without cards everything is empty."""

    criteria: tuple[CriterionSpread, ...]
    members: tuple[MemberStand, ...]
    given: tuple[Given, ...]


def agreement(decision: Decision) -> Agreement:
    """Compare the cards of a call as they count; where a criterion was reviewed, those of the review.

    Whoever judged an application of which a criterion was reviewed has no total there any more.
    """
    judged = [one for one in decision.ruleset.simple() if isinstance(one, Judged)]
    cards = {
        one.application.number: decision.counting_cards_of(one.application.number)
        for one in decision.assessments
    }
    spreads = (_spread(criterion, cards) for criterion in judged)
    full = {
        number: {card.member: _total(card, judged) for card in some if _is_full(card, judged)}
        for number, some in cards.items()
    }
    highest = exact(Fraction(sum(one.maximum for one in judged)))
    return Agreement(
        tuple(one for one in spreads if one is not None),
        tuple(_stands(full)),
        tuple(
            Given(number, tuple(sorted(totals.values())), highest)
            for number, totals in full.items()
            if totals
        ),
    )


def _is_full(card: Card, judged: list[Judged]) -> bool:
    return bool(judged) and all(criterion.id in card.points for criterion in judged)


def _total(card: Card, judged: list[Judged]) -> Points:
    points = (Fraction(one.weighted(card.points[one.id])) for one in judged)
    return exact(sum(points, start=Fraction(0)))


def _spread(criterion: Judged, cards: dict[str, list[Card]]) -> CriterionSpread | None:
    """Measure the spread of one criterion where at least two members judged it."""
    found: dict[str, Fraction] = {}
    for number in sorted(cards, key=polish.natural):
        given = [
            Fraction(criterion.weighted(card.points[criterion.id]))
            for card in cards[number]
            if criterion.id in card.points
        ]
        if len(given) > 1:
            found[number] = max(given) - min(given)
    if not found:
        return None
    widest = max(found, key=lambda number: found[number])
    mean = exact(sum(found.values(), start=Fraction(0)) / len(found))
    return CriterionSpread(
        criterion.id, criterion.name, criterion.maximum, mean, exact(found[widest]), widest
    )


def _stands(full: dict[str, dict[str, Points]]) -> list[MemberStand]:
    """Compare each member with the others, application by application."""
    differences: dict[str, list[Fraction]] = {}
    for totals in full.values():
        for member, own in totals.items():
            others = [Fraction(total) for name, total in totals.items() if name != member]
            if others:
                mean = sum(others, start=Fraction(0)) / len(others)
                differences.setdefault(member, []).append(Fraction(own) - mean)
    return [
        MemberStand(
            member,
            len(some),
            exact(sum(some, start=Fraction(0)) / len(some)),
            _always(some),
        )
        for member, some in sorted(differences.items(), key=lambda one: polish.alphabetical(one[0]))
    ]


def _always(differences: list[Fraction]) -> Side | None:
    if len(differences) < FEWEST:
        return None
    if all(one > 0 for one in differences):
        return "above"
    return "below" if all(one < 0 for one in differences) else None
