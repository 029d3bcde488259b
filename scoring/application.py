"""An application as it came in: its case number and what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from scoring.facts import Facts, FactValue
from scoring.population import Population, in_order


@dataclass(frozen=True, slots=True)
class Application:
    """One application of a call.

    ``number`` is the case number (znak sprawy); everything else is a fact, known or absent.
    Money is in grosze. ``populations`` is what the call's file says of the locality, every number
    with its day and source: the evidence behind the fact ``locality_population``.
    """

    number: str
    facts: Facts = field(default_factory=dict)
    populations: tuple[Population, ...] = ()

    def __post_init__(self) -> None:
        """Forget facts that say nothing: what is not known is absent."""
        said: Mapping[str, FactValue | None] = self.facts
        known = {key: value for key, value in said.items() if value is not None}
        object.__setattr__(self, "facts", known)
        object.__setattr__(self, "populations", in_order(self.populations))

    @property
    def applicant(self) -> str:
        """Name of the applicant."""
        return cast(str, self.facts.get("applicant", ""))

    @property
    def title(self) -> str:
        """Title of the operation."""
        return cast(str, self.facts.get("title", ""))

    @property
    def submitted_at(self) -> datetime | None:
        """Date and hour of receipt."""
        return cast(datetime | None, self.facts.get("submitted_at"))

    @property
    def requested(self) -> int | None:
        """Aid requested, in grosze."""
        return cast(int | None, self.facts.get("requested"))

    @property
    def withdrawn(self) -> bool:
        """Whether the application was withdrawn; it then counts as never submitted."""
        return bool(self.facts.get("withdrawn", False))
