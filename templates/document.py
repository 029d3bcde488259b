"""One document of a decision, before it is printed."""

from collections.abc import Callable
from dataclasses import dataclass

from scoring.value import Value
from templates.press import Attached


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a decision.

    ``name`` is the file's name inside the folder, in Polish ASCII; ``title`` is for people.
    ``view`` takes the number of the version.
    """

    name: str
    title: str
    template: str
    view: Callable[[int], Value]
    attached: Callable[[], tuple[Attached, ...]]
