"""A terminal that keeps together what a no-break space ties: „50 000,00 zł” never parts at a line's end."""

from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

from scoring.polish import NARROW

_TIE = "\ue000"
"""Stands for a no-break space while lines are laid out: rich would part a line at any white space.

It is as wide as a space, and of the private use area, so that no text of ours has it.
"""


class TyingConsole(Console):
    """A console that writes no-break spaces and breaks no line at them."""

    def render_str(self, text: str, **options: Any) -> Text:  # noqa: ANN401 - those of rich
        """Take a text in, each of its no-break spaces as a letter."""
        return super().render_str(text.replace(NARROW, _TIE), **options)

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """Give out what was laid out, with the no-break spaces again."""
        for segment in super().render(renderable, options):
            yield segment._replace(text=segment.text.replace(_TIE, NARROW))
