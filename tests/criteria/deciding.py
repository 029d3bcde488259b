"""A call around a few lines of criteria: what does one application, or several, come to?"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from scoring.application import Application
from scoring.call import Call, Council, GateCondition, Lgd, Limit
from scoring.cards import Card, CardRule
from scoring.deciding import decide
from scoring.decision import Assessment, Decision
from scoring.facts import FactValue
from scoring.numbers import Points, Rounding
from scoring.ruleset import Ruleset

RECEIVED = datetime(2030, 5, 5, 10, 15)  # noqa: DTZ001 - moments of a call are in Polish time
USUAL: dict[str, FactValue] = {"submitted_at": RECEIVED, "requested": 10_000_00}


def call(
    *,
    cards: CardRule | None = None,
    members: Iterable[str] = (),
    rounding: Rounding | None = None,
    conditions: tuple[GateCondition, ...] = (),
) -> Call:
    """Make a call with money for everybody."""
    return Call(
        number="1/2030",
        title="Nabór",
        lgd=Lgd(id="przyklad", name="LGD Przykład"),
        regime="2023",
        scope="zakres",
        announced_on=date(2030, 4, 1),
        opens_at=datetime(2030, 5, 1, 8, 0),  # noqa: DTZ001 - as above
        closes_at=datetime(2030, 5, 15, 12, 0),  # noqa: DTZ001 - as above
        limit=Limit(pln=Decimal(1_000_000), policy="stop", source="ogłoszenie"),
        council=Council(members=tuple(members), cards=cards),
        rounding=rounding,
        conditions=conditions,
    )


def application(number: str, **facts: FactValue) -> Application:
    """Make an application; amounts are in grosze."""
    return Application(number, {**USUAL, **facts})


def points(rules: Ruleset, **facts: FactValue) -> Points | None:
    """Return the points of one application that says this of itself."""
    return assessed(rules, **facts).points


def assessed(rules: Ruleset, **facts: FactValue) -> Assessment:
    """Return what becomes of one application that says this of itself."""
    return decide(call(), rules, [application("1", **facts)]).assessments[0]


def judged(
    rules: Ruleset,
    rule: CardRule,
    given: Mapping[str, Mapping[str, Points]],
    **more: Any,
) -> Decision:
    """Decide one application by the cards that members gave, by member and criterion."""
    cards = [Card(member, "1", dict(one)) for member, one in given.items()]
    around = call(cards=rule, members=given, **more)
    return decide(around, rules, [application("1")], cards)
