"""A call for proposals (nabór): who holds it, when, with how much money, by which rules."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from scoring.cards import CardRule
from scoring.conditions import Condition
from scoring.conditions_as_written import as_written
from scoring.facts import Catalogue
from scoring.flaws import Flaw
from scoring.indicators import Indicator
from scoring.numbers import Rounding
from scoring.points.case import Table
from scoring.points.lookup import TableRow, table_of, twice_flaws
from scoring.programme.of_call import CallProgramme
from scoring.value import Value

Regime = Literal["2015", "2019", "2023"]
"""The wording of the act that the call is under: before 2019, 2019-2022, since 2023."""


def _with_hour(written: object) -> object:
    """Refuse a day alone: it would mean its midnight, and shut out all who came that day."""
    day = isinstance(written, date) and not isinstance(written, datetime)
    if day or (isinstance(written, str) and len(written.strip()) <= len("2022-04-14")):
        raise ValueError("dzień bez godziny; wpisz np. 2022-04-14T12:00")
    return written


def _without_zone(moment: datetime) -> datetime:
    if moment.tzinfo is not None:
        raise ValueError("godzina ze strefą czasową; wpisz polską, np. 2022-04-14T12:00")
    return moment


Moment = Annotated[datetime, BeforeValidator(_with_hour), AfterValidator(_without_zone)]
"""A day and an hour in Polish time."""


class Lgd(Value):
    """The local action group that holds the call.

    ``area`` is its gminas, for an LGD that the directory does not have. ``letters_signed_by`` is
    the role of whoever signs its letters to applicants.
    """

    id: str
    name: str
    seat: str | None = None
    region: str | None = None
    letters_signed_by: str | None = None
    area: tuple[str, ...] | None = Field(default=None, min_length=1)


class Limit(Value):
    """The money of the call, in PLN or in EUR with a rate, and what happens at the line.

    ``stop``: the first operation that does not fit closes the list. ``skip``: a smaller one below
    it may enter. ``partial``: the one on the line is offered what is left; if it agrees (fact
    ``accepts_partial``) it takes the rest, and the list is closed either way.
    """

    pln: Decimal | None = Field(default=None, ge=0)
    eur: Decimal | None = Field(default=None, ge=0)
    rate: Decimal | None = Field(default=None, gt=0)
    policy: Literal["stop", "skip", "partial"]
    source: str

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        """There is one amount: in PLN, or in EUR with its rate."""
        in_pln, in_eur = self.pln is not None, self.eur is not None
        if in_pln == in_eur or (self.rate is not None) != in_eur:
            raise ValueError("limit musi być podany albo w „pln”, albo w „eur” z kursem „rate”")
        if self.pln is not None and self.pln * 100 % 1:
            raise ValueError("limit ma ułamek grosza")
        return self

    @property
    def grosze(self) -> int:
        """The limit in grosze; euros are converted at the rate and rounded half up."""
        if self.pln is not None:
            return int(self.pln * 100)
        euros = (self.eur or Decimal(0)) * (self.rate or Decimal(0)) * 100
        return int(euros.quantize(Decimal(1), ROUND_HALF_UP))


POLICY_NAMES = {
    "stop": "pierwsza operacja, która się nie mieści, zamyka listę",
    "skip": "operacja, która się nie mieści, jest pomijana, a niższa, mniejsza może wejść",
    "partial": "operacji na granicy proponuje się kwotę, która pozostała",
}
"""How each policy of the limit reads in documents."""


class GateCondition(Value):
    """A condition that an operation must meet before it is scored."""

    id: str
    name: str
    require: Condition
    source: str


class Council(Value):
    """The council: its members by name, and how their cards are combined."""

    members: tuple[str, ...] = ()
    cards: CardRule | None = None


class CallTable(Value):
    """A table of points that belongs to this call, and where it comes from."""

    source: str
    rows: tuple[TableRow, ...]


class Call(Value):
    """A call for proposals. Moments are in Polish time (Europe/Warsaw), without a zone.

    ``population_on`` is the day whose numbers of inhabitants hold, where it is not that of the
    regime (:data:`scoring.population.REFERENCE_DAYS`).
    """

    number: str
    title: str
    lgd: Lgd
    regime: Regime
    scope: str
    announced_on: date
    opens_at: Moment
    closes_at: Moment
    limit: Limit
    programme: CallProgramme | None = None
    conditions: tuple[GateCondition, ...] = ()
    council: Council = Council()
    rounding: Rounding | None = None
    tables: dict[str, CallTable] = {}
    population_on: date | None = None
    indicators: tuple[Indicator, ...] | None = None
    notice: str | None = None

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Self:
        if self.closes_at <= self.opens_at:
            raise ValueError("nabór kończy się, zanim się zaczyna (opens_at, closes_at)")
        return self

    def bound(self, catalogue: Catalogue) -> tuple["Call", list[Flaw]]:
        """Bind the conditions of the gate to the facts they read; tell what does not fit."""
        conditions: list[GateCondition] = []
        flaws: list[Flaw] = []
        for position, one in enumerate(self.conditions):
            require, wrong = one.require.bound(catalogue)
            conditions.append(one.model_copy(update={"require": require}))
            flaws += [flaw.under("conditions", position, "require") for flaw in wrong]
        for name, table in self.tables.items():
            flaws += [flaw.under("tables", name) for flaw in twice_flaws(table.rows)]
        update: dict[str, object] = {"conditions": tuple(conditions)}
        if self.programme is not None:
            update["programme"], wrong = self.programme.bound(catalogue)
            flaws += [flaw.under("programme") for flaw in wrong]
        return self.model_copy(update=update), flaws

    def as_written(self, catalogue: Catalogue) -> "Call":
        """Return a bound call as its file has it: bound again, it is the same."""
        conditions = (
            one.model_copy(update={"require": as_written(one.require, catalogue)})
            for one in self.conditions
        )
        update: dict[str, object] = {"conditions": tuple(conditions)}
        if self.programme is not None:
            update["programme"] = self.programme.as_written(catalogue)
        return self.model_copy(update=update)

    @property
    def tables_of_points(self) -> dict[str, Table]:
        """The call's tables, ready to be looked up in."""
        return {name: table_of(table.rows) for name, table in self.tables.items()}
