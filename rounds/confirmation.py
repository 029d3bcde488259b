"""What somebody says when a call that waits for its council may go on."""

from scoring.value import Value


class Confirmation(Value):
    """Who lets a call go on, and why; ``decided_elsewhere``: the council's records lie elsewhere.

    Files that arrived speak for themselves: their confirmation names nobody.
    """

    author: str = ""
    reason: str = ""
    decided_elsewhere: bool = False
