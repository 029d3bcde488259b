"""Keeping decisions: every version is added, none is ever changed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, select

from records.database import lock, unavailable
from records.tables import (
    CallRow,
    CriteriaRow,
    CriteriaUseRow,
    DocumentRow,
    OutcomeRow,
    VersionRow,
)
from scoring.canonical import inputs, points
from scoring.decision import Decision
from scoring.export import results


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a call's decision as it is kept; ``recorded_at`` is in UTC."""

    id: int
    version: int
    fingerprint: str
    reason: str
    recorded_at: datetime
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A printed document as it is kept: name in the folder of the version, hash, pages."""

    name: str
    sha256: str
    pages: int


def store(engine: Engine, decision: Decision, reason: str, recorded_at: datetime) -> Version:
    """Keep a decision as the next version of its call.

    Where the newest version has the same fingerprint nothing is written and that version is
    returned: running a round again on unchanged input changes nothing. Of two rounds at once the
    second waits for the first.

    Raises:
        DatabaseUnavailable: the database went away, or stayed locked.
    """
    try:
        with Session(engine) as session, session.begin():
            return _stored(session, decision, reason, recorded_at)
    except OperationalError as error:
        raise unavailable(error) from None


def _stored(session: Session, decision: Decision, reason: str, recorded_at: datetime) -> Version:
    lock(session, f"{decision.call.lgd.id} {decision.call.number}")
    call = _call(session, decision)
    newest = _newest(session, call)
    if newest is not None and newest.fingerprint == decision.fingerprint:
        return _version(newest)
    row = _new_version(call, newest, decision, reason, recorded_at)
    session.add(row)
    session.flush()
    _add_criteria(session, row, decision)
    session.add_all(_outcomes(row, decision))
    return _version(row, is_new=True)


def versions(engine: Engine, lgd: str, number: str) -> list[Version]:
    """Return all versions of a call's decision, oldest first."""
    with Session(engine) as session:
        query = (
            select(VersionRow)
            .join(CallRow, col(CallRow.id) == VersionRow.call_id)
            .where(CallRow.lgd == lgd, CallRow.number == number)
            .order_by(col(VersionRow.version))
        )
        return [_version(row) for row in session.exec(query)]


def results_of(engine: Engine, version_id: int) -> str:
    """Return the results of a version, as the JSON text that was kept."""
    with Session(engine) as session:
        return session.get_one(VersionRow, version_id).results


def store_documents(engine: Engine, version_id: int, printed: Sequence[Document]) -> None:
    """Keep what was printed of a version; what is kept already stays as it is."""
    kept = set(documents(engine, version_id))
    with Session(engine) as session, session.begin():
        session.add_all(
            DocumentRow(version_id=version_id, name=one.name, sha256=one.sha256, pages=one.pages)
            for one in printed
            if one not in kept
        )


def documents(engine: Engine, version_id: int) -> list[Document]:
    """Return what was printed of a version, by name."""
    with Session(engine) as session:
        query = select(DocumentRow).where(DocumentRow.version_id == version_id)
        rows = session.exec(query.order_by(col(DocumentRow.name)))
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
    call: CallRow, parent: VersionRow | None, decision: Decision, reason: str, recorded_at: datetime
) -> VersionRow:
    assert call.id is not None  # noqa: S101 - it was flushed
    return VersionRow(
        call_id=call.id,
        version=1 if parent is None else parent.version + 1,
        parent_id=None if parent is None else parent.id,
        fingerprint=decision.fingerprint,
        reason=reason,
        engine=decision.engine,
        scope=decision.ruleset.scope,
        criteria_in_force_from=decision.ruleset.in_force_from,
        recorded_at=recorded_at,
        inputs=_json(inputs(decision)),
        results=_json(results(decision)),
    )


def _add_criteria(session: Session, version: VersionRow, decision: Decision) -> None:
    for place, text in enumerate(decision.ruleset.texts):
        if session.get(CriteriaRow, text.sha256) is None:
            session.add(CriteriaRow(sha256=text.sha256, name=text.name, text=text.text))
            session.flush()
        assert version.id is not None  # noqa: S101 - it was flushed
        use = CriteriaUseRow(version_id=version.id, place=place, sha256=text.sha256)
        session.add(use)


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


def _version(row: VersionRow, *, is_new: bool = False) -> Version:
    assert row.id is not None  # noqa: S101 - it was flushed
    return Version(row.id, row.version, row.fingerprint, row.reason, row.recorded_at, is_new)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
