"""What a criterion reads besides the facts of an application, and what it gives back."""

from collections.abc import Callable, Mapping
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
class Shared:
    """What the criteria read that is the same for every application of a call."""

    card_rule: CardRule | None = None
    spreads: Mapping[str, Spread] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judging:
    """Who judged an application, and what they gave.

    ``members`` is how many members could have given a card; it is ``None`` where the call does not
    list its council. ``reviews`` is what was given in a self-review, by criterion: there it takes
    the place of the cards.
    """

    cards: tuple[Card, ...] = ()
    members: int | None = None
    reviews: Mapping[str, tuple[tuple[str, Points], ...]] = field(default_factory=dict)


NOTHING_SHARED = Shared()
"""A criterion that is asked outside any call."""

NOBODY_JUDGED = Judging()
"""An application that no member gave a card, and whose council is not known."""


@dataclass(frozen=True, slots=True)
class Score:
    """The result of one criterion; applications that are alike in it share one.

    ``points`` is ``None`` while something is missing and where the criterion does not apply.
    ``maximum`` is the most that could be got here. ``besides`` is what was read besides the facts:
    what the members gave, or the ends of the whole call; what was read of the facts, the criterion
    reads again when somebody asks (:meth:`scoring.points.base.Kind.value`).
    """

    criterion: str
    points: Points | None
    maximum: Points
    missing: tuple[Missing, ...] = ()
    parts: "tuple[Score, ...]" = ()
    besides: object = None
    applies: bool = True
    held_back: bool = False
    too_low: bool = False


Rule = Callable[[Facts, Judging], Score]
"""A criterion made ready for a call: what gives each application its score."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the printed table of points: what must hold, and what it gives."""

    text: str
    points: str


def absent(*facts: str) -> tuple[Missing, ...]:
    """Name facts that an application lacks, each once."""
    return tuple(Missing("fact", fact) for fact in dict.fromkeys(facts))
