"""What keeps decided records as they are: the database itself refuses to change or remove a row.

The program only ever adds. The guards also stop a mistake in the program, and a hand that works in
the database beside it; what somebody does who takes the guards away is found by the chain
(:mod:`records.audit`).
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

REFUSAL = "zapisy Naboru tylko się dodaje"
"""What the database says when a row is to be changed."""

GUARDED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "call": (("id",), ("lgd", "number")),
    "criteria_text": (("sha256",),),
    "decision_version": (("id",), ("call_id", "version")),
    "outcome": (("version_id", "number"),),
    "criteria_use": (("version_id", "place"),),
    "document": (("version_id", "name", "sha256"),),
    "chain": (("id",),),
}
"""The tables that are only added to, with the keys by which SQLite's REPLACE would take a row away."""

_POSTGRES_FUNCTION = f"""
CREATE FUNCTION nabor_only_adds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '{REFUSAL}: %', TG_TABLE_NAME;
END
$$
"""


def guard_tables(connection: Connection) -> None:
    """Set the guards of every table that is only added to."""
    for statement in _statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


def missing_guards(connection: Connection) -> list[str]:
    """Name the guards that somebody took away, switched off, or made into something else."""
    find = _of_postgres if connection.dialect.name == "postgresql" else _of_sqlite
    return sorted(find(connection))


def _of_sqlite(connection: Connection) -> Iterator[str]:
    found = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    there = {row.name: row.sql for row in connection.exec_driver_sql(found)}
    for table, keys in GUARDED.items():
        for guard, statement in _sqlite_guards(table, keys):
            if there.get(guard) != statement:
                yield guard


def _of_postgres(connection: Connection) -> Iterator[str]:
    """Compare every trigger, and the one function that they call."""
    found = (
        "SELECT t.tgname, c.relname, t.tgenabled, t.tgtype, p.prosrc FROM pg_trigger t"
        " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE NOT t.tgisinternal"
    )
    rows = connection.exec_driver_sql(found).all()
    there = {row.tgname: row for row in rows}
    for table in GUARDED:
        for kind, events in _POSTGRES_EVENTS.items():
            guard = f"{table}_no_{kind}"
            row = there.get(guard)
            if (
                row is None
                or row.relname != table
                or row.tgenabled not in ("O", "A")
                or row.tgtype != events
                or REFUSAL not in row.prosrc
                or "RETURN" in row.prosrc
            ):
                yield guard


_ROW, _BEFORE, _DELETE, _UPDATE, _TRUNCATE = 1, 2, 8, 16, 32
"""Bits of pg_trigger.tgtype (PostgreSQL, catalog pg_trigger)."""

_POSTGRES_EVENTS = {
    "change": _ROW | _BEFORE | _DELETE | _UPDATE,
    "truncate": _BEFORE | _TRUNCATE,
}


def _statements(dialect: str) -> Iterator[str]:
    if dialect == "postgresql":
        yield _POSTGRES_FUNCTION.replace("%", "%%")
        for table in GUARDED:
            yield _postgres(table, "change", "UPDATE OR DELETE", "ROW")
            yield _postgres(table, "truncate", "TRUNCATE", "STATEMENT")
        return
    for table, keys in GUARDED.items():
        yield from (statement for _, statement in _sqlite_guards(table, keys))


def _sqlite_guards(table: str, keys: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, str]]:
    """Tell the guards of a table: their names and statements, as SQLite keeps them."""
    yield f"{table}_no_update", _sqlite(table, "update", "UPDATE")
    yield f"{table}_no_delete", _sqlite(table, "delete", "DELETE")
    taken = " OR ".join(
        "(" + " AND ".join(f"{column} = NEW.{column}" for column in key) + ")"
        for key in (*keys, ("rowid",))
    )
    # INSERT OR REPLACE removes the row that is in its way without asking the guard of DELETE.
    when = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})"  # noqa: S608 - our own names
    yield f"{table}_no_insert", _sqlite(table, "insert", "INSERT", when)


def _postgres(table: str, kind: str, events: str, each: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{kind} BEFORE {events} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION nabor_only_adds()"
    )


def _sqlite(table: str, kind: str, event: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{kind} BEFORE {event} ON {table} {when} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}: {table}'); END"
    )
