"""Walking the chain of records: does everything that was decided still stand as it was kept?"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, select

from records.chain import NOTHING_BEFORE, PART_NAMES, hash_of_link, seal_of_version
from records.database import unavailable
from records.guards import missing_guards
from records.tables import (
    CallRow,
    ChainRow,
    CriteriaRow,
    CriteriaUseRow,
    DocumentRow,
    OutcomeRow,
    VersionRow,
)
from scoring.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the records are not as they were kept; ``link`` is its number."""

    link: int | None
    what: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What the walk found: how much was walked, the last link, the break, guards taken away."""

    links: int
    versions: int
    documents: int
    last: str | None
    broken: Break | None = None
    guards_missing: tuple[str, ...] = ()
    hashes: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def holds(self) -> bool:
        """Whether nothing was changed, added or taken away beside the program."""
        return self.broken is None


def audit(engine: Engine) -> Audit:
    """Walk the whole chain, from the first link, to the first that does not hold.

    Raises:
        DatabaseUnavailable: the database went away.
    """
    try:
        with Session(engine) as session:
            return _Walk(session).audit()
    except DBAPIError as error:
        raise unavailable(error) from None


class _Walk:
    """A walk along the chain, with what was met so far."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.versions: set[int] = set()
        self.documents: set[tuple[int, str, str]] = set()
        self.hashes: list[str] = []

    def audit(self) -> Audit:
        """Walk from the first link to the first that does not hold, and count what was met."""
        broken = next(self._breaks(), None)
        return Audit(
            links=len(self.hashes),
            versions=len(self.versions),
            documents=len(self.documents),
            last=self.hashes[-1] if self.hashes else None,
            broken=broken,
            guards_missing=tuple(missing_guards(self.session.connection())),
            hashes=frozenset(self.hashes),
        )

    def _breaks(self) -> Iterator[Break]:
        for row in self.session.exec(select(ChainRow).order_by(col(ChainRow.id))).all():
            yield from (Break(row.id, what) for what in self._link_if_readable(row))
            self.hashes.append(row.hash)
        yield from self._beside_the_chain()

    def _link_if_readable(self, row: ChainRow) -> Iterator[str]:
        try:
            yield from self._link(row)
        except (ValueError, TypeError, KeyError):  # a day that is none, JSON cut in half
            yield "zapisu, o którym mówi ogniwo, nie da się odczytać"

    def _link(self, row: ChainRow) -> Iterator[str]:
        expected = len(self.hashes) + 1
        if row.id != expected:
            yield f"brakuje ogniwa {expected}"
        if row.previous != (self.hashes[-1] if self.hashes else NOTHING_BEFORE):
            yield "ogniwo nie wskazuje poprzedniego"
        if row.hash != hash_of_link(row.id, row.version_id, row.content, row.previous):
            yield "zmieniono samo ogniwo"
        version = self.session.get(VersionRow, row.version_id)
        if version is None:
            yield "usunięto wersję, o której mówi ogniwo"
            return
        content = json.loads(row.content)
        if "documents" in content:
            yield from self._of_documents(version, content["documents"])
        else:
            yield from self._of_version(version, content)

    def _of_version(self, version: VersionRow, content: dict[str, Any]) -> Iterator[str]:
        if version.id in self.versions:
            yield f"{self._named(version)} ma drugie ogniwo"
        self.versions.add(version.id or 0)
        call = self.session.get(CallRow, version.call_id)
        if call is None:
            yield f"usunięto nabór, do którego należy {self._named(version)}"
            return
        outcomes = self.session.exec(_of(OutcomeRow, version)).all()
        uses = self.session.exec(_of(CriteriaUseRow, version)).all()
        found = seal_of_version(version, (call.lgd, call.number), outcomes, uses)
        for part, name in PART_NAMES.items():
            if part in found and found[part] != content.get(part):
                yield f"{self._named(version)}: zmieniono {name}"
        for use in uses:
            text = self.session.get(CriteriaRow, use.sha256)
            if text is None or SourceText(text.name, text.text).sha256 != use.sha256:
                yield f"{self._named(version)}: zmieniono treść pliku, według którego ją wydano"

    def _of_documents(self, version: VersionRow, documents: list[Any]) -> Iterator[str]:
        kept = {
            (row.name, row.sha256, row.pages)
            for row in self.session.exec(_of(DocumentRow, version)).all()
        }
        for name, sha256, pages in documents:
            if (name, sha256, pages) not in kept:
                yield f"{self._named(version)}: zmieniono zapis wydruku „{name}”"
            self.documents.add((version.id or 0, name, sha256))

    def _beside_the_chain(self) -> Iterator[Break]:
        """Tell of rows that somebody added beside the program."""
        for version in self.session.exec(select(VersionRow).order_by(col(VersionRow.id))).all():
            if version.id not in self.versions:
                yield Break(None, f"{self._named(version)} nie ma ogniwa w łańcuchu")
        for row in self.session.exec(select(DocumentRow)).all():
            if (row.version_id, row.name, row.sha256) not in self.documents:
                yield Break(None, f"wydruk „{row.name}” nie ma ogniwa w łańcuchu")

    def _named(self, version: VersionRow) -> str:
        call = self.session.get(CallRow, version.call_id)
        return f"wersja {version.version} naboru {'?' if call is None else call.number}"


def _of(table: Any, version: VersionRow) -> Any:  # noqa: ANN401 - a table that has version_id
    return select(table).where(table.version_id == version.id)
