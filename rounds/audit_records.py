"""Auditing the records that a call is kept in."""

from pathlib import Path

from intake.call import read_call
from records.audit import Audit, audit
from records.database import open_database
from rounds.kept_versions import kept_versions


def audit_records(folder: Path, database: str) -> Audit:
    """Walk the chain of the database that holds the versions of a call.

    The chain holds all calls of the database together, so all of them are walked.

    Raises:
        Refused: the call cannot be read, or no version of it was kept yet.
        Unavailable: the database cannot be opened.
    """
    kept_versions(read_call(folder).call, folder, database)
    engine = open_database(database)
    try:
        return audit(engine)
    finally:
        engine.dispose()
