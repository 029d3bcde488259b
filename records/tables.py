"""The tables. Amounts are whole grosze; points and JSON are texts, exactly as they were decided."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Column, Text, UniqueConstraint
from sqlmodel import Field, SQLModel


class CallRow(SQLModel, table=True):
    """A call that something was decided in."""

    __tablename__ = "call"
    __table_args__ = (UniqueConstraint("lgd", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    lgd: str
    number: str


class CriteriaRow(SQLModel, table=True):
    """The text of a criteria file, once for each content."""

    __tablename__ = "criteria_text"

    sha256: str = Field(primary_key=True)
    name: str
    text: str = Field(sa_column=Column(Text, nullable=False))


class VersionRow(SQLModel, table=True):
    """One version of the decision of a call: all that went in, all that came out, and why.

    ``parent_id`` is the version before it; ``kind`` is what made it (:data:`records.store.Kind`),
    ``basis`` the provision that it rests on and ``author`` who answers for it, where they were
    said; ``recorded_at`` is in UTC. ``salt`` is random (32 bytes in hex): with it public documents
    commit to what they do not show.
    """

    __tablename__ = "decision_version"
    __table_args__ = (UniqueConstraint("call_id", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    call_id: int = Field(foreign_key="call.id")
    version: int
    parent_id: int | None = Field(default=None, foreign_key="decision_version.id")
    fingerprint: str
    kind: str
    reason: str
    basis: str | None
    author: str | None
    engine: str
    scope: str
    criteria_in_force_from: date
    recorded_at: datetime
    inputs: str = Field(sa_column=Column(Text, nullable=False))
    results: str = Field(sa_column=Column(Text, nullable=False))
    salt: str


class OutcomeRow(SQLModel, table=True):
    """What became of one application in one version."""

    __tablename__ = "outcome"

    version_id: int = Field(foreign_key="decision_version.id", primary_key=True)
    number: str = Field(primary_key=True)
    outcome: str
    rank: int | None
    points: str | None
    requested: int | None = Field(sa_column=Column(BigInteger))
    granted: int | None = Field(sa_column=Column(BigInteger))


class CriteriaUseRow(SQLModel, table=True):
    """Which criteria texts a version was decided by, in the order in which they build up."""

    __tablename__ = "criteria_use"

    version_id: int = Field(foreign_key="decision_version.id", primary_key=True)
    place: int = Field(primary_key=True)
    sha256: str = Field(foreign_key="criteria_text.sha256")


class DocumentRow(SQLModel, table=True):
    """A document printed of a version: its name in the folder of the version, and its hash.

    Printed again by a later program it may have other bytes; then both hashes are kept.
    """

    __tablename__ = "document"

    version_id: int = Field(foreign_key="decision_version.id", primary_key=True)
    name: str = Field(primary_key=True)
    sha256: str = Field(primary_key=True)
    pages: int


class ChainRow(SQLModel, table=True):
    """A link of the chain that holds all records together.

    ``content`` says what was added, as JSON with the hash of every part; ``hash`` is that of the
    link itself: its number, version, content and the hash of the link before it (:mod:`records.chain`).
    """

    __tablename__ = "chain"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    version_id: int = Field(foreign_key="decision_version.id")
    content: str = Field(sa_column=Column(Text, nullable=False))
    previous: str
    hash: str
