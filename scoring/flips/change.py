"""One change of what a decision was made of; applied, it is decided again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from scoring import polish
from scoring.application import Application
from scoring.call import Call
from scoring.canonical import Json
from scoring.canonical import pln as plain_money
from scoring.cards import Card
from scoring.council.sitting import HeldSitting
from scoring.deciding import decide
from scoring.decision import Decision
from scoring.facts import FactValue
from scoring.numbers import Points, exact, plain
from scoring.programme.operation import Under
from scoring.ruleset import Ruleset


class Change(Protocol):
    """One thing, otherwise. ``distance`` tells how far, among changes of one thing only."""

    @property
    def distance(self) -> Fraction:
        """How far the change goes: nearer ones are smaller."""

    def decided(self, decision: Decision) -> Decision:
        """Decide the whole call again with the change."""

    def sentence(self, decision: Decision) -> str:
        """Tell the change in Polish, without its outcome."""

    def plain(self, decision: Decision) -> Json:
        """Return the change for a machine."""


def again(
    decision: Decision,
    *,
    call: Call | None = None,
    ruleset: Ruleset | None = None,
    applications: Iterable[Application] | None = None,
    cards: Iterable[Card] | None = None,
    sitting: HeldSitting | None = None,
    added: dict[str, Points] | None = None,
) -> Decision:
    """Decide a call again, with some of what it was decided from replaced."""
    under = None
    if decision.programme is not None:
        under = Under(decision.programme, decision.earlier_aid)
    if applications is None:
        applications = [one.application for one in decision.assessments]
    return decide(
        call or decision.call,
        ruleset or decision.ruleset,
        applications,
        decision.cards if cards is None else cards,
        under,
        sitting=sitting or decision.sitting,
        changes=decision.changes,
        added=added,
    )


@dataclass(frozen=True, slots=True)
class PointsChange:
    """Other points in all, whichever criteria they come from; before rounding."""

    number: str
    before: Points
    after: Points

    @property
    def distance(self) -> Fraction:
        """The difference in points."""
        return abs(Fraction(self.after) - Fraction(self.before))

    def decided(self, decision: Decision) -> Decision:
        """Decide again with the difference added."""
        added = exact(Fraction(self.after) - Fraction(self.before))
        return again(decision, added={self.number: added})

    def sentence(self, decision: Decision) -> str:  # noqa: ARG002 - points read alike in every call
        """Tell how many points more or less."""
        more = "więcej" if self.after > self.before else "mniej"
        far = polish.with_points(exact(self.distance))
        before, after = polish.points(self.before), polish.points(self.after)
        return f"Punkty: o {far} {more} ({after} zamiast {before})"

    def plain(self, decision: Decision) -> Json:  # noqa: ARG002 - as above
        """Return the two totals."""
        return {"before": plain(self.before), "after": plain(self.after)}


@dataclass(frozen=True, slots=True)
class FactChange:
    """Another value of one fact of an application; ``before`` is None where it is not known."""

    number: str
    fact: str
    before: FactValue | None
    after: FactValue
    distance: Fraction

    def decided(self, decision: Decision) -> Decision:
        """Decide again with the other value."""
        return again(
            decision,
            applications=[
                replace(one.application, facts={**one.application.facts, self.fact: self.after})
                if one.application.number == self.number
                else one.application
                for one in decision.assessments
            ],
        )

    def sentence(self, decision: Decision) -> str:
        """Tell the fact with both values."""
        fact = decision.ruleset.catalogue.fact(self.fact)
        before = "nieznane" if self.before is None else fact.show(self.before)
        return f"{fact.name}: {fact.show(self.after)} (teraz: {before})"

    def plain(self, decision: Decision) -> Json:
        """Return the fact with both values."""
        fact = decision.ruleset.catalogue.fact(self.fact)
        before = None if self.before is None else fact.plain(self.before)
        return {"fact": self.fact, "before": before, "after": fact.plain(self.after)}


@dataclass(frozen=True, slots=True)
class CardChange:
    """Other points on the card of one member, in one criterion."""

    number: str
    member: str
    criterion: str
    before: Points
    after: Points

    @property
    def distance(self) -> Fraction:
        """The difference in points on the card."""
        return abs(Fraction(self.after) - Fraction(self.before))

    def decided(self, decision: Decision) -> Decision:
        """Decide again with the other card."""
        return again(
            decision,
            cards=[
                replace(card, points={**card.points, self.criterion: self.after})
                if (card.application, card.member) == (self.number, self.member)
                else card
                for card in decision.cards
            ],
        )

    def sentence(self, decision: Decision) -> str:
        """Tell whose card, in which criterion, with both values."""
        names = {one.id: one.name for one in decision.ruleset.simple()}
        after, before = polish.with_points(self.after), polish.with_points(self.before)
        return f"Karta: {self.member}, „{names[self.criterion]}”: {after} zamiast {before}"

    def plain(self, decision: Decision) -> Json:  # noqa: ARG002 - a card reads alike in every call
        """Return the member, the criterion, and both values."""
        return {
            "member": self.member,
            "criterion": self.criterion,
            "before": plain(self.before),
            "after": plain(self.after),
        }


@dataclass(frozen=True, slots=True)
class LimitChange:
    """Another limit of the call, in grosze."""

    before: int
    after: int

    @property
    def distance(self) -> Fraction:
        """The difference in grosze."""
        return Fraction(abs(self.after - self.before))

    def decided(self, decision: Decision) -> Decision:
        """Decide again with the other limit; one in euros is written in złote then."""
        new = {"pln": Decimal(self.after) / 100, "eur": None, "rate": None}
        limit = decision.call.limit.model_copy(update=new)
        return again(decision, call=decision.call.model_copy(update={"limit": limit}))

    def sentence(self, decision: Decision) -> str:  # noqa: ARG002 - money reads alike in every call
        """Tell the limit and the difference."""
        more = "więcej" if self.after > self.before else "mniej"
        far = polish.money(int(self.distance))
        return f"Limit: {polish.money(self.after)}, czyli o {far} {more}"

    def plain(self, decision: Decision) -> Json:  # noqa: ARG002 - as above
        """Return both amounts."""
        return {"before": plain_money(self.before), "after": plain_money(self.after)}
