"""Auditing the records that a call is kept in."""

from dataclasses import dataclass
from pathlib import Path

from intake.call import read_call
from records.audit import Audit, audit
from records.database import open_database
from rounds.kept_decisions import not_as_kept
from rounds.kept_versions import kept_versions, refuse_without_database


@dataclass(frozen=True, slots=True)
class AuditedRecords:
    """The chain of a database, and what the versions of one call give when decided again.

    ``otherwise`` says where that is not what was kept.
    """

    chain: Audit
    decided_again: int
    otherwise: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the records are as they were kept, and say what follows from them."""
        return self.chain.holds and not self.otherwise


def audit_records(folder: Path, database: str) -> AuditedRecords:
    """Walk the chain of the database of a call, and decide every version of the call again.

    The chain holds all calls of the database together, so all of them are walked. Where it is
    broken nothing is decided again.

    Raises:
        Refused: the call cannot be read, or no version of it was kept yet.
        Unavailable: the database cannot be opened.
    """
    call = read_call(folder).call
    refuse_without_database(folder, database)
    engine = open_database(database)
    try:
        chain = audit(engine)
        if not chain.holds:  # what was tampered with may not even be readable
            return AuditedRecords(chain, 0, ())
        versions = kept_versions(call, folder, database)
        otherwise = [said for one in versions for said in not_as_kept(engine, one)]
        return AuditedRecords(chain, len(versions), tuple(otherwise))
    finally:
        engine.dispose()
