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
    """Name the guards that somebody took away or switched off."""
    name = connection.dialect.name
    there = {row[0] for row in connection.exec_driver_sql(_FIND[name])}
    return [guard for guard in sorted(_names(name)) if guard not in there]


_FIND = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}

_KINDS = {"sqlite": ("update", "delete", "insert"), "postgresql": ("change", "truncate")}


def _names(dialect: str) -> Iterator[str]:
    for table in GUARDED:
        yield from (f"{table}_no_{kind}" for kind in _KINDS[dialect])


def _statements(dialect: str) -> Iterator[str]:
    if dialect == "postgresql":
        yield _POSTGRES_FUNCTION.replace("%", "%%")
        for table in GUARDED:
            yield _postgres(table, "change", "UPDATE OR DELETE", "ROW")
            yield _postgres(table, "truncate", "TRUNCATE", "STATEMENT")
        return
    for table, keys in GUARDED.items():
        yield _sqlite(table, "update", "UPDATE")
        yield _sqlite(table, "delete", "DELETE")
        taken = " OR ".join(
            "(" + " AND ".join(f"{column} = NEW.{column}" for column in key) + ")" for key in keys
        )
        # INSERT OR REPLACE removes the row that is in its way without asking the guard of DELETE.
        when = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {taken})"  # noqa: S608 - our own names
        yield _sqlite(table, "insert", "INSERT", when)


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
