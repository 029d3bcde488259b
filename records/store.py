"""Keeping decisions: every version is added and linked to the one before, none is ever changed."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from reading.problems import Unavailable
from records.chain import add_link, seal_of_version
from records.database import lock
from records.tables import (
    CallRow,
    ChainRow,
    CriteriaRow,
    CriteriaUseRow,
    DocumentRow,
    OutcomeRow,
    VersionRow,
)
from scoring.canonical import inputs, points
from scoring.decision import Decision
from scoring.export import results

SALT_BYTES = 32
"""How long the random salt of a version is."""

Kind = Literal["round", "withdrawal", "limit", "correction", "protest"]
"""What makes a version: a round on the call's folder, or one of the changes after a decision."""

CHAIN = "chain"
"""The name by which whoever adds a link keeps others waiting."""


@dataclass(frozen=True, slots=True)
class Because:
    """Why a version is made: in words, by which provision, and who answers for it, if said."""

    reason: str
    kind: Kind = "round"
    basis: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a call's decision as it is kept; ``recorded_at`` is in UTC.

    ``link`` is the hash of its link in the chain of records.
    ``salt`` was drawn when it was kept (:mod:`scoring.commitments`); it never leaves the office.
    """

    id: int
    version: int
    fingerprint: str
    because: Because
    recorded_at: datetime
    link: str
    salt: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A printed document as it is kept: name in the folder of the version, hash, pages."""

    name: str
    sha256: str
    pages: int


class Overtaken(Unavailable):
    """Somebody kept another version of the call in the meantime; the message says what to do."""


def store(
    engine: Engine,
    decision: Decision,
    because: Because,
    recorded_at: datetime,
    *,
    follows: int | None = None,
) -> Version:
    """Keep a decision as the next version of its call.

    Where the newest version has the same fingerprint nothing is written and that version is
    returned: running a round again on unchanged input changes nothing. Of two rounds at once the
    second waits for the first.

    ``follows`` is the number of the version that the new one must follow (0: none), where that
    matters: what was looked at before is then what it follows.

    Raises:
        Overtaken: the newest version is another one than it must follow.
        DatabaseUnavailable: the database went away, or stayed locked.
    """
    with Session(engine) as session, session.begin():
        return _stored(session, decision, because, recorded_at, follows)


def _stored(
    session: Session,
    decision: Decision,
    because: Because,
    recorded_at: datetime,
    follows: int | None,
) -> Version:
    lock(session, CHAIN)
    call = _call(session, decision)
    newest = _newest(session, call)
    if newest is not None and newest.fingerprint == decision.fingerprint:
        return _version(session, newest)
    last = 0 if newest is None else newest.version
    if follows not in (None, last):
        what = f"ktoś inny zapisał w tej chwili wersję {last} tego naboru; powtórz polecenie"
        raise Overtaken(what)
    row = _new_version(call, newest, decision, because, recorded_at)
    session.add(row)
    session.flush()
    uses, outcomes = _criteria(session, row, decision), _outcomes(row, decision)
    session.add_all([*uses, *outcomes])
    session.flush()
    assert row.id is not None  # noqa: S101 - it was flushed
    add_link(session, row.id, seal_of_version(row, (call.lgd, call.number), outcomes, uses))
    return _version(session, row, is_new=True)


def versions(engine: Engine, lgd: str, number: str) -> list[Version]:
    """Return all versions of a call's decision, oldest first."""
    with Session(engine) as session:
        query = (
            select(VersionRow)
            .join(CallRow, col(CallRow.id) == VersionRow.call_id)
            .where(CallRow.lgd == lgd, CallRow.number == number)
            .order_by(col(VersionRow.version))
        )
        return [_version(session, row) for row in session.exec(query)]


@dataclass(frozen=True, slots=True)
class KeptOutcome:
    """What became of one application in a version: points as text, the amount in grosze."""

    number: str
    outcome: str
    rank: int | None
    points: str | None
    granted: int | None


def outcomes_of(engine: Engine, version_id: int) -> dict[str, KeptOutcome]:
    """Return what became of each application in a version, by case number."""
    with Session(engine) as session:
        rows = session.exec(select(OutcomeRow).where(OutcomeRow.version_id == version_id))
        return {
            row.number: KeptOutcome(row.number, row.outcome, row.rank, row.points, row.granted)
            for row in rows
        }


def inputs_of(engine: Engine, version_id: int) -> str:
    """Return what a version was made of, as the JSON text that was kept."""
    with Session(engine) as session:
        return session.get_one(VersionRow, version_id).inputs


def texts_of(engine: Engine, version_id: int) -> dict[str, tuple[str, str]]:
    """Return the name and the text of every file that a version was decided by, by its hash."""
    with Session(engine) as session:
        query = (
            select(CriteriaRow)
            .join(CriteriaUseRow, col(CriteriaUseRow.sha256) == CriteriaRow.sha256)
            .where(CriteriaUseRow.version_id == version_id)
        )
        return {row.sha256: (row.name, row.text) for row in session.exec(query)}


def results_of(engine: Engine, version_id: int) -> str:
    """Return the results of a version, as the JSON text that was kept."""
    with Session(engine) as session:
        return session.get_one(VersionRow, version_id).results


def store_documents(engine: Engine, version_id: int, printed: Sequence[Document]) -> None:
    """Keep what was printed of a version; what is kept already stays as it is."""
    with Session(engine) as session, session.begin():
        lock(session, CHAIN)
        kept = set(_documents(session, version_id))
        new = sorted((one for one in printed if one not in kept), key=lambda one: one.name)
        if not new:
            return
        session.add_all(
            DocumentRow(version_id=version_id, name=one.name, sha256=one.sha256, pages=one.pages)
            for one in new
        )
        session.flush()
        add_link(
            session, version_id, {"documents": [[one.name, one.sha256, one.pages] for one in new]}
        )


def documents(engine: Engine, version_id: int) -> list[Document]:
    """Return what was printed of a version, by name."""
    with Session(engine) as session:
        return _documents(session, version_id)


def _documents(session: Session, version_id: int) -> list[Document]:
    query = select(DocumentRow).where(DocumentRow.version_id == version_id)
    rows = session.exec(query.order_by(col(DocumentRow.name), col(DocumentRow.sha256)))
    return [Document(row.name, row.sha256, row.pages) for row in rows]


def _call(session: Session, decision: Decision) -> CallRow:
    lgd, number = decision.call.lgd.id, decision.call.number
    query = select(CallRow).where(CallRow.lgd == lgd, CallRow.number == number)
    row = session.exec(query).first()
    if row is None:
        row = CallRow(lgd=lgd, number=number)
        session.add(row)
        session.flush()
    return row


def _newest(session: Session, call: CallRow) -> VersionRow | None:
    query = select(VersionRow).where(VersionRow.call_id == call.id)
    return session.exec(query.order_by(col(VersionRow.version).desc())).first()


def _new_version(
    call: CallRow,
    parent: VersionRow | None,
    decision: Decision,
    because: Because,
    recorded_at: datetime,
) -> VersionRow:
    assert call.id is not None  # noqa: S101 - it was flushed
    return VersionRow(
        call_id=call.id,
        version=1 if parent is None else parent.version + 1,
        parent_id=None if parent is None else parent.id,
        fingerprint=decision.fingerprint,
        kind=because.kind,
        reason=because.reason,
        basis=because.basis,
        author=because.author,
        engine=decision.engine,
        scope=decision.ruleset.scope,
        criteria_in_force_from=decision.ruleset.in_force_from,
        recorded_at=recorded_at,
        inputs=_json(inputs(decision)),
        results=_json(results(decision)),
        salt=secrets.token_hex(SALT_BYTES),
    )


def _criteria(session: Session, version: VersionRow, decision: Decision) -> list[CriteriaUseRow]:
    """Keep every text that rules were read from, each once, and in which order it is used."""
    assert version.id is not None  # noqa: S101 - it was flushed
    uses = []
    for place, text in enumerate(decision.texts):
        if session.get(CriteriaRow, text.sha256) is None:
            session.add(CriteriaRow(sha256=text.sha256, name=text.name, text=text.text))
            session.flush()
        uses.append(CriteriaUseRow(version_id=version.id, place=place, sha256=text.sha256))
    return uses


def _outcomes(version: VersionRow, decision: Decision) -> list[OutcomeRow]:
    assert version.id is not None  # noqa: S101 - it was flushed
    return [
        OutcomeRow(
            version_id=version.id,
            number=one.application.number,
            outcome=one.outcome.value,
            rank=one.rank,
            points=points(one.points),
            requested=one.application.requested,
            granted=one.granted,
        )
        for one in decision.assessments
    ]


def _version(session: Session, row: VersionRow, *, is_new: bool = False) -> Version:
    assert row.id is not None  # noqa: S101 - it was flushed
    because = Because(row.reason, cast("Kind", row.kind), row.basis, row.author)
    links = select(ChainRow.hash).where(ChainRow.version_id == row.id).order_by(col(ChainRow.id))
    link = session.exec(links).first() or ""
    moment = row.recorded_at
    if moment.tzinfo is None:  # SQLite forgets the zone
        moment = moment.replace(tzinfo=UTC)
    return Version(row.id, row.version, row.fingerprint, because, moment, link, row.salt, is_new)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
