"""What a call says of the programme that pays for it."""

from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from pydantic import Field, field_validator

from scoring.conditions import Condition
from scoring.conditions_as_written import as_written
from scoring.cooperation import Basis
from scoring.facts import Catalogue
from scoring.flaws import Flaw
from scoring.value import Value

Procedure = Literal["competition", "grants", "own_operation", "cooperation"]
"""Who is chosen: beneficiaries, grantees of a grant project, the LGD itself, or LGDs together."""

OperationKind = Literal[
    "start_business",
    "develop_business",
    "incubator",
    "network",
    "training",
    "promotion",
    "infrastructure",
    "heritage",
    "other",
]
"""What an operation is for, as far as some rule tells kinds apart."""

KINDS: tuple[OperationKind, ...] = get_args(OperationKind)
BUSINESS: tuple[OperationKind, ...] = ("start_business", "develop_business")
NOT_BUSINESS = tuple(kind for kind in KINDS if kind not in BUSINESS)


class Stated(Value):
    """An amount in PLN that the call states, and where."""

    pln: Decimal = Field(gt=0)
    source: str

    @field_validator("pln")
    @classmethod
    def _in_grosze(cls, pln: Decimal) -> Decimal:
        """Refuse a fraction of a grosz: it would be dropped without a word."""
        if pln * 100 % 1:
            raise ValueError("kwota ma ułamek grosza")
        return pln

    @property
    def grosze(self) -> int:
        """The amount in grosze."""
        return int(self.pln * 100)


class WageOn(Stated):
    """The average wage in PLN by which an hour of work is counted (rule C4)."""

    on: date


class EurRate(Value):
    """PLN for one euro on the day that decides for de minimis aid."""

    value: Decimal = Field(gt=0)
    on: date
    source: str


class IntensityRule(Value):
    """A rate of aid of the LSR or the call: for whom (all, where nothing is said), how many per cent."""

    when: Condition | None = None
    percent: Decimal = Field(gt=0, le=100)
    source: str


class OwnOperation(Value):
    """The notice of an own operation, and whether somebody else came forward to carry it out.

    ``others_came_forward`` is absent while the term runs.
    """

    published_on: date
    others_came_forward: bool | None = None
    source: str


class CallProgramme(Value):
    """Under which edition the call runs, by which procedure, and what it states of aid.

    ``operation`` is the kind of every operation of the call; where it is absent the register says
    it. ``cooperation_basis``: whose wording counts the limit of an LGD (rule K9). ``lump_sum``: the aid is a lump sum, which the list of costs does not bind (rule C5).
    """

    edition: str
    procedure: Procedure = "competition"
    operation: OperationKind | None = None
    maximum_aid: Stated | None = None
    intensity: tuple[IntensityRule, ...] = ()
    lump_sum: bool = False
    average_wage: WageOn | None = None
    eur_rate: EurRate | None = None
    own_operation: OwnOperation | None = None
    cooperation_basis: Basis = "programme"

    def bound(self, catalogue: Catalogue) -> tuple["CallProgramme", list[Flaw]]:
        """Bind the conditions of the rates to the facts they read; tell what does not fit."""
        rates: list[IntensityRule] = []
        flaws: list[Flaw] = []
        for position, rate in enumerate(self.intensity):
            if rate.when is None:
                rates.append(rate)
                continue
            when, wrong = rate.when.bound(catalogue)
            rates.append(rate.model_copy(update={"when": when}))
            flaws += [flaw.under("intensity", position, "when") for flaw in wrong]
        return self.model_copy(update={"intensity": tuple(rates)}), flaws

    def as_written(self, catalogue: Catalogue) -> "CallProgramme":
        """Return what was bound as a file has it."""
        rates = (
            one if one.when is None else _rate_as_written(one, one.when, catalogue)
            for one in self.intensity
        )
        return self.model_copy(update={"intensity": tuple(rates)})


def _rate_as_written(rate: IntensityRule, when: Condition, catalogue: Catalogue) -> IntensityRule:
    return rate.model_copy(update={"when": as_written(when, catalogue)})
