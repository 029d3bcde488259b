"""What is wrong in a set of rules, told by where it stands in the file."""

from dataclasses import dataclass
from typing import Literal

Path = tuple[str | int, ...]
"""Keys and positions from the top of a file down to one place in it."""


Level = Literal["error", "warning", "note"]
"""How much it matters: it cannot be used; look at it; it is openly said and nothing to mend."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mistake in a rule file: where, what is wrong, what to write instead (in Polish)."""

    path: Path
    what: str
    write: str
    level: Level = "error"

    def under(self, *path: str | int) -> "Flaw":
        """Return the same flaw, seen from higher up in the file."""
        return Flaw((*path, *self.path), self.what, self.write, self.level)
