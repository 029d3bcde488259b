"""What changes a decision after it was made: a withdrawal, another limit, a correction, a protest.

A change never touches what came in. It stands beside the register and the cards, in the order in
which it happened, and a decision is made anew of both; so the decision before it can always be made
again, and nobody has to trust a register that was typed over.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from scoring import polish
from scoring.application import Application
from scoring.call import Call, Limit
from scoring.cards import Card
from scoring.facts import Catalogue, Written
from scoring.numbers import Points, exact
from scoring.ruling import Ruling
from scoring.value import Value

AMOUNT = "amount"
"""What a protest contests when it is about the amount of aid."""


class _Change(Value):
    """What every change says: the day, why, who answers for it, and by which provision, if said."""

    on: date
    reason: str = Field(min_length=1)
    author: str = Field(min_length=1)
    basis: str | None = None


class Withdrawal(_Change):
    """An application was withdrawn: it counts as never submitted."""

    kind: Literal["withdrawal"] = "withdrawal"
    application: str


class NewLimit(_Change):
    """The money of the call changed: another amount, or another rate of the euro."""

    kind: Literal["limit"] = "limit"
    pln: Decimal | None = Field(default=None, ge=0)
    eur: Decimal | None = Field(default=None, ge=0)
    rate: Decimal | None = Field(default=None, gt=0)

    def of(self, limit: Limit) -> Limit:
        """Return the limit as it is from now on; what happens at the line stays as it was.

        Raises:
            ValueError: there would be no one amount, in PLN or in EUR with its rate.
        """
        eur, rate = self.eur, self.rate
        if self.pln is None:
            eur = limit.eur if eur is None else eur
            rate = limit.rate if rate is None else rate
        # The reason stays in the office; what stands beside the limit is published.
        changed = f"; zmiana z dnia {polish.day(self.on)}"
        source = limit.source + changed + (f" ({self.basis})" if self.basis else "")
        return Limit(pln=self.pln, eur=eur, rate=rate, policy=limit.policy, source=source)


class Correction(_Change):
    """An obvious mistake in the register was put right: one fact of one application.

    ``value`` and ``was`` are written as in a file (money in PLN, days in ISO form); ``was`` is
    ``None`` where nothing stood.
    """

    kind: Literal["correction"] = "correction"
    application: str
    fact: str
    value: Written
    was: Written = None


class ReviewCard(Value):
    """What one person gave in the self-review, by criterion."""

    member: str
    points: dict[str, Decimal] = {}
    justifications: dict[str, str] = {}


class ReviewRuling(Value):
    """What a person found in the self-review about a condition of the programme."""

    met: bool
    justification: str
    by: Literal["officer", "council"] = "officer"


class SelfReview(_Change):
    """A protest was reviewed by the LGD itself (autokontrola; act, art. 22 and following).

    ``contested`` names the criteria or conditions by their ids, or ``amount``: only these are
    assessed again, everything else stays as it was. ``changed``: the LGD changes its result;
    ``forwarded``: it leaves it and hands the protest over to the voivodeship board. ``position``
    is what the LGD answers. ``on`` is the day on which the review ended.
    """

    kind: Literal["protest"] = "protest"
    application: str
    lodged_on: date
    received_on: date | None = None
    contested: tuple[str, ...] = Field(min_length=1)
    reviewers: tuple[str, ...] = Field(min_length=1)
    result: Literal["changed", "forwarded"]
    position: str = Field(min_length=1)
    cards: tuple[ReviewCard, ...] = ()
    facts: dict[str, Written] = {}
    rulings: dict[str, ReviewRuling] = {}


Change = Annotated[Withdrawal | NewLimit | Correction | SelfReview, Field(discriminator="kind")]
"""One change after a decision."""

KIND_NAMES = {
    "withdrawal": "wycofanie wniosku",
    "limit": "zmiana limitu",
    "correction": "sprostowanie",
    "protest": "autokontrola po proteście",
}
"""How each kind of change is called."""

CardsOfReviews = Mapping[str, Mapping[str, list[Card]]]
"""By case number and criterion: the cards of the last self-review of it, by the names."""

Reviews = Mapping[str, Mapping[str, tuple[tuple[str, Points], ...]]]
"""By case number and criterion: who gave what in the last self-review of it."""


def is_again(change: Change, earlier: Change) -> bool:
    """Say whether a change is an earlier one asked for once more, be it on another day.

    What a correction found before it does not matter then: it finds its own value.
    """
    same: dict[str, object] = {"on": earlier.on}
    if isinstance(change, Correction) and isinstance(earlier, Correction):
        same["was"] = earlier.was
    return change.model_copy(update=same) == earlier


def with_new_limit(call: Call, changes: Iterable[Change]) -> Call:
    """Return the call with the limit as the changes leave it.

    Raises:
        ValueError: a change leaves no one amount.
    """
    for change in changes:
        if isinstance(change, NewLimit):
            call = call.model_copy(update={"limit": change.of(call.limit)})
    return call


def applied(
    changes: Sequence[Change], applications: Iterable[Application], catalogue: Catalogue
) -> tuple[Application, ...]:
    """Return the applications as the changes leave them, in the order in which they came.

    Raises:
        ValueError: a value is not of the type of its fact.
    """
    found = {one.number: one for one in applications}
    for change in changes:
        if not isinstance(change, NewLimit) and change.application in found:
            found[change.application] = _changed(found[change.application], change, catalogue)
    return tuple(found.values())


def reviews(changes: Iterable[Change]) -> Reviews:
    """Return what was given in self-reviews; a later review of a criterion replaces an earlier one."""
    return {
        number: {
            criterion: tuple((card.member, card.points[criterion]) for card in cards)
            for criterion, cards in criteria.items()
        }
        for number, criteria in review_cards(changes).items()
    }


def review_cards(changes: Iterable[Change]) -> CardsOfReviews:
    """Return the cards of self-reviews; a later review of a criterion replaces an earlier one."""
    found: dict[str, dict[str, list[Card]]] = {}
    for change in changes:
        if isinstance(change, SelfReview):
            found.setdefault(change.application, {}).update(_cards(change))
    return found


def _cards(review: SelfReview) -> Iterator[tuple[str, list[Card]]]:
    ordered = sorted(review.cards, key=lambda one: one.member)
    for criterion in review.contested:
        given = [
            Card(
                one.member,
                review.application,
                {criterion: exact(one.points[criterion])},
                one.justifications,
            )
            for one in ordered
            if criterion in one.points
        ]
        if given:
            yield criterion, given


def _changed(
    application: Application, change: "Withdrawal | Correction | SelfReview", catalogue: Catalogue
) -> Application:
    match change:
        case Withdrawal():
            return replace(application, facts={**application.facts, "withdrawn": True})
        case Correction():
            return _with_facts(application, {change.fact: change.value}, catalogue)
        case SelfReview():
            rulings = {
                rule: Ruling(rule, one.met, one.justification, one.by, change.on)
                for rule, one in change.rulings.items()
            }
            reviewed = replace(application, rulings={**application.rulings, **rulings})
            return _with_facts(reviewed, change.facts, catalogue)


def _with_facts(
    application: Application, written: Mapping[str, Any], catalogue: Catalogue
) -> Application:
    """Return the application with these facts; one written as nothing becomes unknown."""
    values: dict[str, Any] = {
        key: None if value is None else catalogue.fact(key).from_file(value)
        for key, value in written.items()
    }
    # An application forgets facts that say nothing.
    return replace(application, facts={**application.facts, **values})
