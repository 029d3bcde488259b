"""A Decision: everything that is shown to anybody is drawn from this value."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from scoring import ENGINE, limit, polish
from scoring.aid.cut import Aid
from scoring.answer import Finding
from scoring.application import Application
from scoring.call import Call
from scoring.canonical import canonical
from scoring.cards import Card
from scoring.changes import Change, review_cards
from scoring.council.sitting import HeldSitting
from scoring.earlier_aid import EarlierAid
from scoring.numbers import Points
from scoring.points.case import Score
from scoring.points.missing import Missing
from scoring.programme.edition import Programme
from scoring.ruleset import Ruleset
from scoring.source_text import SourceText


class Outcome(StrEnum):
    """What becomes of an application."""

    SELECTED = "selected"
    SELECTED_OUTSIDE_LIMIT = "selected_outside_limit"
    BELOW_MINIMUM = "below_minimum"
    NOT_ELIGIBLE = "not_eligible"
    UNDECIDED = "undecided"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Assessment:
    """The result of one application, with all that led to it.

    ``exact_points`` is the sum before rounding and ``points`` after it; both are ``None`` while a
    criterion is not known. ``tested`` is the one of the two that the minimum is tested on.
    ``rank`` is ``None`` for whoever takes no place on the list. ``aid`` is the calculation of the
    amount, for whoever has a place; ``granted`` is in grosze, ``None`` where no amount is set.
    """

    application: Application
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    scores: tuple[Score, ...] = ()
    exact_points: Points | None = None
    points: Points | None = None
    tested: Points | None = None
    maximum: Points | None = None
    minimum: Points | None = None
    rank: int | None = None
    fit: limit.Fit | None = None
    aid: Aid | None = None
    missing: tuple[Missing, ...] = ()

    def placed(self, outcome: Outcome, rank: int, fit: limit.Fit, aid: Aid) -> "Assessment":
        """Return the same result with its place on the list and its amount."""
        return Assessment(
            self.application,
            outcome,
            self.findings,
            self.scores,
            self.exact_points,
            self.points,
            self.tested,
            self.maximum,
            self.minimum,
            rank,
            fit,
            aid,
            self.missing,
        )

    @property
    def granted(self) -> int | None:
        """The amount set for the operation, in grosze."""
        return None if self.fit is None else self.fit.granted

    @property
    def within_limit(self) -> bool | None:
        """Whether the operation fits the limit; ``None`` where the question does not arise."""
        if self.fit is None or self.fit.verdict == "undecided":
            return None
        return self.fit.verdict == "within"

    @property
    def reached_minimum(self) -> bool | None:
        """Whether the minimum is reached, overall and within each criterion."""
        if self.outcome is Outcome.BELOW_MINIMUM:
            return False
        return True if self.rank is not None else None


@dataclass(frozen=True)
class Decision:
    """Everything that is shown to anybody is drawn from this value.

    ``assessments`` stand in the order of the printed list: places first, then those below the
    minimum by points, then undecided, not eligible, and withdrawn by case number. ``findings``
    are of the call as a whole, such as the share of public units in a grant project. ``sitting`` is
    that of the council, with every vote counted again; ``None`` where none is recorded. ``changes``
    are those made after an earlier decision, oldest first.
    """

    call: Call
    ruleset: Ruleset
    cards: tuple[Card, ...]
    assessments: tuple[Assessment, ...]
    programme: Programme | None = None
    earlier_aid: tuple[EarlierAid, ...] | None = None
    findings: tuple[Finding, ...] = ()
    sitting: HeldSitting | None = None
    changes: tuple[Change, ...] = ()
    engine: str = field(default=ENGINE)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the canonical JSON of all that went in and all that came out."""
        text = json.dumps(canonical(self), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def texts(self) -> tuple[SourceText, ...]:
        """The text of every file that rules were read from: criteria, fact catalogue, programme.

        With them and with :func:`scoring.canonical.inputs` the decision can be made again.
        """
        of_programme = () if self.programme is None else self.programme.texts
        return (*self.ruleset.texts, *self.ruleset.catalogue.texts, *of_programme)

    @cached_property
    def granted(self) -> int:
        """The sum of the amounts set within the limit, in grosze."""
        return sum(one.granted or 0 for one in self.assessments)

    @property
    def left(self) -> int:
        """What is left of the limit, in grosze."""
        return self.call.limit.grosze - self.granted

    @cached_property
    def provisional(self) -> bool:
        """Whether the list may still move because something is undecided."""
        return any(one.outcome is Outcome.UNDECIDED for one in self.assessments)

    def of(self, *outcomes: Outcome) -> list[Assessment]:
        """The assessments with one of these outcomes, in the order of the list."""
        return [one for one in self.assessments if one.outcome in outcomes]

    def find(self, number: str) -> Assessment | None:
        """The assessment of the application with this case number."""
        return next((one for one in self.assessments if one.application.number == number), None)

    @cached_property
    def _reviewed(self) -> dict[tuple[str, str], list[Card]]:
        return {
            (number, criterion): cards
            for number, criteria in review_cards(self.changes).items()
            for criterion, cards in criteria.items()
        }

    def reviewed(self, number: str, criterion: str) -> list[Card] | None:
        """The cards of the last self-review of a criterion, which alone count there, if any."""
        return self._reviewed.get((number, criterion))

    def reviews_of(self, number: str) -> dict[str, list[Card]]:
        """The cards of the last self-review of each criterion of one application that had one."""
        return {
            criterion: cards
            for (application, criterion), cards in self._reviewed.items()
            if application == number
        }

    def counting_cards_of(self, number: str) -> list[Card]:
        """The cards of one application as they count: a reviewed criterion is left to its review."""
        reviews = self.reviews_of(number)
        left = [
            replace(card, points={one: of for one, of in card.points.items() if one not in reviews})
            for card in self.cards_of(number)
            if not card.excluded
        ]
        of_reviews = [
            replace(card, points={criterion: card.points[criterion]})
            for criterion, cards in reviews.items()
            for card in cards
            if criterion in card.points and not card.excluded
        ]
        return [*left, *of_reviews]

    def cards_of(self, number: str) -> list[Card]:
        """The members' cards of one application, by the alphabet."""
        cards = [card for card in self.cards if card.application == number]
        return sorted(cards, key=lambda card: polish.alphabetical(card.member))
