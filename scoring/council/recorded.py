"""A sitting as plain JSON: all that was recorded, for the fingerprint and for the records."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from scoring.council.sitting import UNWRITTEN, HeldSitting

Json = dict[str, Any]


def recorded(held: HeldSitting) -> Json:
    """Return the council and the sitting as they were recorded; what was counted follows from them."""
    return {"council": _plain(held.council), "sitting": _plain(held.sitting)}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a sitting
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    if is_dataclass(value):
        found = {one: getattr(value, one.name) for one in fields(value)}
        return {
            one.name: _plain(said)
            for one, said in found.items()
            if said or one.metadata != UNWRITTEN
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in sorted(value.items())}
    if isinstance(value, tuple | frozenset):
        some = [_plain(one) for one in value]
        return sorted(some) if isinstance(value, frozenset) else some
    return value.isoformat() if isinstance(value, date) else value
