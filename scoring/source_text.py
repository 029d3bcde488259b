"""The text of a file that rules were read from, and its hash."""

import hashlib
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class SourceText:
    """A text as it was read; ``name`` is how the file is known on every machine."""

    name: str
    text: str

    @cached_property
    def sha256(self) -> str:
        """The hash of the text as bytes of UTF-8: what ``sha256sum`` prints for the file."""
        return hashlib.sha256(self.text.encode()).hexdigest()
