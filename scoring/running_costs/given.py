"""What an LGD knows of its own running costs. Money is whole grosze; unknown is ``None``."""

from datetime import date
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from scoring.value import Value


def _with_source(known: bool | None, source: str | None, key: str) -> None:
    if known is not None and not (source or "").strip():
        raise ValueError(f"„{key}” bez źródła; dopisz source: z czego to wynika")


class Agreement(Value):
    """The framework agreement (umowa ramowa) and its funds, in grosze."""

    number: str | None = None
    funds_19_2: int | None = Field(default=None, gt=0)
    funds_19_4: int | None = Field(default=None, ge=0)
    source: str | None = None


class Strategy(Value):
    """Whether the LSR was selected for funding, and whether EAFRD is its lead fund."""

    selected: bool | None = None
    source: str | None = None
    eafrd_leads: bool | None = None

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        """A decision that somebody took stands somewhere."""
        _with_source(self.selected, self.source, "selected")
        return self


class OtherSupport(Value):
    """Support of running costs from another programme of the ESI funds."""

    granted: bool | None = None
    programme: str | None = None
    source: str | None = None

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        """A statement of the LGD is a source too."""
        _with_source(self.granted, self.source, "granted")
        return self


class Costs(Value):
    """Categories of cost: those of the LGD, and those refused for standing on no list."""

    categories: tuple[str, ...] = ()
    refused_as_unlisted: tuple[str, ...] | None = None


class Paid(Value):
    """Aid paid under 19.2 up to a day, in grosze: to non-public beneficiaries, to public units."""

    non_public: int | None = Field(default=None, ge=0)
    public: int | None = Field(default=None, ge=0)
    source: str | None = None


class PaidTranche(Value):
    """A tranche that was paid, and the aid paid under 19.2 that it was counted from."""

    paid_on: date | None = None
    amount: int | None = Field(default=None, ge=0)
    non_public: int | None = Field(default=None, ge=0)
    public: int | None = Field(default=None, ge=0)


class NextTranche(Value):
    """The tranche that the LGD asks for now; ``requested`` in grosze."""

    planned_on: date | None = None
    requested: int | None = Field(default=None, ge=0)


class Town(Value):
    """A town inside a gmina."""

    name: str
    inhabitants: int | None = Field(default=None, ge=0)


class Gmina(Value):
    """A gmina of the LSR area; ``towns`` is ``None`` while nobody has said which towns it has."""

    name: str
    inhabitants: int | None = Field(default=None, ge=0)
    towns: tuple[Town, ...] | None = None
    source: str | None = None


class Area(Value):
    """The LSR area: its gminas and the day for which their inhabitants are given."""

    state_on: date | None = None
    gminas: tuple[Gmina, ...] = ()


class RunningCosts(Value):
    """Everything that a sheet of 19.4 is made from, as known on the day ``as_of``.

    ``selection_criteria`` is ``None`` while unknown and empty where there are none; so is
    ``tranches`` while nothing was paid. ``posts_filled`` counts full-time equivalents.
    """

    lgd: str
    as_of: date
    agreement: Agreement = Agreement()
    lsr: Strategy = Strategy()
    other_support: OtherSupport = OtherSupport()
    selection_criteria: tuple[str, ...] | None = None
    costs: Costs = Costs()
    paid: Paid = Paid()
    tranches: tuple[PaidTranche, ...] | None = None
    next: NextTranche | None = None
    area: Area = Area()
    posts_filled: Decimal | None = Field(default=None, ge=0)
    notice: str | None = None
