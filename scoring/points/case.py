"""What a criterion reads about one application, and what it gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from scoring.cards import Card, CardRule
from scoring.facts import Facts
from scoring.numbers import Points
from scoring.points.missing import Missing


@dataclass(frozen=True, slots=True)
class Spread:
    """The lowest and the highest value among the applications that take part.

    ``missing`` says why they are not known yet (one application without its fact is enough).
    """

    lowest: Fraction = Fraction(0)
    highest: Fraction = Fraction(0)
    missing: tuple[Missing, ...] = ()


Table = Mapping[tuple[str, ...], Points]
"""A table of points by one or more texts (a locality, or a gmina and a locality)."""


@dataclass(frozen=True, slots=True)
class Case:
    """All that the criteria may read about one application.

    ``members`` is how many members could have given a card; it is ``None`` where the call does not
    list its council. ``reviews`` is what was given in a self-review, by criterion: there it takes
    the place of the cards.
    """

    facts: Facts
    cards: tuple[Card, ...] = ()
    card_rule: CardRule | None = None
    members: int | None = None
    spreads: Mapping[str, Spread] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    reviews: Mapping[str, tuple[tuple[str, Points], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a kind alone finds, before weight and minimum: points, or what is missing.

    ``maximum`` is given only where it is less than the kind's own for this application.
    """

    points: Points | None
    value: object = None
    missing: tuple[Missing, ...] = ()
    parts: "tuple[Score, ...]" = ()
    maximum: Points | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """The result of one criterion for one application.

    ``points`` is ``None`` while something is missing and where the criterion does not apply.
    ``value`` is what was read. ``maximum`` is the most that this application could get here.
    """

    criterion: str
    points: Points | None
    maximum: Points
    value: object = None
    missing: tuple[Missing, ...] = ()
    parts: "tuple[Score, ...]" = ()
    applies: bool = True
    held_back: bool = False
    too_low: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the printed table of points: what must hold, and what it gives."""

    text: str
    points: str


def without(*facts: str) -> Reading:
    """Return the reading of an application that lacks these facts."""
    return Reading(None, missing=tuple(Missing("fact", fact) for fact in dict.fromkeys(facts)))
