"""The sensitivity of a call as plain data; where everything of the plot stands is computed here."""

from collections import Counter
from fractions import Fraction

from scoring import polish
from scoring.decision import Decision
from scoring.numbers import Points
from scoring.sensitivity.agreement import RULE, CriterionSpread, Given, MemberStand
from scoring.sensitivity.hinges import Hinge
from scoring.sensitivity.report import (
    NO_CARDS,
    SIDES,
    Sensitivity,
    margin_sentences,
    signed,
    turned_sentence,
)
from scoring.value import Value
from templates.base.frame import Frame, frame

TITLE = "Wrażliwość rozstrzygnięcia i zgodność ocen"
FOR_COUNCIL = "Do użytku Rady – zawiera dane osobowe, nie do publikacji."

WIDTH, HEIGHT, EDGE = 300, 22, 6
"""The plot of one application, in units of its own, and how far its ends are from the edges."""

_DOT = 5
"""How high equal totals stand above each other; closer where there are many."""


class Plot(Value):
    """One line of the plot: a dot a card, a bar from the lowest to the highest, a tick at the mean."""

    low: str
    high: str
    mean: str
    dots: tuple[tuple[str, str], ...]
    said: str


class Shown(Value):
    """The totals of the cards of one application."""

    number: str
    cards: str
    lowest: str
    mean: str
    highest: str
    plot: Plot


class View(Value):
    """Everything on the page."""

    frame: Frame
    margins: tuple[str, ...]
    hinges: tuple[tuple[str, tuple[str, ...]], ...]
    criteria: tuple[tuple[str, str, str, str, str], ...]
    members: tuple[tuple[str, str, str, str], ...]
    rule: str
    shown: tuple[Shown, ...]
    scale: str
    without_cards: str | None = None


def view(decision: Decision, found: Sensitivity) -> View:
    """Return the page of a call that is not kept as a version yet, or is."""
    agreed = found.agreement
    highest = agreed.given[0].highest if agreed.given else 0
    return View(
        frame=frame(decision, None, TITLE, warnings=(FOR_COUNCIL,)),
        margins=tuple(margin_sentences(found.margins)),
        hinges=tuple(_hinge(one) for one in found.hinges),
        criteria=tuple(_criterion(one) for one in agreed.criteria),
        members=tuple(_member(one) for one in agreed.members),
        rule=RULE,
        shown=tuple(_shown(one) for one in agreed.given),
        scale=f"od 0 do {polish.with_points(highest)}",
        without_cards=None if agreed.given or agreed.criteria else NO_CARDS,
    )


def _hinge(one: Hinge) -> tuple[str, tuple[str, ...]]:
    return polish.capital(one.name), tuple(turned_sentence(each) for each in one.turned)


def _criterion(one: CriterionSpread) -> tuple[str, str, str, str, str]:
    numbers = (polish.points(value) for value in (one.highest, one.mean, one.widest))
    highest, mean, widest = numbers
    return one.name, highest, mean, widest, one.widest_in


def _member(one: MemberStand) -> tuple[str, str, str, str]:
    side = SIDES[one.always] if one.always is not None else "–"
    return one.member, str(one.applications), signed(one.difference), side


def _shown(one: Given) -> Shown:
    lowest, mean, highest = map(polish.points, (one.totals[0], one.mean, one.totals[-1]))
    cards = polish.plural(len(one.totals), "karta", "karty", "kart")
    given = "; ".join(polish.points(total) for total in one.totals)
    most = max(Counter(one.totals).values())
    step = min(Fraction(_DOT), Fraction(HEIGHT - 2 * _DOT, max(1, most - 1)))
    seen: Counter[Points] = Counter()
    dots = []
    for total in one.totals:
        dots.append((_across(total, one), _written(HEIGHT - _DOT - step * seen[total])))
        seen[total] += 1
    low, middle, high = (_across(total, one) for total in (one.totals[0], one.mean, one.totals[-1]))
    said = f"Wniosek {one.number}, sumy z kart: {given}; średnia {mean}"
    plot = Plot(low=low, high=high, mean=middle, dots=tuple(dots), said=said)
    return Shown(
        number=one.number, cards=cards, lowest=lowest, mean=mean, highest=highest, plot=plot
    )


def _across(total: Points, one: Given) -> str:
    """Place a total between the edges of the plot."""
    share = Fraction(total) / Fraction(one.highest) if one.highest else Fraction(0)
    return _written(EDGE + share * (WIDTH - 2 * EDGE))


def _written(place: Fraction) -> str:
    """Write a coordinate with one decimal."""
    return f"{float(place):.1f}"
