"""Console blocks of a document: the commands after ``$``, and what they print.

A line ``…`` in the expected output stands for any lines, ``…`` inside a line for any text.
"""

import re
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Command:
    """One command of a document with the output that stands below it."""

    line: int
    words: str
    output: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The output as a pattern, with ``…`` standing for anything."""
        if not self.output:
            return re.compile("")
        lines = []
        for line in self.output.rstrip("\n").split("\n"):
            if line.strip() == "…":
                lines.append(r"(?:.*\n)*?")
            else:
                parts = (re.escape(part.rstrip()) for part in line.rstrip().split("…"))
                lines.append(".*".join(parts) + r"[ ]*\n")
        return re.compile("".join(lines))


def commands_of(document: Path) -> list[Command]:
    """Return every command of the document's console blocks, in order."""
    text = document.read_text(encoding="utf-8")
    found = []
    for block in BLOCK.finditer(text):
        first = text[: block.start(1)].count("\n") + 1
        lines = block.group(1).split("\n")
        starts = [place for place, line in enumerate(lines) if line.startswith("$ ")]
        for start, end in zip(starts, [*starts[1:], len(lines) - 1], strict=True):
            output = "\n".join(lines[start + 1 : end]).rstrip("\n")
            found.append(Command(first + start, lines[start][2:], output))
    return found
