"""An edition of the programme: which rules bind its calls, and its figures with their sources."""

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from scoring.rule_ids import RULES
from scoring.source_text import SourceText
from scoring.value import Value


class Since(Value):
    """One value of a figure: from which day it holds, and where it stands."""

    since: date
    value: Decimal = Field(ge=0)
    source: str


class Figure(Value):
    """A figure of the programme through time, the earliest value first."""

    values: tuple[Since, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        days = [one.since for one in self.values]
        if days != sorted(set(days)):
            raise ValueError("wartości muszą stać od najdawniejszej, każda z inną datą")
        return self

    def on(self, day: date) -> Since | None:
        """Return the value in force on a day; ``None`` before the first."""
        return next((one for one in reversed(self.values) if one.since <= day), None)


class Until(Value):
    """The last day on which something held, and where it stood."""

    until: date
    source: str


class Figures(Value):
    """Every figure that some rule reads; amounts in PLN unless the name says otherwise.

    One that an edition does not have is ``None``: the rules that read it do not bind its calls.
    """

    aid_per_beneficiary: Figure | None = None
    aid_per_grantee: Figure | None = None
    public_share_of_grants: Figure | None = None
    aid_per_operation: Figure | None = None
    aid_per_incubator: Figure | None = None
    aid_per_start: Figure | None = None
    aid_per_own_operation: Figure | None = None
    least_value_of_operation: Figure | None = None
    greatest_value_of_grant: Figure | None = None
    least_grant: Figure | None = None
    greatest_grant_project: Figure | None = None
    least_number_of_grants: Figure | None = None
    transport_share: Figure | None = None
    general_share: Figure | None = None
    hours_in_wage: Figure | None = None
    aid_without_job: Figure | None = None
    jobs_of_start: Figure | None = None
    years_before_growth: Figure | None = None
    partners_of_network: Figure | None = None
    intensity_public: Figure | None = None
    intensity_business: Figure | None = None
    intensity_others: Figure | None = None
    days_for_others: Figure | None = None
    de_minimis_eur: Figure | None = None
    cooperation_value: Figure | None = None
    cooperation_share: Figure | None = None
    indicator_reached: Figure | None = None


class Programme(Value):
    """An edition of the programme: its rules by number, each with where it stands.

    ``exact_public_intensity`` tells the last day on which a call was announced whose public units
    got exactly their rate, no less (see :mod:`scoring.aid.exact`). ``texts`` does not come from
    the file.
    """

    id: str
    title: str
    regimes: tuple[str, ...]
    rules: dict[str, str]
    figures: Figures
    exact_public_intensity: Until | None = None
    gaps: tuple[str, ...] = ()
    texts: tuple[SourceText, ...] = ()

    model_config = {"arbitrary_types_allowed": True, "ignored_types": (cached_property,)}

    @model_validator(mode="after")
    def _known_rules(self) -> Self:
        strange = [number for number in self.rules if number not in RULES]
        if strange:
            raise ValueError(f"nieznane numery reguł: {', '.join(strange)}")
        return self

    def figure(self, name: str, day: date) -> Since | None:
        """Return a figure as it stood on a day; ``None`` where this edition has none."""
        figure: Figure | None = getattr(self.figures, name)
        return None if figure is None else figure.on(day)
