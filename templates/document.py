"""One document of a decision, before it is printed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from scoring.value import Value
from templates.press import Attached

Recipient = Literal["board", "website", "archive"]
"""Who a set of documents is for: the voivodeship board, the LGD's website, the LGD's own archive."""

RECIPIENTS: tuple[Recipient, ...] = get_args(Recipient)

Audience = Literal["internal", "public", "anyone"]
"""Who may see a document.

``internal``: the office and the board, for it holds personal data or carries them inside.
``public``: written for the website; the board has the internal variant of the same.
``anyone``: there is one variant for all, and nothing in it that may not be published.
"""

_READ_BY: dict[Audience, frozenset[Recipient]] = {
    "internal": frozenset({"board", "archive"}),
    "public": frozenset({"website", "archive"}),
    "anyone": frozenset({"board", "website", "archive"}),
}


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a decision.

    ``name`` is the file's name inside the folder, in Polish ASCII; ``title`` is for people.
    ``view`` takes the number of the version. ``audience``: a document that does not say who may
    see it is internal, so that nothing is ever published because somebody forgot to say.
    """

    name: str
    title: str
    template: str
    view: Callable[[int], Value]
    attached: Callable[[], tuple[Attached, ...]]
    audience: Audience = "internal"

    def goes_to(self, recipient: Recipient) -> bool:
        """Say whether the document belongs to the set of this recipient."""
        return recipient in _READ_BY[self.audience]
