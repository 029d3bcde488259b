"""An application as it came in: its case number and what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from scoring.cooperation import CooperationShare
from scoring.facts import Facts, FactValue
from scoring.party import Partner, Party
from scoring.party import in_order as partners_in_order
from scoring.population import Population, in_order
from scoring.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Application:
    """One application of a call.

    ``number`` is the case number (znak sprawy); what the application says is a fact, known or
    absent. Money is in grosze. ``rulings`` are findings of people, by the number of the rule;
    ``partners`` all who carry the operation out together (none: the applicant alone). ``lgds`` are
    the shares of the LGDs of a cooperation project.
    ``populations`` is what the call's file says of the locality, every number
    with its day and source: the evidence behind the fact ``locality_population``.
    """

    number: str
    facts: Facts = field(default_factory=dict)
    rulings: Mapping[str, Ruling] = field(default_factory=dict)
    partners: tuple[Partner, ...] = ()
    lgds: tuple[CooperationShare, ...] = ()
    populations: tuple[Population, ...] = ()

    def __post_init__(self) -> None:
        """Forget facts that say nothing, and the order of rows, which never matters."""
        said: Mapping[str, FactValue | None] = self.facts
        known = {key: value for key, value in said.items() if value is not None}
        object.__setattr__(self, "facts", known)
        object.__setattr__(self, "partners", partners_in_order(self.partners, self.party))
        object.__setattr__(self, "populations", in_order(self.populations))

    @property
    def applicant(self) -> str:
        """Name of the applicant."""
        return cast("str", self.facts.get("applicant", ""))

    @property
    def party(self) -> Party:
        """The applicant as one who can be matched with earlier aid."""
        producer_number = cast("str | None", self.facts.get("producer_number"))
        return Party(self.applicant, producer_number, cast("str | None", self.facts.get("nip")))

    @property
    def parties(self) -> tuple[Party, ...]:
        """All who carry the operation out: its partners, or the applicant alone."""
        return tuple(partner.party for partner in self.partners) or (self.party,)

    @property
    def title(self) -> str:
        """Title of the operation."""
        return cast("str", self.facts.get("title", ""))

    @property
    def submitted_at(self) -> datetime | None:
        """Date and hour of receipt."""
        return cast("datetime | None", self.facts.get("submitted_at"))

    @property
    def requested(self) -> int | None:
        """Aid requested, in grosze."""
        return cast("int | None", self.facts.get("requested"))

    @property
    def withdrawn(self) -> bool:
        """Whether the application was withdrawn; it then counts as never submitted."""
        return bool(self.facts.get("withdrawn", False))
