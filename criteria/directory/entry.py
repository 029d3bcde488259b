"""What stands in a file of the directory: who takes part, and what they announce.

Source: the description of the national network of LGDs (a current directory of LGDs and of the
organisations and institutions, private and public, that take part; exchange of information; rule
N2), and the programme text (the list of the LGDs of Podlaskie; rule N1).
"""

from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from reading.yaml_file import Plain
from scoring import polish
from scoring.rule_ids import runs
from scoring.value import Value

KIND_NAMES = {"lgd": "LGD", "organisation": "organizacja", "institution": "instytucja"}
"""How each kind of entry reads."""

SECTOR_NAMES = {"public": "publiczna", "private": "prywatna"}
"""How each sector reads, of an organisation or an institution."""

NEWS_NAMES = {"call": "nabór", "training": "szkolenie", "information": "informacja"}
"""How each kind of announcement reads."""

STALE_AFTER = timedelta(days=365)
"""How long after it was checked an entry counts as current: the house's own choice, not law."""


class Entry(Value):
    """An LGD, an organisation or an institution that takes part in the network.

    ``area`` is the gminas of an LGD, in the spelling of the source. ``checked_on`` is the day on
    which somebody compared the entry with its source; unknown where the source alone is known.
    """

    id: str
    kind: Literal["lgd", "organisation", "institution"]
    sector: Literal["public", "private"] | None = None
    name: str
    seat: str | None = None
    telephone: str | None = None
    href: str | None = None
    area: tuple[str, ...] = ()
    source: str | None = None
    checked_on: date | None = None

    @runs("N2")
    def is_stale(self, on: date) -> bool | None:
        """Say whether the entry was last checked too long ago; unknown where nobody says when."""
        return None if self.checked_on is None else on - self.checked_on > STALE_AFTER

    def freshness(self, on: date) -> str:
        """Say in words how current the entry is on a day."""
        if self.checked_on is None:
            return "nie wiadomo, kiedy sprawdzono"
        said = f"sprawdzono {polish.day(self.checked_on)}"
        if self.checked_on > on:
            return f"{said}, czyli w przyszłości: popraw datę"
        return f"{said}, ponad rok temu: może być nieaktualne" if self.is_stale(on) else said


class Announcement(Value):
    """A call, a training or an information event, announced by somebody of the directory.

    ``by`` is the id of the entry. It is in force from the day of the announcement to the last day
    of what is announced, both included.
    """

    kind: Literal["call", "training", "information"]
    title: str
    by: str
    announced_on: date
    starts_on: date
    ends_on: date
    href: str | None = None
    source: str

    @property
    def content(self) -> tuple[str, ...]:
        """What makes two announcements the same: kind, title, who announces, first day."""
        return self.kind, self.title, self.by, self.starts_on.isoformat()

    def in_force(self, on: date) -> bool:
        """Say whether the announcement is in force on a day."""
        return self.announced_on <= on <= self.ends_on


@runs("N2")
def in_force(announcements: tuple[Announcement, ...], on: date) -> tuple[Announcement, ...]:
    """Return the announcements in force on a day, those that begin first before the others."""
    found = [one for one in announcements if one.in_force(on)]
    return tuple(sorted(found, key=lambda one: (one.starts_on, one.ends_on, one.title)))


class DirectoryFile(Value):
    """One file; ``source`` and ``checked_on`` hold for every entry that does not say its own."""

    format: int = Field(ge=1, le=1)
    region: str | None = None
    source: str | None = None
    checked_on: date | None = None
    entries: tuple[Plain, ...] = ()
    announcements: tuple[Plain, ...] = ()
