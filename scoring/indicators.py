"""What the selected operations bring to the indicators of the LSR: target, reached, brought, left.

A value that is not known is counted apart and never taken for zero.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from pydantic import Field

from scoring.flaws import Flaw
from scoring.value import Value

if TYPE_CHECKING:
    from scoring.application import Application
    from scoring.decision import Assessment, Decision

NAME, VALUE = "indicator", "indicator_value"
"""The facts of an application: which indicator it serves, and how much it brings to it."""


class Indicator(Value):
    """An indicator of the LSR: its target, and what was reached before this call.

    ``reached`` is ``None`` where nobody says; ``goal`` is the goal of the LSR that it measures.
    An application names it by its ``id`` or by its ``name``.
    """

    id: str
    name: str
    unit: str
    target: Decimal = Field(gt=0)
    reached: Decimal | None = Field(default=None, ge=0)
    goal: str | None = None
    source: str

    @property
    def names(self) -> tuple[str, str]:
        """What applications may call it, as it is compared."""
        return said(self.id), said(self.name)


@dataclass(frozen=True, slots=True)
class Balance:
    """One indicator after the selection. Amounts are in the unit of the indicator.

    ``brought`` sums what is known of the operations selected within the limit; ``unknown`` are
    the case numbers of those that name the indicator and give no value. ``left`` is below zero
    where the target is exceeded, and ``None`` while something is unknown.
    """

    indicator: Indicator
    brought: Decimal
    operations: int
    unknown: tuple[str, ...] = ()

    @property
    def left(self) -> Decimal | None:
        """What is missing to the target."""
        if self.indicator.reached is None or self.unknown:
            return None
        return self.indicator.target - self.indicator.reached - self.brought

    @property
    def exceeded(self) -> bool | None:
        """Whether the target is exceeded; ``None`` while nobody can say."""
        if (self.indicator.reached or 0) + self.brought > self.indicator.target:
            return True
        return None if self.left is None else False


@dataclass(frozen=True, slots=True)
class Balances:
    """The indicators of a call: a row each, and the applications that fit none.

    ``unnamed`` are the selected operations (within the limit) that name no indicator; ``strange``
    are all applications, withdrawn ones aside, that name one which the call does not have.
    """

    rows: tuple[Balance, ...]
    unnamed: tuple[str, ...] = ()
    strange: tuple[tuple[str, str], ...] = ()


def said(name: str) -> str:
    """Return a name as it is compared: letter case and spaces do not count."""
    return " ".join(name.split()).casefold()


def balances(decision: "Decision") -> Balances:
    """Return what the selection brings to each indicator that the call lists."""
    indicators = decision.call.indicators or ()
    known = {name: one for one in indicators for name in one.names}
    within = [one for one in decision.assessments if one.outcome == "selected"]
    taking_part = [one for one in decision.assessments if one.outcome != "withdrawn"]
    return Balances(
        tuple(_balance(one, within) for one in indicators),
        tuple(one.application.number for one in within if _named(one) is None),
        tuple(
            (one.application.number, name)
            for one in taking_part
            if (name := _named(one)) is not None and said(name) not in known
        ),
    )


def brought_by(application: "Application", indicators: Iterable[Indicator]) -> list[Balance]:
    """Return what one application would bring to the indicator that it names, if it is one of these."""
    name = cast("str | None", application.facts.get(NAME))
    value = cast("Decimal | None", application.facts.get(VALUE))
    unknown = (application.number,) if value is None else ()
    served = [one for one in indicators if said(name or "") in one.names]
    return [Balance(one, Decimal(value or 0), 1, unknown) for one in served]


def _named(one: "Assessment") -> str | None:
    return cast("str | None", one.application.facts.get(NAME))


def _balance(indicator: Indicator, within: Iterable["Assessment"]) -> Balance:
    serving = [one for one in within if said(_named(one) or "") in indicator.names]
    values = {one.application.number: one.application.facts.get(VALUE) for one in serving}
    brought = [Decimal(cast("Decimal", value)) for value in values.values() if value is not None]
    unknown = tuple(number for number, value in values.items() if value is None)
    return Balance(indicator, sum(brought, start=Decimal(0)), len(serving), unknown)


def indicator_flaws(indicators: Iterable[Indicator]) -> Iterator[Flaw]:
    """Tell names that stand for two indicators, and names that are only spaces."""
    seen: set[str] = set()
    for position, one in enumerate(indicators):
        names = set(one.names)
        if "" in names:
            what, write = "wskaźnik bez nazwy", "wpisz id i nazwę wskaźnika z LSR"
            yield Flaw(("indicators", position), what, write)
        elif names & seen:
            what = f"nazwa „{one.name}” ({one.id}) oznacza już inny wskaźnik"
            yield Flaw(("indicators", position), what, "nadaj każdemu inne id i inną nazwę")
        seen |= names - {""}
