"""The base of everything that is read from a file and then never changes."""

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, field_validator

MOST_DIGITS = 40
"""No number of a call, of criteria or of a programme has more; one that does is a slip of the pen."""


class Value(BaseModel):
    """A frozen value that refuses keys it does not know, and numbers that nobody could write out."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @field_validator("*", mode="after")
    @classmethod
    def _of_sensible_length(cls, value: Any) -> Any:  # noqa: ANN401 - a value of any key
        if isinstance(value, Decimal | int) and abs(Decimal(value).adjusted()) > MOST_DIGITS:
            raise ValueError(f"liczba ma za dużo cyfr (najwyżej {MOST_DIGITS})")
        return value
