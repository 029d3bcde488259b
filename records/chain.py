"""The chain of records: every addition is sealed together with the one before it.

A link is made of its number, the version that it is about, what was added, and the hash of the
link before. Whoever changes a record around the program breaks the link that tells of it; whoever
makes that link anew breaks the next one. Only the last links can be taken away unseen: their hash
stands in every set that was handed over (``nabor pack``), and ``nabor audit --link`` looks for it.

Canonical JSON: keys sorted, no spaces, UTF-8; days and moments in ISO form, moments in UTC.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session, col, select

from records.tables import ChainRow

NOTHING_BEFORE = "0" * 64
"""What stands for the link before the first one."""

_OF_VERSION = (
    "id",
    "call_id",
    "version",
    "parent_id",
    "fingerprint",
    "kind",
    "reason",
    "basis",
    "author",
    "engine",
    "scope",
    "criteria_in_force_from",
    "recorded_at",
    "salt",
    "inputs",
    "results",
)
_OF_OUTCOME = ("number", "outcome", "rank", "points", "requested", "granted")
_OF_USE = ("place", "sha256")

PART_NAMES = {
    "version": "zapis wersji",
    "outcomes": "wyniki wniosków",
    "criteria": "wskazanie kryteriów",
    "call": "LGD i numer naboru",
    "documents": "wykaz wydruków",
}
"""How each part that a link seals is called when it does not hold."""


Row = Any
"""A row of a table, of the program's own or as an old database has it, with columns as attributes."""


def seal_of_version(
    version: Row, call: tuple[str, str], outcomes: Iterable[Row], uses: Iterable[Row]
) -> dict[str, str]:
    """Return the hash of every part of a version; ``call`` is the LGD and the number."""
    by_number = sorted(outcomes, key=lambda row: row.number)
    by_place = sorted(uses, key=lambda row: row.place)
    return {
        "version": digest(_fields(version, _OF_VERSION)),
        "call": digest(list(call)),
        "outcomes": digest([_fields(row, _OF_OUTCOME) for row in by_number]),
        "criteria": digest([_fields(row, _OF_USE) for row in by_place]),
    }


def add_link(session: Session, version_id: int, content: Mapping[str, Any]) -> ChainRow:
    """Add a link about a version; nobody else may be adding one (:func:`records.database.lock`)."""
    last = session.exec(select(ChainRow).order_by(col(ChainRow.id).desc()).limit(1)).first()
    before = None if last is None else (last.id, last.hash)
    row = ChainRow(**link_after(before, version_id, content))
    session.add(row)
    session.flush()
    return row


def link_after(
    before: tuple[int, str] | None, version_id: int, content: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the columns of the link that follows one with this number and hash."""
    number, previous = (1, NOTHING_BEFORE) if before is None else (before[0] + 1, before[1])
    text = canonical(content)
    return {
        "id": number,
        "version_id": version_id,
        "content": text,
        "previous": previous,
        "hash": hash_of_link(number, version_id, text, previous),
    }


def hash_of_link(number: int, version_id: int, content: str, previous: str) -> str:
    """Return the hash that a link must have."""
    return digest([number, version_id, content, previous])


def digest(value: object) -> str:
    """Return the SHA-256 of the canonical JSON of a value."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def canonical(value: object) -> str:
    """Write a value as canonical JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _fields(row: Row, names: Sequence[str]) -> dict[str, Any]:
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: object) -> object:
    """Return a value of a row as every database gives it back: SQLite forgets the zone."""
    if isinstance(value, datetime):
        moment = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return moment.isoformat()
    return value.isoformat() if isinstance(value, date) else value
