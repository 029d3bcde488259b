"""What somebody says when a call that waits for its council may go on."""

from pydantic import Field

from scoring.value import Value


class Confirmation(Value):
    """Who lets a call go on, and why; ``decided_elsewhere``: the council's records lie elsewhere.

    Files that arrived speak for themselves: their confirmation names nobody. The titles are what
    Prefect asks a person with.
    """

    author: str = Field("", title="Kto odpowiada")
    reason: str = Field("", title="Powód; trafi do akt")
    decided_elsewhere: bool = Field(
        False, title="Rada rozstrzygnęła, a jej zapis leży gdzie indziej"
    )
